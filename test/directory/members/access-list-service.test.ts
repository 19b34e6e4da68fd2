import { readFileSync } from "node:fs";
import path from "node:path";
import { AuditEntryEntity } from "../../../src/tenant/audit/audit-entry.entity";
import { PolicyRefusal } from "../../../src/policy/ports";
import { person, SEED, type RightsHouse } from "../../support/rights-house";
import type { AccessListService } from "../../../src/directory/access-list/access-list.service";
import { held, listHouse, stateOf } from "./access-list-house";

const ADMIN = person("admin@acme.test");
const HEAD = "E-mail,Name,Role,Features,Import features,Projects,Ceiling,Currency,Valid until,Reason\n";
const APPLY = { dryRun: false } as const;
const example = (file: string) => readFileSync(path.join(__dirname, "../../../docs/examples", file), "utf8");

describe("an access list", () => {
  let house: RightsHouse;
  let lists: AccessListService;
  beforeEach(async () => void ({ house, lists } = await listHouse()));

  const apply = (rows: string, more = {}) => lists.import(ADMIN, "acme", HEAD + rows, { ...APPLY, ...more });
  const codes = async (outcome: ReturnType<typeof apply>) =>
    (await outcome).rowErrors.map(({ line, column, code }) => [line, column, code]);

  test("makes sixty people what it says they are; again it changes nothing; the French one says the same", async () => {
    const before = await stateOf(house);
    const dry = await lists.import(ADMIN, "acme", example("access-list-60.csv"), { dryRun: true });
    expect(dry).toMatchObject({ rowErrors: [], written: false, policyRevision: before.policyRevision });
    expect(dry.summary).toMatchObject({ added: 60, updated: 0, unchanged: 0, grantsRevoked: 0 });
    expect(await stateOf(house)).toEqual(before);

    const outcome = await lists.import(ADMIN, "acme", example("access-list-60.csv"), APPLY);
    expect(outcome).toMatchObject({ written: true, summary: dry.summary, changes: dry.changes });
    const after = await stateOf(house);
    expect(after.members).toHaveLength(before.members.length + 60);
    expect(after.grants).toHaveLength(outcome.summary.grantsGiven);
    expect(after.policyRevision).toBe(before.policyRevision + 61);
    expect(outcome.policyRevision).toBe(after.policyRevision);

    for (const file of ["access-list-60.csv", "access-list-60.fr.csv"]) {
      const again = await lists.import(ADMIN, "acme", example(file), APPLY);
      expect(again).toMatchObject({ rowErrors: [], changes: [], summary: { unchanged: 60 } });
    }
    expect(await stateOf(house)).toEqual(after);
  });

  test("turns decisions: who gains may send, who loses may not, both with their reason", async () => {
    await apply("bo@acme.test,Bo,approver,Commitment; Subcontractor invoice,,,,,,");
    expect(await house.decide("acme", "bo@acme.test", "commitment")).toMatchObject({ allowed: true });
    const outcome = await apply('bo@acme.test,Bo,approver,Commitment,Job cost,P-200,"5,000.00",USD,,Fewer');
    expect(outcome.changes).toEqual([
      {
        email: "bo@acme.test",
        name: "Bo",
        gains: ["Commitment (export, projects P-200, up to $5,000.00)", "Job cost (import, projects P-200)"],
        loses: ["Commitment (export)", "Subcontractor invoice (export)"],
      },
    ]);
    expect(await held(house, "bo@acme.test")).toEqual(["commitment export", "job_cost import"]);
    const decision = await house.decide("acme", "bo@acme.test", "subcontractor_invoice");
    expect(decision).toMatchObject({ allowed: false, code: "FEATURE_NOT_GRANTED" });
    const { grants } = await stateOf(house);
    expect(grants.filter(({ revokedAt }) => revokedAt !== null).map(({ revokeReason }) => revokeReason)).toEqual([
      "Fewer",
      "Fewer",
    ]);

    const gone = await apply("bo@acme.test,,read-only,,,,,,,");
    expect(gone.changes[0]?.loses).toContain("may push to accounting");
    expect(await held(house, "bo@acme.test")).toEqual([]);
    expect(await house.decide("acme", "bo@acme.test", "commitment")).toMatchObject({ allowed: false });
  });

  test("one entry for each person that changes and one for the list, without gaps, in the actor's name", async () => {
    await apply("bo@acme.test,Bo,approver,Commitment,,,,,,\nal@acme.test,Al,none,,,,,,,", { reason: "List of March" });
    const order = { sequence: "ASC" } as const;
    const entries = await house.database.read().find(AuditEntryEntity, { order });
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.slice(-3)).toMatchObject([
      { action: "member.added", before: null, after: { email: "bo@acme.test", grants: [{ feature: "commitment" }] } },
      { action: "member.added", after: { email: "al@acme.test", grants: [] } },
      { action: "access_list.imported", targetKind: "company", after: { added: 2, rows: 2, complete: false } },
    ]);
    for (const entry of entries.slice(-3)) expect(entry).toMatchObject({ actorName: "admin", why: "List of March" });
  });

  test("all or nothing: one bad row at the end, whatever is wrong in it, and nothing is written", async () => {
    const good = Array.from({ length: 700 }, (_, n) => `p${n}@acme.test,P,approver,Commitment,,,,,,`).join("\n");
    const before = await stateOf(house);
    for (const [bad, code] of [
      ["nobody,X,none,,,,,,,", "EMAIL_INVALID"],
      // Found only in the company, when hundreds were written already.
      ["x@acme.test,X,approver,Commitment,,P-999,,,,", "PROJECT_UNKNOWN"],
    ]) {
      const outcome = await apply(`${good}\n${bad}`);
      expect(outcome).toMatchObject({ written: false, errorCount: 1, policyRevision: before.policyRevision });
      expect(outcome.rowErrors).toMatchObject([{ line: 702, code }]);
      expect(await stateOf(house)).toEqual(before);
    }
    expect(await apply(good)).toMatchObject({ written: true, summary: { added: 700 } });
  });

  test("what only the company shows is told by row", async () => {
    await house.addMember("acme", "off@acme.test", { active: false });
    const rows = [
      "new@acme.test,,approver,Commitment,,,,,,",
      "off@acme.test,Off,approver,Commitment,,,,,,",
      "a@acme.test,A,approver,Budget,Commitment,,,,,",
      "b@acme.test,B,approver,Commitment,,P-100 | P-9,,,,",
      "c@acme.test,C,approver,Commitment,,,,,2026-11-23,",
      "d@acme.test,D,approver,Commitment,,,,,2026-11-24,",
    ];
    expect(await codes(apply(rows.join("\n")))).toEqual([
      [2, "Name", "NAME_MISSING"],
      [3, null, "MEMBER_INACTIVE"],
      [4, "Features", "FEATURE_NOT_CARRIED"],
      [4, "Import features", "FEATURE_NOT_CARRIED"],
      [5, "Projects", "PROJECT_UNKNOWN"],
      [6, "Valid until", "ENDED_ALREADY"],
    ]);
  });

  test("nobody changes their own rights with it; a row that leaves them as they are is fine", async () => {
    expect(await codes(apply("admin@acme.test,,approver,Commitment,,,,,,"))).toEqual([[2, null, "SELF_GRANT"]]);
    expect(await apply("admin@acme.test,,approver,,,,,,,")).toMatchObject({ rowErrors: [], summary: { unchanged: 1 } });
    const left = apply("bo@acme.test,Bo,approver,Commitment,,,,,,", { complete: true });
    expect(await codes(left)).toEqual([[null, null, "SELF_GRANT"]]);
  });

  test("people not in the list are left alone, unless it names everybody", async () => {
    await apply("bo@acme.test,Bo,approver,Commitment,,,,,,");
    await apply("al@acme.test,Al,read-only,,,,,,,");
    expect(await held(house, "bo@acme.test")).toEqual(["commitment export"]);
    const rows = "al@acme.test,Al,read-only,,,,,,,\nadmin@acme.test,,approver,,,,,,,";
    const outcome = await apply(rows, { complete: true });
    expect(outcome.changes).toMatchObject([{ email: "bo@acme.test", gains: [] }]);
    expect(await held(house, "bo@acme.test")).toEqual([]);
  });

  test("somebody who can give rights remains", async () => {
    const rows = "admin@acme.test,,read-only,,,,,,,";
    const outcome = lists.import(SEED, "acme", HEAD + rows, APPLY);
    expect(await codes(outcome)).toEqual([[2, null, "LAST_ADMINISTRATOR"]]);
    const empty = lists.import(SEED, "acme", `${HEAD}al@acme.test,Al,none,,,,,,,`, { ...APPLY, complete: true });
    expect(await codes(empty)).toEqual([[null, null, "LAST_ADMINISTRATOR"]]);
    await house.addMember("acme", "second@acme.test", { directoryLevel: "admin" });
    const handed = `${HEAD}second@acme.test,,approver,,,,,,,\n${rows}`;
    expect(await lists.import(SEED, "acme", handed, APPLY)).toMatchObject({ rowErrors: [], written: true });
  });

  test("a row's bounds are those of its features that can have them; a project bounds no vendor", async () => {
    const mixed = await apply('bo@acme.test,Bo,approver,Commitment; Vendor,,,"5,000.00",USD,,');
    expect(mixed.changes[0]?.gains).toEqual([
      expect.stringContaining("Standard"),
      "may push to accounting",
      "Vendor (export)",
      "Commitment (export, up to $5,000.00)",
    ]);
    const rows = [
      'al@acme.test,Al,approver,Vendor; Cost code,,,"5,000.00",USD,,',
      "cy@acme.test,Cy,approver,Commitment; Vendor,,P-200,,,,",
      "di@acme.test,Di,approver,Commitment,Vendor,P-200,,,,",
    ];
    expect(await codes(apply(rows.join("\n")))).toEqual([
      [2, "Ceiling", "FEATURE_WITHOUT_AMOUNT"],
      [3, "Projects", "FEATURE_WITHOUT_PROJECT"],
      [4, "Projects", "FEATURE_WITHOUT_PROJECT"],
    ]);
  });

  test("who may not grant access imports nothing, and learns nothing of the rows", async () => {
    await house.addMember("acme", "bo@acme.test", { toolLevel: "admin" });
    const row = `${HEAD}nobody,X,none,,,,,,,`;
    await expect(lists.import(person("bo@acme.test"), "acme", row, APPLY)).rejects.toBeInstanceOf(PolicyRefusal);
    for (const company of ["acme", "nowhere"])
      await expect(lists.import(person("x@other.test"), company, row, APPLY)).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
  });

  test("two thousand rows in statements by the hundred, with progress", async () => {
    const features = ["Commitment", "Commitment; Subcontractor invoice", "Vendor; Cost code; Project"];
    const rows = Array.from({ length: 2000 }, (_, n) => `p${n}@acme.test,P${n},approver,${features[n % 3]},,,,,,`);
    const progress: number[] = [];
    const window = house.database.countStatements();
    const onProgress = ({ stage, done }: { stage: string; done: number }) => stage === "rows" && progress.push(done);
    const outcome = await apply(rows.join("\n"), { onProgress });
    // Eight parts of 250 for the plan, each with who is on the vendor's staff; the history of rights reads in four parts of 500, four
    // SELECTs each; the right is asked for first; and letters about rights read who is concerned.
    expect(window.stop()).toBeLessThan(88);
    expect(outcome).toMatchObject({ rowErrors: [], summary: { added: 2000, grantsGiven: 3999 } });
    expect(progress).toEqual([250, 500, 750, 1000, 1250, 1500, 1750, 2000]);
    const after = await stateOf(house);
    expect(after.grants).toHaveLength(3999);
    expect(await held(house, "p1999@acme.test")).toEqual(["commitment export", "subcontractor_invoice export"]);
  });
});
