import type { Bilingual } from "../../kernel/locale";
import { PROOF_TEXTS } from "../texts/proof-texts";
import { fill } from "../../kernel/catalogue";
import { withoutOrder } from "../../tenant/companies/rights-seal";

/** What the connector and the release say, and no table: it may be otherwise after an update. */
const DERIVED_FACTS: readonly string[] = ["exports", "imports", "editionSupported"];

/**
 * In words, what is otherwise in the tables than the trail says, by what the trail speaks of: facts that a later release
 * has learnt to know were never sealed. "toolLevel is admin, by the trail standard".
 */
export function differencesFrom(trail: unknown, tables: unknown): Bilingual[] {
  return compared("", plain(trail), plain(tables));
}

function compared(path: string, trail: unknown, tables: unknown): Bilingual[] {
  if (isRecord(trail) && isRecord(tables)) {
    const keys = Object.keys(trail).filter((key) => !DERIVED_FACTS.includes(key));
    return keys.flatMap((key) => compared(path === "" ? key : `${path}.${key}`, trail[key], tables[key]));
  }
  const [before, now] = [textOf(trail), textOf(tables)];
  return before === now ? [] : [fill(PROOF_TEXTS.difference, { path, now, before })];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(withoutDerived(withoutOrder(value ?? null)));
}

function withoutDerived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDerived);
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !DERIVED_FACTS.includes(key));
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutDerived(part)]));
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null)) as unknown;
}
