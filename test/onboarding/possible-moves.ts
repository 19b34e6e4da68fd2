import type { MoveWords } from "../../src/kernel/state-machine";
import { oneOf, type Locale } from "../../src/kernel/locale";

/** A refusal that names these moves as possible, and no others, in both languages; of none, that nothing is possible. */
export function naming<Move extends string>(allowed: readonly Move[], words: MoveWords<Move>) {
  const list = (locale: Locale) =>
    oneOf(
      allowed.map((move) => words[locale][move]),
      locale,
    );
  const none = allowed.length === 0;
  const containing = (text: string) => expect.stringContaining(text) as string;
  return {
    en: containing(none ? ". Nothing is possible now." : `. Possible instead: ${list("en")}.`),
    fr: containing(none ? ". Rien n’est possible pour le moment." : `. Possible : ${list("fr")}.`),
  };
}
