"use client";
import { type DragEvent, useRef, useState } from "react";
import type { StoredJar } from "#server/jobs/jars.schema.ts";
import { Button } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { ErrorState } from "../../ui/problem-state.tsx";
import { bytesText } from "../../ui/quantities.tsx";
import { useRefreshJars } from "./jar-queries.ts";
import { uploadJarFile } from "./upload-jar-file.ts";

interface Upload {
  readonly file: File;
  readonly sent: number;
  readonly stop: AbortController;
}

interface JarUploadProps {
  readonly limitBytes: number | undefined;
  readonly onKept: (jar: StoredJar) => void;
}

/** Takes a jar by button or by dropping it here, and shows how far it is. */
export function JarUpload({ limitBytes, onKept }: JarUploadProps) {
  const refresh = useRefreshJars();
  const input = useRef<HTMLInputElement>(null);
  const [upload, setUpload] = useState<Upload | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const [over, setOver] = useState(false);

  const send = async (file: File | undefined) => {
    if (file === undefined || upload) return;
    const stop = new AbortController();
    setError(undefined);
    setUpload({ file, sent: 0, stop });
    try {
      const jar = await uploadJarFile(file, (sent) => setUpload({ file, sent, stop }), stop.signal);
      await refresh();
      onKept(jar);
    } catch (reason) {
      if (!stop.signal.aborted) setError(reason);
    } finally {
      setUpload(undefined);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };

  return (
    <div className="grid gap-2 p-3">
      {/* Dropping is a second way: the button does the same for keyboards. */}
      <section
        aria-label="Upload a jar"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classNames(
          "flex min-h-16 items-center gap-3 rounded-2 border border-dashed px-3",
          over ? "border-accent-ink bg-accent-tint" : "border-line-strong",
        )}
      >
        <input
          ref={input}
          type="file"
          accept=".jar,application/java-archive"
          aria-label="Jar to upload"
          className="sr-only"
          onChange={(event) => {
            void send(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
        {upload ? (
          <Progress upload={upload} />
        ) : (
          <>
            <Button icon="upload" onClick={() => input.current?.click()}>
              Upload a jar
            </Button>
            <span className="text-12 text-ink-3">
              or drop it here{limitBytes !== undefined && `, at most ${bytesText(limitBytes)}`}. It is kept for any
              cluster.
            </span>
          </>
        )}
      </section>
      {error !== undefined && <ErrorState fact="The jar was not kept." error={error} />}
    </div>
  );
}

function Progress({ upload: { file, sent, stop } }: { readonly upload: Upload }) {
  const share = file.size === 0 ? 1 : sent / file.size;
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-strong">{file.name}</span>
        <progress
          className="block h-1 w-full accent-accent"
          aria-label={`Uploading ${file.name}`}
          max={1}
          value={share}
        />
        <span className="num text-12 text-ink-3">
          {share >= 1 ? "looking at it" : `${bytesText(sent)} of ${bytesText(file.size)}`}
        </span>
      </span>
      <Button onClick={() => stop.abort(new Error("stopped"))}>Stop</Button>
    </>
  );
}
