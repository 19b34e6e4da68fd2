import type { AuditState } from "../../tenant/audit/audit-entry.entity";
import type { ChangeScope, CompanyChanges } from "../../tenant/audit/company-changes";
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
import { knownLists, NO_LISTS } from "./known-lists";
import { requireInLists } from "./rule-check";

export const MAX_RULES = 2_000;
const MAX_PAYMENT_DAYS = 365;

export interface MappingSettings {
  /** Id or name; left out: the company's default. */
  readonly connection?: string | null;
  /** Read once the actor may set them. */
  readonly rules: () => readonly MappingRule[];
  /** Whether all other rules are taken away. */
  readonly replace: boolean;
  /** Of the connection. */
  readonly expectedVersion?: number | null;
}

export interface MappingChange {
  readonly connection: ConnectionEntity;
  readonly policyRevision: number;
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
  set(actor: Actor, company: string, settings: MappingSettings): Promise<MappingChange> {
    return this.changes.run({ actor, company, action: "configure" }, async (scope) => {
      const { manager, company: tenant } = scope;
      const connection = settings.connection
        ? await namedConnection(manager, tenant.id, settings.connection)
        : await defaultConnection(manager, tenant.id);
      if (!connection) throw new BilingualRefusal("BAD_INPUT", TEXTS.noConnection, ["input", "connection"]);
      requireVersion(connection, settings.expectedVersion);
      const before = await manager.findBy(MappingRuleEntity, { connectionId: connection.id });
      const rules = settings.rules().map(readRule);
      requireOnce(rules);
      const lists = (await knownLists(manager, [connection.id])).get(connection.id) ?? NO_LISTS;
      rules.forEach((rule, index) => requireInLists(lists, connection, rule, ["input", "rules", String(index)]));
      const after = merged(before, rules, settings.replace);
      if (after.length > MAX_RULES) throw new BilingualRefusal("BAD_INPUT", TEXTS.tooMany, ["input", "rules"]);
      return this.store(scope, connection, before, after);
    });
  }

  private async store(
    scope: ChangeScope,
    connection: ConnectionEntity,
    before: readonly MappingRule[],
    after: readonly MappingRule[],
  ): Promise<MappingChange> {
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
    const policyRevision = await scope.record({
      action: "mapping.set",
      targetKind: "mapping",
      targetId: connection.id,
      before: stateOf(before),
      after: stateOf(after),
    });
    return { connection: { ...connection, version: connection.version + 1 }, policyRevision };
  }
}

function nameOf({ feature, matchOn, matchValue }: MappingRule): string {
  return [feature, matchOn, matchValue].join("|");
}

function readRule(rule: MappingRule, index: number): MappingRule {
  const field = (name: string) => ["input", "rules", String(index), name];
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
  const names = rules.map(nameOf);
  const index = names.findIndex((name, at) => names.indexOf(name) < at);
  if (index >= 0) throw new BilingualRefusal("BAD_INPUT", TEXTS.twice, ["input", "rules", String(index)]);
}

function merged(before: readonly MappingRule[], rules: readonly MappingRule[], replace: boolean): MappingRule[] {
  const given = new Set(rules.map(nameOf));
  return [...(replace ? [] : before.filter((one) => !given.has(nameOf(one)))), ...rules.filter(saysSomething)];
}

function saysSomething({ accountCode, taxType, trackingOptionId, paymentDays, arrivesAs }: MappingRule): boolean {
  return [accountCode, taxType, trackingOptionId, paymentDays, arrivesAs].some((one) => one !== null);
}

/** What the audit trail keeps: each rule in a line, by what it matches. */
function stateOf(rules: readonly MappingRule[]): AuditState {
  const told = rules.map((rule) => {
    const { accountCode, taxType, trackingOptionId, paymentDays, arrivesAs } = rule;
    const values = { accountCode, taxType, trackingOptionId, paymentDays, arrivesAs };
    const said = Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]));
    return [nameOf(rule), said.join(", ")] as const;
  });
  return Object.fromEntries(told.sort(([a], [b]) => (a < b ? -1 : 1)));
}
