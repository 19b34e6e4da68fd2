import { BilingualRefusal } from "../../kernel/errors";
import type { Money } from "../../kernel/money";
import { hasFact } from "../../policy/model/record-facts";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { GrantTerms } from "../../directory/grants/grant-terms";

/** How far a right reaches that is asked for or agreed to. Null: unlimited, but for its end, which each has. */
export interface RequestedScope {
  readonly projectIds: readonly string[] | null;
  readonly ceiling: Money | null;
  readonly validFrom: string | null;
  /** Exclusive. */
  readonly validUntil: string;
}

const FIELD = ["input"] as const;
const END_NEEDED = {
  en: "Say until when: a right that is asked for ends by itself.",
  fr: "Dites jusqu’à quand : un droit demandé prend fin de lui-même.",
};
const WIDER = {
  en: "A request is granted as it was asked, or smaller: never wider. For more, give a right by yourself.",
  fr: "Une demande est accordée telle quelle ou réduite, jamais élargie. Pour davantage, accordez un droit vous-même.",
};

/** Throws Refusal BAD_INPUT where the terms have no end. */
export function scopeOf({ projectIds, ceiling, validFrom, validUntil }: GrantTerms): RequestedScope {
  if (validUntil === null) throw new BilingualRefusal("BAD_INPUT", END_NEEDED, [...FIELD, "validUntil"]);
  return { projectIds, ceiling, validFrom, validUntil };
}

/** Throws Refusal BAD_INPUT at the field in which the decided scope reaches further than the asked one. */
export function requireWithin(asked: RequestedScope, decided: RequestedScope): void {
  const wider = (field: string) => new BilingualRefusal("BAD_INPUT", WIDER, [...FIELD, field]);
  if (!isAmong(asked.projectIds, decided.projectIds)) throw wider("projects");
  if (!isBelow(asked.ceiling, decided.ceiling)) throw wider("ceiling");
  if ((decided.validFrom ?? "") < (asked.validFrom ?? "")) throw wider("validFrom");
  if (decided.validUntil > asked.validUntil) throw wider("validUntil");
}

function isAmong(asked: readonly string[] | null, decided: readonly string[] | null): boolean {
  return asked === null || (decided !== null && decided.every((id) => asked.includes(id)));
}

function isBelow(asked: Money | null, decided: Money | null): boolean {
  if (asked === null) return true;
  return decided !== null && decided.currency === asked.currency && decided.minor <= asked.minor;
}

/** Whether two people have to agree to a right of that scope: it reaches beyond the amount of the two-person rule. */
export function needsTwo(
  { twoPersonAboveMinor, twoPersonAboveCurrency }: CompanyEntity,
  { feature }: Pick<GrantTerms, "feature">,
  { ceiling }: RequestedScope,
): boolean {
  if (twoPersonAboveMinor === null || !hasFact(feature, "amount")) return false;
  if (ceiling === null || ceiling.currency !== twoPersonAboveCurrency) return true;
  return ceiling.minor > twoPersonAboveMinor;
}
