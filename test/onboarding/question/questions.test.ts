import { Like } from "typeorm";
import { StaffAssignmentEntity } from "../../../src/tenant/companies/staff-assignment.entity";
import { insertRows } from "../../../src/infra/db/query/rows";
import { ImplementationPlanEntity } from "../../../src/onboarding/plan/implementation-plan.entity";
import { ITEMS } from "../../../src/onboarding/items/catalogue";
import { ItemEntity } from "../../../src/onboarding/items/item.entity";
import { newId } from "../../../src/kernel/ids";
import { MailMessageEntity } from "../../../src/infra/mail/mail-message.entity";
import { admin, openAcme, specialist } from "../../support/acme";
import { person, refusal, SEED, START, type House } from "../../support/house";

const clerk = person("clerk@acme.test");
const buyer = person("buyer@acme.test");
const point = person("point@vendor.test");

let house: House;
beforeEach(async () => {
  house = await openAcme();
  await house.services.staff.assign(SEED, "acme", { email: "point@vendor.test", role: "point_of_contact" });
});

const ask = (text: string, more = {}) => house.services.question.ask(clerk, "acme", { text, ...more });
const letters = async () => {
  const about = { kind: Like("question_%") };
  const found = await house.database.read().find(MailMessageEntity, { where: about, order: { id: "ASC" } });
  return found.map(({ kind, toEmail }) => `${kind} ${toEmail}`);
};

const waived = {
  ...{ state: "waived" as const, ownerEmail: null, dueOn: null, evidence: null, reason: "Settled by hand" },
  ...{ changedBy: "Farid", changedAt: START, version: 1, createdAt: START },
};

/** As going live leaves it: the help and the specialist's assignment end at the instant. */
async function goLiveUntil(helpUntil: string): Promise<void> {
  const { id: companyId } = await house.company("acme");
  const live = { phase: "getting_started" as const, liveAt: "2026-11-24T09:00:00.000Z", helpUntil };
  await house.database.write(async (manager) => {
    await manager.update(ImplementationPlanEntity, { companyId }, live);
    await manager.update(StaffAssignmentEntity, { companyId, role: "specialist" }, { assignedUntil: helpUntil });
  });
}

interface Seen {
  readonly state: string;
  readonly text: string;
  readonly moves: string[];
  readonly responsible: { email: string; role: string } | null;
  readonly posts: { move: string; text: string; writtenBy: string }[];
}

async function read(email: string, filter = ""): Promise<Seen[]> {
  const fields = "state text moves responsible { email role } posts { move text writtenBy }";
  const answer = await house.ask(
    email,
    `{ company(slug: "acme") { questions${filter} { edges { node { ${fields} } } } } }`,
  );
  expect(answer.errors).toBeUndefined();
  const company = answer.data?.["company"] as unknown as { questions: { edges: { node: Seen }[] } };
  return company.questions.edges.map(({ node }) => node);
}

test("a member asks, the specialist answers, the asker is not content, is answered again, and closes", async () => {
  const { question: service } = house.services;
  const { question } = await ask("Which edition do we need?", { item: "check_edition" });
  const step = { question: question.id };
  await service.answer(specialist, "acme", { ...step, text: "Growing or Established." });
  await service.reopen(clerk, "acme", { ...step, text: "And for two organisations?" });
  await service.answer(specialist, "acme", { ...step, text: "One subscription each." });
  await service.close(clerk, "acme", { ...step, text: "Thank you" });
  const [seen] = await read("buyer@acme.test", `(item: "check_edition")`);
  expect(seen).toMatchObject({ state: "CLOSED", moves: ["REOPEN"] });
  expect(seen!.posts.map(({ move, writtenBy }) => `${move} ${writtenBy}`)).toEqual([
    "ANSWER Farid",
    "REOPEN clerk",
    "ANSWER Farid",
    "CLOSE clerk",
  ]);
  expect(await letters()).toEqual([
    "question_asked specialist@vendor.test",
    "question_answered clerk@acme.test",
    "question_reopened specialist@vendor.test",
    "question_answered clerk@acme.test",
  ]);
  const trail = (await house.trail("acme")).map(({ action }) => action).filter((action) => /question/.test(action));
  expect(trail).toEqual(["asked", "answered", "reopened", "answered", "closed"].map((done) => `question.${done}`));
});

test("an unanswered question moves over to the point of contact at the instant the help ends", async () => {
  await goLiveUntil("2026-12-25T05:00:00.000Z");
  await ask("Where is the invoice tab?");
  const responsible = async () => (await read("clerk@acme.test"))[0]!.responsible;
  house.clock.set("2026-12-25T04:59:59.999Z");
  expect(await responsible()).toEqual({ email: "specialist@vendor.test", role: "SPECIALIST" });
  expect(await house.services.implementation.endHelpThatIsOver()).toBe(0);
  house.clock.set("2026-12-25T05:00:00.000Z");
  for (const ended of [1, 0]) expect(await house.services.implementation.endHelpThatIsOver()).toBe(ended);
  expect(await letters()).toEqual(["question_asked specialist@vendor.test", "question_handed_over point@vendor.test"]);
  expect(await responsible()).toEqual({ email: "point@vendor.test", role: "POINT_OF_CONTACT" });
  const { question: service } = house.services;
  const { question } = await ask("And now?");
  expect((await letters()).at(-1)).toBe("question_asked point@vendor.test");
  const step = { question: question.id, text: "In the tool." };
  expect(await refusal(service.answer(specialist, "acme", step))).toMatchObject({ code: "ASSIGNMENT_ENDED" });
  await service.answer(point, "acme", step);
});

test("where we are counts the questions that wait, and where nothing else is left they are the vendor's", async () => {
  const { id: companyId } = await house.company("acme");
  await house.database.write((manager) =>
    insertRows(
      manager,
      ItemEntity,
      ITEMS.map(({ code }) => ({ ...waived, id: newId(), companyId, code })),
    ),
  );
  const where = async () => {
    const asked = `{ company(slug: "acme") { implementation { openQuestions ball { side since } } } }`;
    return (await house.ask("clerk@acme.test", asked)).data?.["company"]?.["implementation"];
  };
  expect(await where()).toEqual({ openQuestions: 0, ball: null });
  house.clock.set("2026-11-25T10:00:00.000Z");
  const { question } = await ask("One more thing?");
  expect(await where()).toEqual({ openQuestions: 1, ball: { side: "SPECIALIST", since: "2026-11-25T10:00:00.000Z" } });
  await house.services.question.answer(specialist, "acme", { question: question.id, text: "No." });
  expect(await where()).toEqual({ openQuestions: 0, ball: null });
});

test("who answers: the other part where nobody has the right one, nobody where nobody is assigned", async () => {
  const { staff } = house.services;
  const { id: companyId } = await house.company("acme");
  const goTo = async () => {
    const answer = await house.ask("clerk@acme.test", `{ company(slug: "acme") { questionsGoTo { email } } }`);
    return (answer.data?.["company"] as unknown as { questionsGoTo: { email: string } | null }).questionsGoTo?.email;
  };
  const end = async (role: "specialist" | "point_of_contact") => {
    const held = await house.database.read().findOneByOrFail(StaffAssignmentEntity, { companyId, role });
    await staff.end(SEED, "acme", { assignment: held.id });
  };
  expect(await goTo()).toBe("specialist@vendor.test");
  await end("specialist");
  expect(await goTo()).toBe("point@vendor.test");
  await end("point_of_contact");
  expect(await goTo()).toBeUndefined();
  expect((await ask("Is anybody there?")).question.state).toBe("asked");
  expect(await letters()).toEqual([]);
});

test("a question that waits while nobody is there is written to whoever comes, once", async () => {
  const { staff } = house.services;
  const held = await house.database.read().find(StaffAssignmentEntity, { order: { assignedFrom: "ASC", id: "ASC" } });
  await house.database.write((manager) =>
    manager.update(StaffAssignmentEntity, { companyId: held[0]!.companyId }, { assignedUntil: START }),
  );
  const { question } = await ask("Is anybody there?");
  expect(await letters()).toEqual([]);
  house.clock.advance(60_000);
  await staff.assign(SEED, "acme", { email: "point@vendor.test", role: "point_of_contact" });
  expect(await letters()).toEqual(["question_passed_on point@vendor.test"]);
  const { assignment } = await staff.assign(SEED, "acme", { email: "specialist@vendor.test", role: "specialist" });
  const both = ["question_passed_on point@vendor.test", "question_passed_on specialist@vendor.test"];
  expect(await letters()).toEqual(both);
  house.clock.advance(60_000);
  // It goes back to whoever was told of it before.
  await staff.end(SEED, "acme", { assignment: assignment.id });
  expect(await letters()).toEqual(both);
  house.clock.advance(60_000);
  await house.services.question.answer(point, "acme", { question: question.id, text: "I am" });
  await staff.assign(SEED, "acme", { email: "specialist@vendor.test", role: "specialist" });
  expect(await letters()).toEqual([...both, "question_answered clerk@acme.test"]);
});

test("who may not is told why, and what would do", async () => {
  const { question: service } = house.services;
  const { question } = await ask("Who pays?");
  const step = { question: question.id, text: "You" };
  const code = async (work: Promise<unknown>) => (await refusal(work)).code;
  expect(await code(service.answer(buyer, "acme", step))).toBe("NOT_VENDOR_STAFF");
  expect(await code(service.ask(specialist, "acme", { text: "May I ask?" }))).not.toBe("ALLOWED");
  expect(await code(service.close(buyer, "acme", step))).toBe("FORBIDDEN");
  expect(await code(service.close(specialist, "acme", step))).toBe("CONFLICT");
  expect(await code(service.reopen(clerk, "acme", step))).toBe("ILLEGAL_MOVE");
  expect(await code(service.ask(person("admin@globex.test"), "acme", { text: "Hello" }))).toBe("NOT_FOUND");
  expect(await code(ask("  "))).toBe("BAD_INPUT");
  expect(await code(ask("About nothing", { item: "no_such_item" }))).toBe("NOT_FOUND");
  expect(await code(ask("About the call", { call: "kick_off" }))).toBe("NOT_FOUND");
  expect(await code(ask("About both", { call: "kick_off", item: "check_edition" }))).toBe("BAD_INPUT");
  const stale = { ...step, expectedVersion: 7 };
  expect(await code(service.answer(specialist, "acme", stale))).toBe("STALE_EDIT");
  const elsewhere = { question: "0190a000-0000-7000-8000-000000000000", text: "Hm" };
  expect(await code(service.answer(specialist, "acme", elsewhere))).toBe("NOT_FOUND");
  expect((await read("clerk@acme.test"))[0]!.posts).toEqual([]);
});

test("letters are in the company's language and quote what was said; a member who left gets none", async () => {
  const { question: service, member } = house.services;
  const { question } = await ask("Who\npays?", { item: "check_edition" });
  const [letter] = await house.database.read().findBy(MailMessageEntity, { kind: Like("question_%") });
  expect(letter!.text).toContain("> Who\n> pays?");
  expect(letter!.text).toContain("Make sure that the Xero edition is supported");
  await member.update(admin, "acme", { member: "clerk@acme.test", active: false });
  await service.answer(specialist, "acme", { question: question.id, text: "The company." });
  expect(await letters()).toEqual(["question_asked specialist@vendor.test"]);
});

test("only the company's people and the vendor's staff in it see its questions", async () => {
  const { question } = await ask("Is it safe?");
  const node = async (email: string) => {
    const answer = await house.ask(email, `{ node(id: "${question.id}") { id } }`);
    return answer.data?.["node"];
  };
  expect(await node("clerk@acme.test")).toEqual({ id: question.id });
  expect(await node("admin@globex.test")).toBeNull();
  const answer = await house.ask("admin@globex.test", `{ company(slug: "acme") { questions { totalCount } } }`);
  expect(answer.data?.["company"] ?? null).toBeNull();
  expect(await read("admin@acme.test", "(state: ANSWERED)")).toEqual([]);
});

test("questions of many companies take as many SELECTs as those of one", async () => {
  const fields = `questions { edges { node { text posts { text } responsible { email } call { kind } } } } questionsGoTo { name }`;
  const count = async () => {
    const window = house.database.countStatements();
    const answer = await house.ask("specialist@vendor.test", `{ companies { edges { node { slug ${fields} } } } }`);
    const found = (answer.data?.["companies"] as unknown as { edges: object[] }).edges;
    return { companies: found.length, statements: window.stop() };
  };
  await ask("One");
  const one = await count();
  for (let n = 0; n < 8; n += 1) {
    await house.register(`more-${n}`, specialist);
    await house.services.question.ask(person(`admin@more-${n}.test`), `more-${n}`, { text: `Question ${n}` });
  }
  const many = await count();
  expect([one.companies, many.companies]).toEqual([1, 9]);
  expect(many.statements).toBe(one.statements);
});
