import { open } from "node:fs/promises";
import { TextDecoder } from "node:util";
import { Refusal } from "../../kernel/errors";

const PIECE = 65_536;

/** A list as text, piece by piece, with what had to be assumed of its bytes. */
export interface ListFile {
  readonly text: AsyncGenerator<string>;
  readonly encoding: "utf-8" | "utf-16le" | "windows-1252";
}

/**
 * Opens a spreadsheet's text: UTF-8; UTF-16 where its mark says so ("Unicode text"); else, where the bytes are no
 * UTF-8, Windows-1252, as older versions of Excel write. Reads the file twice, never whole. Throws Refusal NOT_FOUND.
 */
export async function openListFile(file: string): Promise<ListFile> {
  const encoding = await encodingOf(file);
  return { text: decoded(file, new TextDecoder(encoding)), encoding };
}

async function encodingOf(file: string): Promise<ListFile["encoding"]> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let first = true;
  try {
    for await (const bytes of bytesOf(file)) {
      if (first && bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
      first = false;
      decoder.decode(bytes, { stream: true });
    }
    decoder.decode();
    return "utf-8";
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_ENCODING_INVALID_ENCODED_DATA") return "windows-1252";
    throw error;
  }
}

async function* decoded(file: string, decoder: TextDecoder): AsyncGenerator<string> {
  for await (const bytes of bytesOf(file)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal("NOT_FOUND", `${file} cannot be read: ${error.code ?? error.message}.`);
  });
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(PIECE), 0, PIECE);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
