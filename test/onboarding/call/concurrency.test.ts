import { CallEntity } from "../../../src/onboarding/calls/call/call.entity";
import { person } from "../../support/house";
import { CallHouse, contact, itAdmin, specialist } from "./call-house";

const KICK_OFF = "kick_off";
const LOCALS = ["2026-12-01T10:00", "2026-12-02T10:00"] as const;

type Settled = PromiseSettledResult<CallEntity>;
const codes = (settled: readonly Settled[]) =>
  settled.map((one) => (one.status === "fulfilled" ? "won" : (one.reason as { code: string }).code)).sort();

let h: CallHouse;
beforeEach(async () => (h = await CallHouse.open()));

test("of two people who confirm different slots at once one wins, and the other is told who and when", async () => {
  await h.propose(KICK_OFF, [LOCALS[0]]);
  await h.calls.scheduling.suggest(contact, "acme", {
    kind: KICK_OFF,
    slots: [{ localStart: LOCALS[1], zone: "Europe/Paris" }],
  });
  const [offered, suggested] = await h.slots(KICK_OFF);
  const answers = [offered, suggested].map((slot) => ({ slot: slot!.id, availability: "can" as const }));
  await h.calls.availability.answer(itAdmin, "acme", { kind: KICK_OFF, answers });
  const settled = await Promise.allSettled([
    h.calls.agreement.confirm(contact, "acme", { kind: KICK_OFF, slot: offered!.id }),
    h.calls.agreement.confirm(specialist, "acme", { kind: KICK_OFF, slot: suggested!.id }),
  ]);
  expect(codes(settled)).toEqual(["SLOT_TAKEN", "won"]);
  const [call] = await h.database.read().find(CallEntity);
  const loser = settled.find((one) => one.status === "rejected") as PromiseRejectedResult;
  expect((loser.reason as Error).message).toContain(`${call!.agreedBy} has confirmed another slot`);
  expect((await h.slots(KICK_OFF)).map(({ state }) => state).sort()).toEqual(["agreed", "passed_over"]);
  expect(h.letters.filter(({ kind }) => kind === "confirmed")).toHaveLength(1);
});

test("of many who confirm at once one wins", async () => {
  const locals = [1, 2, 3, 4].map((day) => `2026-12-0${day}T10:00`);
  await h.propose(KICK_OFF, locals);
  const slots = await h.slots(KICK_OFF);
  const answers = slots.map(({ id: slot }) => ({ slot, availability: "can" as const }));
  await h.calls.availability.answer(itAdmin, "acme", { kind: KICK_OFF, answers });
  const settled = await Promise.allSettled(
    slots.map(({ id: slot }) => h.calls.agreement.confirm(contact, "acme", { kind: KICK_OFF, slot })),
  );
  expect(codes(settled)).toEqual(["SLOT_TAKEN", "SLOT_TAKEN", "SLOT_TAKEN", "won"]);
});

test("two companies that agree with one specialist at once get him once", async () => {
  for (const slug of ["acme", "globex"]) {
    await h.propose(KICK_OFF, [LOCALS[0]], slug);
    const [slot] = await h.slots(KICK_OFF, slug);
    const answers = [{ slot: slot!.id, availability: "can" as const }];
    await h.calls.availability.answer(person(`clerk@${slug}.test`), slug, { kind: KICK_OFF, answers });
  }
  const settled = await Promise.allSettled(
    ["acme", "globex"].map(async (slug) => {
      const [slot] = await h.slots(KICK_OFF, slug);
      return h.calls.agreement.confirm(person(`admin@${slug}.test`), slug, { kind: KICK_OFF, slot: slot!.id });
    }),
  );
  expect(codes(settled)).toEqual(["SLOT_CLASH", "won"]);
});
