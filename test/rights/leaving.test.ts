import { IsNull } from "typeorm";
import { GrantEntity } from "../../src/directory/grants/grant.entity";
import { MemberEntity } from "../../src/directory/members/member.entity";
import { ProjectLevelEntity } from "../../src/directory/projects/project-level.entity";
import { ACTIONS, RESOURCES } from "../../src/policy/model/vocabulary";
import { RecordHouse } from "../records/record-house";
import { person, refusal, SEED } from "../support/house";

const LEAVER = "leaver@acme.test";
const directory = person("directory@acme.test");

let house: RecordHouse;
beforeEach(async () => {
  house = await RecordHouse.open();
  const { member, approver, grant, project, featureSwitch } = house.services;
  await member.add(SEED, "acme", { email: "directory@acme.test", name: "Directory", directoryLevel: "admin" });
  const rights = { toolLevel: "admin", directoryLevel: "admin", canPushToAccounting: true } as const;
  await member.add(SEED, "acme", { email: LEAVER, name: "Leaver", ...rights });
  await approver.designate(SEED, "acme", { member: LEAVER, features: [{ feature: "commitment" }], reason: "Named" });
  const validFrom = "2027-01-01T00:00:00.000Z";
  await grant.give(SEED, "acme", { member: LEAVER, feature: "vendor", validFrom, reason: "From January" });
  await project.setLevels(SEED, "acme", {
    ...{ project: "P-1", member: LEAVER },
    levels: [{ tool: "commitments", level: "admin" }],
  });
  await featureSwitch.set(SEED, "acme", { feature: "commitment", directExport: "without_workflow" });
});

/** Everything that somebody is allowed now and after their grants have begun. */
async function allowed(email: string): Promise<string[]> {
  const { companies, subjects, policies } = house.services;
  const company = (await companies.find("acme"))!;
  const subject = await subjects.find(company.id, email);
  const lines: string[] = [];
  for (const at of [house.clock.now().toISOString(), "2027-06-01T00:00:00.000Z"]) {
    const policy = await policies.policyOf(company, subject, at);
    for (const action of ACTIONS)
      for (const resource of RESOURCES)
        if (policy.verdict(action, resource) !== "never") lines.push(`${at} ${action} ${resource}`);
  }
  return lines;
}

const version = async () => (await house.database.read().findOneByOrFail(MemberEntity, { email: LEAVER })).version;

test.each<[string, () => Promise<unknown>]>([
  [
    "deactivating",
    async () =>
      house.services.member.deactivate(directory, "acme", {
        ...{ member: LEAVER, reason: "Left the company", expectedVersion: await version() },
      }),
  ],
  [
    "switching the record off",
    async () =>
      house.services.member.update(directory, "acme", {
        ...{ member: LEAVER, active: false, expectedVersion: await version() },
      }),
  ],
])("%s ends every right, and coming back gives back nothing by itself", async (_, leave) => {
  await leave();
  expect(await allowed(LEAVER)).toEqual([]);
  const { id: memberId, ...row } = await house.database.read().findOneByOrFail(MemberEntity, { email: LEAVER });
  expect(row).toMatchObject({ toolLevel: "none", directoryLevel: "none", canPushToAccounting: false, active: false });
  expect(await house.database.read().countBy(GrantEntity, { memberId, revokedAt: IsNull() })).toBe(0);
  expect(await house.database.read().countBy(ProjectLevelEntity, { memberId })).toBe(0);
  const trail = await house.trail("acme");
  expect(trail.slice(-4).map(({ action }) => action)).toEqual([
    expect.stringMatching(/^member\.(deactivated|updated)$/),
    "grant.revoked",
    "grant.revoked",
    "project_levels.set",
  ]);
  // Somebody without the right to grant may bring them back, for they come with nothing.
  await house.services.member.update(directory, "acme", {
    ...{ member: LEAVER, active: true, expectedVersion: await version() },
  });
  await house.services.member.add(SEED, "acme", { email: "new@acme.test", name: "New" });
  expect(await allowed(LEAVER)).toEqual(await allowed("new@acme.test"));
});

test("whoever has left can be given nothing before they are back, by any door", async () => {
  const { member, approver, project, accessList } = house.services;
  await member.deactivate(SEED, "acme", { member: LEAVER, reason: "Left" });
  const conflict = { code: "CONFLICT", field: ["input", "member"] };
  for (const rights of [
    { toolLevel: "read_only" },
    { directoryLevel: "admin" },
    { canPushToAccounting: true },
  ] as const)
    expect(await refusal(member.update(SEED, "acme", { member: LEAVER, ...rights }))).toEqual(conflict);
  const levels = [{ tool: "commitments", level: "admin" }] as const;
  expect(await refusal(project.setLevels(SEED, "acme", { project: "P-1", member: LEAVER, levels }))).toEqual(conflict);
  expect(await refusal(approver.makeReadOnly(SEED, "acme", { member: LEAVER, reason: "Look" }))).toEqual(conflict);
  expect(await refusal(approver.designate(SEED, "acme", { member: LEAVER, reason: "Named" }))).toEqual(conflict);
  for (const role of ["approver", "read only"]) {
    const csv = `email,name,role,features\n${LEAVER},Leaver,${role},\n`;
    const { rowErrors } = await accessList.import(SEED, "acme", csv, { dryRun: true });
    expect(rowErrors.map(({ code }) => code)).toEqual(["MEMBER_INACTIVE"]);
  }
  // Back and armed in one step takes somebody who may give rights.
  const back = { member: LEAVER, active: true, toolLevel: "standard" } as const;
  expect(await refusal(member.update(directory, "acme", back))).toMatchObject({ code: "NOT_AN_APPROVER" });
  expect((await member.update(SEED, "acme", back)).member).toMatchObject({ active: true, toolLevel: "standard" });
});
