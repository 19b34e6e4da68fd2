import { openAcme, admin, specialist } from "../support/acme";
import { person, refusal, SEED, type House } from "../support/house";

let house: House;
const PURCHASE = {
  edition: "established",
  country: "US",
  specialist: "specialist@vendor.test",
  contact: { email: "clerk@acme.test", name: "Clerk" },
};
const clerk = person("clerk@acme.test");

beforeEach(async () => {
  house = await openAcme();
});

const unmetCodes = async () => {
  const answer = await house.ask(
    "specialist@vendor.test",
    `{ company(slug: "acme") { implementation { goLiveReadiness { code } } } }`,
  );
  const company = answer.data?.["company"] as unknown as { implementation: { goLiveReadiness: { code: string }[] } };
  return company.implementation.goLiveReadiness.map(({ code }) => code);
};

async function bringToImplementation(): Promise<void> {
  await house.services.purchase.purchase(specialist, "acme", PURCHASE);
  await house.services.implementation.enterPhase(specialist, "acme", {
    phase: "implementation",
    reason: "Kick-off agreed",
  });
}

/** Everything that can be seen and everything that people say; the calls are waived by name. */
async function settleAll(): Promise<void> {
  const { connection, approver, stakeholder, item } = house.services;
  const ledger = { edition: "established", country: "US", trackingCategory: "Job", status: "authorised" as const };
  await connection.configure(specialist, "acme", ledger);
  await approver.designate(specialist, "acme", {
    member: "buyer@acme.test",
    features: [{ feature: "commitment" }],
    reason: "Named in the list",
  });
  const parts = (["platform_administrator", "xero_administrator", "it_administrator"] as const).map((role) => ({
    role,
    email: "admin@acme.test",
    name: "Admin",
  }));
  await stakeholder.set(admin, "acme", [
    { role: "erp_implementation_contact", email: "clerk@acme.test", name: "Clerk" },
    ...parts,
  ]);
  for (const code of [
    "read_feature_map",
    "name_read_only_users",
    "clean_vendors",
    "build_cost_codes",
    "choose_inventory",
  ])
    await item.move(clerk, "acme", { item: code, move: "complete", evidence: "Shown in the follow-up" });
  await item.move(specialist, "acme", { item: "switch_tool_on", move: "complete", evidence: "Ticket 12" });
  for (const code of await unmetCodes())
    await item.move(specialist, "acme", { item: code, move: "waive", reason: "The calls were held on the telephone" });
}

test("going live is refused while a condition is unmet, and the refusal lists them", async () => {
  await bringToImplementation();
  const { implementation } = house.services;
  const early = implementation.goLive(specialist, "acme", "Everybody is eager");
  await expect(early).rejects.toMatchObject({
    code: "NOT_READY",
    message: expect.stringMatching(/answer_welcome_mail.*name_approvers.*authorise_connection/s) as string,
  });
  const jump = implementation.enterPhase(specialist, "acme", { phase: "getting_started", reason: "By the other door" });
  await expect(jump).rejects.toMatchObject({ code: "NOT_READY" });
  await settleAll();
  expect(await unmetCodes()).toEqual([]);
  const { plan } = await implementation.goLive(specialist, "acme", "All is settled");
  expect(plan).toMatchObject({ phase: "getting_started", liveAt: "2026-11-24T09:00:00.000Z" });
});

test("what decides whether anything can be sent cannot be waived, and what is seen is not ticked", async () => {
  await bringToImplementation();
  const move = (item: string, step: "waive" | "complete", actor = specialist) =>
    refusal(house.services.item.move(actor, "acme", { item, move: step, reason: "Why not", evidence: "I say so" }));
  expect(await move("authorise_connection", "waive")).toMatchObject({ code: "CONFLICT" });
  expect(await move("authorise_connection", "complete", admin)).toMatchObject({ code: "CONFLICT" });
  expect(await move("read_feature_map", "waive", admin)).toMatchObject({ code: "NOT_VENDOR_STAFF" });
  expect(await move("switch_tool_on", "complete", admin)).toMatchObject({ code: "NOT_VENDOR_STAFF" });
  expect(await move("read_feature_map", "complete", person("buyer@acme.test"))).toMatchObject({
    code: "TOOL_LEVEL_TOO_LOW",
  });
});

test("a decision turns with going live, and back at once when the integration is suspended", async () => {
  await bringToImplementation();
  await settleAll();
  const may = async () => {
    const question = {
      company: "acme",
      subject: "buyer@acme.test",
      action: "send",
      resource: "commitment",
      locale: "en",
    } as const;
    return (await house.services.authorizer.decide(SEED, question)).code;
  };
  expect(await may()).toBe("INTEGRATION_NOT_LIVE");
  await house.services.implementation.goLive(specialist, "acme", "Ready");
  const live = await may();
  await house.services.implementation.suspend(admin, "acme", "Suspected fraud");
  expect([live, await may()]).toEqual(["ALLOWED", "INTEGRATION_NOT_LIVE"]);
  await house.services.implementation.resume(admin, "acme", "False alarm");
  expect(await may()).toBe("ALLOWED");
});

test("the specialist's help ends by itself after thirty days of the company's zone; an extension is logged", async () => {
  await bringToImplementation();
  await settleAll();
  const { implementation, authorizer } = house.services;
  const { plan } = await implementation.goLive(specialist, "acme", "Ready");
  // New York: midnight after the thirtieth day, five hours behind UTC.
  expect(plan.helpUntil).toBe("2026-12-25T05:00:00.000Z");
  const question = { company: "acme", subject: null, action: "configure", resource: "company", locale: "en" } as const;
  const code = async () => (await authorizer.decide(specialist, question)).code;
  house.clock.set("2026-12-24T23:00:00.000Z");
  expect(await code()).toBe("ALLOWED");
  await implementation.extendHelp(admin, "acme", { days: 5, reason: "Year end" });
  house.clock.set("2026-12-29T12:00:00.000Z");
  expect(await implementation.endHelpThatIsOver()).toBe(0);
  house.clock.set("2026-12-30T05:00:00.000Z");
  expect(await code()).toBe("ASSIGNMENT_ENDED");
  expect(await implementation.endHelpThatIsOver()).toBe(1);
  expect(await implementation.endHelpThatIsOver()).toBe(0);
  const actions = (await house.trail("acme")).map(({ action }) => action);
  expect(actions.filter((action) => /help|limited/.test(action))).toEqual([
    "staff.assignment_limited",
    "staff.assignment_limited",
    "implementation.help_extended",
  ]);
});

test("a purchase names everybody at once, and the same purchase once more changes nothing", async () => {
  const { purchase } = house.services;
  const bad = purchase.purchase(specialist, "acme", { ...PURCHASE, edition: "early" });
  await expect(bad).rejects.toMatchObject({
    code: "BAD_INPUT",
    message: expect.stringMatching(/Growing|Established/) as string,
  });
  expect((await house.company("acme")).policyRevision).toBeGreaterThan(0);
  const first = await purchase.purchase(specialist, "acme", {
    ...PURCHASE,
    contact: { email: "new@acme.test", name: "New" },
  });
  const again = await purchase.purchase(specialist, "acme", {
    ...PURCHASE,
    contact: { email: "new@acme.test", name: "New" },
  });
  expect(again.policyRevision).toBe(first.policyRevision);
  expect(await refusal(purchase.purchase(specialist, "acme", { ...PURCHASE, edition: "growing" }))).toMatchObject({
    code: "ALREADY_EXISTS",
  });
  expect(await refusal(purchase.purchase(admin, "acme", PURCHASE))).toMatchObject({ code: "FORBIDDEN" });
  expect(await unmetCodes()).not.toContain("name_contact");
});

test("where are we: next step, who has the ball, what is late, how much is done", async () => {
  await house.services.purchase.purchase(specialist, "acme", PURCHASE);
  await house.services.item.agree(clerk, "acme", { item: "clean_vendors", dueOn: "2026-11-26" });
  const asked = `{ company(slug: "acme") { implementation { nextStep { code } ball { side since } nextDate { what days }
    late { code } customerPercent specialistPercent } } }`;
  const now = async () => {
    const answer = await house.ask("clerk@acme.test", asked);
    return (answer.data?.["company"] as unknown as { implementation: Record<string, unknown> }).implementation;
  };
  expect(await now()).toMatchObject({
    nextStep: { code: "send_welcome_mail" },
    ball: { side: "SPECIALIST" },
    nextDate: { what: "clean_vendors", days: 2 },
    late: [],
  });
  house.clock.set("2026-11-28T09:00:00.000Z");
  expect(await now()).toMatchObject({ late: [{ code: "clean_vendors" }], nextDate: null });
});

test("the portfolio lists all companies of the specialist, those that need him first, in as many SELECTs for 3 as for 40", async () => {
  const count = async () => {
    const window = house.database.countStatements();
    const answer = await house.ask(
      "specialist@vendor.test",
      "{ portfolio { company { slug } implementation { late { code } } } }",
    );
    const entries = answer.data?.["portfolio"] as unknown as { company: { slug: string } }[];
    return { slugs: entries.map(({ company }) => company.slug), statements: window.stop() };
  };
  await house.register("beta", specialist);
  await house.register("gamma", specialist);
  await house.services.item.agree(specialist, "gamma", { item: "switch_tool_on", dueOn: "2026-11-01" });
  const few = await count();
  expect(few.slugs).toEqual(["gamma", "acme", "beta"]);
  for (let n = 0; n < 37; n += 1) await house.register(`more-${n}`, specialist);
  const many = await count();
  expect(many.slugs).toHaveLength(40);
  expect(many.statements).toBe(few.statements);
});

test("the same purchase sent twice at once is one purchase", async () => {
  const contact = { email: "new@acme.test", name: "New" };
  const buy = () => house.services.purchase.purchase(specialist, "acme", { ...PURCHASE, contact });
  const [one, other] = await Promise.all([buy(), buy()]);
  expect(one.plan.id).toBe(other.plan.id);
  const bought = (await house.trail("acme")).filter(({ action }) => action === "integration.purchased");
  expect(bought).toHaveLength(1);
});
