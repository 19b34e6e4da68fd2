import type { Bilingual, Locale } from "../../../kernel/locale";
import { ENGLISH_FAULTS, type FaultWords } from "./english-faults";
import { FAULT_KINDS, isFaultCode, type FaultCode, type FaultKind } from "./fault-codes";
import { FRENCH_FAULTS } from "./french-faults";

const WORDS: Readonly<Record<Locale, Readonly<Record<FaultCode, FaultWords>>>> = {
  en: ENGLISH_FAULTS,
  fr: FRENCH_FAULTS,
};

export interface ExplainedFault extends FaultKind, FaultWords {
  readonly code: string;
}

/** What a code means, in that language. A code that is none of the ledger's is the policy's: the right was gone. */
export function explainedFault(code: string, locale: Locale): ExplainedFault {
  const kind = isFaultCode(code) ? code : "WITHHELD";
  return { code, ...FAULT_KINDS[kind], ...WORDS[locale][kind] };
}

/** Why the ledger refuses, and what to do, in each language. */
export function faultCause(code: string): Bilingual {
  return { en: explainedFault(code, "en").cause, fr: explainedFault(code, "fr").cause };
}

export function faultFix(code: string): Bilingual {
  return { en: explainedFault(code, "en").fix, fr: explainedFault(code, "fr").fix };
}
