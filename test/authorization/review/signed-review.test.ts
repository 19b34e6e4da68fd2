import { Command } from "commander";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { auditFile } from "../../../src/tenant/audit/audit-file";
import { AuditProof } from "../../../src/tenant/audit/audit-proof";
import { registerReview } from "../../../src/cli/proof/review";
import { newId } from "../../../src/kernel/ids";
import { SEED } from "../../support/house";
import { ADMIN, asked, CLOSE, opened, sign, started } from "./review-house";

/** `ledgergate review verify`, as somebody types it. */
async function verified(files: Readonly<Record<string, string>>, ...given: readonly string[]) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "review-"));
  const told: string[] = [];
  const write = jest.spyOn(process.stdout, "write").mockImplementation((text) => told.push(String(text)) > 0);
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
    const program = new Command().exitOverride();
    registerReview(program, () => Promise.reject(new Error("No database is needed")));
    const words = given.map((word) => (word in files ? path.join(folder, word) : word));
    await program.parseAsync(["review", "verify", ...words], { from: "user" });
    return { told: told.join(""), failed: process.exitCode === 1 };
  } finally {
    process.exitCode = undefined;
    write.mockRestore();
    await rm(folder, { recursive: true, force: true });
  }
}

test("ends in a signed list that its reader recomputes from the answer, alone and with the trail", async () => {
  const { house, used, ending, idle } = await started();
  const { items, id } = await opened(house);
  const grant = (wanted: string) => items.filter((item) => item.grant?.id === wanted);
  const close = async () => (await asked(house, ADMIN, CLOSE, { review: id })).closeAccessReview as never;
  expect(await close()).toMatchObject({ userErrors: [{ code: "CONFLICT" }] });
  expect(await sign(house, grant(idle), "REVOKE", "Never used")).toMatchObject({
    items: [{ verdict: "REVOKE", grant: { revokeReason: "Never used" } }],
  });
  await house.services.member.add(SEED, "acme", {
    ...{ email: "second@acme.test", name: "Second", toolLevel: "admin", directoryLevel: "admin" },
    canPushToAccounting: true,
  });
  const own = items.filter(({ holder }) => holder.email === ADMIN);
  expect(await sign(house, own, "KEEP", null, "second@acme.test")).toMatchObject({ userErrors: [] });
  const rest = items.filter((item) => !own.includes(item) && ![idle, ending].includes(item.grant?.id ?? ""));
  expect(await sign(house, rest, "KEEP")).toMatchObject({ userErrors: [] });
  house.clock.set("2026-12-15T00:00:00.000Z");
  const late = await asked(
    house,
    ADMIN,
    `{ company(slug: "acme") { accessReviews(late: true) { edges { node { id late } } } } }`,
  );
  expect(late.company).toMatchObject({ accessReviews: { edges: [{ node: { id, late: true } }] } });
  const closed = await close();
  // Of the administrator who came meanwhile: five.
  expect(closed).toMatchObject({ userErrors: [], review: { late: false, addedSince: 5 } });
  expect(await close()).toMatchObject({ userErrors: [{ code: "CONFLICT" }] });

  const answer = JSON.stringify({ data: { closeAccessReview: closed } });
  const proof = new AuditProof(house.database);
  const company = await house.company("acme");
  let trail = "";
  for await (const line of auditFile(proof, company, "2026-12-15T00:00:00.000Z")) trail += line;
  const sound = await verified({ answer, trail }, "answer", "--trail", "trail");
  expect(sound.told).toMatch(/as it was signed; \d+ kept, 1 revoked, 1 lapsed/);
  expect(sound.failed).toBe(false);
  expect((await verified({ answer }, "answer")).failed).toBe(false);
  const forged = answer.replace(`${used}`, `${newId()}`);
  expect(await verified({ answer: forged }, "answer")).toMatchObject({ failed: true });
  const kept = trail.replace((closed as { review: { signature: string } }).review.signature, "0".repeat(64));
  expect((await verified({ answer, trail: kept }, "answer", "--trail", "trail")).told).toMatch(/does not hold/);
  await expect(verified({ answer: "{}" }, "answer")).rejects.toMatchObject({ code: "BAD_INPUT" });
  expect((await proof.verify(company)).problems).toEqual([]);
});
