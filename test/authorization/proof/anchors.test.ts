import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { DecisionStore } from "../../../src/authorization/log/decision-store";
import { anchorHash } from "../../../src/authorization/proof/anchors/anchor";
import { AnchorEntity } from "../../../src/authorization/proof/anchors/anchor.entity";
import { openTestDatabase } from "../../support/database";
import { SEED } from "../../support/house";
import { startBucket, BUCKET_KEY, type Bucket } from "./bucket";
import { decision } from "./logged-decision";
import { newKey, proofHouse, register, rewriteTrail, verified, type ProofHouse } from "./proof-house";
import { startTimestampServer, type TimestampServer } from "./timestamp-server";

/* Runs on either database: what somebody who holds the whole database has rewritten is found by what is outside. */

interface Head {
  readonly hash: string;
  readonly signature: string;
  readonly keyId: string;
}

let folder: string;
let bucket: Bucket;
let authority: TimestampServer;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "anchors-"));
});
afterEach(async () => {
  await Promise.all([bucket?.stop(), authority?.stop()]);
  await rm(folder, { recursive: true, force: true });
});

async function opened(env: Readonly<Record<string, string>>) {
  const house = proofHouse(await openTestDatabase(), env);
  await register(house);
  await house.services.anchoring.run();
  const { id } = (await house.services.companies.find("acme"))!;
  return { house, id };
}

const inFile = () => ({ AUDIT_ANCHOR_FILE: path.join(folder, "outside", "anchors.jsonl") });
const inBucket = async () => {
  bucket = await startBucket();
  const { id, secret, region } = BUCKET_KEY;
  return {
    ...{ AUDIT_ANCHOR_URL: bucket.url, AUDIT_ANCHOR_REGION: region },
    ...{ AUDIT_ANCHOR_KEY_ID: id, AUDIT_ANCHOR_SECRET: secret },
  };
};
const anchorsOf = ({ database }: ProofHouse) => database.read().find(AnchorEntity, { order: { sequence: "ASC" } });
const addProject = ({ services }: ProofHouse, code: string) => services.project.add(SEED, "acme", { code, name: code });
const forget = ({ database }: ProofHouse) => database.write((manager) => manager.query(`DELETE FROM "audit_anchor"`));

test("a trail that was computed anew is found by a file, with no key and nothing kept by hand", async () => {
  const { house, id } = await opened(inFile());
  await addProject(house, "P-3");
  await house.services.anchoring.run();
  await house.services.anchoring.run();
  expect(await anchorsOf(house)).toMatchObject([{ sequence: 1, places: ["file"] }, { sequence: 2 }]);
  expect(await verified(house)).toEqual([]);
  await rewriteTrail(house, id);
  const found = await verified(house);
  expect(found).toContainEqual(
    expect.stringMatching(/^altered entry 3: It is not the entry whose hash was kept outside/),
  );
  await forget(house);
  const forgotten = await verified(house);
  expect(forgotten).toContainEqual(expect.stringMatching(/^altered entry 4/));
  expect(forgotten).toContainEqual(
    expect.stringMatching(/^anchor_missing anchor 1 \(file\).*database does not have it/),
  );
});

test("a database that was set back to an earlier day is found, though its own end is signed", async () => {
  const { house, id } = await opened({ ...inFile(), AUDIT_SIGNING_KEY: newKey() });
  const head = await house.database.read().query<Head[]>(`SELECT * FROM "audit_head"`);
  await addProject(house, "P-3");
  await house.services.anchoring.run();
  const { hash, signature, keyId } = head[0]!;
  await house.database.write(async (manager) => {
    await manager.query(`DELETE FROM "audit_entry" WHERE "sequence" = 4`);
    await manager.query(
      `UPDATE "audit_head" SET "sequence" = 3, "hash" = '${hash}', "signature" = '${signature}', "keyId" = '${keyId}'`,
    );
    await manager.query(`UPDATE "company" SET "policyRevision" = 3 WHERE "id" = '${id}'`);
    await manager.query(`DELETE FROM "project" WHERE "code" = 'P-3'`);
    await manager.query(`DELETE FROM "audit_anchor" WHERE "sequence" = 2`);
  });
  expect(await verified(house)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^removed entry 4/) as string,
      expect.stringMatching(/^anchor_missing anchor 2 \(file\)/) as string,
    ]),
  );
});

test("a file that somebody has changed, cut or filled with something else is found", async () => {
  const { house } = await opened({ ...inFile(), AUDIT_SIGNING_KEY: newKey() });
  await addProject(house, "P-3");
  await house.services.anchoring.run();
  const file = inFile().AUDIT_ANCHOR_FILE;
  const [first, second] = (await readFile(file, "utf8")).trim().split("\n") as [string, string];
  const holding = async (...lines: readonly string[]) => {
    await writeFile(file, lines.map((line) => `${line}\n`).join(""));
    return verified(house);
  };
  expect(await holding(first, second)).toEqual([]);
  expect(await holding(first)).toEqual([expect.stringMatching(/^anchor_missing anchor 2 \(file\): It was put there/)]);
  expect(await holding(first, second.replace(/"sequence":4/, '"sequence":5'))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^anchor_altered anchor 2 \(file\): Its content/)]),
  );
  expect(await holding(first, second, "nonsense")).toEqual([expect.stringMatching(/^anchor_altered file: /)]);
});

test("an object store has each anchor once, under its number, and is carried to when it is there again", async () => {
  const { house, id } = await opened(await inBucket());
  expect([...bucket.objects.keys()]).toEqual(["/ledger-anchors/acme/0000000001.json"]);
  bucket.down = true;
  await addProject(house, "P-3");
  await expect(house.services.anchoring.run()).rejects.toThrow("503");
  await addProject(house, "P-4");
  bucket.down = false;
  await house.services.anchoring.run();
  expect([...bucket.objects.keys()]).toHaveLength(3);
  expect(await verified(house)).toEqual([]);
  // Put, and nobody heard of it.
  await house.database.write((manager) => manager.query(`UPDATE "audit_anchor" SET "places" = '[]'`));
  await house.services.anchoring.run();
  expect(await verified(house)).toEqual([]);
  await forget(house);
  await rewriteTrail(house, id);
  expect(await verified(house)).toContainEqual(expect.stringMatching(/^altered entry 3/));
});

test("a store does not let an anchor be replaced by another of its number", async () => {
  const { house } = await opened(await inBucket());
  await forget(house);
  await house.database.write((manager) => manager.query(`UPDATE "audit_head" SET "anchoredSequence" = 0`));
  house.clock.set("2026-12-01T00:00:00.000Z");
  await expect(house.services.anchoring.run()).rejects.toThrow("412");
  expect(await verified(house)).toContainEqual(
    expect.stringMatching(/^anchor_altered anchor 1 \(store\): The database/),
  );
});

test("a timestamp authority puts its time on each anchor, and its tokens are held against its certificate", async () => {
  const database = await openTestDatabase();
  const clock = proofHouse(database).clock;
  authority = await startTimestampServer(clock);
  const caFile = path.join(folder, "ca.pem");
  await writeFile(caFile, authority.ca);
  const house = proofHouse(database, { AUDIT_TIMESTAMP_URL: authority.url, AUDIT_TIMESTAMP_CA: caFile });
  await register(house);
  for (const mode of ["is down", "refuses", "another hash"] as const) {
    authority.mode = mode;
    await expect(house.services.anchoring.run()).rejects.toThrow();
    expect(await anchorsOf(house)).toMatchObject([{ token: null }]);
  }
  authority.mode = "well";
  await house.services.anchoring.run();
  expect(await anchorsOf(house)).toMatchObject([{ token: expect.any(String) as string }]);
  expect(await verified(house)).toEqual([]);
  // Another document under the token, hash and all.
  await house.database.write(async (manager) => {
    const [row] = await manager.find(AnchorEntity);
    const document = { ...row!.document, heads: [] };
    await manager.update(AnchorEntity, { id: row!.id }, { document, hash: anchorHash(document) });
  });
  expect(await verified(house)).toContainEqual(expect.stringMatching(/^anchor_altered anchor 1: The timestamp token/));
  const stranger = await startTimestampServer(clock);
  await writeFile(caFile, stranger.ca);
  await stranger.stop();
  expect(await verified(house)).toContainEqual(expect.stringMatching(/^anchor_altered anchor 1/));
});

test("a certificate that is not for timestamping makes no timestamp", async () => {
  const database = await openTestDatabase();
  authority = await startTimestampServer(proofHouse(database).clock, "1.3.6.1.5.5.7.3.1");
  const house = proofHouse(database, { AUDIT_TIMESTAMP_URL: authority.url });
  await register(house);
  await expect(house.services.anchoring.run()).rejects.toThrow(/not for timestamping/);
});

test("the end of the decision log is anchored as well", async () => {
  const { house } = await opened(inFile());
  const { id } = (await house.services.companies.find("acme"))!;
  await new DecisionStore(house.database, house.clock).write([decision(id, "2026-11-24T08:00:00.000Z")], new Map());
  await house.services.anchoring.run();
  expect(await verified(house)).toEqual([]);
  await house.database.write(async (manager) => {
    await manager.query(`DELETE FROM "decision_entry"`);
    await manager.query(`DELETE FROM "decision_seal"`);
  });
  expect(await verified(house)).toEqual([expect.stringMatching(/^log_removed seal 1: It was anchored outside/)]);
});
