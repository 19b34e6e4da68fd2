import { open } from "node:fs/promises";
import { TextDecoder } from "node:util";
import type { TableSource } from "../../infra/tables/table";
import { isWorkbook } from "../../infra/tables/xlsx-records";
import { OperatorRefusal } from "../../kernel/errors";

const PIECE = 65_536;
/** Bytes of a workbook. */
const MAX_WORKBOOK = 20_000_000;

/** A list, with what had to be assumed of its bytes. */
export interface ListFile {
  readonly source: TableSource;
  readonly encoding: TextEncoding | "workbook";
}

type TextEncoding = "utf-8" | "utf-16le" | "windows-1252";

/**
 * Opens a spreadsheet: a workbook (.xlsx) by its first bytes, else a text, UTF-8; UTF-16 where its mark says so ("Unicode text"); else, where the bytes are no
 * UTF-8, Windows-1252, as older versions of Excel write. A text is read twice, never whole. Throws Refusal NOT_FOUND.
 */
export async function openListFile(file: string): Promise<ListFile> {
  const workbook = await workbookIn(file);
  if (workbook) return { source: { workbook }, encoding: "workbook" };
  const encoding = await encodingOf(file);
  return { source: decoded(file, new TextDecoder(encoding)), encoding };
}

/** The whole file, where it is a workbook: nothing less can be read of it. */
async function workbookIn(file: string): Promise<Uint8Array | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const bytes of bytesOf(file)) {
    if (size === 0 && !isWorkbook(bytes)) return null;
    size += bytes.length;
    if (size > MAX_WORKBOOK)
      throw new OperatorRefusal("LIMIT_EXCEEDED", `${file} is too large for a workbook; save it as CSV.`);
    pieces.push(bytes);
  }
  return size === 0 ? null : Buffer.concat(pieces);
}

async function encodingOf(file: string): Promise<TextEncoding> {
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
    throw new OperatorRefusal("NOT_FOUND", `${file} cannot be read: ${error.code ?? error.message}.`);
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
