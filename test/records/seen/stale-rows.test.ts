import { SEED } from "../../support/house";
import { commitment, manager, reader, RecordHouse } from "../record-house";

/* What you saw is what you send: a row that has changed is answered with the difference. */

const ROW = `outcome recordId userErrors { code message field } record { version amount { value } }
  stale { expectedVersion version differences { path seen now } revisions { event actorName } }`;
const SEND = `mutation ($input: RecordsInput!) { sendRecords(input: $input) { results { ${ROW} } userErrors { code } } }`;
const LOOK = `query ($id: ID!) { node(id: $id) { ... on ErpRecord { version amount { value } } } }`;

let house: RecordHouse;
beforeEach(async () => {
  house = await RecordHouse.open();
  await house.foundations();
}, 60_000);

const order = (number: string, amount: string, more: object = {}) =>
  commitment({ number, lines: [{ number: "1", costCode: "05-120", amount }], ...more });

async function send(email: string, seen: readonly { id: string; version: number }[], slug = "acme") {
  const records = seen.map(({ id, version }) => ({ record: id, expectedVersion: version }));
  const { data, errors } = await house.ask(email, SEND, { input: { company: slug, records } });
  expect(errors).toBeUndefined();
  return (data!["sendRecords"] as unknown as { results: Record<string, unknown>[] }).results;
}

test("an amount that was raised after the approver looked is not sent; what changed is told", async () => {
  const offered = await house.offer(manager, order("SC-1", "12500.50"));
  const other = await house.offer(manager, order("SC-2", "10.00"));
  expect((await house.ask("approver@acme.test", LOOK, { id: offered.id })).data).toEqual({
    node: { version: 1, amount: { value: "12500.50" } },
  });
  await house.services.records.retrieve(manager, await house.seen(offered));
  await house.offer(manager, order("SC-1", "37501.50", { title: "Steel, more of it" }));
  const [stale, sent] = await send("approver@acme.test", [offered, other]);
  expect(stale).toEqual({
    recordId: offered.id,
    outcome: "REFUSED",
    userErrors: [
      {
        code: "STALE_EDIT",
        field: ["input", "records", "0", "expectedVersion"],
        message: expect.stringContaining("you named version 1, it is at version 3") as string,
      },
    ],
    record: { version: 3, amount: { value: "37501.50" } },
    stale: {
      expectedVersion: 1,
      version: 3,
      differences: [
        {
          path: "amount",
          seen: { value: "12500.50", currency: "USD" },
          now: { value: "37501.50", currency: "USD" },
        },
        { path: "title", seen: "Steel", now: "Steel, more of it" },
        { path: "item.title", seen: "Steel", now: "Steel, more of it" },
        { path: "item.lines[0].amount", seen: "12500.50", now: "37501.50" },
      ],
      revisions: [
        { event: "RETRIEVE", actorName: "manager" },
        { event: "SUBMIT", actorName: "manager" },
      ],
    },
  });
  expect(sent).toMatchObject({ outcome: "SENT", stale: null });
  expect((await house.record(offered.id)).state).toBe("awaiting");
});

test("what is as it was again is no difference, and a state that moved is one", async () => {
  const offered = await house.offer(manager, order("SC-1", "100.00"));
  for (const amount of ["200.00", "100.00"]) {
    await house.services.records.retrieve(manager, await house.seen(offered));
    await house.offer(manager, order("SC-1", amount));
  }
  expect((await send("approver@acme.test", [offered]))[0]).toMatchObject({
    userErrors: [{ code: "STALE_EDIT" }],
    stale: { version: 5, differences: [] },
  });
  await house.send(SEED, offered);
  expect((await send("approver@acme.test", [offered]))[0]).toMatchObject({
    stale: { differences: [{ path: "state", seen: "AWAITING", now: "EXPORTING" }] },
  });
});

test("a version that there never was is told too; who may not see the record learns nothing of it", async () => {
  const offered = await house.offer(manager, order("SC-1", "100.00"));
  const [ahead] = await send("approver@acme.test", [{ id: offered.id, version: 9 }]);
  expect(ahead).toMatchObject({ stale: { expectedVersion: 9, version: 1, differences: [], revisions: [] } });
  const [unseen] = await send("manager@acme.test", [{ id: offered.id, version: 9 }]);
  expect(unseen).toMatchObject({ userErrors: [{ code: "STALE_EDIT" }], record: null, stale: null });
  await house.services.member.add(SEED, "globex", { email: "reader@acme.test", name: "R", toolLevel: "admin" });
  expect((await send(reader.email!, [{ id: offered.id, version: 9 }], "globex"))[0]).toMatchObject({
    userErrors: [{ code: "NOT_FOUND" }],
    stale: null,
  });
});
