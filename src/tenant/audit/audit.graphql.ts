import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Int, ObjectType, Resolver, Root } from "type-graphql";
import { listUnder } from "../companies/batched-list";
import type { CompanyReader } from "../companies/company-reader";
import { CompanyType } from "../companies/company.graphql";
import type { Database } from "../../infra/db/database";
import { pagesByParent } from "../../infra/db/query/keyset-batch";
import { ConnectionArgs, connectionOf, type Connection } from "../../infra/graphql/connection";
import type { GraphQLContext } from "../../infra/graphql/context";
import { ActorKindName } from "../graphql/enums";
import { JsonObject } from "../../infra/graphql/json-object";
import { Node } from "../../infra/graphql/node";
import type { Actor } from "../../kernel/actor";
import type { ActorKind } from "../../kernel/actor-kind";
import { AuditEntryEntity, type AuditState } from "./audit-entry.entity";
import { periodFrom } from "../../infra/graphql/days";
import { DateOrDateTime, DateTime } from "../../infra/graphql/scalars";
import { zoneOf } from "../companies/time-zone";

@ObjectType("AuditEntry", { implements: Node, description: "One change of a right or a setting: who, what and why." })
export class AuditEntryType extends Node {
  @Field(() => Int, { description: "1, 2, 3, ... within the company, without gaps." })
  sequence!: number;

  @Field(() => DateTime)
  at!: string;

  @Field(() => ActorKindName)
  actorKind!: ActorKind;

  @Field(() => ID, { description: "Id of the member or of the vendor's staff; of work of Ledgergate's own its name." })
  actorId!: string;

  @Field()
  actorName!: string;

  @Field({ description: "Noun and past participle: grant.given, grant.revoked, member.added, ..." })
  action!: string;

  @Field()
  targetKind!: string;

  @Field(() => ID)
  targetId!: string;

  @Field(() => JsonObject, { nullable: true, description: "The target before; null: it did not exist." })
  before!: AuditState | null;

  @Field(() => JsonObject, { nullable: true, description: "The target after; null: it is no more." })
  after!: AuditState | null;

  @Field(() => String, { nullable: true })
  why!: string | null;

  @Field(() => Int, { description: "The company's policy revision once the change was made." })
  policyRevision!: number;

  static of(entity: AuditEntryEntity): AuditEntryType {
    return Object.assign(new AuditEntryType(), entity);
  }
}

export const AuditEntryConnection = connectionOf(AuditEntryType, "AuditEntry");

@InputType({ description: "Which entries; what is left out does not narrow." })
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: "Of one member, grant, project, ..." })
  targetId?: string | null;

  @Field(() => String, { nullable: true, description: "Exactly this action, such as grant.given." })
  action?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "By them: `actorId` of an entry, which is a member's id or that of vendor staff.",
  })
  actorId?: string | null;

  @Field(() => DateOrDateTime, { nullable: true, description: "From this day of the company's, or instant, on." })
  from?: string | null;

  @Field(() => DateOrDateTime, {
    nullable: true,
    description: "Until the end of this day of the company's, or before this instant.",
  })
  until?: string | null;
}

/** The audit trail under Company. */
@Resolver(() => CompanyType)
export class AuditResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
  ) {}

  @FieldResolver(() => AuditEntryConnection, {
    nullable: true,
    description: "Every change of a right or a setting, newest first.",
  })
  async auditTrail(
    @Root() company: CompanyType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("filter", () => AuditFilter, { nullable: true }) filter: AuditFilter | null,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<AuditEntryType>> {
    await this.reader.require(context, company.entity, "review");
    const { targetId, action, actorId } = filter ?? {};
    const period = periodFrom(filter ?? {}, zoneOf(company.entity), ["filter"]);
    return listUnder(context, company.id, args, {
      name: `audit trail ${JSON.stringify([targetId, action, actorId, period])}`,
      pages: (parentIds, request) => {
        const query = this.database.read().createQueryBuilder(AuditEntryEntity, "entry");
        if (targetId != null) query.andWhere("entry.targetId = :targetId", { targetId: targetId.toLowerCase() });
        if (actorId != null) query.andWhere("entry.actorId = :actorId", { actorId: actorId.toLowerCase() });
        if (period.from !== null) query.andWhere("entry.at >= :from", { from: period.from });
        if (period.until !== null) query.andWhere("entry.at < :until", { until: period.until });
        if (action != null) query.andWhere("entry.action = :action", { action });
        const orderBy = [{ column: "sequence", direction: "desc" }] as const;
        return pagesByParent({ ...request, query, alias: "entry", parent: "companyId", parentIds, orderBy });
      },
      node: (entity) => AuditEntryType.of(entity),
    });
  }

  /** For `node(id)`; null: no such entry, or not for this actor. */
  async find(actor: Actor, id: string): Promise<AuditEntryType | null> {
    const entity = await this.database.read().findOneBy(AuditEntryEntity, { id });
    return entity && (await this.reader.permits(actor, entity.companyId, "review")) ? AuditEntryType.of(entity) : null;
  }
}
