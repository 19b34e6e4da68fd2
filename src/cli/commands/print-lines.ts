import { once } from "node:events";

/** Writes the lines as fast as the reader takes them. A reader that goes away (`| head`) ends it quietly. */
export async function printLines(
  lines: AsyncIterable<string>,
  out: NodeJS.WriteStream = process.stdout,
): Promise<void> {
  let gone = false;
  const onError = (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    gone = true;
  };
  out.on("error", onError);
  for await (const line of lines) {
    if (gone) return;
    if (!out.write(line)) await Promise.race([once(out, "drain"), once(out, "close")]);
  }
}
