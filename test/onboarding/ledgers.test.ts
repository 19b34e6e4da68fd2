import { ConnectionEntity } from "../../src/erp/connections/connection.entity";
import { insertRows } from "../../src/infra/db/query/rows";
import { newId } from "../../src/kernel/ids";
import { RecordEntity } from "../../src/records/record/record.entity";
import { recordRow } from "../authorization/search/crowd";
import { openAcme, admin, specialist } from "../support/acme";
import { SEED, type House } from "../support/house";

/* A company that keeps two ledgers: what is asked of the ledger is asked of each that is used. */

const INC = { name: "Acme Inc", edition: "established", country: "US", trackingCategory: "Job" } as const;
const PTY = { name: "Acme Pty", edition: "ultimate", country: "AU" } as const;

interface Item {
  readonly code: string;
  readonly title: string;
  readonly settled: boolean;
  readonly missingConnections: readonly string[];
}

let house: House;
beforeEach(async () => {
  house = await openAcme();
  const { connection, project } = house.services;
  await connection.configure(specialist, "acme", { ...INC, status: "authorised" });
  await connection.add(specialist, "acme", PTY);
  await project.add(SEED, "acme", { code: "P-1", name: "Wharf" });
});

async function itemOf(code: string): Promise<Item> {
  const asked = `{ company(slug: "acme") { implementation { items { code title settled missingConnections } } } }`;
  const answer = await house.ask(admin.email, asked);
  expect(answer.errors).toBeUndefined();
  const { implementation } = answer.data?.["company"] as unknown as { implementation: { items: Item[] } };
  return implementation.items.find((item) => item.code === code)!;
}

const bind = (connection: string | null) =>
  house.services.projectBinding.bind(specialist, "acme", { project: "P-1", connection });
const OF_LEDGERS = ["check_edition", "authorise_connection", "name_tracking_category"];
const settled = async () => {
  const all = [];
  for (const code of OF_LEDGERS) all.push((await itemOf(code)).settled);
  return all;
};

test("a ledger without projects is not used yet; with one it has to be set up, and the item names it", async () => {
  expect(await settled()).toEqual([true, true, true]);
  await bind(PTY.name);
  expect(await settled()).toEqual([true, false, false]);
  expect(await itemOf("authorise_connection")).toMatchObject({
    title: "Have one Xero user authorise the connection (Acme Pty)",
    missingConnections: [PTY.name],
  });
  await house.services.implementation.enterPhase(specialist, "acme", { phase: "implementation", reason: "Agreed" });
  await expect(house.services.implementation.goLive(specialist, "acme", "Eager")).rejects.toMatchObject({
    code: "NOT_READY",
    message: expect.stringContaining("holds the jobs (Acme Pty)") as string,
  });
  const done = { ...PTY, connection: PTY.name, trackingCategory: "Job", status: "authorised" } as const;
  await house.services.connection.configure(specialist, "acme", done);
  expect(await settled()).toEqual([true, true, true]);
});

test("the default counts with or without projects, and alone it needs no name", async () => {
  const revoked = { ...INC, connection: INC.name, status: "revoked" } as const;
  await house.services.connection.configure(specialist, "acme", revoked);
  expect(await itemOf("authorise_connection")).toMatchObject({
    title: "Have one Xero user authorise the connection",
    settled: false,
    missingConnections: [],
  });
  await bind(PTY.name);
  expect((await itemOf("authorise_connection")).missingConnections).toEqual([INC.name, PTY.name]);
});

test("one vendor in the books of two ledgers is no duplicate", async () => {
  const { id } = await house.company("acme");
  const all = await house.database.read().findBy(ConnectionEntity, { companyId: id });
  const plain = { feature: "vendor", project: null, amount: null, state: "draft", submittedBy: null } as const;
  const made = { ...plain, firstApprover: null, prerequisitesBlocked: false, workflowCompleted: false };
  const row = (connectionId: string) =>
    Object.assign(recordRow({ id }, made, { id: () => null, project: () => "" }), {
      ...{ id: newId(), title: "Bright Painting", connectionId },
    });
  const add = (connectionId: string) =>
    house.database.write((manager) => insertRows(manager, RecordEntity, [row(connectionId)] as never[]));
  for (const one of all) await add(one.id);
  const said = { item: "clean_vendors", move: "complete", evidence: "Looked through" } as const;
  await house.services.item.move(admin, "acme", said);
  expect((await itemOf("clean_vendors")).settled).toBe(true);
  await add(all[0]!.id);
  expect((await itemOf("clean_vendors")).settled).toBe(false);
});
