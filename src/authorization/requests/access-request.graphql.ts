import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { grantRequest } from "../../directory/grants/grant-inputs";
import type { GrantReading } from "../../directory/grants/grant-reading";
import { GrantType } from "../../directory/grants/grant-type";
import { MemberType } from "../../directory/members/member.graphql";
import { actorOf } from "../../infra/graphql/actor";
import { ConnectionArgs, type Connection } from "../../infra/graphql/connection";
import type { GraphQLContext } from "../../infra/graphql/context";
import { moneyFrom } from "../../infra/graphql/money";
import type { Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { listUnder } from "../../tenant/companies/batched-list";
import { CompanyType } from "../../tenant/companies/company.graphql";
import { TakesIdempotencyKey } from "../../tenant/graphql/keyed-mutations";
import { payload } from "../../tenant/graphql/payload";
import { DecisionType } from "../../tenant/graphql/decision-type";
import type { DecisionPoint } from "../decision-point/decision-point";
import { readingOf } from "../decision-point/request-reading";
import type { AccessRequestEntity } from "./access-request.entity";
import type { AccessRequestService } from "./access-request.service";
import {
  AccessRequestConnection,
  AccessRequestPayload,
  AccessRequestStateName,
  AccessRequestType,
  DecideAccessRequestInput,
  RequestAccessInput,
  WithdrawAccessRequestInput,
} from "./access-request-type";
import type { RequestReading } from "./request-reading";
import type { ShownRequestState } from "./request-states";

/** Requests for rights: asking, deciding, taking back, and the list of them. */
@Resolver(() => CompanyType)
export class AccessRequestResolver {
  constructor(
    private readonly service: AccessRequestService,
    private readonly reading: RequestReading,
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => AccessRequestConnection, {
    nullable: true,
    description: "Rights that members ask for, newest first; only one's own to whoever may not review rights.",
  })
  async accessRequests(
    @Root() company: CompanyType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("state", () => AccessRequestStateName, { nullable: true, description: "Only those that are so far." })
    state: ShownRequestState | null | undefined,
    @Arg("mine", () => Boolean, { nullable: true, description: "Only one's own, whatever one may review." })
    mine: boolean | null | undefined,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<AccessRequestType>> {
    const actor = actorOf(context);
    const own = await (mine ? this.reading.ownOf(actor, company.id) : this.reading.onlyOf(actor, company.entity));
    return listUnder(context, company.id, args, {
      name: `access requests ${JSON.stringify([state, own])}`,
      pages: (ids, request) => this.reading.pages(ids, request, { state: state ?? null, own, at: this.now() }),
      node: (entity: AccessRequestEntity) => AccessRequestType.of(entity, this.now()),
    });
  }

  @Mutation(() => AccessRequestPayload, {
    description: "Asks those who can give it for a right that a decision has refused you. It must say until when.",
  })
  @TakesIdempotencyKey(AccessRequestPayload)
  async requestAccess(
    @Arg("input", () => RequestAccessInput) input: RequestAccessInput,
    @Ctx() context: GraphQLContext,
  ): Promise<AccessRequestPayload> {
    const right = () => ({ ...grantRequest(input, ["input"]), reason: input.reason });
    return this.changed(() => this.service.ask(actorOf(context), input.company, right()));
  }

  @Mutation(() => AccessRequestPayload, {
    description:
      "Grants a request as it was asked, or smaller, or refuses it. Above the amount of the two-person rule two people have to agree.",
  })
  async decideAccessRequest(
    @Arg("input", () => DecideAccessRequestInput) input: DecideAccessRequestInput,
    @Ctx() context: GraphQLContext,
  ): Promise<AccessRequestPayload> {
    const { company, verdict, ceiling, ...rest } = input;
    return this.changed(() => {
      const amount = ceiling == null ? null : moneyFrom(ceiling, ["input", "ceiling"]);
      return this.service.decide(actorOf(context), company, { ...rest, ceiling: amount, grants: verdict === "grant" });
    });
  }

  @Mutation(() => AccessRequestPayload, { description: "Takes back a request of one's own that nobody has decided." })
  async withdrawAccessRequest(
    @Arg("input", () => WithdrawAccessRequestInput) { company, request, expectedVersion }: WithdrawAccessRequestInput,
    @Ctx() context: GraphQLContext,
  ): Promise<AccessRequestPayload> {
    return this.changed(() => this.service.withdraw(actorOf(context), company, { request, expectedVersion }));
  }

  /** For `node(id)`; null: no such request, or not for this actor. */
  async find(actor: Actor, id: string): Promise<AccessRequestType | null> {
    const entity = await this.reading.byId(actor, id);
    return entity && AccessRequestType.of(entity, this.now());
  }

  private changed(work: () => Promise<AccessRequestEntity>): Promise<AccessRequestPayload> {
    const shown = (row: AccessRequestEntity) => ({ accessRequest: AccessRequestType.of(row, this.now()) });
    return payload(AccessRequestPayload, async () => shown(await work()), shown);
  }

  private now(): string {
    return toInstant(this.clock.now());
  }
}

/** Who asked, who may decide, who decided, and what came of it. Whoever sees the request may see them. */
@Resolver(() => AccessRequestType)
export class AccessRequestPeopleResolver {
  constructor(
    private readonly grants: GrantReading,
    private readonly authorizer: DecisionPoint,
  ) {}

  @FieldResolver(() => DecisionType, {
    description: "Whether you may grant or refuse it, by your right to give such a right to who asks; where not, why.",
  })
  async decision(@Root() { entity }: AccessRequestType, @Ctx() context: GraphQLContext): Promise<DecisionType> {
    const { companyId: company, feature, memberId: grantee } = entity;
    const question = {
      company,
      subject: null,
      action: "grant_access",
      resource: feature,
      record: { grantee },
    } as const;
    const asked = { ...question, locale: context.locale };
    return DecisionType.of(await this.authorizer.decide(actorOf(context), asked, readingOf(context)));
  }

  @FieldResolver(() => MemberType, { description: "Who asks, for themselves." })
  async member(@Root() { entity }: AccessRequestType, @Ctx() context: GraphQLContext): Promise<MemberType> {
    return MemberType.of(await this.grants.holder(context, entity));
  }

  @FieldResolver(() => String, { nullable: true, description: "Name of the first of two who agreed." })
  async agreedBy(@Root() { entity }: AccessRequestType, @Ctx() context: GraphQLContext): Promise<string | null> {
    return entity.agreedBy === null ? null : this.grants.nameOf(context, entity.agreedBy);
  }

  @FieldResolver(() => String, { nullable: true, description: "Name of who granted or refused it." })
  async decidedBy(@Root() { entity }: AccessRequestType, @Ctx() context: GraphQLContext): Promise<string | null> {
    return entity.decidedBy === null ? null : this.grants.nameOf(context, entity.decidedBy);
  }

  @FieldResolver(() => GrantType, { nullable: true, description: "The right that came of it." })
  async grant(@Root() { entity }: AccessRequestType): Promise<GrantType | null> {
    const grant = entity.grantId === null ? null : await this.grants.byId(entity.grantId);
    return grant && GrantType.of(grant);
  }
}
