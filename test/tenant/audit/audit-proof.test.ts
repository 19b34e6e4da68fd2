import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { auditFile, checkAuditFile } from "../../../src/tenant/audit/audit-file";
import { AuditProof } from "../../../src/tenant/audit/audit-proof";
import { openTestDatabase, testFolder } from "../../support/database";
import { House } from "../../support/house";

const VERIFIER = path.join(__dirname, "../../../docs/examples/verify-audit.mjs");

async function houseOf(slug: string) {
  const database = await openTestDatabase();
  const house = new House(database);
  await house.register(slug);
  for (const code of ["P-1", "P-2", "P-3"])
    await house.services.project.add({ kind: "system", name: "test" }, slug, { code, name: `Projet ${code} – é` });
  return { house, database, company: await house.company(slug), proof: new AuditProof(database) };
}

const kinds = ({ problems }: { problems: readonly { kind: string; sequence: number }[] }) =>
  problems.map(({ kind, sequence }) => [kind, sequence]);

async function linesOf(source: AsyncIterable<string>): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of source) lines.push(line.trimEnd());
  return lines;
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

describe("the proof of a stored audit trail", () => {
  it("holds for what was written, in one go and in parts, for each company by itself", async () => {
    const { house, company, proof } = await houseOf("acme");
    await house.register("other");
    const whole = await proof.verify(company);
    expect(whole).toMatchObject({ complete: true, problems: [], entries: (await house.trail("acme")).length });
    const part = await proof.verify(company, { most: 2 });
    expect(part).toMatchObject({ complete: false, problems: [], entries: 2 });
    expect(await proof.verify(company, { after: 2 })).toMatchObject({ complete: true, problems: [] });
    expect((await proof.verify(await house.company("other"))).problems).toEqual([]);
  });

  it.each([
    ["altered", `UPDATE "audit_entry" SET "actorName" = 'Somebody else' WHERE "sequence" = 2`, [["altered", 2]]],
    ["altered state", `UPDATE "audit_entry" SET "after" = '{"code":"P-9"}' WHERE "sequence" = 3`, [["altered", 3]]],
    ["removed", `DELETE FROM "audit_entry" WHERE "sequence" = 2`, [["removed", 2]]],
    ["a lost head", `DELETE FROM "audit_head"`, [["added", 1]]],
  ])("finds what was %s, and names it", async (_, damage, found) => {
    const { database, company, proof } = await houseOf("acme");
    await database.write((manager) => manager.query(damage));
    expect(kinds(await proof.verify(company))).toEqual(found);
  });

  it("finds what was cut off at the end, and what was cut off with the head set back", async () => {
    const { house, database, company, proof } = await houseOf("acme");
    const trail = await house.trail("acme");
    const [before, last] = trail.slice(-2);
    await database.write((manager) => manager.query(`DELETE FROM "audit_entry" WHERE "sequence" = ${last!.sequence}`));
    expect(kinds(await proof.verify(company))).toEqual([["removed", last!.sequence]]);
    await database.write((manager) =>
      manager.query(`UPDATE "audit_head" SET "sequence" = ${before!.sequence}, "hash" = '${before!.hash}'`),
    );
    expect(kinds(await proof.verify(company))).toEqual([["removed", last!.sequence]]);
    await database.write((manager) => manager.query(`UPDATE "company" SET "policyRevision" = ${before!.sequence}`));
    expect(kinds(await proof.verify(company))).toEqual([]);
    expect(kinds(await proof.verify(company, { anchors: [last!] }))).toEqual([["removed", last!.sequence]]);
  });

  it("misses the entry that a part begins after, where it is not there any more", async () => {
    const { house, database, company, proof } = await houseOf("acme");
    const { length } = await house.trail("acme");
    expect(kinds(await proof.verify(company, { after: length }))).toEqual([]);
    expect(kinds(await proof.verify(company, { after: length + 2 }))).toEqual([
      ["removed", length + 1],
      ["removed", length + 2],
    ]);
    await database.write((manager) => manager.query(`DELETE FROM "audit_entry" WHERE "sequence" = 2`));
    expect(kinds(await proof.verify(company, { after: 2 }))).toEqual([["removed", 2]]);
    expect(kinds(await proof.verify(company, { after: 3 }))).toEqual([]);
  });

  it("is exported, and verified by ourselves and by a stranger's program", async () => {
    const { company, proof } = await houseOf("acme");
    const lines = await linesOf(auditFile(proof, company, "2026-11-24T10:00:00.000Z"));
    expect(await checkAuditFile(each(lines))).toMatchObject({ problems: [], entries: lines.length - 1 });
    const file = path.join(testFolder(), "trail.jsonl");
    const run = (text: readonly string[]) => {
      writeFileSync(file, `${text.join("\n")}\n`);
      return spawnSync(process.execPath, [VERIFIER, file], { encoding: "utf8" });
    };
    expect(run(lines)).toMatchObject({ status: 0, stdout: expect.stringContaining("intact") as string });
    const forged = lines.map((line, index) => (index === 2 ? line.replace('"why":null', '"why":"forged"') : line));
    expect(forged).not.toEqual(lines);
    expect(kinds(await checkAuditFile(each(forged)))).toEqual([["altered", 2]]);
    expect(run(forged)).toMatchObject({ status: 1, stdout: expect.stringContaining("entry 2 was altered") as string });
    expect(kinds(await checkAuditFile(each(lines.slice(0, -1))))).toEqual([["removed", lines.length - 1]]);
    expect(run([])).toMatchObject({ status: 1, stdout: expect.stringContaining("no header") as string });
    await expect(checkAuditFile(each(["{}"]))).rejects.toMatchObject({ code: "BAD_INPUT" });
    await expect(checkAuditFile(each([lines[0]!, "no json"]))).rejects.toThrow("Line 2");
  });

  it("is asked for over GraphQL by who may review, and by nobody else", async () => {
    const { house } = await houseOf("acme");
    const ask = (email: string) =>
      house.ask(email, `{ verifyAudit(company: "acme") { intact complete entries endHash problems { kind } } }`);
    expect((await ask("admin@acme.test")).data?.verifyAudit).toMatchObject({ intact: true, complete: true });
    expect((await ask("stranger@acme.test")).errors).toHaveLength(1);
  });
});
