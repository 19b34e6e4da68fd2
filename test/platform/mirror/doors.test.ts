import { ProjectEntity } from "../../../src/directory/projects/project.entity";
import { MirrorWorld } from "../support/mirror-world";

let world: MirrorWorld;

beforeEach(async () => {
  world = await MirrorWorld.start();
});
afterEach(() => world.stop());

test("what the platform keeps is edited there alone, by every door; what only Ledgergate knows is edited here", async () => {
  await world.begin();
  const reader = `company: "demo", member: "read-only@demo.test", ${await world.seen("read-only@demo.test")}`;
  const project = await world.database.read().findOneByOrFail(ProjectEntity, { code: "P-100" });
  const doors = [
    `updateMember(input: {${reader}, name: "Other"})`,
    `updateMember(input: {${reader}, toolLevel: ADMIN})`,
    `deactivateMember(input: {${reader}, reason: "x"})`,
    `designateApprover(input: {company: "demo", member: "read-only@demo.test", reason: "x"})`,
    `setProjectLevels(input: {company: "demo", project: "P-100", member: "read-only@demo.test", levels: [{tool: COMMITMENTS, level: ADMIN}]})`,
    `updateProject(input: {company: "demo", project: "P-100", name: "Other", expectedVersion: ${project.version}})`,
  ];
  for (const door of doors) {
    const answer = await world.ask(`mutation { ${door} { userErrors { code } } }`);
    expect([door, answer]).toEqual([door, expect.stringContaining("OWNED_BY_PLATFORM")]);
  }
  const list = (role: string) =>
    world.ask(
      `mutation { importAccessList(input: {company: "demo", csv: "E-mail,Name,Role,Features\\nread-only@demo.test,Dmitri,${role},"}) { rowErrors { code } errorCount } }`,
    );
  expect(await list("approver")).toContain("OWNED_BY_PLATFORM");
  expect(await list("read-only")).toContain('"errorCount":0');
  const given = `grantFeatureAccess(input: {company: "demo", member: "commitments-only@demo.test", feature: VENDOR, reason: "x"})`;
  expect(await world.ask(`mutation { ${given} { userErrors { code } } }`)).toContain('"userErrors":[]');
  expect(
    await world.ask(
      `mutation { updateMember(input: {company: "demo", member: "commitments-only@demo.test", digest: false, ${await world.seen("commitments-only@demo.test")}}) { userErrors { code } member { mirrored } } }`,
    ),
  ).toContain('"mirrored":true');
});
