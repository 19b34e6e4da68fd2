import { MemberEntity } from "../../../src/directory/members/member.entity";
import { admin, openAcme, specialist } from "../../support/acme";
import { person, refusal, type House } from "../../support/house";

let house: House;

beforeAll(async () => {
  house = await openAcme();
});

async function memberOf(email: string): Promise<MemberEntity> {
  return house.database.read().findOneByOrFail(MemberEntity, { email });
}

async function revision(slug = "acme"): Promise<number> {
  return (await house.company(slug)).policyRevision;
}

describe("the directory", () => {
  test("each change is one entry and one revision, in the same transaction", async () => {
    const before = await revision();
    const { member } = await house.services.member.add(admin, "acme", { email: " New@Acme.test ", name: "New" });
    expect(member.email).toBe("new@acme.test");
    expect((await house.trail("acme")).at(-1)).toMatchObject({ sequence: before + 1, targetId: member.id });
    expect(await revision()).toBe(before + 1);
    const again = house.services.member.add(admin, "acme", { email: "new@acme.test", name: "New" });
    expect(await refusal(again)).toEqual({ code: "ALREADY_EXISTS", field: ["input", "email"] });
    expect([await revision(), (await house.trail("acme")).length]).toEqual([before + 1, before + 1]);
  });

  test("an edit keeps to what it names, and a stale one is refused", async () => {
    const { version } = await memberOf("clerk@acme.test");
    const edit = { member: "clerk@acme.test", expectedVersion: version };
    const { member } = await house.services.member.update(admin, "acme", {
      ...edit,
      name: "Clara",
      toolLevel: "standard",
    });
    expect(member).toMatchObject({
      name: "Clara",
      toolLevel: "standard",
      directoryLevel: "none",
      version: version + 1,
    });
    expect((await house.trail("acme")).at(-1)?.after).toEqual({ name: "Clara", toolLevel: "standard" });
    expect(await memberOf("clerk@acme.test")).toEqual(member);
    const late = house.services.member.update(admin, "acme", { ...edit, digest: true });
    expect(await refusal(late)).toEqual({ code: "STALE_EDIT", field: ["input", "expectedVersion"] });
  });

  test.each([
    ["levels", { toolLevel: "read_only" }],
    ["levels", { directoryLevel: "none" }],
    ["the privilege", { canPushToAccounting: false }],
    ["the e-mail, which carries them", { email: "else@acme.test" }],
  ] as const)("nobody changes their own rights: %s", async (_what, edit) => {
    const work = house.services.member.update(admin, "acme", { member: "admin@acme.test", ...edit });
    expect((await refusal(work)).code).toBe("SELF_GRANT");
  });

  test("an administrator of the directory alone gives no rights, neither to others nor to newcomers", async () => {
    const { member } = house.services;
    await member.update(admin, "acme", { member: "buyer@acme.test", directoryLevel: "admin" });
    const buyer = person("buyer@acme.test");
    await member.update(buyer, "acme", { member: "clerk@acme.test", name: "Clara C." });
    const raise = member.update(buyer, "acme", { member: "clerk@acme.test", canPushToAccounting: true });
    expect((await refusal(raise)).code).toBe("NOT_AN_APPROVER");
    const takeOver = member.update(buyer, "acme", { member: "admin@acme.test", email: "mine@acme.test" });
    expect((await refusal(takeOver)).code).toBe("NOT_AN_APPROVER");
    const accomplice = member.add(buyer, "acme", { email: "accomplice@acme.test", name: "A", toolLevel: "admin" });
    expect((await refusal(accomplice)).code).toBe("NOT_AN_APPROVER");
    await member.add(buyer, "acme", { email: "harmless@acme.test", name: "H" });
  });

  test("who may not administer learns nothing of who is a member", async () => {
    const clerk = person("clerk@acme.test");
    const codes = ["admin@acme.test", "nobody@acme.test"].map(async (member) =>
      refusal(house.services.member.update(clerk, "acme", { member, name: "X" })),
    );
    expect((await Promise.all(codes)).map(({ code }) => code)).toEqual(Array(2).fill("DIRECTORY_LEVEL_TOO_LOW"));
  });

  test("the last who can give rights stays until there is another", async () => {
    const { member } = house.services;
    const asked = { member: "admin@acme.test", reason: "Left" };
    expect((await refusal(member.deactivate(specialist, "acme", asked))).code).toBe("CONFLICT");
    for (const edit of [{ directoryLevel: "standard" }, { canPushToAccounting: false }, { active: false }] as const) {
      const work = member.update(specialist, "acme", { member: asked.member, ...edit });
      expect((await refusal(work)).code).toBe("CONFLICT");
    }
    await member.update(specialist, "acme", { member: "buyer@acme.test", canPushToAccounting: true });
    await member.deactivate(specialist, "acme", asked);
    expect((await house.trail("acme")).at(-1)).toMatchObject({ action: "member.deactivated", why: "Left" });
    expect((await refusal(member.add(admin, "acme", { email: "z@acme.test", name: "Z" }))).code).toBe(
      "MEMBER_INACTIVE",
    );
    await member.update(specialist, "acme", { member: asked.member, active: true });
  });
});
