import { In } from "typeorm";
import type { ChangeScope } from "../../tenant/companies/company-change";
import type { ConnectionEntity } from "../../erp/connections/connection.entity";
import type { LedgerChange } from "../../erp/connector/connector";
import { applyEvent } from "../transaction/record-keeping";
import { RecordEntity } from "../record/record.entity";
import { costsOf, jobOf, moneyOf, paymentOf, vendorOf, type Around, type CostKind } from "./read-items";
import type { Staged, StagedItem } from "./staged-item";
import { stageItem } from "./staging";

/** Counts what came of a reading. */
export interface Kept {
  staged: number;
}

/** Keeps a page of the ledger's changes; answers the first change that must be read once more, if any. */
export async function keepPage(
  scope: ChangeScope,
  connection: ConnectionEntity,
  feature: Staged,
  changes: readonly LedgerChange[],
  kept: Kept,
): Promise<string | null> {
  const around = { category: connection.trackingCategory, currency: scope.company.currency };
  const page = new ImportPage(scope, connection, around, kept);
  switch (feature) {
    case "project":
      return page.jobs(changes);
    case "vendor":
      return page.vendors(changes);
    case "job_cost":
      return page.costs(changes);
    case "commitment_payment":
      return page.payments(changes);
  }
}

class ImportPage {
  constructor(
    private readonly scope: ChangeScope,
    private readonly connection: ConnectionEntity,
    private readonly around: Around,
    private readonly kept: Kept,
  ) {}

  /** Options that the platform itself has made, or is just making, are no news. */
  async jobs(changes: readonly LedgerChange[]): Promise<null> {
    const { manager, company } = this.scope;
    const offered = await manager.findBy(RecordEntity, {
      ...this.ledger(company.id),
      feature: "project",
      direction: "export",
    });
    const ours = new Set(offered.map(({ externalId }) => externalId));
    const under = offered.filter(({ state }) => state === "exporting" || state === "stale");
    const making = new Set(under.map(({ title }) => title));
    await this.learnGroups(offered, changes);
    for (const change of changes) {
      const item = jobOf(change, this.around);
      if (item && !ours.has(item.externalId) && !making.has(item.title)) await this.stage(item);
    }
    return null;
  }

  /** What was sent or linked before the category's id was kept gets it now: its orders name the job by ids. */
  private async learnGroups(offered: readonly RecordEntity[], changes: readonly LedgerChange[]): Promise<void> {
    for (const { id, externalId, externalGroupId } of offered) {
      const change = externalId === null ? undefined : changes.find((one) => one.externalId === externalId);
      const group = change?.body["CategoryID"];
      if (typeof group === "string" && group !== externalGroupId)
        await this.scope.manager.update(RecordEntity, { id }, { externalGroupId: group });
    }
  }

  /** A contact that the platform made carries its record's id as its number. */
  async vendors(changes: readonly LedgerChange[]): Promise<null> {
    const { manager, company } = this.scope;
    const numbers = changes.map(({ body }) => (typeof body["ContactNumber"] === "string" ? body["ContactNumber"] : ""));
    const of = { ...this.ledger(company.id), feature: "vendor", direction: "export" } as const;
    const offered = await manager.find(RecordEntity, {
      where: [
        { ...of, externalId: In(changes.map(({ externalId }) => externalId)) },
        { ...of, id: In(numbers) },
      ],
    });
    const ours = new Set(offered.flatMap(({ id, externalId }) => [id, externalId]));
    for (const [index, change] of changes.entries()) {
      if (ours.has(change.externalId) || ours.has(numbers[index] ?? "")) continue;
      const item = vendorOf(change);
      // What was archived before anybody saw it is no news.
      if (item && (item.invalid === null || (await this.known(item)))) await this.stage(item);
    }
    return null;
  }

  async costs(changes: readonly LedgerChange[]): Promise<null> {
    for (const change of changes) {
      const items = costsOf(change, costKindOf(change), this.around);
      const held = await this.costsHeld(change.externalId);
      const named = new Set(items.map(({ externalId }) => externalId));
      for (const item of items)
        if (item.invalid?.code !== "VOIDED" || held.has(item.externalId)) await this.stage(item);
      for (const record of held.values()) if (!named.has(record.externalId ?? "")) await this.drop(record);
    }
    return null;
  }

  /**
   * Payments count only for invoices that the platform has exported. While invoices are on their way it is not known
   * yet whether one pays them: such a payment is read once more.
   */
  async payments(changes: readonly LedgerChange[]): Promise<string | null> {
    const payments = changes.flatMap((change) => ("AmountDue" in change.body ? [] : [change]));
    await this.totals(changes.filter(({ body }) => "AmountDue" in body));
    const { manager, company } = this.scope;
    const invoices = { ...this.ledger(company.id), feature: "subcontractor_invoice", direction: "export" } as const;
    const onTheWay = await manager.countBy(RecordEntity, { ...invoices, state: In(["exporting", "stale"]) });
    let again: string | null = null;
    for (const change of payments) {
      const item = paymentOf(change, this.around);
      if (!item) continue;
      const [bill] = item.buildsOn;
      const externalId = bill && "externalId" in bill ? bill.externalId : "";
      const invoice = await manager.findOneBy(RecordEntity, { ...invoices, externalId });
      if (!invoice) {
        if (onTheWay > 0) again ??= change.changedAt;
        continue;
      }
      if (item.invalid === null || (await this.known(item))) await this.stage(inCurrencyOf(item, change, invoice));
    }
    return again;
  }

  /** What has to be paid of our bills, and what is still due: the ledger adds the tax, and takes off payments and credits. */
  private async totals(bills: readonly LedgerChange[]): Promise<void> {
    const { manager, company } = this.scope;
    const where = { ...this.ledger(company.id), feature: "subcontractor_invoice", direction: "export" } as const;
    const invoices = await manager.findBy(RecordEntity, {
      ...where,
      state: "synced",
      externalId: In(bills.map(({ externalId }) => externalId)),
    });
    for (const invoice of invoices) {
      const bill = bills.find(({ externalId }) => externalId === invoice.externalId);
      const currency = invoice.amountCurrency ?? company.currency;
      const total = moneyOf(bill?.body["Total"], currency);
      const due = moneyOf(bill?.body["AmountDue"], currency);
      if (!total || !due) continue;
      const said = { payableMinor: total.minor, dueMinor: due.minor, paidMinor: total.minor - due.minor };
      const { payableMinor, dueMinor, paidMinor } = invoice;
      const isNews = payableMinor === null ? total.minor !== invoice.amountMinor : payableMinor !== total.minor;
      const set = { ...said, paidMinor: said.paidMinor === 0 ? paidMinor && 0 : said.paidMinor };
      if (isNews || set.paidMinor !== paidMinor)
        await applyEvent(this.scope, invoice, "paid", { set, reason: "What the ledger says is due" });
      else if (dueMinor !== due.minor) await manager.update(RecordEntity, { id: invoice.id }, { dueMinor: due.minor });
    }
  }

  private async stage(item: StagedItem): Promise<void> {
    const before = await this.known(item);
    const record = await stageItem(this.scope, item, this.connection);
    if (!before || before.version !== record.version) this.kept.staged += 1;
  }

  /** A line that is no longer in the bill, or whose bill is no longer approved. */
  private async drop(record: RecordEntity): Promise<void> {
    if (record.state === "archived" || record.failureCode === "VOIDED") return;
    const text = "The ledger's document no longer has it";
    const set = { failureCode: "VOIDED", failureText: text };
    await applyEvent(this.scope, record, "invalidate", { set, reason: text });
    this.kept.staged += 1;
  }

  private known({ feature, externalId }: StagedItem): Promise<RecordEntity | null> {
    const { manager, company } = this.scope;
    const where = { ...this.ledger(company.id), feature, externalId, direction: "import" } as const;
    return manager.findOneBy(RecordEntity, where);
  }

  /** Only what belongs to the ledger that is read: ids and names of another one mean other things. */
  private ledger(companyId: string) {
    return { companyId, connectionId: this.connection.id };
  }

  private async costsHeld(document: string): Promise<Map<string, RecordEntity>> {
    const { manager, company } = this.scope;
    const rows = await manager
      .createQueryBuilder(RecordEntity, "record")
      .where("record.companyId = :companyId AND record.feature = 'job_cost'", { companyId: company.id })
      .andWhere({ connectionId: this.connection.id })
      .andWhere("record.externalId >= :from AND record.externalId < :until", {
        from: `${document}/`,
        until: `${document}0`,
      })
      .getMany();
    return new Map(rows.map((row) => [row.externalId ?? "", row]));
  }
}

function costKindOf({ body }: LedgerChange): CostKind {
  if (body["Type"] === "SPEND") return "spend_money";
  return body["Type"] === "ACCPAYCREDIT" ? "supplier_credit" : "bill";
}

/** A payment without a currency is in its bill's. */
function inCurrencyOf(item: StagedItem, { body }: LedgerChange, { amountCurrency }: RecordEntity): StagedItem {
  if (amountCurrency === null || item.amount?.currency === amountCurrency) return item;
  const named = (body["Invoice"] as { CurrencyCode?: unknown } | undefined)?.CurrencyCode;
  return typeof named === "string" ? item : { ...item, amount: moneyOf(body["Amount"], amountCurrency) };
}
