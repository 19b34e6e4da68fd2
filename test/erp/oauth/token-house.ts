import { randomBytes } from "node:crypto";
import { CALLBACK_PATH, createTenancy } from "../../../src/erp/oauth/tenancy";
import { ConnectionEntity } from "../../../src/erp/connections/connection.entity";
import type { LedgerIdentity, TokenSet } from "../../../src/erp/connector/ledger-identity";
import { SandboxLedger } from "../../../src/dev/ledger/http/sandbox-ledger";
import { SANDBOX_TENANT } from "../../../src/dev/ledger/sandbox-parts";
import { ConsentLoss } from "../../../src/erp/oauth/consent-loss";
import { LedgerAccessEntity } from "../../../src/erp/oauth/ledger-access.entity";
import { lossLetters } from "../../../src/erp/oauth/loss-letter";
import { Sealing, type SealingKey } from "../../../src/erp/oauth/sealing";
import { TokenKeeper } from "../../../src/erp/oauth/token-keeper";
import { openTestDatabase } from "../../support/database";
import { House, person, SEED } from "../../support/house";

export const key = (id: string): SealingKey => ({ id, secret: randomBytes(32) });
export const FIRST_KEY = key("first");

type Refreshing = Pick<LedgerIdentity, "refresh" | "tenants">;

/** `acme` with a consent of the sandbox ledger, and as many processes as a test needs. */
export class TokenHouse extends House {
  refreshes = 0;
  readonly warnings: unknown[] = [];
  connectionId = "";
  ledger!: SandboxLedger;
  private tenancy!: ReturnType<typeof createTenancy>;

  static async open(): Promise<TokenHouse> {
    const house = new TokenHouse(await openTestDatabase());
    house.ledger = await SandboxLedger.start({ file: ":memory:", port: 0, clock: house.clock });
    house.tenancy = createTenancy(house.services, {
      sealing: new Sealing([FIRST_KEY]),
      webhookKey: null,
      client: null,
      redirectUri: `http://127.0.0.1${CALLBACK_PATH}`,
      warn: (error) => void house.warnings.push(error),
    });
    house.tenancy.ledgerPlaces.standIn(house.ledger.address);
    await house.register("acme");
    await house.services.connection.configure(SEED, "acme", { edition: "established", country: "US" });
    await house.consent();
    return house;
  }

  /** Each time anew: what was lost is there again. */
  async consent(): Promise<void> {
    const { consent } = this.tenancy;
    const { address } = await consent.begin(person("admin@acme.test"), "acme", null);
    const back = new URL((await fetch(address, { redirect: "manual" })).headers.get("location") ?? "");
    const answer = { state: back.searchParams.get("state") ?? "", code: back.searchParams.get("code") };
    const { token } = await consent.answered(answer);
    await consent.choose(token, SANDBOX_TENANT.id);
    this.connectionId = (await this.access()).id;
  }

  /** The tokens of one process. */
  process(
    name: string,
    {
      keys = [FIRST_KEY],
      through = (real: Refreshing) => real,
    }: { keys?: SealingKey[]; through?: (real: Refreshing) => Refreshing } = {},
  ) {
    const [first = FIRST_KEY, ...older] = keys;
    const loss = new ConsentLoss(this.services.changes, lossLetters);
    const identity = through(this.counted());
    const sealing = new Sealing([first, ...older]);
    const { database, clock } = this;
    const keeper = new TokenKeeper({
      database,
      clock,
      sealing,
      identity,
      loss,
      name,
      warn: (error) => void this.warnings.push(error),
      lookMs: 10,
    });
    const tenancy = { connectionId: this.connectionId, tenantId: SANDBOX_TENANT.id };
    return {
      token: () => keeper.accessToken(tenancy),
      reject: (token: string) => keeper.reject(tenancy, token),
      /** Whether the ledger takes it. */
      works: async () => this.admits(await keeper.accessToken(tenancy)),
    };
  }

  async access(): Promise<LedgerAccessEntity> {
    return this.database.read().findOneByOrFail(LedgerAccessEntity, {});
  }

  async status(): Promise<string> {
    return (await this.database.read().findOneByOrFail(ConnectionEntity, { id: this.connectionId })).status;
  }

  async admits(token: string): Promise<boolean> {
    const headers = { authorization: `Bearer ${token}`, "xero-tenant-id": SANDBOX_TENANT.id };
    return (await fetch(`${this.ledger.address}/api.xro/2.0/Contacts`, { headers })).ok;
  }

  private counted(): Refreshing {
    const real = this.tenancy.ledgerPlaces.identity()!;
    return {
      refresh: (token: string): Promise<TokenSet> => {
        this.refreshes += 1;
        return real.refresh(token);
      },
      tenants: (token) => real.tenants(token),
    };
  }
}
