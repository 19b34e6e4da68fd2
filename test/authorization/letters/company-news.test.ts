import { person, SEED } from "../../support/house";
import { ADMIN, BRUNO, forget, letterHouse, told } from "./letter-house";

/* Runs on either database. */

async function started() {
  const house = await letterHouse();
  const { company, stakeholder, approver } = house.services;
  await company.addVendorStaff(SEED, { email: "specialist@vendor.test", name: "Farid" });
  await approver.designate(SEED, "acme", { member: BRUNO, reason: "Approver", features: [] });
  await stakeholder.set(SEED, "acme", [
    { role: "erp_implementation_contact", email: "contact@acme.test", name: "Carla" },
  ]);
  await forget(house);
  return house;
}

test("approvers and stakeholders hear that the integration goes live, is suspended and goes on", async () => {
  const house = await started();
  const { implementation } = house.services;
  const enter = (phase: string, reason: string) => implementation.enterPhase(SEED, "acme", { phase, reason } as never);
  await enter("implementation", "Kick-off held");
  expect(await told(house)).toEqual([]);
  await enter("getting_started", "Everything is ready");
  expect(await told(house)).toEqual([
    expect.stringMatching(
      /^integration_news to admin@acme.test: [^]*Ledgergate has taken[^]*live[^]*Reason: Everything is ready/,
    ),
    expect.stringMatching(/^integration_news to bruno@acme.test/),
    expect.stringMatching(/^integration_news to contact@acme.test/),
  ]);
  await forget(house);
  await enter("suspended", "Books are closed");
  expect(await told(house)).toContainEqual(
    expect.stringMatching(/suspended[^]*nothing is sent to Xero[^]*Books are closed/),
  );
  await forget(house);
  await enter("getting_started", "Books are open");
  expect(await told(house)).toContainEqual(expect.stringMatching(/has resumed/));
});

test("whoever may give rights, and the contact, hear of vendor staff who come and go", async () => {
  const house = await started();
  const { staff } = house.services;
  const until = "2027-02-01T05:00:00.000Z";
  const { assignment } = await staff.assign(SEED, "acme", {
    email: "specialist@vendor.test",
    role: "specialist",
    until,
  });
  const words = /Farid \(specialist@vendor.test\) to Company acme as implementation specialist, until 31 January 2027/;
  expect(await told(house)).toEqual([
    expect.stringMatching(/^integration_news to admin@acme.test/),
    expect.stringMatching(/^integration_news to contact@acme.test/),
  ]);
  expect((await told(house)).every((text) => words.test(text))).toBe(true);
  await forget(house);
  await staff.end(SEED, "acme", { assignment: assignment.id, reason: "Project over" });
  expect(await told(house)).toContainEqual(expect.stringMatching(/has ended the assignment of Farid[^]*Project over/));
});

test("whoever does it is not told of it", async () => {
  const house = await started();
  const { implementation } = house.services;
  for (const phase of ["implementation", "getting_started"] as const)
    await implementation.enterPhase(SEED, "acme", { phase, reason: "Ready" });
  await forget(house);
  await implementation.suspend(person(ADMIN), "acme", "Books are closed");
  expect((await told(house)).map((text) => text.split(":")[0])).toEqual([
    "integration_news to bruno@acme.test",
    "integration_news to contact@acme.test",
  ]);
});
