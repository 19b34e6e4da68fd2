import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { listUnder } from "../../tenant/companies/batched-list";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { CompanyType } from "../../tenant/companies/company.graphql";
import { zoneOf } from "../../tenant/companies/time-zone";
import type { Database } from "../../infra/db/database";
import { pagesByParent } from "../../infra/db/query/keyset-batch";
import { ConnectionArgs, connectionOf, type Connection } from "../../infra/graphql/connection";
import type { GraphQLContext } from "../../infra/graphql/context";
import type { Actor } from "../../kernel/actor";
import { CallKindName, FollowUpStateName } from "./types/call-enums";
import type { CallKind } from "./call/call-kind";
import type { CallReading } from "./call-reading";
import { CallType, NoteType } from "./types/call-type";
import { CallEntity } from "./call/call.entity";
import type { FollowUpState } from "./call/follow-up-machine";
import { FollowUpType } from "./types/follow-up-type";
import { FollowUpEntity } from "./call/follow-up.entity";
import { NoteEntity } from "./call/note.entity";
import { SlotEntity } from "./call/slot.entity";
import { SlotType } from "./types/slot-type";

export const CallConnection = connectionOf(CallType, "Call");
export const FollowUpConnection = connectionOf(FollowUpType, "FollowUp");

/** Calls and their tasks under Company. */
@Resolver(() => CompanyType)
export class CompanyCallsResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
    private readonly reading: CallReading,
  ) {}

  @FieldResolver(() => CallConnection, { nullable: true, description: "All calls, also cancelled ones, newest first." })
  async calls(
    @Root() company: CompanyType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("kind", () => CallKindName, { nullable: true }) kind: CallKind | null,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<CallType>> {
    await this.reader.require(context, company.entity, "view");
    return listUnder(context, company.id, args, {
      name: `calls ${kind ?? ""}`,
      pages: (parentIds, request) => {
        const query = this.database.read().createQueryBuilder(CallEntity, "call");
        if (kind) query.andWhere("call.kind = :kind", { kind });
        const orderBy = [{ column: "createdAt", direction: "desc" }] as const;
        return pagesByParent({ ...request, query, alias: "call", parent: "companyId", parentIds, orderBy });
      },
      node: (entity) => CallType.of(entity, zoneOf(company.entity)),
    });
  }

  @FieldResolver(() => CallType, { nullable: true, description: "The call of that kind that is not cancelled." })
  async call(
    @Root() company: CompanyType,
    @Arg("kind", () => CallKindName) kind: CallKind,
    @Ctx() context: GraphQLContext,
  ): Promise<CallType | null> {
    await this.reader.require(context, company.entity, "view");
    const living = await this.reading.livingCalls(context, company.id);
    const found = living.find((call) => call.kind === kind);
    return found ? CallType.of(found, zoneOf(company.entity)) : null;
  }

  @FieldResolver(() => FollowUpConnection, {
    nullable: true,
    description: "Tasks of all calls, by the day they are due.",
  })
  async followUps(
    @Root() company: CompanyType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("state", () => FollowUpStateName, { nullable: true }) state: FollowUpState | null,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<FollowUpType>> {
    await this.reader.require(context, company.entity, "view");
    return listUnder(context, company.id, args, {
      name: `tasks ${state ?? ""}`,
      pages: (parentIds, request) => {
        const query = this.database.read().createQueryBuilder(FollowUpEntity, "task");
        if (state) query.andWhere("task.state = :state", { state });
        const orderBy = [{ column: "dueOn", direction: "asc" }] as const;
        return pagesByParent({ ...request, query, alias: "task", parent: "companyId", parentIds, orderBy });
      },
      node: (entity) => FollowUpType.of(entity, zoneOf(company.entity), this.reading.now()),
    });
  }

  /** For `node(id)`, of calls and what hangs on them; null: there is none, or not for this actor. */
  async find(actor: Actor, id: string): Promise<CallType | FollowUpType | SlotType | NoteType | null> {
    const manager = this.database.read();
    const found =
      (await manager.findOneBy(CallEntity, { id })) ??
      (await manager.findOneBy(FollowUpEntity, { id })) ??
      (await manager.findOneBy(SlotEntity, { id })) ??
      (await manager.findOneBy(NoteEntity, { id }));
    if (!found || !(await this.reader.permits(actor, found.companyId, "view"))) return null;
    if (found instanceof NoteEntity) return NoteType.of(found);
    const zone = zoneOf(await manager.findOneByOrFail(CompanyEntity, { id: found.companyId }));
    if (found instanceof CallEntity) return CallType.of(found, zone);
    return found instanceof SlotEntity ? SlotType.of(found, zone) : FollowUpType.of(found, zone, this.reading.now());
  }
}
