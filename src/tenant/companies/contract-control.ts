import { BilingualRefusal } from "../../kernel/errors";
import type { Bilingual } from "../../kernel/locale";
import {
  CONTRACT_MISFITS,
  type ContractControl,
  type ContractMisfit,
  type MisfitResponse,
} from "../../policy/model/contract-misfits";

/** What to do about a misfit from now on. */
export interface MisfitChoice {
  readonly misfit: ContractMisfit;
  readonly response: MisfitResponse;
}

/** As a company's column keeps it: "VENDOR_DIFFERS:refuse,ZERO_INVOICE:second_approval"; null: everything is told only. */
export function controlText(control: ContractControl): string | null {
  const chosen = CONTRACT_MISFITS.filter((one) => (control[one] ?? "warn") !== "warn");
  return chosen.map((one) => `${one}:${control[one]}`).join(",") || null;
}

export function controlIn(text: string | null): ContractControl {
  const pairs = (text ?? "").split(",").filter((pair) => pair !== "");
  return Object.fromEntries(pairs.map((pair) => pair.split(":"))) as ContractControl;
}

/** What the company does about each misfit, in the order of the list. */
export function choicesIn(text: string | null): MisfitChoice[] {
  const control = controlIn(text);
  return CONTRACT_MISFITS.map((misfit) => ({ misfit, response: control[misfit] ?? "warn" }));
}

/** The company's choice with these in it; what they do not name stays. Throws Refusal BAD_INPUT where one is named twice. */
export function controlWith(
  current: ContractControl,
  choices: readonly MisfitChoice[],
  field: readonly string[] = ["input", "contractControl"],
): ContractControl {
  const named = choices.map(({ misfit }) => misfit);
  const twice = named.find((one, index) => named.indexOf(one) !== index);
  if (twice !== undefined) throw new BilingualRefusal("BAD_INPUT", namedTwice(twice), field);
  return { ...current, ...Object.fromEntries(choices.map(({ misfit, response }) => [misfit, response])) };
}

function namedTwice(misfit: ContractMisfit): Bilingual {
  return {
    en: `${misfit} is named twice: say one response.`,
    fr: `${misfit} est cité deux fois : donnez une seule réponse.`,
  };
}
