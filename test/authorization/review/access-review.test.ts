import { SEED } from "../../support/house";
import { ADMIN, asked, HOLDER, itemsNow, LIST, OPEN, opened, sign, started } from "./review-house";

describe("an access review", () => {
  it("shows which grants were last used when, never used, unused for long, ending soon", async () => {
    const { house, used, ending, idle } = await started();
    const ids = async (filter: object | null) => {
      const data = await asked(house, ADMIN, LIST, { filter });
      const { edges } = (data as never as { company: { accessReview: { edges: { node: { id: string } }[] } } }).company
        .accessReview;
      return edges
        .map(({ node }) => node.id)
        .filter((id) => [used, ending, idle].includes(id))
        .sort();
    };
    expect(await ids(null)).toEqual([used, ending, idle].sort());
    expect(await ids({ neverUsed: true })).toEqual([ending, idle].sort());
    expect(await ids({ neverUsed: false })).toEqual([used]);
    expect(await ids({ feature: "PROJECT" })).toEqual([idle]);
    expect(await ids({ expiringBefore: "2026-12-15" })).toEqual([ending]);
    expect(await ids({ unusedSince: "2026-11-24T08:00:00Z" })).toEqual([]);
    house.clock.set("2027-03-01T00:00:00.000Z");
    expect(await ids({ unusedSince: "2027-01-01" })).toEqual([used, idle].sort());
  });

  it("holds the administrator who sends by the bypass, levels, the privilege and vendor staff beside the grants", async () => {
    const { house, used } = await started();
    const { company, staff } = house.services;
    await company.addVendorStaff(SEED, { email: "specialist@vendor.test", name: "Sam" });
    await staff.assign(SEED, "acme", { email: "specialist@vendor.test", role: "specialist" });
    const { items, itemCount, dueAt } = await opened(house);
    expect(items).toHaveLength(itemCount);
    // The last day counts whole, in New York.
    expect(dueAt).toBe("2026-12-11T05:00:00.000Z");
    const of = (email: string) => items.filter(({ holder }) => holder.email === email).map(({ kind }) => kind);
    expect(of(ADMIN).sort()).toEqual(
      ["ADMINISTRATOR_BYPASS", "DIRECTORY_LEVEL", "MEMBERSHIP", "PRIVILEGE", "TOOL_LEVEL"].sort(),
    );
    expect(of("specialist@vendor.test")).toEqual(["STAFF_ASSIGNMENT"]);
    expect(of(HOLDER).sort()).toEqual(["DIRECTORY_LEVEL", "GRANT", "GRANT", "MEMBERSHIP"].sort());
    const bypass = items.find(({ kind }) => kind === "ADMINISTRATOR_BYPASS")!;
    expect(bypass.held).toMatch(/without grants/);
    expect(bypass).toMatchObject({ revocable: true, changed: false });
    expect(items.find(({ grant }) => grant?.id === used)?.held).toBe("Granted: send commitments to the ERP");
  });

  it("is narrowed to one feature", async () => {
    const { house, idle } = await started();
    const { items } = await opened(house, { dueAt: "2026-12-10", feature: "PROJECT" });
    expect(items.flatMap(({ grant }) => (grant ? [grant.id] : []))).toEqual([idle]);
    for (const { kind, rights } of items)
      if (kind !== "GRANT") expect(rights.map(({ feature }) => feature)).toContain("PROJECT");
  });

  it("is signed off by who may give access, never by the holder, and only as it was seen", async () => {
    const { house, used, idle } = await started();
    const { items, id } = await opened(house);
    const grant = (wanted: string) => items.filter((item) => item.grant?.id === wanted);
    expect(await sign(house, grant(used), "KEEP", null, HOLDER)).toMatchObject({ items: null });
    const own = items.filter(({ holder, kind }) => holder.email === ADMIN && kind === "PRIVILEGE");
    expect(await sign(house, own, "KEEP")).toMatchObject({ items: null, decision: { code: "SELF_GRANT" } });
    expect(await sign(house, grant(used), "KEEP")).toMatchObject({ userErrors: [], items: [{ verdict: "KEEP" }] });
    expect(await sign(house, grant(used), "REVOKE", "late")).toMatchObject({ userErrors: [{ code: "CONFLICT" }] });
    expect(await sign(house, grant(idle), "REVOKE")).toMatchObject({ userErrors: [{ code: "BAD_INPUT" }] });
    const levels = items.filter(({ holder, kind }) => holder.email === HOLDER && kind === "DIRECTORY_LEVEL");
    await house.services.member.update(SEED, "acme", { member: HOLDER, directoryLevel: "standard" });
    expect(await sign(house, levels, "KEEP")).toMatchObject({ userErrors: [{ code: "STALE_EDIT" }] });
    const [now] = (await itemsNow(house, id)).filter((item) => item.id === levels[0]!.id);
    expect(now).toMatchObject({ changed: true, held: "Read Only on the company directory" });
    expect(await sign(house, [now!], "KEEP")).toMatchObject({ userErrors: [] });
    const [kept] = (await itemsNow(house, id)).filter((item) => item.id === levels[0]!.id);
    expect(kept).toMatchObject({ changed: false, held: "Standard on the company directory", verdict: "KEEP" });
  });

  it("ends what it can on every basis, and says what would end the rest", async () => {
    const { house } = await started();
    const { company, staff, project, stakeholder, featureSwitch, member, apiKey } = house.services;
    await company.addVendorStaff(SEED, { email: "root@vendor.test", name: "Root", superUser: true });
    await company.addVendorStaff(SEED, { email: "specialist@vendor.test", name: "Sam" });
    await staff.assign(SEED, "acme", { email: "specialist@vendor.test", role: "specialist" });
    await project.add(SEED, "acme", { code: "P-1", name: "Tower" });
    const levels = [{ tool: "commitments", level: "admin" }] as const;
    await project.setLevels(SEED, "acme", { project: "P-1", member: HOLDER, levels });
    await featureSwitch.set(SEED, "acme", { feature: "commitment", enabled: true, directExport: "without_workflow" });
    await stakeholder.set(SEED, "acme", [{ role: "erp_implementation_contact", email: HOLDER, name: "Bruno" }]);
    await member.add(SEED, "acme", {
      ...{ email: "second@acme.test", name: "Second", toolLevel: "admin", directoryLevel: "admin" },
      canPushToAccounting: true,
    });
    const at = "2027-05-01T00:00:00.000Z";
    await apiKey.create(SEED, { name: "Portal", companyIds: ["acme"], scopes: ["decisions:read"], expiresAt: at });
    const { items, id } = await opened(house);
    // A membership ends everything else of its holder, so it is the last.
    const isLast = ({ kind }: { kind: string }) => Number(kind === "MEMBERSHIP");
    const others = items.filter(({ holder }) => holder.email !== ADMIN).sort((a, b) => isLast(a) - isLast(b));
    const ended = new Set<string>();
    for (const item of others) {
      const present = (await itemsNow(house, id)).find((one) => one.id === item.id)!;
      if (present.digest === null || item.kind === "STAFF_ASSIGNMENT") continue;
      const outcome = await sign(house, [present], "REVOKE", "Not needed");
      if (item.revocable) {
        expect(outcome).toMatchObject({ userErrors: [], items: [{ verdict: "REVOKE" }] });
        expect((await itemsNow(house, id)).find((one) => one.id === item.id)!.digest).toBeNull();
        ended.add(item.kind);
      } else {
        expect(outcome).toMatchObject({ userErrors: [{ code: "CONFLICT", message: item.endedBy }] });
        await sign(house, [present], "KEEP");
      }
    }
    // The bypass went with the directory level.
    expect([...ended]).toEqual(
      expect.arrayContaining(["API_KEY", "GRANT", "MEMBERSHIP", "PROJECT_LEVEL", "TOOL_LEVEL"]),
    );
    const kinds = new Set(others.map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(["DIRECT_EXPORT", "STAKEHOLDER_PART", "SUPER_USER"]));
  });

  it("is not opened by who does not administer, nor for a date gone by, nor seen by outsiders", async () => {
    const { house } = await started();
    expect((await asked(house, HOLDER, OPEN, { dueAt: "2026-12-10" })).openAccessReview).toMatchObject({
      review: null,
    });
    expect((await asked(house, ADMIN, OPEN, { dueAt: "2026-01-01" })).openAccessReview).toMatchObject({
      userErrors: [{ code: "BAD_INPUT" }],
    });
    const foreign = await house.ask("admin@other.test", LIST);
    expect(foreign.data?.company ?? null).toBeNull();
  });
});
