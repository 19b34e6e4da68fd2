import { SEED, refusal } from "../support/house";
import { erpKey } from "../../src/records/transaction/counterpart";
import type { StagedItem } from "../../src/records/import/staged-item";
import { admin, commitment, invoice, LEDGER, manager, reader, RecordHouse, VENDOR } from "./record-house";

let house: RecordHouse;
beforeEach(async () => (house = await RecordHouse.open()), 60_000);

const TOOL = `query T($slug: String!, $filter: RecordFilter, $search: String, $iMay: Action, $sort: RecordSort) {
  company(slug: $slug) { erpIntegration {
    counts { filter count } tabs { tab counts { filter count } }
    records(filter: $filter, search: $search, iMay: $iMay, sort: $sort) { totalCount edges { node {
      id version number state project { code } submittedBy { email } mayGiveFirstApproval
      send: decision(action: SEND) { allowed code } retrieve: decision(action: RETRIEVE) { allowed }
      readiness { code number direct fix mutation } history { totalCount edges { node { event } } } } } } } } }`;

interface Tool {
  readonly counts: { filter: string; count: number }[];
  readonly tabs: { tab: string; counts: { filter: string; count: number }[] }[];
  readonly records: { totalCount: number; edges: { node: Record<string, never> & { number: string } }[] };
}

async function tool(email: string, variables: Record<string, unknown> = {}): Promise<Tool> {
  const { data, errors } = await house.ask(email, TOOL, { slug: "acme", ...variables });
  expect(errors).toBeUndefined();
  return (data!["company"] as unknown as { erpIntegration: Tool }).erpIntegration;
}

const numbers = ({ records }: Tool) => records.edges.map(({ node }) => node.number);

async function filled(count: number): Promise<void> {
  await house.foundations();
  await house.synced(commitment({ number: "SC-0" }), manager);
  for (let index = 1; index <= count; index += 1) await house.offer(manager, commitment({ number: `SC-${index}` }));
}

describe("the tool", () => {
  it("lists, counts and finds what the viewer may see, with his own decisions", async () => {
    await filled(3);
    await house.offer(manager, invoice({ commitment: "SC-1" }));
    const seen = await tool("approver@acme.test", { filter: "READY_TO_EXPORT", sort: "NUMBER" });
    expect(numbers(seen)).toEqual(["I-1", "SC-1", "SC-2", "SC-3"]);
    expect(seen.records.edges.map(({ node }) => node["send"])).toMatchObject([
      { allowed: false, code: "PREREQUISITE_NOT_SYNCED" },
      { allowed: true },
      { allowed: true },
      { allowed: true },
    ]);
    expect(seen.records.edges[0]!.node["readiness"]).toEqual([
      { code: "NOT_SYNCED", number: "SC-1", direct: true, fix: "An approver must send it.", mutation: "sendRecord" },
    ]);
    const counted = Object.fromEntries(seen.counts.map(({ filter, count }) => [filter, count]));
    expect(counted).toMatchObject({ READY_TO_EXPORT: 4, SYNCED: 4, FAILED: 0 });
    const inTabs = seen.tabs.flatMap(({ counts }) => counts).reduce((sum, { count }) => sum + count, 0);
    expect(inTabs).toBe(8);
    expect(numbers(await tool("approver@acme.test", { iMay: "SEND", sort: "NUMBER" }))).toEqual([
      "SC-1",
      "SC-2",
      "SC-3",
    ]);
    expect(numbers(await tool("reader@acme.test", { iMay: "SEND" }))).toEqual([]);
    expect(numbers(await tool("reader@acme.test", { search: "sc-2" }))).toEqual(["SC-2"]);
    expect(numbers(await tool("manager@acme.test"))).toEqual([]);
    expect(
      numbers(await tool("manager@acme.test", { iMay: "RETRIEVE", filter: "READY_TO_EXPORT", sort: "NUMBER" })),
    ).toEqual(["I-1", "SC-1", "SC-2", "SC-3"]);
    expect(numbers(await tool("manager@acme.test", { iMay: "SEND" }))).toEqual([]);
    expect(numbers(await tool("reader@acme.test", { iMay: "RETRIEVE" }))).toEqual([]);
  });

  it("costs as many SELECTs for 30 records as for 3", async () => {
    await filled(3);
    const select = async () => {
      const window = house.database.countStatements();
      await tool("approver@acme.test", { filter: "READY_TO_EXPORT" });
      return window.stop();
    };
    const few = await select();
    for (let index = 10; index < 37; index += 1) await house.offer(manager, commitment({ number: `SC-${index}` }));
    expect(await select()).toBe(few);
    expect(few).toBeLessThan(50);
  }, 60_000);

  it("is not there for strangers", async () => {
    const { data } = await house.ask("admin@globex.test", TOOL, { slug: "acme" });
    expect(data).toEqual({ company: null });
  });
});

describe("many at once", () => {
  it("each row counts for itself", async () => {
    await filled(2);
    const blocked = await house.offer(manager, commitment({ number: "SC-9", status: "draft" }));
    const seenBlocked = { record: blocked.id, expectedVersion: blocked.version };
    const ids = (await tool("approver@acme.test", { filter: "READY_TO_EXPORT", sort: "NUMBER" })).records.edges;
    const records = ids.map(({ node: { id, version } }) => ({ record: id, expectedVersion: version }));
    const rows =
      "results { recordId outcome record { state } userErrors { code } decision { code } } userErrors { code }";
    const send = `mutation S($input: RecordsInput!) { sendRecords(input: $input) { ${rows} } }`;
    const sent = await house.ask("approver@acme.test", send, { input: { company: "acme", records } });
    expect(sent.data!["sendRecords"]).toMatchObject({
      userErrors: [],
      results: [
        { outcome: "SENT", record: { state: "EXPORTING" }, userErrors: [] },
        { outcome: "SENT", record: { state: "EXPORTING" } },
        {
          recordId: blocked.id,
          outcome: "REFUSED",
          record: { state: "AWAITING" },
          userErrors: [{ code: "PREREQUISITE_NOT_SYNCED" }],
        },
      ],
    });
    // Who may not look at records learns nothing of one by being refused, nor of a record of another company.
    const aside = await house.ask("manager@acme.test", send, { input: { company: "acme", records: [seenBlocked] } });
    expect(aside.data!["sendRecords"]).toMatchObject({ results: [{ outcome: "REFUSED", record: null }] });
    const elsewhere = await house.ask("admin@globex.test", send, {
      input: { company: "globex", records: [seenBlocked] },
    });
    expect(elsewhere.data!["sendRecords"]).toMatchObject({
      results: [{ record: null, userErrors: [{ code: "NOT_FOUND" }] }],
    });
    await house.services.member.add(SEED, "globex", { email: "admin@acme.test", name: "A", toolLevel: "admin" });
    const astray = await house.ask("admin@acme.test", send, { input: { company: "globex", records: [seenBlocked] } });
    expect(astray.data!["sendRecords"]).toMatchObject({
      results: [{ record: null, userErrors: [{ code: "NOT_FOUND" }] }],
    });
    const unknown = { company: "acme", records: [seenBlocked, { record: "SC-9", expectedVersion: 1 }] };
    const faults = `mutation S($input: RecordsInput!) { sendRecords(input: $input) { results { userErrors { code field } } } }`;
    expect((await house.ask("approver@acme.test", faults, { input: unknown })).data!["sendRecords"]).toMatchObject({
      results: [{}, { userErrors: [{ code: "NOT_FOUND", field: ["input", "records", "1", "record"] }] }],
    });
    const reject = `mutation R($input: RecordsInput!) { rejectRecords(input: $input) { ${rows} } }`;
    const input = { company: "acme", records, reason: "No" };
    const rejected = await house.ask("approver@acme.test", reject, { input });
    expect(rejected.data!["rejectRecords"]).toMatchObject({
      results: [
        { outcome: "REFUSED", userErrors: [{ code: "STALE_EDIT" }] },
        { outcome: "REFUSED", userErrors: [{ code: "STALE_EDIT" }] },
        { outcome: "REJECTED", record: { state: "REJECTED" } },
      ],
    });
  });

  it("a list is offered again and again, and changes nothing the second time", async () => {
    const text = [VENDOR, commitment(), commitment({ number: "SC-2", lines: [] })]
      .map(({ feature, values }) => JSON.stringify({ feature, ...values }))
      .join("\n");
    const list = `mutation L($input: SubmitRecordListInput!) { submitRecordList(input: $input) {
      submitted unchanged refused items { line outcome errors { code field } } } }`;
    const input = { company: "acme", text, format: "JSON_LINES", dryRun: true };
    const answer = async (dryRun: boolean) =>
      (await house.ask("manager@acme.test", list, { input: { ...input, dryRun } })).data!["submitRecordList"];
    const refused = [
      { line: 1, outcome: "REFUSED", errors: [{ code: "DIRECTORY_LEVEL_TOO_LOW", field: null }] },
      { line: 3, outcome: "REFUSED", errors: [{ code: "NO_LINES", field: ["lines"] }] },
    ];
    for (const dryRun of [true, true, false])
      expect(await answer(dryRun)).toMatchObject({
        submitted: 1,
        unchanged: 0,
        refused: 2,
        items: [...refused, { line: 2 }],
      });
    expect(await answer(false)).toMatchObject({ submitted: 0, unchanged: 1, refused: 2 });
  });

  it("an item is typed, and all its faults are told at their fields", async () => {
    const submit = `mutation S($input: SubmitRecordInput!) { submitRecord(input: $input) {
      outcome record { number createdAt amount { value } } userErrors { code field } } }`;
    const item = { ...invoice().values, status: "APPROVED", periodEnd: "2026-09-01", billingDate: "soon" };
    const ask = (input: object) => house.ask("manager@acme.test", submit, { input: { company: "acme", ...input } });
    expect((await ask({ subcontractorInvoice: item })).data!["submitRecord"]).toMatchObject({
      outcome: "REFUSED",
      userErrors: [
        { code: "NOT_A_DATE", field: ["input", "subcontractorInvoice", "billingDate"] },
        { code: "PERIOD_REVERSED", field: ["input", "subcontractorInvoice", "periodEnd"] },
      ],
    });
    expect((await ask({})).data!["submitRecord"]).toMatchObject({ userErrors: [{ code: "BAD_INPUT" }] });
    const good = { ...commitment().values, status: "APPROVED", kind: "PURCHASE_ORDER" };
    for (const dryRun of [true, false])
      expect((await ask({ commitment: good, dryRun })).data!["submitRecord"]).toMatchObject({
        outcome: "SUBMITTED",
        record: { number: "SC-1", createdAt: expect.any(String) as string, amount: { value: "1000.00" } },
      });
  });
});

function staged(feature: StagedItem["feature"], externalId: string, more: Partial<StagedItem> = {}): StagedItem {
  const nothing = { kind: null, amount: null, documentDate: null, buildsOn: [], invalid: null, payload: {} };
  return { feature, externalId, number: externalId, title: `Thing ${externalId}`, ...nothing, ...more };
}

describe("what is read from the ledger", () => {
  const stage = async (...items: StagedItem[]) =>
    house.services.staging.stage(LEDGER, (await house.company("acme")).id, items);

  it("a job becomes a project, and its costs follow it", async () => {
    const buildsOn = [{ feature: "project", externalId: "job-1" }] as const;
    const [cost, job] = await stage(staged("job_cost", "c-1", { buildsOn }), staged("project", "job-1"));
    expect(await refusal(house.services.staging.import(admin, await house.seen(cost!), null))).toMatchObject({
      code: "RECORD_BLOCKED",
    });
    const project = await house.services.staging.import(admin, await house.seen(job!), "P-9");
    expect(project).toMatchObject({
      state: "synced",
      sourceKey: "P-9",
      externalId: "job-1",
      projectId: expect.any(String) as string,
    });
    expect((await house.record(cost!.id)).prerequisitesBlocked).toBe(false);
    expect(await house.services.staging.import(admin, await house.seen(cost!), null)).toMatchObject({
      state: "synced",
    });
    const [again] = await stage(staged("project", "job-1", { title: "Renamed" }));
    expect(again).toMatchObject({ id: job!.id, state: "synced", title: "Renamed" });
    expect(await house.services.records.unlink(admin, await house.seen(job!), true, null)).toMatchObject({
      ...{ state: "staged", externalId: "job-1" },
    });
    const { projectId } = await house.services.staging.import(admin, await house.seen(job!), "P-9");
    expect(projectId).toBe(project.projectId);
  });

  it("a contact is linked with a vendor that was offered, and waits again once that is unlinked", async () => {
    const vendor = await house.offer(SEED, VENDOR);
    const [contact] = await stage(staged("vendor", "contact-1"));
    const seenContact = { counterpart: contact!.id, expectedVersion: contact!.version };
    const linked = await house.services.staging
      .link(reader, await house.seen(vendor), seenContact)
      .catch((error: unknown) => error);
    expect(linked).toMatchObject({ decision: { code: "TOOL_LEVEL_TOO_LOW" } });
    expect(await house.services.staging.link(admin, await house.seen(vendor), seenContact)).toMatchObject({
      state: "synced",
      externalId: "contact-1",
    });
    expect(await house.record(contact!.id)).toMatchObject({ state: "archived", sourceKey: erpKey("contact-1") });
    await house.services.records.unlink(admin, await house.seen(vendor), true, null);
    expect((await house.record(contact!.id)).state).toBe("staged");
  });

  it("what can never be imported is kept as failed, with the reason", async () => {
    const [bad] = await stage(
      staged("job_cost", "c-2", { invalid: { code: "NOT_CODED", text: "Not coded to a job" } }),
    );
    expect(bad).toMatchObject({ state: "failed", failureCode: "NOT_CODED", failureText: "Not coded to a job" });
    const [better] = await stage(staged("job_cost", "c-2"));
    expect(better).toMatchObject({ id: bad!.id, state: "staged", failureText: null });
  });
});
