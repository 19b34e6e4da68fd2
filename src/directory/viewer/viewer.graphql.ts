import { createHash } from "node:crypto";
import { Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { In } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { CompanyType } from "../../tenant/companies/company.graphql";
import { accountOf } from "../../tenant/identity/account";
import { isRunning } from "../../tenant/companies/vendor-desk";
import { StaffAssignmentEntity } from "../../tenant/companies/staff-assignment.entity";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import { UNRECOGNISED_REASONS, type UnrecognisedReason } from "../../infra/graphql/caller";
import type { GraphQLContext } from "../../infra/graphql/context";
import { enumOf, StaffRoleName } from "../../tenant/graphql/enums";
import { unrecognisedText } from "../../infra/graphql/unrecognised";
import type { Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { MemberType } from "../members/member.graphql";
import type { StaffRole } from "../../policy/model/vocabulary";
import type { SubjectDirectory } from "../subjects/subject-directory";
import { Node } from "../../infra/graphql/node";
import { derivedId } from "../../infra/graphql/global-id";

const ViewerKindName = enumOf(["person", "service", "system"], "ViewerKind", "A person, or a service with an API key.");

@ObjectType("Membership", { description: "A company and the viewer's record in its directory." })
export class MembershipType {
  @Field()
  company!: CompanyType;

  @Field()
  member!: MemberType;
}

@ObjectType("Assignment", { description: "A company that the viewer serves as vendor staff, now." })
export class AssignmentType {
  @Field()
  company!: CompanyType;

  @Field(() => StaffRoleName)
  role!: StaffRole;
}

const UnrecognisedReasonName = enumOf(
  UNRECOGNISED_REASONS,
  "UnrecognisedReason",
  "Why somebody with a good token is nobody here.",
);

@ObjectType("Unrecognised", { description: "Why no company knows the viewer, and who mends it." })
export class UnrecognisedType {
  @Field(() => UnrecognisedReasonName)
  reason!: UnrecognisedReason;

  @Field()
  message!: string;

  @Field(() => [String], { description: "Names of the token's claims that were looked at." })
  claims!: readonly string[];
}

@ObjectType("ViewerAccount", { description: "The account at the token issuer that the viewer signed in with." })
export class ViewerAccountType {
  @Field()
  issuer!: string;

  @Field()
  subject!: string;
}

@ObjectType("Viewer", { implements: Node, description: "Who is asking." })
export class ViewerType extends Node {
  @Field(() => ViewerKindName)
  kind!: Actor["kind"];

  @Field(() => String, { nullable: true, description: "Verified by the token issuer." })
  email!: string | null;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => ViewerAccountType, { nullable: true, description: "Null: of a service." })
  account: ViewerAccountType | null = null;

  @Field(() => UnrecognisedType, { nullable: true, description: "Null: somebody knows the viewer." })
  unrecognised: UnrecognisedType | null = null;

  @Field(() => [MembershipType])
  memberships!: readonly MembershipType[];

  @Field(() => [AssignmentType])
  assignments!: readonly AssignmentType[];
}

/** The viewer, and where they are known. */
@Resolver()
export class ViewerResolver {
  constructor(
    private readonly database: Database,
    private readonly subjects: SubjectDirectory,
    private readonly clock: Clock,
  ) {}

  @Query(() => ViewerType, { description: "Who is asking, and in which companies they are known." })
  async viewer(@Ctx() context: GraphQLContext): Promise<ViewerType> {
    const actor = actorOf(context);
    if (actor.kind === "person") {
      const unrecognised = unrecognisedIn(context);
      const account = Object.assign(new ViewerAccountType(), accountOf(actor.subject));
      return Object.assign(await this.person(actor), { account, unrecognised });
    }
    const nowhere = { email: null, name: actor.name, memberships: [], assignments: [] };
    return Object.assign(new ViewerType(), { id: viewerId(actor), kind: actor.kind, ...nowhere });
  }

  private async person(actor: Extract<Actor, { kind: "person" }>): Promise<ViewerType> {
    const { members, staff, taken } = await this.subjects.everywhere(actor);
    const running = staff?.active ? await this.running(staff.id, taken) : [];
    const ids = [...members, ...running].map(({ companyId }) => companyId);
    const found = await this.database.read().findBy(CompanyEntity, { id: In([...new Set(ids)]) });
    const companies = new Map(found.map((company) => [company.id, CompanyType.of(company)]));
    const within = <T extends object>(companyId: string, rest: T) => {
      const company = companies.get(companyId);
      return company ? [{ company, ...rest }] : [];
    };
    return Object.assign(new ViewerType(), {
      id: viewerId(actor),
      kind: actor.kind,
      email: actor.email,
      name: actor.name ?? members[0]?.name ?? staff?.name ?? null,
      memberships: members.flatMap((member) => within(member.companyId, { member: MemberType.of(member) })),
      assignments: running.flatMap(({ companyId, role }) => within(companyId, { role })),
    });
  }

  private async running(staffId: string, taken: ReadonlySet<string>): Promise<StaffAssignmentEntity[]> {
    const at = toInstant(this.clock.now());
    const assignments = await this.database.read().findBy(StaffAssignmentEntity, { staffId });
    return assignments.filter((assignment) => isRunning(assignment, at) && !taken.has(assignment.companyId));
  }
}

/** The same for whoever signs in with the same account, and no other's; what the account is called is nobody's business. */
export function viewerId(actor: Actor): string {
  const account = actor.kind === "person" ? actor.subject : actor.kind === "service" ? actor.keyId : actor.name;
  return derivedId("viewer", createHash("sha256").update(`${actor.kind} ${account}`).digest("hex").slice(0, 32));
}

function unrecognisedIn({ caller, locale }: GraphQLContext): UnrecognisedType | null {
  if (caller.kind !== "person" || !caller.unrecognised) return null;
  const { reason, claims } = caller.unrecognised;
  const message = unrecognisedText(caller.unrecognised, locale);
  return Object.assign(new UnrecognisedType(), { reason, claims, message });
}
