import { In, IsNull, type EntityManager } from "typeorm";
import { GrantEntity } from "../../directory/grants/grant.entity";
import { MemberEntity } from "../../directory/members/member.entity";
import { mapInTurns } from "../../kernel/deadline";
import { groupBy, oneBy } from "../../kernel/groups";
import { heldBy, type Held } from "../../policy/holdings";
import type { SubjectFacts } from "../../policy/model/facts";
import type { Change, ChangeScope, ChangeState } from "../../tenant/companies/company-change";
import { grantFacts, type FactsLoader } from "../facts/facts-loader";
import { MemberVersionEntity } from "../history/member-version.entity";
import { personsConcerned } from "../history/persons-concerned";

/** What somebody holds otherwise than before. */
export interface RightsDifference {
  readonly member: MemberEntity;
  readonly gained: readonly Held[];
  readonly lost: readonly Held[];
  /** What is held still, in another way. */
  readonly changed: readonly { readonly before: Held; readonly after: Held }[];
}

/** The members of whom a change has made something else, before it is kept in the history. */
export async function rightsDifferences(
  scope: Pick<ChangeScope, "manager" | "company" | "at">,
  loader: FactsLoader,
  changes: readonly Change[],
): Promise<RightsDifference[]> {
  const { manager, company, at } = scope;
  const members = await membersConcerned(scope, changes);
  if (members.length === 0) return [];
  const facts = await loader.company(company);
  const after = oneBy(await loader.members(members, at), ({ subjectId }) => subjectId);
  const before = await factsBefore(manager, members, changes);
  const differences = await mapInTurns(members, (member) => {
    const held = (subject: SubjectFacts | null | undefined) =>
      subject?.active ? heldBy({ company: facts, subject, at }).filter(isPersonal) : [];
    return differenceOf(member, held(before.get(member.id)), held(after.get(member.id)));
  });
  return differences.flat();
}

/** Whom the changes name, and who holds a grant that they name; each once. */
async function membersConcerned(
  { manager, company }: Pick<ChangeScope, "manager" | "company">,
  changes: readonly Change[],
): Promise<MemberEntity[]> {
  const named = (await personsConcerned(manager, company.id, changes)).flat();
  const ids = changes.filter(({ targetKind }) => targetKind === "grant").map(({ targetId }) => targetId);
  const grants = ids.length > 0 ? await manager.findBy(GrantEntity, { companyId: company.id, id: In(ids) }) : [];
  const holders = In([...new Set(grants.map(({ memberId }) => memberId))]);
  const others = grants.length > 0 ? await manager.findBy(MemberEntity, { companyId: company.id, id: holders }) : [];
  return [...oneBy([...named, ...others], ({ id }) => id).values()];
}

/** What the history has last kept of each, with the grants as they were before these changes. */
async function factsBefore(
  manager: EntityManager,
  members: readonly MemberEntity[],
  changes: readonly Change[],
): Promise<ReadonlyMap<string, SubjectFacts>> {
  const memberId = In(members.map(({ id }) => id));
  const versions = await manager.findBy(MemberVersionEntity, { memberId, until: IsNull() });
  const { given, taken } = grantsMoved(changes);
  const held = ({ id, revokedAt }: GrantEntity) => taken.has(id) || (revokedAt === null && !given.has(id));
  const grants = groupBy((await manager.findBy(GrantEntity, { memberId })).filter(held), (grant) => grant.memberId);
  return new Map(
    versions.map(({ memberId: id, state }) => [id, { ...state, grants: (grants.get(id) ?? []).map(grantFacts) }]),
  );
}

/** Ids of grants that changes give and take: each by an entry of its own, or listed in the entry of their holder. */
function grantsMoved(changes: readonly Change[]): { given: ReadonlySet<string>; taken: ReadonlySet<string> } {
  const given = new Set<string>();
  const taken = new Set<string>();
  for (const { targetKind, targetId, before, after } of changes) {
    if (targetKind === "grant") (before === null ? given : taken).add(targetId);
    const [listed, kept] = [idsIn(before), idsIn(after)];
    for (const id of kept) if (!listed.has(id)) given.add(id);
    for (const id of listed) if (!kept.has(id)) taken.add(id);
  }
  return { given, taken };
}

function idsIn(state: ChangeState | null): ReadonlySet<string> {
  const grants = state?.["grants"];
  const rows = Array.isArray(grants) ? (grants as readonly { readonly id?: unknown }[]) : [];
  return new Set(rows.flatMap(({ id }) => (typeof id === "string" ? [id] : [])));
}

/** Being in the directory says nothing yet, the bypass follows from two others, and direct export is the company's. */
function isPersonal({ kind }: Held): boolean {
  return kind !== "membership" && kind !== "administrator_bypass" && kind !== "direct_export";
}

function differenceOf(member: MemberEntity, before: readonly Held[], after: readonly Held[]): RightsDifference[] {
  const keyOf = ({ kind, reference }: Held) => `${kind} ${reference}`;
  const [was, is] = [oneBy(before, keyOf), oneBy(after, keyOf)];
  const gained = after.filter((held) => !was.has(keyOf(held)));
  const lost = before.filter((held) => !is.has(keyOf(held)));
  const changed = after.flatMap((now) => {
    const then = was.get(keyOf(now));
    return then && JSON.stringify(then.state) !== JSON.stringify(now.state) ? [{ before: then, after: now }] : [];
  });
  return gained.length + lost.length + changed.length === 0 ? [] : [{ member, gained, lost, changed }];
}
