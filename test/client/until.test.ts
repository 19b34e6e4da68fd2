import { AccessFailure } from "../../src/client/access-client";
import { client, failure, question, stopServers } from "./faulty-client";
import { say, type Behaviour } from "./faulty-server";

/* Batches that end early, against a server that does as the standard says, and against one that does not. */

afterEach(stopServers);

const questions = ["a", "b", "c", "d"].map(question);
const said = (...decisions: unknown[]): Behaviour => {
  return (_asked, response) => say(response, 200, { evaluations: decisions.map((decision) => ({ decision })) });
};

test("the decisions end with the first denial, or the first permission, and the semantic is asked for", async () => {
  const denying = await client(said(true, false));
  const decisions = await denying.access.evaluateUntil("deny_on_first_deny", questions);
  expect(decisions.map(({ decision }) => decision)).toEqual([true, false]);
  expect(denying.server.asked[0]?.body).toMatchObject({
    options: { evaluations_semantic: "deny_on_first_deny", reasons: true },
  });
  expect(await denying.access.areAllAllowed(questions)).toBe(false);
  const permitting = await client(said(false, false, true));
  expect(await permitting.access.evaluateUntil("permit_on_first_permit", questions)).toHaveLength(3);
  expect(await permitting.access.isAnyAllowed(questions)).toBe(true);
});

test("all, and none", async () => {
  const all = await client(said(true, true, true, true));
  expect(await all.access.areAllAllowed(questions)).toBe(true);
  const none = await client(said(false, false, false, false));
  expect(await none.access.isAnyAllowed(questions)).toBe(false);
  expect([await all.access.areAllAllowed([]), await all.access.isAnyAllowed([])]).toEqual([false, false]);
});

test("more than a hundred are several calls, of which none follows the one that ended it", async () => {
  const many = Array.from({ length: 250 }, (_, index) => question(`p${index}`));
  const each: Behaviour = ({ body }, response, call) =>
    say(response, 200, {
      evaluations: (body.evaluations ?? [])
        .slice(0, call === 2 ? 3 : 100)
        .map((_, index) => ({ decision: call !== 2 || index < 2 })),
    });
  const { access, server } = await client(each);
  const decisions = await access.evaluateUntil("deny_on_first_deny", many);
  expect([decisions.length, server.asked.length]).toEqual([103, 2]);
});

test("where a call failed and that is a denial, those behind it keep their places", async () => {
  const many = Array.from({ length: 102 }, (_, index) => question(`p${index}`));
  const second: Behaviour = ({ body }, response, call) =>
    (body.evaluations ?? []).length === 2
      ? say(response, 200, { evaluations: [{ decision: false }, { decision: true }] })
      : say(response, 400, { call });
  const { access } = await client(second, { onFailure: "deny" });
  const decisions = await access.evaluateUntil("permit_on_first_permit", many);
  expect(decisions.map(({ decision }) => decision).indexOf(true)).toBe(101);
  expect(await access.evaluateUntil("deny_on_first_deny", many)).toHaveLength(1);
});

test.each([
  ["too few", said(true, true)],
  ["too many", said(true, true, true, true, true)],
  ["none", said()],
  ["more behind the one that ends it", said(true, false, true)],
  ["no decision", said(true, "yes")],
])("an answer that does not end where it should is none: %s", async (_what, behave) => {
  const { access } = await client(behave);
  const failed = await failure(access.evaluateUntil("deny_on_first_deny", questions));
  expect(failed).toMatchObject({ kind: "malformed" });
  expect(failed).toBeInstanceOf(AccessFailure);
  const closed = await client(behave, { onFailure: "deny" });
  expect(await closed.access.areAllAllowed(questions)).toBe(false);
  expect(await closed.access.isAnyAllowed(questions)).toBe(false);
});

test("a question that could not be judged is a failure, and never allowed", async () => {
  const behave: Behaviour = (_asked, response) =>
    say(response, 200, {
      evaluations: [{ decision: true }, { decision: false, context: { error: { status: 400, message: "no" } } }],
    });
  const { access } = await client(behave);
  expect(await failure(access.areAllAllowed(questions))).toMatchObject({ kind: "refused", status: 400 });
});
