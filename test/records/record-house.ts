import type { Actor } from "../../src/kernel/actor";
import type { RecordAddress } from "../../src/records/transaction/record-transaction";
import type { OfferedItem } from "../../src/records/approval/offering.service";
import type { RecordEntity } from "../../src/records/record/record.entity";
import { openTestDatabase } from "../support/database";
import { House, person, SEED } from "../support/house";

export const admin = person("admin@acme.test");
export const manager = person("manager@acme.test");
export const approver = person("approver@acme.test");
export const second = person("second@acme.test");
export const reader = person("reader@acme.test");
export const LEDGER = { kind: "system", id: "ledger", name: "ledger" } as const;

const item = (feature: OfferedItem["feature"], values: Record<string, unknown>): OfferedItem => ({ feature, values });

export const CODE = item("cost_code", { code: "05-120", description: "Steel", costType: "subcontract" });
export const PROJECT = item("project", { project: "P-1", usesErpCostCodes: true, toolEnabled: true, isNew: true });
export const VENDOR = item("vendor", { number: "V-1", name: "Steel Works", counterpartLookedFor: true });

export function commitment(values: Record<string, unknown> = {}): OfferedItem {
  return item("commitment", {
    project: "P-1",
    kind: "subcontract",
    number: "SC-1",
    title: "Steel",
    vendor: "V-1",
    date: "2026-10-01",
    status: "approved",
    lines: [{ number: "1", costCode: "05-120", amount: "1000.00" }],
    ...values,
  });
}

export function changeOrder(values: Record<string, unknown> = {}): OfferedItem {
  return item("commitment_change_order", {
    project: "P-1",
    commitment: "SC-1",
    number: "CO-1",
    title: "More steel",
    vendor: "V-1",
    status: "approved",
    lines: [{ commitmentLine: "1", costCode: "05-120", amount: "100.00" }],
    ...values,
  });
}

export function invoice(values: Record<string, unknown> = {}): OfferedItem {
  return item("subcontractor_invoice", {
    project: "P-1",
    commitment: "SC-1",
    number: "I-1",
    vendor: "V-1",
    billingDate: "2026-10-31",
    periodStart: "2026-10-01",
    periodEnd: "2026-10-31",
    status: "approved",
    lines: [{ costCode: "05-120", amount: "400.00" }],
    ...values,
  });
}

/** `acme`, live, with a project, who offers, two who may send, and one who may only look. */
export class RecordHouse extends House {
  static async open(): Promise<RecordHouse> {
    const house = new RecordHouse(await openTestDatabase());
    await house.furnish();
    return house;
  }

  protected async furnish(): Promise<void> {
    const { member, project, approver: approvers, connection, implementation } = this.services;
    await this.register("acme");
    await this.register("globex");
    for (const code of ["P-1", "P-2"]) await project.add(SEED, "acme", { code, name: `Project ${code}` });
    for (const name of ["manager", "approver", "second", "reader"])
      await member.add(SEED, "acme", {
        email: `${name}@acme.test`,
        name,
        toolLevel: name === "manager" ? "none" : "read_only",
      });
    for (const code of ["P-1", "P-2"])
      await project.setLevels(SEED, "acme", {
        project: code,
        member: "manager@acme.test",
        levels: [
          { tool: "commitments", level: "admin" },
          { tool: "change_orders", level: "admin" },
        ],
      });
    const features = ["commitment", "commitment_change_order", "subcontractor_invoice", "vendor"] as const;
    for (const name of ["approver", "second"])
      await approvers.designate(SEED, "acme", {
        member: `${name}@acme.test`,
        features: features.map((feature) => ({ feature })),
        reason: "Named",
      });
    const ledger = { edition: "established", country: "US", organisationName: "Acme", trackingCategory: "Job" };
    await connection.configure(SEED, "acme", { ...ledger, status: "authorised" });
    for (const phase of ["implementation", "getting_started"] as const)
      await implementation.enterPhase(SEED, "acme", { phase, reason: "Test" });
  }

  async offer(actor: Actor, offered: OfferedItem): Promise<RecordEntity> {
    return (await this.services.offering.offer(actor, "acme", offered)).record;
  }

  /** Sends it as it is now. */
  async send(actor: Actor, record: Pick<RecordEntity, "id">) {
    return this.services.records.send(actor, await this.seen(record));
  }

  /** The record as somebody who looks now sees it. */
  async seen({ id }: Pick<RecordEntity, "id">): Promise<RecordAddress> {
    return { company: "acme", record: id, expectedVersion: (await this.record(id)).version };
  }

  /** Offered and in the ledger. */
  async synced(offered: OfferedItem, actor: Actor = SEED): Promise<RecordEntity> {
    const record = await this.offer(actor, offered);
    await this.send(SEED, record);
    return this.accept(record);
  }

  accept({ companyId, id: recordId, revision, number, feature }: RecordEntity): Promise<RecordEntity> {
    const sent = { companyId, recordId, revision };
    return this.services.recordOutcomes.accepted(LEDGER, sent, `erp-${feature}-${number}`);
  }

  /** Everything that a commitment builds on is in the ledger. */
  async foundations(): Promise<void> {
    for (const offered of [CODE, PROJECT, VENDOR]) await this.synced(offered);
  }

  async record(id: string): Promise<RecordEntity> {
    return this.database.read().findOneByOrFail<RecordEntity>("RecordEntity", { id });
  }
}
