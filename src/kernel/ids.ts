import { v7, validate } from "uuid";

/** A new UUIDv7: unique, and sorted by time of making. */
export function newId(): string {
  return v7();
}

/** Whether the text is a UUID in either case; databases differ on case, so lower-case it before use. */
export function isId(text: string): boolean {
  return validate(text);
}
