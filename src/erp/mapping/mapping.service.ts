import type { AuditState } from "../../tenant/audit/audit-entry.entity";
import type { ChangeScope, CompanyChanges } from "../../tenant/audit/company-changes";
import { NotKept, outcomeOf } from "../../tenant/audit/not-kept";
import { insertRows, updateAtVersion } from "../../infra/db/query/rows";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import type { Bilingual } from "../../kernel/locale";
import { requireVersion } from "../../kernel/stale-edit";
import { optionalText } from "../../kernel/text";
import { ConnectionEntity } from "../connections/connection.entity";
import { defaultConnection, namedConnection } from "../connections/connection-lookup";
import type { MappingRule } from "./mapping";
import { MappingRuleEntity } from "./mapping-rule.entity";
import { knownLists, NO_LISTS, type KnownLists } from "./known-lists";
import { requireInLists } from "./rule-check";

export const MAX_RULES = 2_000;
const MAX_PAYMENT_DAYS = 365;

export interface MappingSettings {
  /** Id or name; left out: the company's default. */
  readonly connection?: string | null;
  /** Read once the actor may set them. */
  readonly rules: (known: KnownBooks) => readonly MappingRule[];
  /** Whether all other rules are taken away. */
  readonly replace: boolean;
  /** Of the connection. */
  readonly expectedVersion?: number | null;
  /** Does all of it, and takes it back at the end. */
  readonly dryRun?: boolean;
}

/** What rules are checked against. */
export interface KnownBooks {
  readonly connection: ConnectionEntity;
  readonly lists: KnownLists;
}

/** A rule as it was and as it is; null: there was, or is, none of that match. */
export interface RuleDifference {
  readonly before: MappingRule | null;
  readonly after: MappingRule | null;
}

export interface MappingChange {
  readonly connection: ConnectionEntity;
  readonly policyRevision: number;
  readonly differences: readonly RuleDifference[];
}

const TEXTS = {
  noConnection: { en: "The company has no connection yet.", fr: "L’entreprise n’a pas encore de connexion." },
  tooMany: {
    en: `A mapping has at most ${MAX_RULES} rules.`,
    fr: `Une table de correspondance a au plus ${MAX_RULES} règles.`,
  },
  twice: {
    en: "Two rules match the same: give each match once.",
    fr: "Deux règles visent la même chose : donnez chaque critère une seule fois.",
  },
  value: {
    en: "Say what the rule matches on: a code, a cost type, a vendor or a project; the default has none.",
    fr: "Dites ce que vise la règle : un code, un type de coût, un fournisseur ou un projet ; la règle par défaut ne vise rien.",
  },
  days: {
    en: `Payment days are a whole number from 0 to ${MAX_PAYMENT_DAYS}.`,
    fr: `Le délai de paiement est un nombre entier de jours, de 0 à ${MAX_PAYMENT_DAYS}.`,
  },
} as const satisfies Record<string, Bilingual>;

/** Sets how a company books what it sends by a connection. */
export class MappingService {
  constructor(private readonly changes: CompanyChanges) {}

  /**
   * Sets rules, each in the place of the one that matches the same; one that says nothing takes that away. Throws
   * PolicyRefusal, Refusal NOT_FOUND, BAD_INPUT (also for what the ledger's lists do not have, where they were read) or
   * StaleEdit.
   */
  async set(actor: Actor, company: string, settings: MappingSettings): Promise<MappingChange> {
    const work = this.changes.run({ actor, company, action: "configure" }, async (scope) => {
      const change = await this.change(scope, settings);
      if (settings.dryRun) throw new NotKept(change);
      return change;
    });
    return outcomeOf(work);
  }

  private async change(scope: ChangeScope, settings: MappingSettings): Promise<MappingChange> {
    const { manager, company } = scope;
    const connection = settings.connection
      ? await namedConnection(manager, company.id, settings.connection)
      : await defaultConnection(manager, company.id);
    if (!connection) throw new BilingualRefusal("BAD_INPUT", TEXTS.noConnection, ["input", "connection"]);
    requireVersion(connection, settings.expectedVersion);
    const before = await manager.findBy(MappingRuleEntity, { connectionId: connection.id });
    const lists = (await knownLists(manager, [connection.id])).get(connection.id) ?? NO_LISTS;
    const given = settings.rules({ connection, lists });
    requireRoom(given);
    const rules = given.map((rule, index) =>
      requireRule({ connection, lists }, rule, ["input", "rules", String(index)]),
    );
    requireOnce(rules);
    const after = merged(before, rules, settings.replace);
    requireRoom(after);
    const policyRevision = await this.store(scope, connection, before, after);
    const version = settings.dryRun ? connection.version : connection.version + 1;
    return { connection: { ...connection, version }, policyRevision, differences: differencesOf(before, after) };
  }

  private async store(
    scope: ChangeScope,
    connection: ConnectionEntity,
    before: readonly MappingRule[],
    after: readonly MappingRule[],
  ): Promise<number> {
    const { manager, company, at } = scope;
    await manager.delete(MappingRuleEntity, { connectionId: connection.id });
    const rows = after.map((rule) => ({
      ...rule,
      id: newId(),
      companyId: company.id,
      connectionId: connection.id,
      createdAt: at,
    }));
    await insertRows(manager, MappingRuleEntity, rows);
    await updateAtVersion(manager, ConnectionEntity, connection, {});
    return scope.record({
      action: "mapping.set",
      targetKind: "mapping",
      targetId: connection.id,
      before: stateOf(before),
      after: stateOf(after),
    });
  }
}

/** What two rules that match the same have in common. */
export function nameOf({ feature, matchOn, matchValue }: MappingRule): string {
  return [feature, matchOn, matchValue].join("|");
}

function requireRoom(rules: readonly MappingRule[]): void {
  if (rules.length > MAX_RULES) throw new BilingualRefusal("BAD_INPUT", TEXTS.tooMany, ["input", "rules"]);
}

/** The rule, tidied. Throws Refusal BAD_INPUT at its field, also for what the ledger's lists do not have. */
export function requireRule({ connection, lists }: KnownBooks, rule: MappingRule, at: readonly string[]): MappingRule {
  const read = readRule(rule, at);
  requireInLists(lists, connection, read, at);
  return read;
}

function readRule(rule: MappingRule, at: readonly string[]): MappingRule {
  const field = (name: string) => [...at, name];
  const code = (name: string, value: string | null) => optionalText("code", value, 50, field(name));
  const matchValue = optionalText("code", rule.matchValue, 255, field("matchValue")) ?? "";
  if ((matchValue === "") !== (rule.matchOn === "default"))
    throw new BilingualRefusal("BAD_INPUT", TEXTS.value, field("matchValue"));
  const days = rule.paymentDays;
  if (days !== null && !(Number.isInteger(days) && days >= 0 && days <= MAX_PAYMENT_DAYS))
    throw new BilingualRefusal("BAD_INPUT", TEXTS.days, field("paymentDays"));
  return {
    ...rule,
    matchValue,
    accountCode: code("account", rule.accountCode),
    taxType: code("taxType", rule.taxType),
  };
}

function requireOnce(rules: readonly MappingRule[]): void {
  const seen = new Set<string>();
  const index = rules.map(nameOf).findIndex((name) => seen.has(name) || !seen.add(name));
  if (index >= 0) throw new BilingualRefusal("BAD_INPUT", TEXTS.twice, ["input", "rules", String(index)]);
}

function merged(before: readonly MappingRule[], rules: readonly MappingRule[], replace: boolean): MappingRule[] {
  const given = new Set(rules.map(nameOf));
  return [...(replace ? [] : before.filter((one) => !given.has(nameOf(one)))), ...rules.filter(saysSomething)];
}

function differencesOf(before: readonly MappingRule[], after: readonly MappingRule[]): RuleDifference[] {
  const [was, is] = [before, after].map((rules) => new Map(rules.map((rule) => [nameOf(rule), rule])));
  const names = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].sort();
  const pairs = names.map((name) => ({ before: was?.get(name) ?? null, after: is?.get(name) ?? null }));
  return pairs.filter((pair) => !pair.before || !pair.after || said(pair.before) !== said(pair.after));
}

function saysSomething({ accountCode, taxType, trackingOptionId, paymentDays, arrivesAs }: MappingRule): boolean {
  return [accountCode, taxType, trackingOptionId, paymentDays, arrivesAs].some((one) => one !== null);
}

/** What the audit trail keeps: each rule in a line, by what it matches. */
function stateOf(rules: readonly MappingRule[]): AuditState {
  const told = rules.map((rule) => [nameOf(rule), said(rule)] as const);
  return Object.fromEntries(told.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function said({ accountCode, taxType, trackingOptionId, paymentDays, arrivesAs }: MappingRule): string {
  const values = { accountCode, taxType, trackingOptionId, paymentDays, arrivesAs };
  return Object.entries(values)
    .flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]))
    .join(", ");
}
