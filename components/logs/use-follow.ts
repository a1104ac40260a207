"use client";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { LogStream } from "./use-log-stream.ts";

export interface Follow {
  /** Following takes in what comes and stays at its end; held, nothing moves. */
  readonly isHeld: boolean;
  readonly hold: () => void;
  /** Takes in what waits and goes to the end. */
  readonly release: () => void;
  readonly onScroll: () => void;
}

const nearPx = 4;

/** Follows the end of the list until somebody scrolls up, and again once they are back at the end. */
export function useFollow(stream: LogStream, scroller: RefObject<HTMLElement | null>): Follow {
  const { window, version, changed } = stream;
  const [isHeld, setHeld] = useState(false);
  const last = useRef({ top: 0, byScrolling: false });

  const hold = useCallback(
    (byScrolling = false) => {
      last.current.byScrolling = byScrolling;
      window.isHeld = true;
      setHeld(true);
    },
    [window],
  );
  const release = useCallback(() => {
    window.release();
    setHeld(false);
    changed();
  }, [window, changed]);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
    const wentUp = element.scrollTop < last.current.top - 1;
    last.current.top = element.scrollTop;
    if (!window.isHeld && wentUp && !isAtEnd) hold(true);
    else if (window.isHeld && isAtEnd && !wentUp && last.current.byScrolling) release();
  }, [scroller, window, hold, release]);

  // A new selection begins at its end again.
  useEffect(() => {
    if (!window.isHeld) setHeld(false);
  });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || isHeld || version < 0) return;
    element.scrollTop = element.scrollHeight;
    last.current.top = element.scrollTop;
  }, [scroller, isHeld, version]);

  return { isHeld, hold: useCallback(() => hold(), [hold]), release, onScroll };
}
