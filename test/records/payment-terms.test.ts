import { SANDBOX_TENANT } from "../../src/dev/ledger/sandbox-parts";
import { contactTermsOf } from "../../src/erp/mapping/bill-terms";
import type { Json } from "../../src/dev/ledger/ledger-object";
import { BooksHouse } from "./books-house";
import { approver, commitment, invoice, manager } from "./record-house";

/* When a bill is due: as the ledger has it for the contact, for the organisation, as it is mapped, or 30 days. */

let at: BooksHouse;
beforeEach(async () => {
  at = await BooksHouse.open();
  await at.foundations();
  await at.delivered(commitment());
}, 60_000);
afterEach(() => at.close());

const DUE = `query ($id: ID!) { node(id: $id) { ... on ErpRecord { due { date source text } } } }`;
const READ = `mutation { readErpLists(input: { company: "acme" }) { outcome userErrors { code } connection {
  lists { billTerms { kind day } } } } }`;
const SET = `mutation ($version: Int!) { setMapping(input: { company: "acme", expectedVersion: $version,
  rules: [{ feature: SUBCONTRACTOR_INVOICE, matchOn: DEFAULT, paymentDays: 7 }] }) { userErrors { code } } }`;

async function due(id: string, locale: "en" | "fr" = "en"): Promise<Json> {
  const { data, errors } = await at.house.ask("admin@acme.test", DUE, { id }, locale);
  expect(errors).toBeUndefined();
  return ((data as Json)["node"] as Json)["due"] as Json;
}

async function read(): Promise<Json> {
  const { data } = await at.house.ask("admin@acme.test", READ, {});
  const answer = (data as Json)["readErpLists"] as Json;
  expect(answer).toMatchObject({ outcome: "COMPLETE", userErrors: [] });
  return (answer["connection"] as Json)["lists"] as Json;
}

async function organisationTerms(billTerms: object | null): Promise<void> {
  const body = JSON.stringify({ billTerms });
  const headers = { "content-type": "application/json" };
  const done = await fetch(`${at.ledger.address}/sandbox/books`, { method: "POST", body, headers });
  expect(done.status).toBe(200);
}

const contactTerms = async (Bills: object | null) => {
  const { externalId } = await at.exported("vendor");
  const PaymentTerms = Bills === null ? {} : { Bills };
  await at.inLedger("POST", `Contacts/${externalId ?? ""}`, { Name: "Steel Works", PaymentTerms });
};

it("the nearest who says it counts, is shown before it is sent, and stays as it was sent", async () => {
  const bill = await at.house.offer(manager, invoice());
  expect(await due(bill.id)).toMatchObject({ date: "2026-11-30", source: "DEFAULT" });
  const { version } = await at.connection();
  await at.house.ask("admin@acme.test", SET, { version });
  expect(await due(bill.id)).toMatchObject({ date: "2026-11-07", source: "MAPPING" });
  await organisationTerms({ Day: 20, Type: "OFFOLLOWINGMONTH" });
  expect(await read()).toEqual({ billTerms: { kind: "OF_FOLLOWING_MONTH", day: 20 } });
  expect(await due(bill.id)).toMatchObject({ date: "2026-11-20", source: "ORGANISATION" });
  await contactTerms({ Day: 31, Type: "OFFOLLOWINGMONTH" });
  await read();
  expect(await due(bill.id)).toEqual({
    date: "2026-11-30",
    source: "CONTACT",
    text: "On day 31 of the month after the billing date, or its last if it has no such day, as the ERP has it for this vendor.",
  });
  expect((await due(bill.id, "fr"))["text"]).toMatch(/^Le 31 du mois qui suit/);
  await contactTerms({ Day: 10, Type: "DAYSAFTERBILLMONTH" });
  await read();
  await at.house.send(approver, bill);
  await at.deliver();
  expect(at.ledger.store.list(SANDBOX_TENANT.id, "Invoices").at(-1)?.body).toMatchObject({ DueDate: "2026-11-10" });
  await contactTerms(null);
  await read();
  expect(await due(bill.id)).toMatchObject({ date: "2026-11-10", source: null });
  const next = await at.house.offer(manager, invoice({ number: "I-2", lines: [{ costCode: "05-120", amount: "1" }] }));
  expect(await due(next.id)).toMatchObject({ source: "ORGANISATION" });
});

it("terms are read of all contacts at first, then of those that changed, and go with their connection", async () => {
  await contactTerms({ Day: 45, Type: "DAYSAFTERBILLDATE" });
  await at.house.services.listReading.run();
  const rows = () => at.house.database.read().find("ContactTermsEntity", {});
  expect(await rows()).toMatchObject([{ kind: "days_after_bill_date", day: 45 }]);
  await contactTerms({ Day: 5, Type: "OFCURRENTMONTH" });
  at.pass(61);
  await at.house.services.listReading.run();
  expect(await rows()).toMatchObject([{ kind: "of_current_month", day: 5 }]);
  const order = await at.house.offer(manager, commitment({ number: "SC-2" }));
  expect(await due(order.id)).toBeNull();
});

it("terms of contacts are searched by an index", async () => {
  const { database } = at.house;
  const { externalId } = await at.exported("vendor");
  const { id } = await at.connection();
  const counted = database.countStatements();
  await contactTermsOf(database.read(), [id], [externalId ?? ""]);
  expect(counted.stop()).toBe(1);
  if (database.kind === "postgres") return;
  const plan = await database
    .read()
    .query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${counted.selects[0]}`, [id, externalId]);
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringMatching(/SEARCH .*connectionId=\? AND contactId=\?/),
  ]);
});
