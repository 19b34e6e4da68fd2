import { IsNull, MoreThan, Or } from "typeorm";
import type { StaffService } from "../../tenant/vendor-desk/staff.service";
import { StaffAssignmentEntity } from "../../tenant/companies/staff-assignment.entity";
import type { Database } from "../../infra/db/database";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import type { GrantService } from "../../directory/grants/grant.service";
import type { MemberService } from "../../directory/members/member.service";
import { PROJECT_TOOLS } from "../../policy/model/vocabulary";
import type { ProjectService } from "../../directory/projects/project.service";
import type { ApiKeyService } from "../../directory/api-keys/api-key.service";
import type { ReviewItemEntity } from "./review-item.entity";
import type { ReviewKind } from "./review-kinds";
import { endedByText } from "./review-texts";

/** Who ends what, and why. */
export interface Ending {
  readonly actor: Actor;
  readonly companyId: string;
  readonly item: ReviewItemEntity;
  readonly reason: string;
  readonly at: string;
}

export interface EndingServices {
  readonly database: Database;
  readonly grant: GrantService;
  readonly member: MemberService;
  readonly project: ProjectService;
  readonly staff: StaffService;
  readonly apiKey: ApiKeyService;
}

type End = (services: EndingServices, ending: Ending) => Promise<unknown>;

/** Ends it through the service that changes it, which asks for its own right. Null: no one thing could be taken away. */
const ENDINGS: Readonly<Record<ReviewKind, End | null>> = {
  membership: ({ member }, { actor, companyId, item, reason }) =>
    member.deactivate(actor, companyId, { member: item.holderId, reason }),
  tool_level: (services, ending) => edit(services, ending, { toolLevel: "none" }),
  directory_level: (services, ending) => edit(services, ending, { directoryLevel: "none" }),
  privilege: (services, ending) => edit(services, ending, { canPushToAccounting: false }),
  administrator_bypass: (services, ending) => edit(services, ending, { canPushToAccounting: false }),
  grant: ({ grant }, { actor, companyId, item, reason }) => grant.revoke(actor, companyId, item.reference, reason),
  project_level: ({ project }, { actor, companyId, item, reason }) => {
    const levels = PROJECT_TOOLS.map((tool) => ({ tool, level: "none" as const }));
    return project.setLevels(actor, companyId, { project: item.reference, member: item.holderId, levels, reason });
  },
  staff_assignment: endAssignments,
  api_key: ({ apiKey }, { actor, companyId, item }) => apiKey.revoke(actor, item.holderId, companyId),
  direct_export: null,
  stakeholder_part: null,
  super_user: null,
};

/** Whether a review itself can end it. */
export function isRevocable(kind: ReviewKind): boolean {
  return ENDINGS[kind] !== null;
}

/** Inside `Database.write`. Throws Refusal CONFLICT, saying what would end it, and whatever the service throws. */
export async function endHolding(services: EndingServices, ending: Ending): Promise<void> {
  const end = ENDINGS[ending.item.kind];
  if (!end) throw new BilingualRefusal("CONFLICT", endedByText(ending.item.state), ["input", "verdict"]);
  await end(services, ending);
}

type Taken = Parameters<MemberService["update"]>[2];

function edit({ member }: EndingServices, { actor, companyId, item, reason }: Ending, taken: Omit<Taken, "member">) {
  return member.update(actor, companyId, { member: item.holderId, ...taken, reason });
}

/** Somebody may be assigned twice, as specialist and as point of contact: what is revoked is that they may act here. */
async function endAssignments({ database, staff }: EndingServices, ending: Ending): Promise<void> {
  const { actor, companyId, item, reason, at } = ending;
  const running = { companyId, staffId: item.holderId, assignedUntil: Or(IsNull(), MoreThan(at)) };
  for (const { id } of await database.read().findBy(StaffAssignmentEntity, running))
    await staff.end(actor, companyId, { assignment: id, reason });
}
