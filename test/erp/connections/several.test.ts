import { AuditEntryEntity } from "../../../src/tenant/audit/audit-entry.entity";
import { ConnectionService } from "../../../src/erp/connections/connection.service";
import type { ConnectionSettings } from "../../../src/erp/connections/connection-settings";
import { ProjectEntity } from "../../../src/directory/projects/project.entity";
import { connectionRecords } from "../../../src/records/binding/connection-records";
import { ProjectBindingService } from "../../../src/records/binding/project-binding.service";
import { LedgerAccessEntity } from "../../../src/erp/oauth/ledger-access.entity";
import { connectionConsent } from "../../../src/erp/oauth/connection-consent";
import { openTestDatabase } from "../../support/database";
import { person, RightsHouse, SEED } from "../../support/rights-house";

const SPECIALIST = person("specialist@acme.test");
const INC: ConnectionSettings = { name: "Rocky Inc", edition: "established", country: "US", status: "authorised" };
const PTY: ConnectionSettings = { name: "Rocky Pty", edition: "ultimate", country: "AU" };

let h: RightsHouse;
let service: ConnectionService;
let binding: ProjectBindingService;

beforeEach(async () => {
  h = new RightsHouse(await openTestDatabase());
  await h.addCompany("acme");
  service = new ConnectionService(h.changes, [connectionRecords, connectionConsent]);
  binding = new ProjectBindingService(h.changes);
});

const project = (code: string) => h.database.read().findOneByOrFail(ProjectEntity, { code });

describe("the connections of a company", () => {
  it("the first is the default, whose keys stand alone; the next is not, and has keys of its own", async () => {
    const { connection: first } = await service.configure(SPECIALIST, "acme", INC);
    const { connection: second } = await service.add(SPECIALIST, "acme", PTY);
    expect(first).toMatchObject({ name: "Rocky Inc", keyPrefix: "", defaultOf: first.companyId });
    expect(second).toMatchObject({ name: "Rocky Pty", keyPrefix: `@${second.id}/`, defaultOf: null, country: "AU" });
  });

  it("are changed by id or name, the default if none is named; a name is one connection's", async () => {
    await service.configure(SPECIALIST, "acme", INC);
    await service.add(SPECIALIST, "acme", PTY);
    const named = { ...PTY, connection: "Rocky Pty", trackingCategory: "Job" };
    expect((await service.configure(SPECIALIST, "acme", named)).connection).toMatchObject({
      name: "Rocky Pty",
      version: 2,
    });
    const { connection } = await service.configure(SPECIALIST, "acme", { edition: "growing", country: "US" });
    expect(connection).toMatchObject({ name: "Rocky Inc", edition: "growing", status: "authorised" });
    await expect(service.add(SPECIALIST, "acme", PTY)).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    const nowhere = { ...PTY, connection: "Rocky SAS" };
    await expect(service.configure(SPECIALIST, "acme", nowhere)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("are for whoever may configure the company, and each change is in its trail", async () => {
    await h.addMember("acme", "aline@acme.test", { toolLevel: "standard" });
    await expect(service.add(person("aline@acme.test"), "acme", INC)).rejects.toMatchObject({
      decision: { code: "TOOL_LEVEL_TOO_LOW" },
    });
    await service.add(SPECIALIST, "acme", INC);
    await service.add(SPECIALIST, "acme", PTY);
    await service.configure(SPECIALIST, "acme", { ...PTY, connection: "Rocky Pty", makeDefault: true });
    await service.retire(SPECIALIST, "acme", "Rocky Inc");
    const trail = await h.database.read().find(AuditEntryEntity, { order: { sequence: "ASC" } });
    expect(trail.map(({ action, after }) => [action, after?.["name"], after?.["isDefault"]])).toEqual([
      ["connection.configured", "Rocky Inc", true],
      ["connection.configured", "Rocky Pty", false],
      ["connection.configured", "Rocky Inc", false],
      ["connection.configured", "Rocky Pty", true],
      ["connection.removed", undefined, undefined],
    ]);
  });

  it("one stays while it is the default, has a consent, or projects are bound to it", async () => {
    const { connection: first } = await service.configure(SPECIALIST, "acme", INC);
    const { connection: second } = await service.add(SPECIALIST, "acme", PTY);
    await h.addProject("acme", "P1");
    await binding.bind(SPECIALIST, "acme", { project: "P1", connection: "Rocky Pty" });
    const remove = (name: string) => service.retire(SPECIALIST, "acme", name);
    await expect(remove("Rocky Inc")).rejects.toMatchObject({ code: "CONNECTION_IS_DEFAULT" });
    await expect(remove("Rocky Pty")).rejects.toMatchObject({ code: "CONNECTION_IN_USE", message: /Projects .*\(1\)/ });
    await binding.bind(SPECIALIST, "acme", { project: "P1", connection: null });
    const access = {
      id: second.id,
      companyId: first.companyId,
      tenantId: "t",
      tenantName: "Pty",
      scope: "",
      state: "active",
    };
    const by = { authorisedByName: "A", authorisedAt: "2026", renewedAt: "2026", createdAt: "2026" };
    await h.database.write((manager) =>
      manager.save(LedgerAccessEntity, { ...access, ledgerConnectionId: "l", ...by } as LedgerAccessEntity),
    );
    await expect(remove("Rocky Pty")).rejects.toMatchObject({ code: "CONNECTION_IN_USE", message: /disconnect/ });
    await h.database.write((manager) => manager.update(LedgerAccessEntity, { id: second.id }, { state: "lost" }));
    await remove("Rocky Pty");
    expect(await h.database.read().countBy(LedgerAccessEntity, {})).toBe(0);
    await remove("Rocky Inc");
  });
});

describe("binding a project", () => {
  beforeEach(async () => {
    await service.configure(SPECIALIST, "acme", INC);
    await service.add(SPECIALIST, "acme", PTY);
    await h.addProject("acme", "P1");
  });

  it("is for whoever may configure, and is told in the trail", async () => {
    await h.addMember("acme", "aline@acme.test", { toolLevel: "standard" });
    const bound = { project: "P1", connection: "Rocky Pty" };
    await expect(binding.bind(person("aline@acme.test"), "acme", bound)).rejects.toMatchObject({
      decision: { code: "TOOL_LEVEL_TOO_LOW" },
    });
    await binding.bind(SPECIALIST, "acme", bound);
    expect((await project("P1")).connectionId).not.toBeNull();
    const trail = await h.database.read().findBy(AuditEntryEntity, { action: "project.connection_bound" });
    expect(trail).toMatchObject([{ before: { connection: null }, after: { connection: "Rocky Pty" } }]);
    const stale = { ...bound, connection: null, expectedVersion: 1 };
    await expect(binding.bind(SPECIALIST, "acme", stale)).rejects.toMatchObject({ code: "STALE_EDIT" });
  });

  it("names what there is", async () => {
    const bind = (to: object) => binding.bind(SEED, "acme", { project: "P1", connection: "Rocky Pty", ...to });
    await expect(bind({ project: "P2" })).rejects.toMatchObject({ code: "NOT_FOUND", field: ["input", "project"] });
    await expect(bind({ connection: "X" })).rejects.toMatchObject({
      code: "NOT_FOUND",
      field: ["input", "connection"],
    });
  });
});
