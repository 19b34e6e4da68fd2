import { execFileSync } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SANDBOX_TENANT } from "../../src/dev/ledger/sandbox-parts";
import { LedgerStore } from "../../src/dev/ledger/ledger-store";
import { LedgerAccessEntity } from "../../src/erp/oauth/ledger-access.entity";
import { Caller } from "./caller";
import { databaseUrl } from "./database-url";
import { ADMIN, approverEmail, COMPANY, furnish, RunFolder } from "./house";
import { NeighbourProcess, ServerProcess } from "./processes";
import { seeded } from "./seeded";

const CONSENT = `mutation ($input: AuthorizeConnectionInput!) { authorizeConnection(input: $input) {
  consentAddress userErrors { code } } }`;
const SUBMIT = `mutation ($input: SubmitRecordListInput!) { submitRecordList(input: $input) { refused } }`;
const READY = `query ($slug: String!) { company(slug: $slug) { erpIntegration {
  records(filter: READY_TO_EXPORT, first: 5) { edges { node { id version } } } } } }`;
const SEND = `mutation ($input: RecordsInput!) { sendRecords(input: $input) { results { outcome } } }`;
const MINUTE = 60_000;

let folder: RunFolder;
let ledger: NeighbourProcess;
let server: ServerProcess;

beforeAll(async () => {
  const root = path.join(__dirname, "../..");
  execFileSync(process.execPath, ["src/cli/prepare.cjs", "--build"], { cwd: root, stdio: "pipe" });
  folder = new RunFolder(await databaseUrl());
  await furnish(folder, ["T-1"], 1);
  folder.clock.jump(30 * MINUTE);
  ledger = await NeighbourProcess.ledger(folder);
  server = new ServerProcess(folder, 0, { SANDBOX_LEDGER_URL: ledger.address });
  await server.start();
}, 600_000);
afterAll(async () => {
  await server?.stop();
  await ledger?.stop();
  folder?.remove();
});

/** The administrator consents in their browser. */
async function consent(caller: Caller): Promise<void> {
  const input = { input: { company: COMPANY } };
  const { authorizeConnection: begun } = await caller.insist<{
    authorizeConnection: { consentAddress: string | null; userErrors: object[] };
  }>(ADMIN, CONSENT, input);
  const asked = await fetch(begun.consentAddress ?? "", { redirect: "manual" });
  const back = new URL(asked.headers.get("location") ?? "");
  const shown = await (await fetch(`${server.url}${back.pathname}${back.search}`)).text();
  const choice = /name="choice" value="([^"]+)"/.exec(shown)?.[1] ?? "";
  const chosen = new URLSearchParams({ choice, organisation: SANDBOX_TENANT.id });
  const kept = await fetch(`${server.url}/connections/xero/choice`, { method: "POST", body: chosen });
  if (!kept.ok) throw new Error(await kept.text());
}

async function access(): Promise<LedgerAccessEntity> {
  const app = await folder.openApp();
  try {
    return await app.database.read().findOneByOrFail(LedgerAccessEntity, { tenantId: SANDBOX_TENANT.id });
  } finally {
    await app.close();
  }
}

async function until(true_: () => boolean | Promise<boolean>): Promise<void> {
  for (const patience = Date.now() + 120_000; Date.now() < patience; await sleep(5)) if (await true_()) return;
  throw new Error("It did not come to that");
}

test("a server that is killed between the new token's answer and its save recovers with the old token", async () => {
  const caller = await Caller.open(folder, [server], seeded(1));
  await consent(caller);
  const before = await access();
  // The token is over; its renewal is answered, and the answer is on its way when the process dies.
  folder.clock.jump(31 * MINUTE);
  const spent = () => {
    const store = new LedgerStore(folder.ledgerFile);
    try {
      return store.spentRefreshTokens();
    } finally {
      store.close();
    }
  };
  const already = spent();
  await ledger.control("POST", "faults", {
    fault: { kind: "delay", milliseconds: 60_000, when: "after" },
    pathPart: "/identity/connect/token",
    // The server that is started again may ask at once: nothing is answered before what is kept has been looked at.
    count: 1_000,
  });
  const text = JSON.stringify({ feature: "cost_code", code: "C-1", description: "Code", costType: "subcontract" });
  const list = { company: COMPANY, text, format: "JSON_LINES", dryRun: false };
  await caller.insist(ADMIN, SUBMIT, { input: list });
  const found = await caller.insist<{
    company: { erpIntegration: { records: { edges: { node: { id: string; version: number } }[] } } };
  }>(approverEmail(0), READY, { slug: COMPANY });
  const records = found.company.erpIntegration.records.edges.map(({ node: { id, version } }) => ({
    record: id,
    expectedVersion: version,
  }));
  await caller.insist(approverEmail(0), SEND, { input: { company: COMPANY, records } });
  await until(() => spent() > already);
  await server.kill();
  // Nothing was kept: what is there is the old pair.
  expect((await access()).refreshToken).toBe(before.refreshToken);
  await ledger.control("DELETE", "faults");
  await until(async () => {
    folder.clock.jump(10_000);
    await sleep(500);
    const store = new LedgerStore(folder.ledgerFile);
    const there = store.count(SANDBOX_TENANT.id, "Items");
    store.close();
    return there === 1;
  });
  const after = await access();
  expect([after.state, after.refreshToken === before.refreshToken]).toEqual(["active", false]);
}, 600_000);
