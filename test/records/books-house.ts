import { AccountingConnector } from "../../src/erp/connector/accounting-connector";
import { SandboxApi } from "../../src/dev/ledger/sandbox-api";
import type { Json } from "../../src/dev/ledger/ledger-object";
import { SandboxLedger } from "../../src/dev/ledger/http/sandbox-ledger";
import { SANDBOX_TENANT, type Tenant } from "../../src/dev/ledger/sandbox-parts";
import { SandboxTokens } from "../../src/dev/ledger/sandbox-tokens";
import { ConnectionEntity } from "../../src/erp/connections/connection.entity";
import { Relay } from "../../src/infra/outbox/relay";
import { RELAY_DEFAULTS } from "../../src/infra/outbox/relay-settings";
import { RecordHandler } from "../../src/records/delivery/record-handler";
import { RecordEntity } from "../../src/records/record/record.entity";
import type { Feature } from "../../src/policy/model/vocabulary";
import { LedgerCaller } from "../erp/connector/ledger-caller";
import type { Actor } from "../../src/kernel/actor";
import { person, SEED } from "../support/house";
import { CODE, PROJECT, RecordHouse, VENDOR } from "./record-house";

/** The company with its sandbox ledger: what is sent arrives there, and what is done there can be read. */
export class BooksHouse {
  private constructor(
    readonly house: RecordHouse,
    readonly ledger: SandboxLedger,
    readonly caller: LedgerCaller,
    private readonly relay: Relay,
    /** The organisation of each connection; others are the first one's. */
    readonly organisations: Map<string, string>,
  ) {}

  static async open(tenants: readonly Tenant[] = [SANDBOX_TENANT]): Promise<BooksHouse> {
    const house = await RecordHouse.open();
    const ledger = await SandboxLedger.start({ file: ":memory:", port: 0, clock: house.clock, tenants });
    const address = () => ledger.address;
    const api = new SandboxApi({ address, tokens: new SandboxTokens(address), timeoutMs: 60_000 });
    const connector = new AccountingConnector("sandbox", api);
    const organisations = new Map<string, string>();
    const route = (lane: string) => ({
      connector,
      tenancy: { connectionId: lane, tenantId: organisations.get(lane) ?? SANDBOX_TENANT.id },
    });
    house.services.ledgerRoutes.attach(route);
    const { recordOutcomes: outcomes } = house.services;
    const publicUrl = "https://ledgergate.test";
    const handler = new RecordHandler({ database: house.database, outcomes, route, publicUrl });
    const relay = new Relay(house.database, handler, {
      ...RELAY_DEFAULTS,
      name: "test",
      clock: house.clock,
      limits: { concurrent: 5, perMinute: 60, perDay: 5000 },
      random: () => 0.5,
      steady: () => house.clock.now().getTime(),
    });
    const caller = new LedgerCaller(ledger);
    await caller.consent();
    await caller.call("PUT", "TrackingCategories", { Name: "Job" });
    return new BooksHouse(house, ledger, caller, relay, organisations);
  }

  close(): Promise<void> {
    return this.ledger.stop();
  }

  /** Lets time pass until nothing is left to deliver. */
  async deliver(): Promise<void> {
    for (let round = 0; round < 40; round += 1) {
      const next = await this.relay.turn();
      if (!next) return;
      this.house.clock.set(new Date(Math.max(next.getTime(), this.house.clock.now().getTime() + 1)));
    }
  }

  async relayOnce(): Promise<void> {
    await this.relay.turn();
  }

  /** Offered, sent, and in the ledger. */
  async delivered(offered: Parameters<RecordHouse["offer"]>[1]): Promise<RecordEntity> {
    const record = await this.house.offer(SEED, offered);
    await this.house.send(SEED, record);
    await this.deliver();
    const there = await this.house.record(record.id);
    if (there.state !== "synced") throw new Error(`${there.state} ${there.failureText ?? ""}`);
    return there;
  }

  async foundations(): Promise<void> {
    for (const offered of [CODE, PROJECT, VENDOR]) await this.delivered(offered);
  }

  connection(): Promise<ConnectionEntity> {
    return this.house.database.read().findOneByOrFail(ConnectionEntity, { trackingCategory: "Job" });
  }

  /** Something happens in the ledger a minute later; answers the row as it is then. */
  async inLedger(method: "PUT" | "POST", path: string, body: Json, tenant?: string): Promise<Json> {
    this.pass(1);
    const headers: Record<string, string> = tenant === undefined ? {} : { "xero-tenant-id": tenant };
    const answer = await this.caller.call(method, path, body, headers);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    const [rows] = Object.values(answer.body).filter(Array.isArray);
    const row = (rows?.[0] ?? {}) as Json;
    if (row.HasErrors) throw new Error(JSON.stringify(row.ValidationErrors));
    return row;
  }

  pass(minutes: number): void {
    this.house.clock.advance(minutes * 60_000);
    // Tokens of the ledger last half an hour.
    this.ledger.store.keepToken({
      value: this.caller.access,
      use: "access",
      grantId: "test",
      expiresAt: this.house.clock.now().getTime() + 30 * 60_000,
      spent: false,
      detail: {},
    });
  }

  /** What the schedule does once everything is due again. */
  async readAll(): Promise<void> {
    this.pass(25 * 60);
    await this.house.services.ledgerImport.run();
  }

  /** The company's one exported record of the feature. */
  exported(feature: Feature): Promise<RecordEntity> {
    return this.house.database.read().findOneByOrFail(RecordEntity, { feature, direction: "export" });
  }

  /** An administrator of the tool who is an approver of everything, and Admin on the project's commitments. */
  async allPowerful(): Promise<Extract<Actor, { kind: "person" }>> {
    const { member, approver, project } = this.house.services;
    await member.add(SEED, "acme", { email: "chief@acme.test", name: "Chief", toolLevel: "admin" });
    const features = ["commitment", "commitment_change_order", "subcontractor_invoice", "vendor"] as const;
    await approver.designate(SEED, "acme", {
      member: "chief@acme.test",
      features: features.map((feature) => ({ feature })),
      reason: "Named",
    });
    await project.setLevels(SEED, "acme", {
      project: "P-1",
      member: "chief@acme.test",
      levels: [
        { tool: "commitments", level: "admin" },
        { tool: "change_orders", level: "admin" },
      ],
    });
    return person("chief@acme.test");
  }

  records(feature: Feature): Promise<RecordEntity[]> {
    return this.house.database
      .read()
      .find(RecordEntity, { where: { feature, direction: "import" }, order: { createdAt: "ASC", id: "ASC" } });
  }
}
