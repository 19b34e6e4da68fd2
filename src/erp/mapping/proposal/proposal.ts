import { groupBy } from "../../../kernel/groups";
import type { Usage, UsedLine } from "../../connector/read-usage";
import type { MappingRule, MatchOn } from "../mapping";

export const PROPOSAL_SOURCES = ["bills", "item", "contact"] as const;
export type ProposalSource = (typeof PROPOSAL_SOURCES)[number];

/** A rule for invoices that the ledger's books suggest, and on how much it rests. */
export interface Proposal {
  readonly rule: MappingRule;
  readonly source: ProposalSource;
  /** Lines of bills that were looked at, and how many of them are booked so; none: it rests on the item or the contact. */
  readonly lines: number;
  readonly agreeing: number;
}

/** How the books are kept, as far as it was read. */
export interface LedgerUsage {
  readonly lines: readonly UsedLine[];
  /** By code. */
  readonly items: ReadonlyMap<string, Usage>;
  /** By the ledger's id. */
  readonly contacts: ReadonlyMap<string, Usage>;
}

/** What the platform calls the ledger's items and contacts. */
export interface KnownNames {
  readonly costCodes: readonly string[];
  /** Vendors' numbers by the ledger's id of the contact. */
  readonly vendors: ReadonlyMap<string, string>;
}

/** Fewer lines are chance, and fewer that agree are no habit. */
const MIN_LINES = 2;
const MIN_SHARE = 0.75;

/**
 * Rules for invoices by cost code, by vendor, and the default. What bills are booked to goes before what an item or a contact
 * says; a rule that says the same as the default is left out.
 */
export function proposals(usage: LedgerUsage, names: KnownNames): Proposal[] {
  const byDefault = habit(usage.lines);
  const general = byDefault ? [proposal("default", "", byDefault)] : [];
  const byCode = groupBy(usage.lines, ({ itemCode }) => itemCode ?? "");
  const codes = names.costCodes.flatMap((code) =>
    own("cost_code", code, habit(byCode.get(code) ?? []), "item", usage.items.get(code)),
  );
  const byContact = groupBy(usage.lines, ({ contactId }) => contactId);
  const vendors = [...names.vendors].flatMap(([contactId, number]) =>
    own("vendor", number, habit(byContact.get(contactId) ?? []), "contact", usage.contacts.get(contactId)),
  );
  const isSame = ({ rule }: Proposal) =>
    rule.accountCode === (byDefault?.accountCode ?? null) && rule.taxType === (byDefault?.taxType ?? null);
  return [...[...codes, ...vendors].filter((one) => !isSame(one)), ...general];
}

interface Habit extends Usage {
  readonly lines: number;
  readonly agreeing: number;
}

/** The account, with its tax rate, that most of the lines are booked to; null: there is no such habit. */
function habit(lines: readonly UsedLine[]): Habit | null {
  const booked = lines.filter(({ accountCode }) => accountCode !== null);
  const counts = new Map<string, Habit>();
  for (const { accountCode, taxType } of booked) {
    const key = JSON.stringify([accountCode, taxType]);
    counts.set(key, { accountCode, taxType, lines: booked.length, agreeing: (counts.get(key)?.agreeing ?? 0) + 1 });
  }
  const best = [...counts.values()].sort((a, b) => b.agreeing - a.agreeing)[0];
  return best && best.agreeing >= MIN_LINES && best.agreeing >= booked.length * MIN_SHARE ? best : null;
}

function own(
  matchOn: MatchOn,
  value: string,
  used: Habit | null,
  source: ProposalSource,
  said: Usage | undefined,
): Proposal[] {
  if (used) return [proposal(matchOn, value, used)];
  if (!said || (said.accountCode === null && said.taxType === null)) return [];
  return [{ ...proposal(matchOn, value, { ...said, lines: 0, agreeing: 0 }), source }];
}

function proposal(matchOn: MatchOn, matchValue: string, { accountCode, taxType, lines, agreeing }: Habit): Proposal {
  const nothing = { trackingCategoryId: null, trackingOptionId: null, paymentDays: null, arrivesAs: null };
  const rule = { feature: "subcontractor_invoice", matchOn, matchValue, accountCode, taxType, ...nothing } as const;
  return { rule, source: "bills", lines, agreeing };
}
