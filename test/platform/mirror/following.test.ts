import { IsNull } from "typeorm";
import { PLATFORM_USERS } from "../../../src/dev/platform/tool/world";
import { DEMO_PLATFORM_COMPANY as COMPANY } from "../../../src/dev/platform/tool/world-parts";
import { GrantEntity } from "../../../src/directory/grants/grant.entity";
import { ProjectLevelEntity } from "../../../src/directory/projects/project-level.entity";
import { MailMessageEntity } from "../../../src/infra/mail/mail-message.entity";
import { ADMIN, MirrorWorld, NEWCOMER, newcomer } from "../support/mirror-world";

let world: MirrorWorld;

beforeEach(async () => {
  world = await MirrorWorld.start();
});
afterEach(() => world.stop());

test("changes that events tell of are followed: people, their levels in projects, projects", async () => {
  await world.begin();
  const { store } = world.bridge.platform;
  await world.person(NEWCOMER, { ...newcomer, permissions: { "ERP Integrations": "Read Only" } });
  expect(await world.member("nadia.petit@demo.test")).toMatchObject({ toolLevel: "read_only", active: true });
  await world.person(NEWCOMER, {
    name: "Nadia Petit-Roux",
    email_address: "nadia@demo.test",
    permissions: { "ERP Integrations": "Standard" },
  });
  expect(await world.member("nadia@demo.test")).toMatchObject({ toolLevel: "standard", name: "Nadia Petit-Roux" });
  expect(await world.member("nadia.petit@demo.test")).toBeNull();

  store.put(
    "project_user",
    { id: 99_001, company: COMPANY, body: { user_id: NEWCOMER, permissions: { Commitments: "Standard" } } },
    301,
  );
  await world.told("Project Users", NEWCOMER, "create", 301);
  const memberId = (await world.member("nadia@demo.test"))?.id ?? "";
  const levels = () => world.database.read().findBy(ProjectLevelEntity, { memberId });
  expect(await levels()).toMatchObject([{ tool: "commitments", level: "standard" }]);

  const project = store.get("project", 301);
  if (project)
    store.put("project", { ...project, body: { ...project.body, name: "Harbour Bridge II", active: false } });
  await world.told("Projects", 301, "update");
  expect(
    await world.ask(`{ company(id: "demo") { projects { edges { node { code name active mirrored } } } } }`),
  ).toContain('{"code":"P-100","name":"Harbour Bridge II","active":false,"mirrored":true}');
});

test("a leaver loses everything at once, the administrators are told what they held, and who comes back begins anew", async () => {
  await world.begin();
  const approver = "commitments-and-invoices@demo.test";
  const held = await world.database
    .read()
    .countBy(GrantEntity, { memberId: (await world.member(approver))?.id ?? "", revokedAt: IsNull() });
  expect(held).toBeGreaterThan(0);
  await world.person(PLATFORM_USERS.everything, { is_active: false });
  const left = await world.member(approver);
  expect(left).toMatchObject({ active: false, toolLevel: "none", canPushToAccounting: false });
  const own = { memberId: left?.id ?? "" };
  expect(await world.database.read().countBy(GrantEntity, { ...own, revokedAt: IsNull() })).toBe(0);
  expect(await world.database.read().countBy(ProjectLevelEntity, own)).toBe(0);
  const [letter] = await world.database.read().findBy(MailMessageEntity, { kind: "platform_leavers" });
  expect(letter?.text).toMatch(/Bruno Keller <commitments-and-invoices@demo\.test>: .*may push to accounting.*right: /);
  await world.person(PLATFORM_USERS.everything, { is_active: true });
  expect(await world.member(approver)).toMatchObject({
    active: true,
    toolLevel: "standard",
    canPushToAccounting: false,
  });
  expect(await world.database.read().countBy(GrantEntity, { ...own, revokedAt: IsNull() })).toBe(0);
});

test("the last who can give rights is not lost, and so many leavers that nobody believes it wait for an administrator", async () => {
  await world.begin();
  await world.person(PLATFORM_USERS.admin, { is_active: false });
  expect(await world.member(ADMIN)).toMatchObject({ active: true, directoryLevel: "admin" });
  expect((await world.mirror()).conflicts).toMatchObject([{ code: "LAST_ADMINISTRATOR" }]);
  await world.person(PLATFORM_USERS.admin, { is_active: true });

  const { store } = world.bridge.platform;
  const ids = Array.from({ length: 15 }, (_, index) => 1_000 + index);
  const put = (id: number, is_active: boolean) =>
    store.put("user", {
      id,
      company: COMPANY,
      body: { name: `Person ${id}`, email_address: `p${id}@demo.test`, is_active, permissions: {} },
    });
  for (const id of ids) put(id, true);
  await world.told("Company Users", 1_000, "create");
  const { database } = world;
  const forget = () =>
    database.write((manager) =>
      manager.query(`UPDATE platform_connection SET "directoryReadAt" = '2026-01-01T00:00:00.000Z'`),
    );
  await forget();
  await world.bridge.app.platform.mirrorWatch.run();
  expect(await world.member("p1014@demo.test")).toMatchObject({ active: true });
  for (const id of ids) put(id, false);
  await forget();
  await world.bridge.app.platform.mirrorWatch.run();
  expect(await world.member("p1014@demo.test")).toMatchObject({ active: true });
  expect(await world.ask(`{ company(id: "demo") { platform { directory { held } } } }`)).toContain("than is credible");
  expect(await database.read().countBy(MailMessageEntity, { kind: "platform_directory_held" })).toBeGreaterThan(0);
  await world.begin();
  expect(await world.member("p1014@demo.test")).toMatchObject({ active: false });
});

test("an address that moves to another account hands nothing over", async () => {
  await world.begin();
  await world.person(NEWCOMER, {
    ...newcomer,
    email_address: "commitments-only@demo.test",
    permissions: { "ERP Integrations": "Admin" },
  });
  expect(await world.member("commitments-only@demo.test")).toMatchObject({
    name: "Carla Singh",
    toolLevel: "standard",
  });
  expect((await world.mirror()).conflicts).toMatchObject([{ code: "EMAIL_TWICE" }]);
});

test("vendor staff who have an account on the platform come into no directory", async () => {
  await world.begin();
  await world.person(NEWCOMER, { ...newcomer, email_address: "specialist@vendor.test" });
  expect(await world.member("specialist@vendor.test")).toBeFalsy();
  expect((await world.mirror()).conflicts).toMatchObject([{ code: "ON_BOTH_SIDES" }]);
});
