import { In, IsNull, Not } from "typeorm";
import type { ConnectionEntity } from "../../erp/connections/connection.entity";
import type { ChangeKind, LedgerChange } from "../../erp/connector/connector";
import { contactUsage, itemUsage, usedLines } from "../../erp/connector/read-usage";
import { knownLists, NO_LISTS } from "../../erp/mapping/known-lists";
import { MappingRuleEntity } from "../../erp/mapping/mapping-rule.entity";
import type { MappingRule } from "../../erp/mapping/mapping";
import { nameOf, requireRule, type KnownBooks } from "../../erp/mapping/mapping.service";
import { proposals, type KnownNames, type LedgerUsage, type Proposal } from "../../erp/mapping/proposal/proposal";
import { DAY_MS, toInstant } from "../../kernel/clock";
import { Refusal } from "../../kernel/errors";
import { RecordEntity } from "../record/record.entity";
import { readingOutcome, retryAfterOf, type SweepOutcome, type SweepParts } from "./change-sweep";

/** Bills that changed since then show how the books are kept now. */
const LOOK_BACK_MS = 180 * DAY_MS;
/** Somebody waits for the answer, and everything else needs the organisation's minute as well. */
const MAX_PAGES: Readonly<Partial<Record<ChangeKind, number>>> = { bill: 10, contact: 5, item: 1 };
const FULL_PAGE = 100;

export interface Proposed {
  readonly outcome: SweepOutcome;
  /** Why it is not complete. */
  readonly reason: string | null;
  readonly proposals: readonly Proposal[];
}

/** Proposes a mapping from what the ledger already uses. Reads, and keeps nothing. */
export class MappingProposal {
  constructor(private readonly parts: Pick<SweepParts, "database" | "clock" | "calls" | "ledgers">) {}

  async propose(connection: ConnectionEntity): Promise<Proposed> {
    try {
      const since = toInstant(new Date(this.parts.clock.now().getTime() - LOOK_BACK_MS));
      const bills = await this.read(connection, "bill", since);
      if (bills === null) return { outcome: "not_connected", reason: null, proposals: [] };
      const items = (await this.read(connection, "item", null)) ?? [];
      const contacts = (await this.read(connection, "contact", null)) ?? [];
      const usage: LedgerUsage = {
        lines: bills.flatMap(({ body }) => usedLines(body)),
        items: new Map(items.map(({ number, body }) => [number, itemUsage(body)])),
        contacts: new Map(contacts.map(({ externalId, body }) => [externalId, contactUsage(body)])),
      };
      const found = proposals(usage, await this.names(connection));
      return { outcome: "complete", reason: null, proposals: await this.acceptable(connection, found) };
    } catch (error) {
      const outcome = readingOutcome(error);
      if (outcome === null) throw error;
      return { outcome, reason: (error as Error).message, proposals: [] };
    }
  }

  /** Null: nothing leads to the ledger. */
  private async read(
    { id, companyId }: ConnectionEntity,
    kind: ChangeKind,
    since: string | null,
  ): Promise<LedgerChange[] | null> {
    const route = this.parts.ledgers.of(id);
    if (!route) return null;
    const changes: LedgerChange[] = [];
    for (let page = 1; page <= (MAX_PAGES[kind] ?? 1); page += 1) {
      const call = () => route.connector.changedSince(route.tenancy, kind, since, page);
      const rows = await this.parts.calls.call({ id, companyId }, call, retryAfterOf);
      changes.push(...rows);
      if (rows.length < FULL_PAGE) break;
    }
    return changes;
  }

  private async names({ id: connectionId, companyId }: ConnectionEntity): Promise<KnownNames> {
    const records = await this.parts.database.read().find(RecordEntity, {
      select: { id: true, feature: true, number: true, externalId: true },
      where: { companyId, connectionId, feature: In(["cost_code", "vendor"]), externalId: Not(IsNull()) },
      order: { number: "ASC" },
    });
    const of = (feature: RecordEntity["feature"]) => records.filter((record) => record.feature === feature);
    return {
      costCodes: of("cost_code").map(({ number }) => number),
      vendors: new Map(of("vendor").map(({ externalId, number }) => [externalId ?? "", number])),
    };
  }

  /** What `setMapping` would take, and the mapping does not say already. */
  private async acceptable(connection: ConnectionEntity, found: readonly Proposal[]): Promise<Proposal[]> {
    const manager = this.parts.database.read();
    const lists = (await knownLists(manager, [connection.id])).get(connection.id) ?? NO_LISTS;
    const rules = await manager.findBy(MappingRuleEntity, { connectionId: connection.id });
    const said = new Map(rules.map((rule) => [nameOf(rule), rule]));
    return found.flatMap((one) => {
      const { accountCode, taxType } = one.rule;
      const before = said.get(nameOf(one.rule));
      if (before && before.accountCode === accountCode && before.taxType === taxType) return [];
      // What the rule says beside that stays.
      const rule = before ? { ...before, accountCode, taxType } : one.rule;
      return isTaken({ connection, lists }, rule) ? [{ ...one, rule }] : [];
    });
  }
}

function isTaken(known: KnownBooks, rule: MappingRule): boolean {
  try {
    requireRule(known, rule, []);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
