import { Refusal } from "./errors";

const LONGEST = 200;

/** A name that people read, without space around it. Throws Refusal BAD_INPUT at the field: empty, too long, not one line. */
export function nameFrom(text: string, field: readonly string[]): string {
  const name = text.trim();
  if (name === "") throw new Refusal("BAD_INPUT", "Give it a name.", field);
  if (name.length > LONGEST) throw new Refusal("BAD_INPUT", `A name has ${LONGEST} characters at most.`, field);
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  if (/[\u0000-\u001f\u007f]/.test(name)) throw new Refusal("BAD_INPUT", "A name is one line of plain text.", field);
  return name;
}
