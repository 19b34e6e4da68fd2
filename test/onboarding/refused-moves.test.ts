import { CALL_MOVES, CALL_STATES } from "../../src/onboarding/calls/call/call-move";
import { CALL_MACHINE } from "../../src/onboarding/calls/call/call-machine";
import {
  FOLLOW_UP_MACHINE,
  FOLLOW_UP_MOVES,
  FOLLOW_UP_STATES,
} from "../../src/onboarding/calls/call/follow-up-machine";
import { CALL_KINDS } from "../../src/onboarding/calls/call/call-kind";
import { SLOT_MACHINE, SLOT_MOVES, SLOT_STATES } from "../../src/onboarding/calls/call/slot-machine";
import { ITEM_MACHINE, ITEM_MOVES, ITEM_STATES } from "../../src/onboarding/items/item-machine";
import { PHASE_MACHINE } from "../../src/onboarding/plan/phase-moves";
import {
  QUESTION_MACHINE,
  QUESTION_MOVES,
  QUESTION_PARTS,
  QUESTION_STATES,
} from "../../src/onboarding/questions/question/question-machine";
import type { Actor } from "../../src/kernel/actor";
import type { Bilingual } from "../../src/kernel/locale";
import { PHASES } from "../../src/policy/model/vocabulary";
import { admin, openAcme, specialist } from "../support/acme";
import { person, type House } from "../support/house";
import { CallHouse, contact, specialist as host } from "./call/call-house";

/* Whoever asks for what a state does not allow hears it in their words and language, with what is possible instead. */

const french = (actor: Actor) => ({ ...actor, locale: "fr" }) as Actor;
/** What both hear: who reads English, who reads French. */
async function heard(actor: Actor, act: (actor: Actor) => Promise<unknown>): Promise<Bilingual & { code: unknown }> {
  const refused = (as: Actor) => act(as).then(fail, (error: { code: string; message: string }) => error);
  const [en, fr] = [await refused(actor), await refused(french(actor))];
  expect(fr.code).toBe(en.code);
  return { code: en.code, en: en.message, fr: fr.message };
}
function fail(): never {
  throw new Error("It was not refused");
}

describe("of a plan", () => {
  let house: House;
  beforeEach(async () => {
    house = await openAcme();
  });

  test("an action item that is not started is not reopened, and one that waits is told what for", async () => {
    const { item } = house.services;
    const reopen = (as: Actor) => item.move(as, "acme", { item: "clean_vendors", move: "reopen", reason: "Again" });
    expect(await heard(admin, reopen)).toEqual({
      code: "ILLEGAL_MOVE",
      en: "The item is open, so it is not possible to reopen it. Possible instead: start it, complete it, or waive it.",
      fr: "La tâche est ouverte : on ne peut pas la rouvrir. Possible : la commencer, la terminer ou y renoncer.",
    });
    const tick = (as: Actor) =>
      item.move(as, "acme", { item: "authorise_connection", move: "complete", evidence: "I say so" });
    expect(await heard(admin, tick)).toMatchObject({
      code: "CONFLICT",
      fr: "Ledgergate voit de lui-même si c’est fait ; faites-le, et ce le sera.",
    });
  });

  test("a question that is closed is not answered, and a colleague's is not closed", async () => {
    const { question } = house.services;
    const clerk = person("clerk@acme.test");
    const asked = await question.ask(clerk, "acme", { text: "What now?" });
    const step = { question: asked.question.id };
    const settle = (as: Actor) => question.close(as, "acme", step);
    expect(await heard(person("buyer@acme.test"), settle)).toMatchObject({
      code: "FORBIDDEN",
      fr: "La personne qui l’a posée dit si elle est réglée. Rien n’est possible pour le moment.",
    });
    await settle(clerk);
    expect(await heard(specialist, (as) => question.answer(as, "acme", { ...step, text: "That" }))).toEqual({
      code: "ILLEGAL_MOVE",
      en: "The question is closed, so it is not possible to answer it. Nothing is possible now.",
      fr: "La question est close : on ne peut pas y répondre. Rien n’est possible pour le moment.",
    });
  });

  test("a phase is not jumped over, and going live names what is unmet", async () => {
    const { implementation } = house.services;
    const enter = (phase: "implementation" | "in_use") => (as: Actor) =>
      implementation.enterPhase(as, "acme", { phase, reason: "Now" });
    await enter("implementation")(specialist);
    expect(await heard(specialist, enter("in_use"))).toEqual({
      code: "CONFLICT",
      en: 'The implementation is in the phase "implementation"; from there it can go to "getting started", not to "in use".',
      fr: "La mise en œuvre en est à la phase « mise en œuvre » ; elle peut passer à « prise en main », pas à « en service ».",
    });
    const live = await heard(specialist, (as) => implementation.goLive(as, "acme", "Ready"));
    expect(live.en).toMatch(/^Not ready to go live\. Unmet: .*name_approvers \(Hand over /);
    expect(live.fr).toMatch(/^Pas prêt à la mise en service\. Il manque : .*name_approvers \(\p{Lu}[^)]*[éèç]/u);
  });
});

test("of the calls, their times and their tasks", async () => {
  const h = await CallHouse.open();
  const { rescheduling, running, followUp, agreement } = h.calls;
  const cancel = (as: Actor) => rescheduling.cancel(as, "acme", { kind: "kick_off", reason: "No" });
  expect(await heard(host, cancel)).toEqual({
    code: "ILLEGAL_MOVE",
    en: "There is no kick-off call yet, so it is not possible to cancel the call. Possible instead: offer times.",
    fr: "Il n’y a pas encore d’appel de lancement : on ne peut pas annuler l’appel. Possible : proposer des horaires.",
  });
  await h.propose("kick_off", ["2026-12-01T10:00", "2026-12-01T14:00"]);
  const [, second] = await h.slots("kick_off");
  await rescheduling.withdraw(host, "acme", { kind: "kick_off", slot: second!.id });
  const confirm = (as: Actor) => agreement.confirm(as, "acme", { kind: "kick_off", slot: second!.id });
  expect(await heard(contact, confirm)).toEqual({
    code: "ILLEGAL_MOVE",
    en: "The time was withdrawn, so it is not possible to confirm it. Nothing is possible now.",
    fr: "L’horaire a été retiré : on ne peut pas le confirmer. Rien n’est possible pour le moment.",
  });
  await h.agree("kick_off", "2026-12-01T10:00");
  const start = (as: Actor) => running.start(as, "acme", "kick_off");
  expect((await heard(host, start)).fr).toBe(
    "L’appel peut commencer à partir de 2026-12-01T08:45:00.000Z, ou être déplacé.",
  );
  h.clock.set("2026-12-01T09:00:00.000Z");
  await start(host);
  const task = await followUp.add(host, "acme", {
    ...{ kind: "kick_off", title: "Clean up", owner: "clerk@acme.test", dueOn: "2026-12-08" },
  });
  const drop = (as: Actor) => followUp.drop(as, "acme", { followUp: task.id, reason: "Nobody needs it" });
  await drop(host);
  expect(await heard(host, drop)).toEqual({
    code: "ILLEGAL_MOVE",
    en: "The task was dropped, so it is not possible to drop it. Possible instead: reopen it.",
    fr: "La tâche a été abandonnée : on ne peut pas l’abandonner. Possible : la rouvrir.",
  });
});

test("no machine speaks in the words of programs, or one language for the other", () => {
  for (const message of refusals()) {
    expect(message.fr).not.toBe(message.en);
    for (const text of [message.en, message.fr]) {
      expect(text).not.toMatch(/undefined|_|\[object/);
      expect(text).toMatch(/\.$/);
    }
    // English apostrophes and colons are straight and close.
    expect(message.fr).not.toMatch(/'|\S[:;] /);
  }
});

function refusals(): Bilingual[] {
  const item = { seen: null, waivable: false, waitsFor: [{ en: "Do it", fr: "Le faire" }] };
  const answers: unknown[] = [
    ...each(ITEM_STATES, ITEM_MOVES, (state, move) => ITEM_MACHINE.move({ ...item, state }, move)),
    ...each(ITEM_STATES, ITEM_MOVES, (state, move) =>
      ITEM_MACHINE.move({ ...item, state, seen: true, waivable: true }, move),
    ),
    ...QUESTION_PARTS.flatMap((by) =>
      each(QUESTION_STATES, QUESTION_MOVES, (state, move) => QUESTION_MACHINE.move({ state, by }, move)),
    ),
    ...each(SLOT_STATES, SLOT_MOVES, (state, move) => SLOT_MACHINE.move({ state }, move)),
    ...each(FOLLOW_UP_STATES, FOLLOW_UP_MOVES, (state, move) => FOLLOW_UP_MACHINE.move({ state }, move)),
    ...[null, "2026-12-24T00:00:00.000Z"].flatMap((helpUntil) =>
      each(PHASES, PHASES, (state, to) => PHASE_MACHINE.move({ state, wasLive: false, helpUntil, unmet: [] }, to)),
    ),
    ...CALL_KINDS.flatMap((kind) =>
      ["2026-12-01T08:00:00.000Z", "2026-12-02T08:00:00.000Z"].flatMap((startsAt) =>
        each(CALL_STATES, CALL_STATES, (state, other) =>
          CALL_MOVES.map((move) =>
            CALL_MACHINE.move(
              {
                ...{ kind, state, other: { state: other, endsAt: "2026-12-03T08:00:00.000Z" } },
                ...{ now: "2026-12-01T09:00:00.000Z", startsAt, openGoals: 2, openFollowUps: 1 },
              },
              move,
            ),
          ),
        ).flat(),
      ),
    ),
  ];
  return answers.flatMap((one) => (typeof one === "string" ? [] : [(one as { message: Bilingual }).message]));
}

function each<A, B, C>(some: readonly A[], others: readonly B[], of: (one: A, other: B) => C): C[] {
  return some.flatMap((one) => others.map((other) => of(one, other)));
}
