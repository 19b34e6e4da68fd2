import { giveWay } from "../../kernel/deadline";
import type { Bilingual } from "../../kernel/locale";
import { PROOF_TEXTS } from "../texts/proof-texts";
import type { EntityManager } from "typeorm";
import { ApiKeyEntity } from "../../directory/api-keys/api-key.entity";
import { GrantEntity } from "../../directory/grants/grant.entity";
import { MemberEntity } from "../../directory/members/member.entity";
import type { RightsSeal, SealKind } from "../../tenant/companies/rights-seal";
import { sealDigest } from "../../tenant/companies/rights-seal";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { FactsLoader } from "../facts/facts-loader";
import { actingStaff, addressSeals, apiKeySeal, grantSeal, portions, staffSeals } from "../history/sealed-rows";
import { differencesFrom } from "./differences";
import type { RightsProblems } from "./rights-problem";
import type { TrailMemory } from "./trail-memory";
import type { SoundVersions } from "./version-check";

interface Checked {
  readonly manager: EntityManager;
  readonly loader: FactsLoader;
  readonly companyId: string;
  readonly at: string;
  readonly trail: TrailMemory;
  readonly versions: SoundVersions;
  readonly problems: RightsProblems;
}

/** Holds the rights as they stand in the tables against what the trail last said of each. */
export async function checkRights(checked: Checked): Promise<void> {
  await checkCompany(checked);
  await checkMembers(checked);
  await checkGrants(checked);
  await checkKeys(checked);
  await checkStaff(checked);
}

async function checkCompany({ manager, loader, companyId, trail, versions, problems }: Checked): Promise<void> {
  const company = await manager.findOneByOrFail(CompanyEntity, { id: companyId });
  const present = { facts: await loader.company(company), assignments: await loader.assignments(companyId) };
  const sealed = trail.versionOf("company_version", companyId);
  if (!sealed) return problems.tell("right_added", "company", null, PROOF_TEXTS.noSettings);
  const kept = versions.get(sealed.id);
  if (kept) tellDifferences(problems, "company", sealed.sequence, kept, present);
  else if (sealDigest(present) !== sealed.digest)
    problems.tell("right_altered", "company", sealed.sequence, PROOF_TEXTS.otherSettings);
}

async function checkMembers(checked: Checked): Promise<void> {
  const { manager, loader, companyId, at, trail, versions, problems } = checked;
  const order = { id: "ASC" } as const;
  const members = await manager.find(MemberEntity, { where: { companyId }, order });
  for (const some of portions(members)) {
    const facts = await loader.members(some, at);
    const addresses = await addressSeals(manager, some);
    for (const [index, member] of some.entries()) {
      await giveWay();
      const target = `member ${member.id} (${member.email})`;
      const { grants: _own, ...present } = facts[index] ?? { grants: [] };
      const sealed = trail.versionOf("member_version", member.id);
      const kept = sealed && versions.get(sealed.id);
      if (!sealed) problems.tell("right_added", target, null, PROOF_TEXTS.nothingAdded);
      else if (kept) tellDifferences(problems, target, sealed.sequence, kept, present);
      else if (sealDigest(present) !== sealed.digest)
        problems.tell("right_altered", target, sealed.sequence, PROOF_TEXTS.otherLevels);
      const address = addresses[index];
      if (sealed && address) compare(checked, address, target, PROOF_TEXTS.otherAccount);
    }
  }
  tellRemoved(checked, "address", new Set(members.map(({ id }) => id)), "member");
}

async function checkGrants(checked: Checked): Promise<void> {
  const { manager, companyId, trail, problems } = checked;
  const grants = await manager.find(GrantEntity, { where: { companyId }, order: { id: "ASC" } });
  for (const grant of grants) {
    await giveWay();
    const target = `grant ${grant.id}`;
    const sealed = trail.sealOf("grant", grant.id);
    if (!sealed) problems.tell("right_added", target, null, PROOF_TEXTS.nothingGave);
    else if (sealed.digest !== grantSeal(grant).digest) {
      const { member: _member, ceiling: _ceiling, ...said } = trail.stateOf(target) ?? {};
      const told = differencesFrom(said, grant);
      const words = told.length > 0 ? sentenceOf(told) : PROOF_TEXTS.otherScope;
      problems.tell("right_altered", target, sealed.sequence, words);
    }
  }
  tellRemoved(checked, "grant", new Set(grants.map(({ id }) => id)), "grant");
}

async function checkKeys(checked: Checked): Promise<void> {
  const { manager, companyId, trail, problems } = checked;
  // Companies are JSON in the row and not asked for by the database; keys are few.
  const keys = await manager.find(ApiKeyEntity, { order: { id: "ASC" } });
  for (const key of keys) {
    const target = `api_key ${key.id} (${key.name})`;
    if (trail.sealOf("api_key", key.id)) compare(checked, apiKeySeal(key, companyId), target, PROOF_TEXTS.otherwise);
    else if (key.companyIds?.includes(companyId)) problems.tell("right_added", target, null, PROOF_TEXTS.nothingMade);
  }
  tellRemoved(checked, "api_key", new Set(keys.map(({ id }) => id)), "api_key");
}

async function checkStaff(checked: Checked): Promise<void> {
  const { manager, companyId, at, trail, problems } = checked;
  const acting = await actingStaff(manager, companyId, at);
  for (const [index, seal] of (await staffSeals(manager, acting)).entries()) {
    const target = `staff ${seal.id} (${acting[index]?.email ?? ""})`;
    if (!trail.sealOf("staff", seal.id)) problems.tell("right_added", target, null, PROOF_TEXTS.nothingAssigned);
    else compare(checked, seal, target, PROOF_TEXTS.otherStaff);
  }
}

function compare({ trail, problems }: Checked, present: RightsSeal, target: string, message: Bilingual): void {
  const sealed = trail.sealOf(present.kind, present.id);
  if (sealed?.digest !== present.digest) problems.tell("right_altered", target, sealed?.sequence ?? null, message);
}

function tellRemoved({ trail, problems }: Checked, kind: SealKind, there: ReadonlySet<string>, noun: string): void {
  for (const { id, digest, sequence } of trail.ofKind(kind))
    if (digest !== null && !there.has(id)) problems.tell("right_removed", `${noun} ${id}`, sequence, PROOF_TEXTS.gone);
}

function tellDifferences(problems: RightsProblems, target: string, sequence: number, kept: unknown, present: unknown) {
  for (const one of differencesFrom(kept, present)) problems.tell("right_altered", target, sequence, sentenceOf([one]));
}

function sentenceOf(parts: readonly Bilingual[]): Bilingual {
  return { en: `${parts.map(({ en }) => en).join("; ")}.`, fr: `${parts.map(({ fr }) => fr).join(" ; ")}.` };
}
