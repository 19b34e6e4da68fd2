import { normalText, textOf } from "../../kernel/text";
import { personKey } from "../../kernel/email";
import type { RecordEntity } from "../record/record.entity";

/**
 * Why two records may be the same thing, the surest first. The platform itself suggests equal names, in any case
 * (guide "Link ERP vendors"); the others find what that misses.
 */
export const MATCH_REASONS = ["tax_number", "name", "email", "similar_name", "number"] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** How sure one reason alone makes it, in per cent. */
const SURE: Readonly<Record<MatchReason, number>> = {
  tax_number: 95,
  name: 90,
  email: 70,
  similar_name: 75,
  number: 60,
};

export type Matchable = Pick<RecordEntity, "id" | "number" | "title" | "payload">;

/** A record that the platform offers, and a thing of the ERP that may be the same. */
export interface Match<T extends Matchable = RecordEntity> {
  readonly record: T;
  readonly counterpart: T;
  /** 0 to 100: several reasons make it surer. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
  /** Whether another pair with one of the two is just as likely: then a person decides. */
  readonly ambiguous: boolean;
}

/** All pairs with a reason, the surest first. Costs as much as there are records and pairs, not their product. */
export function matchesOf<T extends Matchable>(records: readonly T[], counterparts: readonly T[]): Match<T>[] {
  const byKey = new Map<string, T[]>();
  for (const one of counterparts) for (const key of keysOf(one)) byKey.set(key, [...(byKey.get(key) ?? []), one]);
  const pairs = records.flatMap((record) => {
    const reasons = new Map<T, Set<MatchReason>>();
    for (const key of keysOf(record))
      for (const counterpart of byKey.get(key) ?? [])
        reasons.set(counterpart, (reasons.get(counterpart) ?? new Set()).add(reasonOf(key)));
    return [...reasons].map(([counterpart, why]) => pairOf(record, counterpart, why));
  });
  const rivals = new Map<string, number>();
  for (const { record, counterpart, score } of pairs)
    for (const key of [`${record.id} ${score}`, `${counterpart.id} ${score}`])
      rivals.set(key, (rivals.get(key) ?? 0) + 1);
  const best = bestScores(pairs);
  const told = pairs.map((pair): Match<T> => {
    const { record, counterpart, score } = pair;
    const rivalled = [record.id, counterpart.id].some((id) => (rivals.get(`${id} ${score}`) ?? 0) > 1);
    const outdone = [record.id, counterpart.id].some((id) => (best.get(id) ?? 0) > score);
    return { ...pair, ambiguous: rivalled || outdone };
  });
  return told.sort((a, b) => b.score - a.score || compare(a.record, b.record) || compare(a.counterpart, b.counterpart));
}

type Pair<T extends Matchable> = Omit<Match<T>, "ambiguous">;

function pairOf<T extends Matchable>(record: T, counterpart: T, why: ReadonlySet<MatchReason>): Pair<T> {
  // Equal names are similar ones too: that says nothing more.
  const reasons = MATCH_REASONS.filter((one) => why.has(one) && !(one === "similar_name" && why.has("name")));
  const doubt = reasons.reduce((left, reason) => left * (1 - SURE[reason] / 100), 1);
  return { record, counterpart, reasons, score: Math.round((1 - doubt) * 100) };
}

function bestScores<T extends Matchable>(pairs: readonly Pair<T>[]): Map<string, number> {
  const best = new Map<string, number>();
  for (const { record, counterpart, score } of pairs)
    for (const { id } of [record, counterpart]) best.set(id, Math.max(best.get(id) ?? 0, score));
  return best;
}

function compare(a: Matchable, b: Matchable): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** What a record can be found by: the reason and the value that must be equal. */
export function keysOf({ number, title, payload }: Matchable): string[] {
  const keys: string[] = [];
  const add = (reason: MatchReason, value: string) => value !== "" && keys.push(`${reason} ${value}`);
  add("name", spaced(title));
  add("similar_name", similarName(title));
  add("email", personKey(textOf(payload["email"])));
  add(
    "tax_number",
    textOf(payload["taxNumber"])
      .replace(/[^0-9a-z]/gi, "")
      .toUpperCase(),
  );
  if (spaced(number) !== spaced(title)) add("number", spaced(number));
  return keys;
}

/** The reason that a key stands for. */
export function reasonOf(key: string): MatchReason {
  return MATCH_REASONS.find((reason) => key.startsWith(`${reason} `)) ?? "name";
}

/** Legal forms and articles of the countries that the connector serves: companies are often written without them. */
const LEGAL_FORMS = new Set(
  [
    "inc incorporated corp corporation co company llc llp lp plc ltd limited pty proprietary",
    "sa sas sarl eurl sasu scop nv bv gmbh ag the la le les et and",
  ]
    .join(" ")
    .split(" "),
);

/** The name without accents, case, punctuation and legal forms: "Bâtir S.A.S." and "BATIR" are the same. */
export function similarName(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/&/g, " and ");
  // The letters of "S.A.S." belong together.
  const words = plain
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const telling = words.filter((word) => !LEGAL_FORMS.has(word));
  return (telling.length > 0 ? telling : words).join(" ");
}

function spaced(text: string): string {
  return normalText("name", text).toLowerCase();
}
