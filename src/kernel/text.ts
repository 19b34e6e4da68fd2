/**
 * What nobody sees and everything compares: control, format (bidirectional marks among them) and ignorable characters,
 * lone surrogates, private and unassigned code points, separators of lines.
 */
const INVISIBLE = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/u;

/** Whether some character of the text has no look of its own. A line break and a tab are such as well. */
export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}

/**
 * The text as it looks at a glance: one form of each letter, no blanks, nothing invisible, no difference of case. Two names that
 * share it are taken for one another by people.
 */
export function lookalike(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\p{C}\p{Default_Ignorable_Code_Point}\p{Z}\s]/gu, "")
    .toLowerCase();
}
