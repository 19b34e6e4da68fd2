import { CompanyEntity } from "../../src/tenant/companies/company.entity";
import { StaffAssignmentEntity } from "../../src/tenant/companies/staff-assignment.entity";
import { VendorStaffEntity } from "../../src/tenant/companies/vendor-staff.entity";
import { insertRows } from "../../src/infra/db/query/rows";
import { CallEntity } from "../../src/onboarding/calls/call/call.entity";
import { ImplementationPlanEntity } from "../../src/onboarding/plan/implementation-plan.entity";
import { ItemEntity } from "../../src/onboarding/items/item.entity";
import { ITEMS } from "../../src/onboarding/items/catalogue";
import { QuestionEntity } from "../../src/onboarding/questions/question/question.entity";
import { newId } from "../../src/kernel/ids";
import { openTestDatabase } from "../support/database";
import { House, SEED, START } from "../support/house";

/** How a company can stand, those that need the specialist first before the others. */
const KINDS = ["late", "tomorrow", "asked", "mine", "theirs", "done"] as const;
type Kind = (typeof KINDS)[number];

/** Whose names go against the order, so that nothing but need brings it about. */
const kindOf = (n: number): Kind => KINDS[KINDS.length - 1 - (n % KINDS.length)]!;

let house: House;
let staffId: string;
beforeEach(async () => {
  house = new House(await openTestDatabase());
  await house.services.company.addVendorStaff(SEED, { email: "specialist@vendor.test", name: "Farid" });
  staffId = (await house.database.read().findOneByOrFail(VendorStaffEntity, {})).id;
});

/** Companies from one number to another, laid down as rows. */
async function found(from: number, to: number): Promise<void> {
  const numbers = Array.from({ length: to - from }, (_, index) => from + index);
  const companies = numbers.map((n) => ({ n, kind: kindOf(n), id: newId(), createdAt: START }));
  const stamp = (companyId: string) => ({ id: newId(), companyId, version: 1, createdAt: START });
  const of = (...kinds: Kind[]) => companies.filter(({ kind }) => kinds.includes(kind));
  const said = (companyId: string, code: string, rest: Partial<ItemEntity>) => ({
    ...stamp(companyId),
    ...{ code, state: "open" as const, ownerEmail: null, dueOn: null, evidence: null, reason: null },
    ...{ changedBy: "Farid", changedAt: START },
    ...rest,
  });
  const waived = (id: string, codes: readonly string[]) => codes.map((code) => said(id, code, { state: "waived" }));
  await house.database.write(async (manager) => {
    const slug = (n: number) => `c${String(n).padStart(3, "0")}`;
    const place = { country: "US", locale: "en" as const, currency: "USD", timezone: null, policyRevision: 1 };
    const rule = { twoPersonAboveMinor: null, twoPersonAboveCurrency: null, version: 1 };
    const rows = companies.map(({ n, id, createdAt }) => ({ id, slug: slug(n), name: slug(n), createdAt }));
    await insertRows(
      manager,
      CompanyEntity,
      rows.map((row) => ({ ...row, ...place, ...rule })),
    );
    const assigned = {
      staffId,
      role: "specialist" as const,
      assignedFrom: START,
      assignedUntil: null,
      assignedBy: "x",
    };
    await insertRows(
      manager,
      StaffAssignmentEntity,
      companies.map(({ id }) => ({ id: newId(), companyId: id, ...assigned, createdAt: START })),
    );
    const plan = { phase: "preparation" as const, enteredAt: START, liveAt: null, welcomedAt: null, helpUntil: null };
    await insertRows(
      manager,
      ImplementationPlanEntity,
      companies.map(({ id }) => ({ ...stamp(id), ...plan, purchasedAt: START })),
    );
    const everything = ITEMS.map(({ code }) => code);
    await insertRows(manager, ItemEntity, [
      ...of("late").map(({ id }) => said(id, "clean_vendors", { dueOn: "2026-11-20" })),
      ...of("mine").flatMap(({ id }) => waived(id, ["name_contact", "check_edition", "answer_welcome_mail"])),
      ...of("done").flatMap(({ id }) => waived(id, everything)),
    ]);
    const call = {
      kind: "kick_off" as const,
      state: "scheduled" as const,
      minutes: 60,
      hostId: staffId,
      agreedBy: "x",
    };
    const times = {
      startsAt: "2026-11-25T15:00:00.000Z",
      endsAt: "2026-11-25T16:00:00.000Z",
      startedAt: null,
      endedAt: null,
    };
    await insertRows(
      manager,
      CallEntity,
      of("tomorrow").map(({ id }) => ({ ...stamp(id), ...call, ...times, invitation: null })),
    );
    const question = { text: "How?", state: "asked" as const, itemCode: null, callId: null, askerId: null };
    await insertRows(
      manager,
      QuestionEntity,
      of("asked").map(({ id }) => ({ ...stamp(id), ...question, askedBy: "x", waitsSince: START })),
    );
  });
}

const QUERY = `{ portfolio { company { slug questionsGoTo { email } call(kind: KICK_OFF) { startsAt } questions { totalCount } }
  implementation { phase nextStep { code } ball { side since } openQuestions nextDate { what days } late { code }
    customerPercent specialistPercent goLiveReadiness { code } } } }`;

async function read(): Promise<{ slugs: string[]; statements: readonly string[] }> {
  const window = house.database.countStatements();
  const answer = await house.ask("specialist@vendor.test", QUERY);
  window.stop();
  expect(answer.errors).toBeUndefined();
  const entries = answer.data?.["portfolio"] as unknown as { company: { slug: string } }[];
  return { slugs: entries.map(({ company }) => company.slug), statements: window.selects };
}

test("500 companies take as many SELECTs as 50, and those that need the specialist stand first", async () => {
  await found(0, 50);
  const few = await read();
  await found(50, 500);
  const many = await read();
  expect([few.slugs.length, many.slugs.length]).toEqual([50, 500]);
  // Those that run side by side may end in another order.
  expect(many.statements.map(shape).sort()).toEqual(few.statements.map(shape).sort());
  const kinds = many.slugs.map((slug) => kindOf(Number(slug.slice(1))));
  const byNeed = [...kinds].sort((a, b) => KINDS.indexOf(a) - KINDS.indexOf(b));
  expect(kinds).toEqual(byNeed);
  for (const kind of KINDS) {
    const names = many.slugs.filter((slug) => kindOf(Number(slug.slice(1))) === kind);
    expect(names).toEqual([...names].sort());
  }
});

/** A statement but for how many values it lists. */
function shape(sql: string): string {
  return sql.replace(/\((?:\s*(?:\?|\$\d+)\s*,?)+\)/g, "(...)").replace(/\$\d+/g, "$");
}
