import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import { In, type FindOptionsWhere } from "typeorm";
import { listUnder } from "../../tenant/companies/batched-list";
import type { Database } from "../../infra/db/database";
import { pagesByParent } from "../../infra/db/query/keyset-batch";
import { actorOf } from "../../infra/graphql/actor";
import { ConnectionArgs, type Connection } from "../../infra/graphql/connection";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { DecisionType } from "../../tenant/graphql/decision-type";
import { ActionName } from "../../tenant/graphql/enums";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import { MemberEntity } from "../../directory/members/member.entity";
import { MemberType } from "../../directory/members/member.graphql";
import type { AnsweredDecision } from "../../policy/ports";
import type { Action } from "../../policy/model/vocabulary";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { ProjectType } from "../../directory/projects/project.graphql";
import type { Unmet } from "../readiness/readiness";
import { loadReadiness } from "../readiness/readiness-loader";
import type { RecordDecider, RecordRights } from "../record/record-rights";
import { RecordRevisionEntity } from "../record/record-revision.entity";
import { RecordRevisionConnection, RecordRevisionType, RecordType, UnmetType } from "./record-type.graphql";
import type { RecordEntity } from "../record/record.entity";
import type { VisibleRecords } from "./visible-records";
import { RECORD_TEXTS } from "../texts/record-texts";

/** What hangs on a record, each read for all records of the request together. */
@Resolver(() => RecordType)
export class RecordFieldsResolver {
  constructor(
    private readonly database: Database,
    private readonly rights: RecordRights,
    private readonly seen: VisibleRecords,
  ) {}

  @FieldResolver(() => DecisionType, { description: "Whether you may do this to the record, and exactly why." })
  async decision(
    @Root() { entity }: RecordType,
    @Arg("action", () => ActionName) action: Action,
    @Ctx() context: GraphQLContext,
  ): Promise<DecisionType> {
    return DecisionType.of(await this.decide(context, entity, action));
  }

  @FieldResolver(() => Boolean, {
    description: "Whether your sending would be the first of the two approvals that the company's amount asks for.",
  })
  async mayGiveFirstApproval(@Root() { entity }: RecordType, @Ctx() context: GraphQLContext): Promise<boolean> {
    return (await this.decide(context, entity, "send")).obligations.includes("second_approval");
  }

  @FieldResolver(() => [UnmetType], {
    description: "Everything that keeps it from being sent, all at once, with the fix of each. Empty: nothing does.",
  })
  async readiness(@Root() { entity }: RecordType, @Ctx() context: GraphQLContext): Promise<UnmetType[]> {
    const loader = loaderFor(context, "readiness of records", async (records: readonly RecordEntity[]) => {
      const found = await loadReadiness(this.database.read(), records);
      return records.map(({ id }): readonly Unmet[] => found.get(id) ?? []);
    });
    return (await loader.load(entity)).map((unmet) => UnmetType.of(unmet, context.locale));
  }

  @FieldResolver(() => RecordRevisionConnection, { description: "All that happened to it, the first thing first." })
  async history(
    @Root() { id }: RecordType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<RecordRevisionType>> {
    return listUnder(context, id, args, {
      name: "history of records",
      pages: (parentIds, request) => {
        const query = this.database.read().createQueryBuilder(RecordRevisionEntity, "revision");
        const orderBy = [{ column: "version", direction: "asc" }] as const;
        return pagesByParent({ ...request, query, alias: "revision", parent: "recordId", parentIds, orderBy });
      },
      node: (entity) => RecordRevisionType.of(entity),
    });
  }

  @FieldResolver(() => ProjectType, { nullable: true })
  async project(@Root() { entity }: RecordType, @Ctx() context: GraphQLContext): Promise<ProjectType | null> {
    const found = await this.row(context, ProjectEntity, entity.projectId);
    return found && ProjectType.of(found);
  }

  @FieldResolver(() => MemberType, { nullable: true, description: "Null: no member of the company." })
  async submittedBy(@Root() { entity }: RecordType, @Ctx() context: GraphQLContext): Promise<MemberType | null> {
    return this.member(context, entity.submittedById);
  }

  @FieldResolver(() => MemberType, { nullable: true, description: "Who has agreed, where two people must." })
  async firstApprover(@Root() { entity }: RecordType, @Ctx() context: GraphQLContext): Promise<MemberType | null> {
    return this.member(context, entity.firstApproverId);
  }

  @FieldResolver(() => MemberType, { nullable: true, description: "Who sent it last." })
  async sentBy(@Root() { entity }: RecordType, @Ctx() context: GraphQLContext): Promise<MemberType | null> {
    return this.member(context, entity.sentById);
  }

  @FieldResolver(() => ID, { description: "The company that it is of." })
  companyId(@Root() { entity }: RecordType): string {
    return entity.companyId;
  }

  /** For `node(id)`; null: no such record, or not one that the actor may see. */
  async find(actor: Actor, id: string): Promise<RecordType | null> {
    const entity = (await this.seen.among(actor, [id])).get(id);
    return entity ? RecordType.of(entity) : null;
  }

  private async decide(context: GraphQLContext, entity: RecordEntity, action: Action): Promise<AnsweredDecision> {
    const actor = actorOf(context);
    const loader = loaderFor(context, "deciders of records", async (ids: readonly string[]) => {
      const deciders = await this.rights.deciders(actor, ids);
      return ids.map((id): RecordDecider | null => deciders.get(id) ?? null);
    });
    const decider = await loader.load(entity.companyId);
    if (decider) return decider.decide(entity, action, context.locale);
    throw new BilingualRefusal("FORBIDDEN", RECORD_TEXTS.decisionsForPeople);
  }

  private async member(context: GraphQLContext, id: string | null): Promise<MemberType | null> {
    const found = await this.row(context, MemberEntity, id);
    return found && MemberType.of(found);
  }

  private async row<T extends { id: string }>(
    context: GraphQLContext,
    entity: new () => T,
    id: string | null,
  ): Promise<T | null> {
    if (id === null) return null;
    const loader = loaderFor<string, T | null>(context, `record ${entity.name}`, async (ids) => {
      const where = { id: In([...ids]) } as FindOptionsWhere<{ id: string }>;
      const found = (await this.database.read().findBy<{ id: string }>(entity, where)) as T[];
      const byId = new Map(found.map((one) => [one.id, one]));
      return ids.map((one) => byId.get(one) ?? null);
    });
    return loader.load(id);
  }
}
