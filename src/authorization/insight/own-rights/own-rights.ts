import type { OwnRightsGuard, WatchedChange } from "../../../tenant/companies/company-change";
import { CompanyEntity } from "../../../tenant/companies/company.entity";
import { oneBy } from "../../../kernel/groups";
import type { CompanyFacts, Facts, SubjectFacts } from "../../../policy/model/facts";
import { rightsGained, type Gain } from "../../../policy/rights-gained";
import { assignedFacts, type AssignmentState, type FactsLoader } from "../../facts/facts-loader";
import { identityOf, recordsOf, type Identity, type OwnRecords } from "./identity";
import { OtherPeople } from "./other-people";
import { selfGrant } from "./self-grant";

/** All that somebody's rights in a company rest on, at whatever instant. */
interface Held {
  readonly company: CompanyFacts;
  readonly members: readonly SubjectFacts[];
  readonly staff: OwnRecords["staff"];
  readonly assignments: readonly AssignmentState[];
}

/**
 * Compares what the author of a change may do before and after it, now and at every later instant at which a right
 * begins or ends. It reads the rows themselves, so that it holds for changes that nobody thought of.
 */
export class OwnRights implements OwnRightsGuard {
  private readonly others: OtherPeople;

  constructor(private readonly loader: FactsLoader) {
    this.others = new OtherPeople(loader);
  }

  async watch(change: WatchedChange): Promise<() => Promise<void>> {
    // Ledgergate itself has no rights to raise, and a key may change nothing.
    if (change.by.kind === "system" || change.by.kind === "service") return () => Promise.resolve();
    const identity = await identityOf(change);
    const before = withEntitlement(change, await this.held(change, identity));
    return async () => {
      const after = await this.held(change, identity);
      const gains = gainsBetween(before, after, change);
      if (gains.length === 0) return;
      const settings = { before: before.company, after: after.company };
      throw selfGrant(gains, await this.others.able(change, identity, settings));
    };
  }

  private async held({ manager, company, at }: WatchedChange, identity: Identity): Promise<Held> {
    // Read again: the work may have changed the row behind the entity.
    const row = await manager.findOneByOrFail(CompanyEntity, { id: company.id });
    const { members, staff } = await recordsOf(manager, company.id, identity);
    const assignments = staff.length > 0 ? await this.loader.assignments(company.id) : [];
    return {
      company: await this.loader.company(row),
      members: await this.loader.members(members, at),
      staff,
      assignments: assignments.filter(({ staffId }) => staff.some(({ id }) => id === staffId)),
    };
  }
}

/** What the change is there to give its author counts as theirs already; more than that does not. */
function withEntitlement({ by, at, entitled }: WatchedChange, held: Held): Held {
  if (!entitled) return held;
  const given = { staffId: by.id, role: entitled.role, assignedFrom: at, assignedUntil: entitled.until };
  return { ...held, assignments: [...held.assignments, given] };
}

function gainsBetween(before: Held, after: Held, { at }: WatchedChange): Gain[] {
  const instants = [at, ...boundariesOf(before), ...boundariesOf(after)].filter((instant) => instant >= at);
  for (const instant of [...new Set(instants)].sort()) {
    const gains = rightsGained(factsAt(before, instant), factsAt(after, instant));
    if (gains.length > 0) return gains;
  }
  return [];
}

function boundariesOf({ members, assignments }: Held): string[] {
  const grants = members.flatMap((member) =>
    member.grants.flatMap(({ validFrom, validUntil }) => [validFrom, validUntil]),
  );
  const ends = assignments.flatMap(({ assignedFrom, assignedUntil }) => [assignedFrom, assignedUntil]);
  return [...grants, ...ends].filter((instant) => instant !== null);
}

function factsAt({ company, members, staff, assignments }: Held, at: string): Facts[] {
  const rows = assignments.map((assignment) => ({ ...assignment, companyId: company.companyId }));
  // Whom the directory knows is no vendor staff there.
  const assigned =
    members.length > 0
      ? []
      : assignedFacts(
          rows,
          oneBy(staff, ({ id }) => id),
          at,
        );
  return [...members, ...assigned].map((subject) => ({ company, subject, at }));
}
