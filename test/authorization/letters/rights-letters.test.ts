import { person, SEED } from "../../support/house";
import { ADMIN, BRUNO, forget, letterHouse, letters, told } from "./letter-house";

/* Runs on either database: whoever gains or loses a right is told, once, in the transaction of the change. */

const admin = person(ADMIN);

test("a designation is one letter with everything that it gives, in words and as HTML", async () => {
  const house = await letterHouse();
  await house.services.approver.designate(admin, "acme", {
    member: BRUNO,
    reason: "Covers for Ines <until May>",
    features: [
      {
        feature: "commitment",
        projects: ["P-1"],
        ceiling: { minor: 1_000_000, currency: "USD" },
        validUntil: "2026-12-01T05:00:00Z",
      },
    ],
  });
  const [letter, ...rest] = await letters(house);
  expect(rest).toEqual([]);
  expect(letter).toMatchObject({ kind: "rights_changed", toEmail: BRUNO, toName: "Bruno", state: "queued" });
  expect(letter!.text).toBe(`Hello Bruno,

Admin of acme has changed what you may do in the Xero integration of Company acme.

From now on you have:

- Standard on the ERP Integrations tool
- Can push to accounting
- Granted: send commitments to the ERP; in P-1 Tower; up to $10,000.00; until 30 November 2026

Reason: Covers for Ines <until May>

What you may do in all is shown here: http://127.0.0.1:4000/erp-integrations/acme/rights
`);
  expect(letter!.html).toContain('<div lang="en"');
  expect(letter!.html).toContain("<li");
  expect(letter!.html).toContain("Covers for Ines &lt;until May&gt;");
  expect(letter!.html).toContain('href="http://127.0.0.1:4000/erp-integrations/acme/rights"');
});

test("what is taken is told as well: a grant, a level, everything at once, being in the directory", async () => {
  const house = await letterHouse();
  const { approver, grant, member, project, stakeholder } = house.services;
  const { grants } = await approver.designate(admin, "acme", {
    ...{ member: BRUNO, reason: "Approver", features: [{ feature: "commitment" }, { feature: "vendor" }] },
  });
  await project.setLevels(admin, "acme", {
    project: "P-1",
    member: BRUNO,
    levels: [{ tool: "commitments", level: "admin" }],
  });
  await stakeholder.set(admin, "acme", [{ role: "erp_implementation_contact", email: BRUNO, name: "Bruno" }]);
  await forget(house);
  await grant.revoke(admin, "acme", grants[0]!.id, "No longer needed");
  expect(await told(house)).toEqual([
    expect.stringMatching(/You no longer have:\n\n- Granted: send commitments to the ERP\n\nReason: No longer needed/),
  ]);
  await forget(house);
  await project.setLevels(admin, "acme", {
    ...{ project: "P-1", member: BRUNO, levels: [{ tool: "commitments", level: "standard" }] },
  });
  expect(await told(house)).toEqual([
    expect.stringMatching(
      /Otherwise than before:\n\n- In project P-1 Tower: Commitments: Standard \(before: .*Admin\)/,
    ),
  ]);
  await forget(house);
  await approver.makeReadOnly(admin, "acme", { member: BRUNO, reason: "Moved" });
  expect(await told(house)).toEqual([
    expect.stringMatching(
      /Read Only on the ERP Integrations tool \(before: Standard[^]*no longer have:\n\n- Can push to accounting\n- Granted: send vendors/,
    ),
  ]);
  await forget(house);
  const { version } = (await member.update(admin, "acme", { member: BRUNO, name: "Bruno B." })).member;
  expect(await told(house)).toEqual([]);
  await member.deactivate(admin, "acme", { member: BRUNO, reason: "Left", expectedVersion: version });
  expect(await told(house)).toEqual([
    expect.stringMatching(/no longer have:\n\n- Read Only on the[^]*- Part in the implementation/),
  ]);
});

test("nobody is told of what they did themselves, nor somebody who gained nothing", async () => {
  const house = await letterHouse();
  await house.services.member.add(admin, "acme", { email: "clerk@acme.test", name: "Clerk" });
  await house.services.project.add(admin, "acme", { code: "P-2", name: "Bridge" });
  expect(await told(house)).toEqual([]);
});

test("each reads their own language, and a letter waits for the commit of its change", async () => {
  const house = await letterHouse();
  await house.services.company.update(SEED, "acme", { locale: "fr" });
  await house.services.grant.give(admin, "acme", { member: BRUNO, feature: "subcontractor_invoice" });
  expect(await told(house)).toEqual([
    expect.stringMatching(
      /^rights_changed to bruno@acme.test: Bonjour Bruno,[^]*Vous avez désormais :\n\n- Autorisation : envoyer les factures/,
    ),
  ]);
  await forget(house);
  const failing = house.services.changes.run({ actor: SEED, company: "acme", action: "administer" }, async () => {
    await Promise.reject(new Error("late"));
  });
  await expect(failing).rejects.toThrow("late");
  expect(await told(house)).toEqual([]);
});

test("the first administrator of a company is told what that means", async () => {
  const house = await letterHouse();
  await house.register("globex");
  expect(await told(house)).toEqual([
    expect.stringMatching(/to admin@globex.test: [^]*- Admin on the company directory/),
  ]);
});
