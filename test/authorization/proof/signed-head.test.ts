import { Command } from "commander";
import { createPrivateKey } from "node:crypto";
import { registerAudit } from "../../../src/cli/proof/audit";
import { publicKeyText } from "../../../src/kernel/signing-keys";
import { auditFile, checkAuditFile } from "../../../src/tenant/audit/audit-file";
import { HeadKeys } from "../../../src/tenant/audit/head-keys";
import { readPublicKey } from "../../../src/kernel/signing-keys";
import { openTestDatabase } from "../../support/database";
import { SEED } from "../../support/house";
import { newKey, proofHouse, register, rewriteTrail, verified, type ProofHouse } from "./proof-house";

/* Runs on either database. */

const privateOf = (text: string) =>
  createPrivateKey({ key: Buffer.from(text, "base64"), format: "der", type: "pkcs8" });
const publicOf = (text: string) => publicKeyText(privateOf(text));

async function opened(key: string | null) {
  const database = await openTestDatabase();
  const house = proofHouse(database, key === null ? {} : { AUDIT_SIGNING_KEY: key });
  await register(house);
  const { id } = (await house.services.companies.find("acme"))!;
  return { house, id };
}

/** `ledgergate audit ...`, as somebody types it. */
async function typed({ services }: ProofHouse, ...words: readonly string[]) {
  const told: string[] = [];
  const write = jest.spyOn(process.stdout, "write").mockImplementation((text) => told.push(String(text)) > 0);
  try {
    const program = new Command().exitOverride();
    registerAudit(program, (work) => work(services));
    await program.parseAsync(["audit", ...words], { from: "user" });
    return { told: told.join(""), failed: process.exitCode === 1 };
  } finally {
    process.exitCode = undefined;
    write.mockRestore();
  }
}

test("a trail that somebody has computed anew is found by its signature, without anything kept elsewhere", async () => {
  const { house, id } = await opened(newKey());
  expect(await verified(house)).toEqual([]);
  await rewriteTrail(house, id);
  expect(await verified(house)).toEqual([expect.stringMatching(/^unsigned entry 3/)]);
  // The next change does not sign over it.
  await house.services.project.add(SEED, "acme", { code: "P-3", name: "P-3" });
  expect(await verified(house)).toEqual([expect.stringMatching(/^unsigned entry 4/)]);
});

test("a signature of another end, or by a stranger's key, is none", async () => {
  const { house } = await opened(newKey());
  await house.database.write((manager) =>
    manager.query(`UPDATE "audit_head" SET "signature" = '${Buffer.alloc(64).toString("base64")}'`),
  );
  expect(await verified(house)).toEqual([
    expect.stringMatching(/^forged entry 3: The signature of the end is of another end/),
  ]);
  const stranger = proofHouse(house.database, { AUDIT_SIGNING_KEY: newKey() });
  expect(await verified(stranger)).toEqual([expect.stringMatching(/^forged entry 3: .*no key that is known here/)]);
});

test("a key of before is believed while it is named, and the next change signs with the new one", async () => {
  const old = newKey();
  const { house } = await opened(old);
  const renewed = proofHouse(house.database, { AUDIT_SIGNING_KEY: newKey(), AUDIT_TRUSTED_KEYS: publicOf(old) });
  expect(await verified(renewed)).toEqual([]);
  await renewed.services.project.add(SEED, "acme", { code: "P-3", name: "P-3" });
  expect(await verified(renewed)).toEqual([]);
  expect(await verified(house)).toEqual([expect.stringMatching(/^forged/)]);
});

test("a trail from before there was a key is signed by hand, once it is found intact", async () => {
  const { house } = await opened(null);
  expect(await verified(house)).toEqual([]);
  await expect(typed(house, "sign")).rejects.toMatchObject({ code: "CONFIGURATION" });
  const keyed = proofHouse(house.database, { AUDIT_SIGNING_KEY: newKey() });
  expect(await verified(keyed)).toEqual([expect.stringMatching(/^unsigned/)]);
  await house.database.write((manager) => manager.query(`UPDATE "member" SET "toolLevel" = 'none'`));
  expect(await typed(keyed, "sign")).toMatchObject({ failed: true });
  await typed(keyed, "accept", "--company", "acme", "--reason", "Restored");
  expect(await typed(keyed, "sign", "--company", "acme")).toEqual({
    told: "acme: signed at entry 4.\n",
    failed: false,
  });
  expect(await verified(keyed)).toEqual([]);
  expect((await typed(keyed, "verify")).told).toMatch(/^acme: intact; 4 entries.*\ndecision log and anchors: intact/);
});

test("an export carries the signature, for whoever has the public key", async () => {
  const key = newKey();
  const { house } = await opened(key);
  const company = (await house.services.companies.find("acme"))!;
  const lines: string[] = [];
  for await (const line of auditFile(house.services.auditProof, company, "2026-12-01T00:00:00.000Z"))
    lines.push(line.trimEnd());
  async function* each(all: readonly string[]) {
    yield* all;
  }
  const check = async (all: readonly string[], of: string) =>
    (await checkAuditFile(each(all), { keys: new HeadKeys(null, [readPublicKey(publicOf(of))!]) })).problems;
  expect(await check(lines, key)).toEqual([]);
  expect(await check(lines, newKey())).toMatchObject([{ kind: "forged" }]);
  const [header, ...rest] = lines;
  const { head, ...other } = JSON.parse(header!) as { head: { sequence: number; hash: string } };
  const bare = JSON.stringify({ ...other, head: { sequence: head.sequence, hash: head.hash } });
  expect(await check([bare, ...rest], key)).toMatchObject([{ kind: "unsigned" }]);
});

test("what is no Ed25519 key is refused at the start", () => {
  expect(() => proofHouse(null as never, { AUDIT_SIGNING_KEY: "secret" })).toThrow(/AUDIT_SIGNING_KEY/);
});
