import { IsNull } from "typeorm";
import { DEMO_PLATFORM_COMPANY as COMPANY } from "../../../src/dev/platform/tool/world-parts";
import type { Json } from "../../../src/dev/platform/platform-store";
import { GrantEntity } from "../../../src/directory/grants/grant.entity";
import { MemberEntity } from "../../../src/directory/members/member.entity";
import { AuditEntryEntity } from "../../../src/tenant/audit/audit-entry.entity";
import { ADMIN, MirrorWorld, NEWCOMER, newcomer } from "../support/mirror-world";

let world: MirrorWorld;

beforeEach(async () => {
  world = await MirrorWorld.start();
});
afterEach(() => world.stop());

test("the plan says who comes, changes and goes, whose rights grow, and what cannot be told apart; nothing is written", async () => {
  const { store } = world.bridge.platform;
  const put = (id: number, body: Json) =>
    store.put("user", { id, company: COMPANY, body: { is_active: true, ...body } });
  put(NEWCOMER, { ...newcomer, permission_template: { id: 203 } });
  put(151, { name: "Second Nadia", email_address: "nadia.petit@demo.test" });
  put(152, { name: "Without Address", email_address: null });
  const plan = await world.mirror();
  expect(plan.summary).toMatchObject({
    peopleCome: 1,
    peopleChange: 5,
    peopleGo: 0,
    rightsGrow: 3,
    projects: 3,
    conflicts: 2,
  });
  expect(plan.people).toContainEqual({
    kind: "COMES",
    email: "nadia.petit@demo.test",
    name: "Nadia Petit",
    gains: ["ERP Integrations: Read Only (was None)", "Directory: Read Only (was None)"],
    loses: [],
  });
  expect(plan.people).toContainEqual(
    expect.objectContaining({
      email: "project-manager@demo.test",
      gains: expect.arrayContaining(["Admin in P-100: Read Only (was None)"]) as string[],
    }),
  );
  expect(plan.conflicts.map(({ code }) => code)).toEqual(["EMAIL_TWICE", "NO_EMAIL"]);
  expect(await world.member("nadia.petit@demo.test")).toBeNull();
  expect((await world.mirror("", "read-only@demo.test")).userErrors).toHaveLength(1);
});

test("what was seen is carried out, and nothing else; each change is in the audit trail with its source", async () => {
  const { digest } = await world.mirror();
  world.bridge.platform.store.put("user", { id: NEWCOMER, company: COMPANY, body: { ...newcomer, permissions: {} } });
  const stale = await world.mirror(`, dryRun: false, digest: "${digest}"`);
  expect(stale).toMatchObject({ written: false, userErrors: [{ code: "STALE_EDIT" }], summary: { peopleCome: 1 } });
  expect((await world.mirror(", dryRun: false")).userErrors).toMatchObject([{ code: "BAD_INPUT" }]);
  const grants = () => world.database.read().countBy(GrantEntity, { revokedAt: IsNull() });
  const before = await grants();
  await world.begin();
  expect(await grants()).toBe(before);
  expect(await world.member("nadia.petit@demo.test")).toMatchObject({
    mirrored: true,
    toolLevel: "none",
    canPushToAccounting: false,
  });
  expect(await world.member(ADMIN)).toMatchObject({ canPushToAccounting: true, mirrored: true, toolLevel: "admin" });
  const entry = await world.database
    .read()
    .findOneByOrFail(AuditEntryEntity, { action: "member.added", actorName: "construction platform" });
  expect(entry.why).toMatch(/Mirrored from the construction platform's directory, as Alma Reyes has agreed to/);
  expect((await world.mirror()).summary).toMatchObject({ peopleUnchanged: 6, peopleChange: 0, projects: 0 });
  expect(await world.ask(`{ company(id: "demo") { platform { directory { mirrored readAt held } } } }`)).toMatch(
    /"mirrored":true/,
  );
});

test("nobody raises their own rights by it, and a mirror that is released leaves everything as it is", async () => {
  const { database } = world;
  await database.write((manager) => manager.update(MemberEntity, { email: ADMIN }, { toolLevel: "standard" }));
  const { digest } = await world.mirror();
  const own = await world.mirror(`, dryRun: false, digest: "${digest}"`);
  expect(own).toMatchObject({ written: false, userErrors: [{ code: "SELF_GRANT" }] });
  await database.write((manager) => manager.update(MemberEntity, { email: ADMIN }, { toolLevel: "admin" }));
  await world.begin();
  const version = /"version":(\d+)/.exec(await world.ask(`{ company(id: "demo") { platform { version } } }`))?.[1];
  expect(
    await world.ask(
      `mutation { releasePlatformDirectory(input: {company: "demo", expectedVersion: ${version}}) { userErrors { code } platform { directory { mirrored } } } }`,
    ),
  ).toContain('"mirrored":false');
  expect(await world.member("read-only@demo.test")).toMatchObject({
    mirrored: false,
    active: true,
    toolLevel: "read_only",
  });
  expect(
    await world.ask(
      `mutation { updateMember(input: {company: "demo", member: "read-only@demo.test", name: "Other", expectedVersion: ${(await world.member("read-only@demo.test"))?.version}}) { userErrors { code } } }`,
    ),
  ).toContain('"userErrors":[]');
});
