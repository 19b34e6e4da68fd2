import { generateKeyPairSync } from "node:crypto";
import { createServices, type Services } from "../../../src/app";
import type { RightsProblem } from "../../../src/authorization/proof/rights-problem";
import { loadConfig } from "../../../src/config/config";
import type { Database } from "../../../src/infra/db/database";
import { FixedClock } from "../../../src/kernel/clock";
import { appendToChain } from "../../../src/tenant/audit/chain-writer";
import { AuditEntryEntity } from "../../../src/tenant/audit/audit-entry.entity";
import { CompanyEntity } from "../../../src/tenant/companies/company.entity";
import { SEED, START } from "../../support/house";

/** A private key as `audit key` prints it. */
export function newKey(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
}

export interface ProofHouse {
  readonly database: Database;
  readonly clock: FixedClock;
  readonly services: Services;
}

/** The product over a database, with these variables. */
export function proofHouse(database: Database, env: Readonly<Record<string, string>> = {}): ProofHouse {
  const clock = new FixedClock(START);
  return { database, clock, services: createServices(database, clock, { config: loadConfig(env) }) };
}

export async function register({ services }: ProofHouse, slug = "acme"): Promise<void> {
  const administrator = { email: `admin@${slug}.test`, name: "Admin" };
  const place = { country: "US", locale: "en", currency: "USD" } as const;
  await services.company.register(SEED, { slug, name: slug, ...place, administrator });
  for (const code of ["P-1", "P-2"]) await services.project.add(SEED, slug, { code, name: code });
}

/** Everything that `audit verify` tells, as words. */
export async function verified({ database, services }: ProofHouse): Promise<string[]> {
  const companies = await database.read().find(CompanyEntity, { order: { slug: "ASC" } });
  const checks = services.wholeCheck.run(companies);
  const told: string[] = [];
  for (;;) {
    const next = await checks.next();
    if (next.done === true) return [...told, ...next.value.problems.map(words)];
    const { proof } = next.value;
    told.push(...proof.problems.map(({ kind, sequence, message }) => `${kind} entry ${sequence}: ${message.en}`));
    told.push(...(proof.rights ?? []).map(words));
  }
}

function words({ kind, target, message }: RightsProblem): string {
  return `${kind} ${target}: ${message.en}`;
}

/** What somebody with the database, and nothing else, can do to a trail: another history, all hashes computed anew. */
export async function rewriteTrail({ database }: ProofHouse, companyId: string): Promise<void> {
  await database.write(async (manager) => {
    const trail = await manager.find(AuditEntryEntity, { where: { companyId }, order: { sequence: "ASC" } });
    await manager.delete(AuditEntryEntity, { companyId });
    await manager.query(`DELETE FROM "audit_head"`);
    const forged = trail.map((entry) => (entry.sequence === 1 ? { ...entry, actorName: "Somebody else" } : entry));
    await appendToChain(manager, forged);
  });
}
