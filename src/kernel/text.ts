/**
 * What nobody sees and everything compares: control, format (bidirectional marks among them) and ignorable characters,
 * lone surrogates, private and unassigned code points, separators of lines.
 */
const INVISIBLE = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/u;

/** Whether some character of the text has no look of its own. A line break and a tab are such as well. */
export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}
