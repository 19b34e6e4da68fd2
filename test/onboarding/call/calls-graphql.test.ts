import { readFileSync } from "node:fs";
import path from "node:path";
import { CallHouse } from "./call-house";

const SPECIALIST = "specialist@vendor.test";
const CONTACT = "admin@acme.test";
const QUERY = readFileSync(path.join(__dirname, "../../../schema/operations/10-calls.graphql"), "utf8");
const SLOT = { localStart: "2026-12-01T10:00", zone: "Europe/Paris" };

let h: CallHouse;
beforeEach(async () => (h = await CallHouse.open()));

/** A mutation that answers a call. */
async function mutate(email: string, field: string, input: Record<string, unknown>) {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const names: Record<string, string> = { ConfirmSlotInput: "CallSlotChoiceInput", StartCallInput: "CallInput" };
  const source = `mutation ($input: ${names[type] ?? type}!) { ${field}(input: $input) {
    userErrors { code message field } decision { code } remarks
    call { kind state startsAt moves slots { id state localStart(zone: "America/New_York") answers { email availability } } }
  } }`;
  const { data, errors } = await h.ask(email, source, { input: { company: "acme", kind: "KICK_OFF", ...input } });
  if (errors) throw errors[0]!;
  return (data as Record<string, unknown>)[field] as {
    userErrors: { code: string; message: string; field: string[] | null }[];
    decision: { code: string } | null;
    remarks: string[];
    call: { state: string; moves: string[]; slots: { id: string; localStart: string; answers: unknown[] }[] } | null;
  };
}

test("a call gets its time: offered, answered, agreed; everybody reads it on his own clocks", async () => {
  const proposed = await mutate(SPECIALIST, "proposeSlots", { slots: [SLOT] });
  expect(proposed).toMatchObject({ userErrors: [], remarks: [] });
  expect(proposed.call).toMatchObject({
    kind: "KICK_OFF",
    state: "ARRANGING",
    moves: ["PROPOSE", "SUGGEST", "ANSWER", "WITHDRAW", "CONFIRM", "CANCEL", "NOTE"],
    slots: [{ state: "OFFERED", localStart: "2026-12-01T04:00", answers: [] }],
  });
  const slot = proposed.call!.slots[0]!.id;
  const early = await mutate(CONTACT, "confirmSlot", { slot });
  expect(early).toMatchObject({ userErrors: [{ code: "ATTENDEES_NOT_FREE", field: ["input", "slot"] }], call: null });
  await mutate("clerk@acme.test", "answerAvailability", { answers: [{ slot, availability: "CAN" }] });
  const agreed = await mutate(CONTACT, "confirmSlot", { slot });
  expect(agreed.call).toMatchObject({
    state: "SCHEDULED",
    startsAt: "2026-12-01T09:00:00.000Z",
    moves: ["RESCHEDULE", "CANCEL", "NOTE"],
  });
  h.clock.set("2026-12-01T09:00:00.000Z");
  expect((await mutate(SPECIALIST, "startCall", {})).call!.state).toBe("RUNNING");
});

test.each([
  ["the contact's offer", CONTACT, "proposeSlots", { slots: [SLOT] }, "NOT_VENDOR_STAFF"],
  ["the specialist's suggestion", SPECIALIST, "suggestSlots", { slots: [SLOT] }, "NOT_A_MEMBER"],
  ["somebody's who has no part", "buyer@acme.test", "suggestSlots", { slots: [SLOT] }, "NOT_A_STAKEHOLDER"],
  ["the contact's cancelling", CONTACT, "cancelCall", { reason: "x" }, "NOT_VENDOR_STAFF"],
  ["the contact's start", CONTACT, "startCall", {}, "NOT_VENDOR_STAFF"],
])("the policy decides: not %s", async (_, email, field, input, code) => {
  expect(await mutate(email, field, input)).toMatchObject({ userErrors: [{ code }], decision: { code }, call: null });
});

test("the ready operation shows one company's calls, or all companies', in as many SELECTs", async () => {
  await h.propose("kick_off", ["2026-12-01T10:00", "2026-12-02T10:00"]);
  await h.agree("kick_off", "2026-12-01T10:00");
  await h.propose("kick_off", ["2026-12-03T10:00"], "globex");
  const { data, errors } = await h.ask(SPECIALIST, QUERY, { company: "acme", zone: "Pacific/Auckland" });
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    company: {
      calls: {
        totalCount: 1,
        edges: [
          {
            node: {
              localStart: "2026-12-01T22:00",
              agreedBy: "Admin of acme",
              host: { name: "Farid" },
              agenda: [
                { text: "Talk the plan of your set-up through", ticked: false, tickedBy: null },
                {},
                {},
                { text: "Agree on a time for the go-live call" },
              ],
            },
          },
        ],
      },
      followUps: { totalCount: 0 },
    },
  });
  const [, selection] = /company\(id: \$company\) \{([\s\S]+)\}\s*\}\s*$/.exec(QUERY)!;
  const many = `query ($zone: String!, $search: String) {
    companies(filter: { search: $search }) { edges { node { slug ${selection!} } } }
  }`;
  const count = async (search: string | null) => {
    const window = h.database.countStatements();
    const answer = await h.ask(SPECIALIST, many, { zone: "UTC", search });
    expect(answer.errors).toBeUndefined();
    return window.stop();
  };
  const [first, second] = [await count("acme"), await count(null)];
  expect(second).toBe(first);
});

test("a reader's zone that is none is refused", async () => {
  await h.propose("kick_off", ["2026-12-01T10:00"]);
  const { errors } = await h.ask(SPECIALIST, QUERY, { company: "acme", zone: "Mars/Olympus" });
  expect(errors?.[0]?.message).toContain("IANA");
});

test("strangers see nothing of it, members do", async () => {
  const { call } = await h.propose("kick_off", ["2026-12-01T10:00"]);
  const node = "query ($id: ID!) { node(id: $id) { id ... on Call { kind } } }";
  expect((await h.ask("buyer@acme.test", node, { id: call.id })).data).toMatchObject({ node: { kind: "KICK_OFF" } });
  expect((await h.ask("admin@globex.test", node, { id: call.id })).data).toEqual({ node: null });
});
