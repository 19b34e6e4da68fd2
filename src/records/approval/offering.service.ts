import { fill } from "../../kernel/catalogue";
import type { EntityManager } from "typeorm";
import type { ChangeScope } from "../../tenant/companies/company-change";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { memberIdOf } from "../../tenant/companies/member-lookup";
import { namedConnection } from "../../erp/connections/connection-lookup";
import { localeOf, type Actor } from "../../kernel/actor";
import { BilingualRefusal, Refusal } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import type { Bilingual, Locale } from "../../kernel/locale";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { projectNamed } from "../../directory/projects/project-reference";
import { applyEvent, changedFields, insertRecord } from "../transaction/record-keeping";
import type { RecordAddress, RecordTransaction } from "../transaction/record-transaction";
import type { ItemValues } from "../item/checking";
import { toldFault, type ToldFault } from "../item/fault-texts";
import type { ItemFault } from "../item/field";
import { isOffered, type Offered } from "../item/forms";
import { heldFaults } from "../document/held-by-ledger";
import { readItem, type Item } from "../item/item";
import { ownGaps } from "../item/own-requirements";
import { placed } from "../item/placing";
import { DEFAULT_CONNECTOR } from "../../erp/catalogue/catalogue-item";
import { factsOf } from "../record/record-facts";
import { connectionOfProject } from "../record/record-lane";
import { lockedAmong, lockedFields, mayUpdateSynced } from "../record/record-locks";
import { BLANK } from "../record/blank-record";
import { RecordEntity } from "../record/record.entity";
import { RECORD_TEXTS } from "../texts/record-texts";

/** An item as somebody offers it; nothing in it is trusted. */
export interface OfferedItem {
  readonly feature: Offered;
  readonly values: ItemValues;
}

/** What came of an offer. Unchanged: the very same item is waiting, on its way or synced already. */
export interface Offer {
  readonly record: RecordEntity;
  readonly outcome: "submitted" | "resubmitted" | "unchanged";
  /** Whether there was no such record before. */
  readonly isNew: boolean;
}
type Done = Omit<Offer, "isNew">;

/** The item is not fit to be offered; all that is wrong, at once. */
export class UnfitItem extends Refusal {
  readonly faults: readonly ToldFault[];

  constructor(faults: readonly ItemFault[], locale: Locale) {
    const told = faults.map((fault) => toldFault(fault, locale));
    super("BAD_INPUT", told.map(({ field, message }) => `${field.join(".")}: ${message}`).join(" "), ["input"]);
    this.faults = told;
  }
}

const NOT_OFFERED: Bilingual = {
  en: "What is read from the ERP is not offered to it.",
  fr: "Ce qui est lu dans l’ERP ne lui est pas proposé.",
};
const NO_LATER_VERSION: Bilingual = {
  en: "The ERP takes no later version of it: unlink it first, or offer a new one.",
  fr: "L’ERP n’en accepte pas de version ultérieure : dissociez-le d’abord, ou proposez-en un nouveau.",
};

/** Offers items of the platform to the ERP: new ones, corrected ones, later versions of synced ones. */
export class OfferingService {
  constructor(private readonly desk: RecordTransaction) {}

  /**
   * Offers an item. The same item offered again is the same record: what names it says the form. Throws Refusal
   * NOT_FOUND, UnfitItem, ILLEGAL_MOVE or LOCKED_FIELD, and PolicyRefusal with the decision.
   * @param dryRun judges and checks, and changes nothing; the answer's record is what it would be
   */
  offer(actor: Actor, company: string, offered: OfferedItem, dryRun = false): Promise<Offer> {
    return this.desk.inCompany(actor, company, async (found, manager) => {
      const locale = localeOf(actor);
      const item = await itemOf(manager, found, offered, locale);
      const { feature, sourceKey } = item;
      const current = await manager.findOneBy(RecordEntity, { companyId: found.id, feature, sourceKey });
      const record = newRecord(found, item);
      requireHeld(record, locale);
      if (current) return { ...(await this.again(actor, found, current, item, dryRun)), isNew: false };
      return this.desk.permitted(actor, found, { action: "submit", record }, async (scope) => {
        const made = await this.made(scope, item, record);
        const kept = dryRun ? made : await insertRecord(scope, made, "submit", item);
        return { record: kept, outcome: "submitted", isNew: true };
      });
    });
  }

  /** Offers a record's own item again, as it is. */
  resubmit(actor: Actor, address: RecordAddress): Promise<Offer> {
    return this.desk.open(actor, address, "resubmit", ({ company, record }) => {
      // Whether the project is in use the project says, not the form.
      const { active: _active, ...values } = record.payload;
      const { feature, connectionId } = record;
      const whose = feature === "vendor" || feature === "cost_code" ? { connection: connectionId } : {};
      if (isOffered(feature)) return this.offer(actor, company.id, { feature, values: { ...values, ...whose } });
      throw new BilingualRefusal("ILLEGAL_MOVE", NOT_OFFERED, ["input", "record"]);
    });
  }

  /** The company, where it knows the actor; else throws Refusal NOT_FOUND. */
  requireKnown(actor: Actor, company: string): Promise<CompanyEntity> {
    return this.desk.inCompany(actor, company, (found) => Promise.resolve(found));
  }

  private again(
    actor: Actor,
    company: CompanyEntity,
    current: RecordEntity,
    item: Item,
    dryRun: boolean,
  ): Promise<Done> {
    const changed = changedFields(current.payload, item.payload);
    if (changed.length === 0 && ["awaiting", "exporting", "synced"].includes(current.state))
      return this.unchanged(actor, company, current);
    const action = current.state === "rejected" || current.state === "synced" ? "resubmit" : "submit";
    const { projectId, connectionId } = item;
    const facts = factsOf({ ...current, projectId, connectionId });
    return this.desk.permitted(actor, company, { action, record: current, facts }, async (scope) => {
      refuseLocked(current, changed);
      const outcome = action === "submit" ? "submitted" : "resubmitted";
      if (dryRun) return { record: current, outcome };
      const set = {
        ...(await this.offeredNow(scope, item)),
        revision: current.revision + 1,
      };
      return { record: await applyEvent(scope, current, action, { set, references: item.references }), outcome };
    });
  }

  /** For whoever might have submitted it; anybody else is refused, and learns nothing of what is there. */
  private unchanged(actor: Actor, company: CompanyEntity, current: RecordEntity): Promise<Done> {
    const facts = { ...factsOf(current), state: "draft" };
    return this.desk.permitted(actor, company, { action: "submit", record: current, facts }, () =>
      Promise.resolve({ record: current, outcome: "unchanged" }),
    );
  }

  private async made(scope: ChangeScope, item: Item, record: RecordEntity): Promise<RecordEntity> {
    const set = await this.offeredNow(scope, item);
    return { ...record, ...set, state: "awaiting", createdAt: scope.at, updatedAt: scope.at };
  }

  /** What an offer sets: the item, who offers it, and nothing left of an earlier course. */
  private async offeredNow({ manager, company, by, at }: ChangeScope, item: Item): Promise<Partial<RecordEntity>> {
    const creator = item.createdBy === null ? null : await memberIdOf(manager, company.id, item.createdBy);
    return {
      ...columnsOf(item),
      createdById: creator ?? by.id,
      submittedById: by.id,
      submittedAt: at,
      firstApproverId: null,
      hasFirstApproval: false,
      rejectReason: null,
      failureCode: null,
      failureText: null,
      clashExternalId: null,
    };
  }
}

/** Throws UnfitItem: what the ledger would cut, round or refuse is told before anybody approves it. */
function requireHeld(record: RecordEntity, locale: Locale): void {
  const faults = heldFaults(record);
  if (faults.length > 0) throw new UnfitItem(faults, locale);
}

/** The item read by its form, with the company's project that it names. Throws UnfitItem. */
async function itemOf(
  manager: EntityManager,
  company: CompanyEntity,
  { feature, values }: OfferedItem,
  locale: Locale,
): Promise<Item> {
  const project = await projectOf(manager, company.id, values["project"]);
  const { item, faults } = readItem(feature, values, project, company.currency);
  if (item === null) throw new UnfitItem(faults, locale);
  const { connection: named } = item.payload;
  const connection =
    typeof named === "string"
      ? await namedConnection(manager, company.id, named)
      : await connectionOfProject(manager, company.id, project);
  return placed(item, connection);
}

async function projectOf(manager: EntityManager, companyId: string, reference: unknown): Promise<ProjectEntity | null> {
  if (typeof reference !== "string" || reference.trim() === "" || reference.includes("\0")) return null;
  return manager.findOneBy(ProjectEntity, { companyId, ...projectNamed(reference) });
}

function refuseLocked(current: RecordEntity, changed: readonly string[]): void {
  if (current.state !== "synced") return;
  if (!mayUpdateSynced(current.feature)) throw new BilingualRefusal("ILLEGAL_MOVE", NO_LATER_VERSION, ["input"]);
  const locked = lockedAmong(lockedFields(DEFAULT_CONNECTOR, current.feature, current.state), changed);
  if (locked.length > 0)
    throw new BilingualRefusal("LOCKED_FIELD", fill(RECORD_TEXTS.lockedFields, { fields: locked.join(", ") }), [
      "input",
    ]);
}

function columnsOf(item: Item): Partial<RecordEntity> {
  const { amount, payload } = item;
  return {
    kind: item.kind,
    projectId: item.projectId,
    connectionId: item.connectionId,
    number: item.number,
    title: item.title,
    amountMinor: amount?.minor ?? null,
    amountCurrency: amount?.currency ?? null,
    documentDate: item.documentDate,
    vendorNumber: item.vendorNumber,
    parentNumber: item.parentNumber,
    workflowCompleted: item.workflowCompleted,
    itemComplete: ownGaps(DEFAULT_CONNECTOR, item.feature, payload).length === 0,
    payload: { ...payload },
  };
}

/** A record that is not stored yet: to the policy a draft of nobody's. */
function newRecord(company: CompanyEntity, item: Item): RecordEntity {
  const { feature, sourceKey } = item;
  return Object.assign(new RecordEntity(), BLANK, columnsOf(item), {
    id: newId(),
    companyId: company.id,
    direction: "export",
    feature,
    sourceKey,
  });
}
