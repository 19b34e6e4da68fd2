import fc from "fast-check";
import type { RecordEntity } from "../../../src/records/record/record.entity";
import { RecordRevisionEntity } from "../../../src/records/record/record-revision.entity";
import { runs } from "../../policy/runs";
import { SEED } from "../../support/house";
import { commitment, manager, RecordHouse } from "../record-house";

/* Whoever approves, sends or rejects does so to what they saw, whatever others do at the same time. */

type Act = "send" | "sendMany" | "reject" | "rejectMany";

/** What somebody saw of the record when they looked. */
interface Look {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly amount: { readonly minor: number };
}

/** What was done, by whom, on what they saw. */
interface Deed {
  readonly email: string;
  readonly look: Look;
}

const LOOK = `query ($id: ID!) { node(id: $id) { ... on ErpRecord { id version title amount { minor } } } }`;
const ERRORS = "userErrors { code } decision { code }";
const ONE = (name: string, input: string) => `mutation ($input: ${input}!) { ${name}(input: $input) { ${ERRORS} } }`;
const MANY = (name: string) =>
  `mutation ($input: RecordsInput!) { ${name}(input: $input) { userErrors { code } results { ${ERRORS} } } }`;
const MUTATIONS: Readonly<Record<Act, { name: string; query: string }>> = {
  send: { name: "sendRecord", query: ONE("sendRecord", "RecordAddressInput") },
  sendMany: { name: "sendRecords", query: MANY("sendRecords") },
  reject: { name: "rejectRecord", query: ONE("rejectRecord", "RecordReasonInput") },
  rejectMany: { name: "rejectRecords", query: MANY("rejectRecords") },
};

const approving = fc.record({
  kind: fc.constant("approve" as const),
  email: fc.constantFrom("approver@acme.test", "second@acme.test", "admin@acme.test"),
  act: fc.constantFrom<Act>("send", "sendMany", "send", "sendMany", "reject", "rejectMany"),
});
const offering = fc.record({
  kind: fc.constant("offer" as const),
  amount: fc.constantFrom("100.00", "900.00", "12500.50", "37501.50"),
  retrieveFirst: fc.boolean(),
});
const hands = fc.array(fc.oneof({ weight: 2, arbitrary: approving }, { weight: 1, arbitrary: offering }), {
  minLength: 2,
  maxLength: 6,
});

let house: RecordHouse;
let count = 0;
beforeAll(async () => {
  house = await RecordHouse.open();
  await house.foundations();
  await house.services.company.update(SEED, "acme", { twoPersonAbove: { minor: 50_000, currency: "USD" } });
}, 60_000);

const order = (number: string, amount: string) =>
  commitment({ number, lines: [{ number: "1", costCode: "05-120", amount }] });

async function look(email: string, id: string): Promise<Look> {
  const { data, errors } = await house.ask(email, LOOK, { id });
  expect(errors).toBeUndefined();
  return data!["node"] as unknown as Look;
}

/** Whether it went through. */
async function act(email: string, how: Act, { id, version }: Look): Promise<boolean> {
  const seen = { record: id, expectedVersion: version };
  const input = how.endsWith("Many") ? { company: "acme", records: [seen] } : { company: "acme", ...seen };
  const { name, query } = MUTATIONS[how];
  const { data, errors } = await house.ask(email, query, { input });
  expect(errors).toBeUndefined();
  interface Answer {
    readonly userErrors: readonly object[];
    readonly results?: readonly Answer[];
  }
  const done = ({ userErrors, results = [] }: Answer): boolean => userErrors.length === 0 && results.every(done);
  return done(data![name] as unknown as Answer);
}

/** Nothing of theirs is approved, sent or rejected that did not look as they saw it. */
async function expectSeen(record: RecordEntity, deeds: readonly Deed[]): Promise<void> {
  const where = { recordId: record.id };
  const history = await house.database.read().find(RecordRevisionEntity, { where, order: { version: "ASC" } });
  let amount: unknown;
  for (const { event, version, actorName, after } of history) {
    if (["approve_first", "send", "reject"].includes(event)) {
      const [name = ""] = actorName.toLowerCase().split(" ");
      const deed = deeds.find(({ look: seen, email }) => seen.version === version - 1 && email.startsWith(name));
      expect({ event, version, seen: deed?.look.amount.minor }).toEqual({ event, version, seen: amount });
    }
    if (after && "amountMinor" in after) amount = after["amountMinor"];
  }
  // Each deed that was answered with success is one event, and no event is anybody else's.
  const acted = history.filter(({ event }) => ["approve_first", "send", "reject"].includes(event));
  expect(acted).toHaveLength(deeds.length);
}

test("nothing is approved unseen, however hands race", async () => {
  let stale = 0;
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), hands, async (scheduler, all) => {
      const number = `SC-${(count += 1)}`;
      const record = await house.offer(manager, order(number, "12500.50"));
      const deeds: Deed[] = [];
      const moment = () => scheduler.schedule(Promise.resolve());
      const played = all.map(async (hand) => {
        await moment();
        if (hand.kind === "offer") {
          const { records, offering: offers } = house.services;
          const seen = await house.seen(record);
          await moment();
          if (hand.retrieveFirst) await records.retrieve(manager, seen).catch(() => null);
          await offers.offer(manager, "acme", order(number, hand.amount)).catch(() => null);
          return;
        }
        const seen = await look(hand.email, record.id);
        await moment();
        if (await act(hand.email, hand.act, seen)) deeds.push({ email: hand.email, look: seen });
        else stale += 1;
      });
      await scheduler.waitFor(Promise.all(played));
      await expectSeen(record, deeds);
    }),
    runs(25),
  );
  expect(stale).toBeGreaterThan(0);
}, 120_000);
