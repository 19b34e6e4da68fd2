import { giveWay } from "../../kernel/deadline";
import { PROOF_TEXTS } from "../texts/proof-texts";
import { fill } from "../../kernel/catalogue";
import { MoreThan, type EntityManager } from "typeorm";
import { CompanyVersionEntity } from "../history/company-version.entity";
import { MemberVersionEntity } from "../history/member-version.entity";
import { companyVersionSeal, memberVersionSeal } from "../history/sealed-rows";
import type { RightsProblems } from "./rights-problem";
import type { Sealed, TrailMemory } from "./trail-memory";

const PAGE = 200;

type Version = CompanyVersionEntity | MemberVersionEntity;

/** States of versions that are as they were sealed, by row. */
export type SoundVersions = ReadonlyMap<string, Version["state"]>;

/**
 * Holds what rights were, version by version, against the trail: each is there, as it was sealed, until the next one of
 * the same owner begins. Answers the states that hold now and are sound.
 */
export async function checkVersions(
  manager: EntityManager,
  companyId: string,
  trail: TrailMemory,
  problems: RightsProblems,
): Promise<SoundVersions> {
  const rows = new Map<string, { readonly until: string | null }>();
  const sound = new Map<string, Version["state"]>();
  for await (const row of versionsOf(manager, companyId)) {
    await giveWay();
    const sealed = trail.versions.get(row.id);
    rows.set(row.id, row);
    if (!sealed) {
      problems.tell("version_added", nameOf(row), null, fill(PROOF_TEXTS.versionAdded, { at: row.at }));
      continue;
    }
    const seal = sealOf(row);
    if (seal.digest !== sealed.digest || seal.of !== sealed.of || seal.at !== sealed.at)
      problems.tell("version_altered", nameOf(row), sealed.sequence, fill(PROOF_TEXTS.otherState, { at: row.at }));
    else if (row.until === null) sound.set(row.id, row.state);
  }
  checkEnds(trail, rows, problems);
  return sound;
}

function checkEnds(
  trail: TrailMemory,
  rows: ReadonlyMap<string, { readonly until: string | null }>,
  problems: RightsProblems,
): void {
  const next = new Map<string, string>();
  for (const sealed of [...trail.versions.values()].reverse()) {
    const owner = `${sealed.kind} ${sealed.of ?? ""}`;
    const end = sealed.until === undefined ? (next.get(owner) ?? null) : sealed.until;
    next.set(owner, sealed.at ?? "");
    const row = rows.get(sealed.id);
    if (!row)
      problems.tell(
        "version_removed",
        nameOfSeal(sealed),
        sealed.sequence,
        fill(PROOF_TEXTS.stateGone, { at: sealed.at ?? "" }),
      );
    else if (row.until !== end)
      problems.tell(
        ...(["version_altered", nameOfSeal(sealed), sealed.sequence] as const),
        fill(PROOF_TEXTS.otherEnd, { end: row.until ?? PROOF_TEXTS.noTime, trail: end ?? PROOF_TEXTS.noTime }),
      );
  }
}

async function* versionsOf(manager: EntityManager, companyId: string): AsyncGenerator<Version> {
  for (const entity of [CompanyVersionEntity, MemberVersionEntity])
    for (let from = ""; ;) {
      const where = { companyId, id: MoreThan(from) };
      const rows: Version[] = await manager.find<Version>(entity, { where, order: { id: "ASC" }, take: PAGE });
      yield* rows;
      const last = rows.at(-1);
      if (!last) break;
      from = last.id;
    }
}

function sealOf(row: Version) {
  return "memberId" in row ? memberVersionSeal(row) : companyVersionSeal(row);
}

function nameOf(row: Version): string {
  return "memberId" in row ? `member_version ${row.id} of member ${row.memberId}` : `company_version ${row.id}`;
}

function nameOfSeal({ kind, id, of }: Sealed): string {
  return kind === "member_version" ? `${kind} ${id} of member ${of}` : `${kind} ${id}`;
}
