"use client";
import { useNow } from "./use-now.ts";

const grouped = (value: number, digits = 0) =>
  value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** `31 s`, `6 min`, `3 h`, `18 d`: steps in its own unit. */
export function durationText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3_600)} h`;
  return `${grouped(Math.floor(seconds / 86_400))} d`;
}

/** `84 ms`, `8.2 s`, `10 min 4 s`: how long something took. */
export function tookText(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${grouped(milliseconds / 1_000, milliseconds < 10_000 ? 1 : 0)} s`;
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 60) return `${minutes} min ${Math.floor((milliseconds % 60_000) / 1_000)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

/** `0 B`, `64 MiB`, `1.8 GiB`: one decimal below ten, none above. */
export function bytesText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1_024 && unit < units.length - 1) {
    value /= 1_024;
    unit += 1;
  }
  return `${grouped(value, unit > 0 && value < 10 ? 1 : 0)} ${units[unit]}`;
}

/** `48,210`, with as many decimals as asked. */
export function countText(value: number, digits = 0): string {
  return grouped(value, digits);
}

/** `14:06:02` in the browser's zone; the day before it when it is not today. */
export function clockText(at: string | number, now: number = Date.now()): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "";
  const time = date.toLocaleTimeString("en-GB", { hour12: false });
  const day = date.toLocaleDateString("en-CA");
  return day === new Date(now).toLocaleDateString("en-CA") ? time : `${day} ${time}`;
}

/** The age of something since `since` (ISO 8601 or ms), stepping in its unit, the exact time in its title. */
export function Age({ since, className }: { readonly since: string | number; readonly className?: string }) {
  const now = useNow();
  const at = new Date(since);
  return (
    <time dateTime={at.toISOString()} title={at.toLocaleString("en-GB")} className={`num ${className ?? ""}`}>
      {durationText(now - at.getTime())}
    </time>
  );
}

/** How long something took or lasted. */
export function Duration({ milliseconds }: { readonly milliseconds: number }) {
  return <span className="num">{tookText(milliseconds)}</span>;
}

/** An amount of bytes. */
export function Bytes({ bytes }: { readonly bytes: number }) {
  return (
    <span className="num" title={`${grouped(bytes)} bytes`}>
      {bytesText(bytes)}
    </span>
  );
}

/** A count; 0 in grey. */
export function Count({ value }: { readonly value: number }) {
  return <span className={`num ${value === 0 ? "text-ink-3" : ""}`}>{grouped(value)}</span>;
}
