import type { GraphQLSchema } from "graphql";
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { InFlight } from "../../infra/quota/in-flight";
import { BilingualRefusal } from "../../kernel/errors";
import type { Authorizer } from "../../policy/ports";
import { noSuchCompany } from "../../tenant/companies/company-change";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { CompanyType } from "../../tenant/companies/company.graphql";
import { enumOf } from "../../tenant/graphql/enums";
import { RecordType } from "../types/record-type.graphql";
import type { VisibleRecords } from "../types/visible-records";
import { EVENT_AREAS, type CompanyEvent, type EventArea } from "./company-event";
import type { CompanyWatch } from "./company-watch";
import { readCursor, writeCursor } from "./event-cursor";

/** Who listens at once, in one process: altogether, and to one company. */
export const MAX_LISTENERS = 10_000;
export const MAX_LISTENERS_OF_COMPANY = 2_500;

export const EventAreaName = enumOf(EVENT_AREAS, "CompanyEventArea", "What of a company changed.", {
  rights: "Members, grants, switches, keys: what somebody may do.",
  settings: "The company, its projects, its bookings.",
  records: "Records were offered, sent, delivered, rejected.",
  deliveries: "What carries records: lanes, connections, reconciliations.",
  requests: "Somebody asked for a right, or was answered.",
  plan: "The set-up: items, calls, questions, phases.",
});

@ObjectType("CompanyEvent", {
  description: "Something happened in a company; commits that follow each other at once are told together.",
})
export class CompanyEventType {
  @Field({ description: "Go on from here: `companyEvents(after)` misses nothing that happened since." })
  cursor!: string;

  @Field(() => [EventAreaName], {
    description: "What changed; nothing in the first event, where nothing happened since `after`.",
  })
  areas!: readonly EventArea[];

  @Field({
    description:
      "More changed than is told one by one, or `after` is not of this database: read anew whatever you show.",
  })
  readAnew!: boolean;

  @Field(() => CompanyType, { description: "The company as it is now, with its counts and its policy revision." })
  company!: CompanyType;

  @Field(() => Int, { description: "Whoever keeps rules asks for them anew when it rises." })
  policyRevision!: number;

  companyId!: string;
  recordIds!: readonly string[];

  static of(company: CompanyEntity, { cursor, ...event }: CompanyEvent): CompanyEventType {
    return Object.assign(new CompanyEventType(), event, {
      cursor: writeCursor(cursor),
      company: CompanyType.of(company),
      policyRevision: company.policyRevision,
    });
  }
}

interface Asked {
  readonly company: string;
  readonly after?: string | null;
}

/** What happens in a company, told as it happens. Each event is answered like a question of its own, by the same policy. */
@Resolver(() => CompanyEventType)
export class CompanyEventResolver {
  private readonly open = new InFlight(MAX_LISTENERS, MAX_LISTENERS_OF_COMPANY);

  constructor(
    private readonly companies: CompanyDirectory,
    private readonly authorizer: Authorizer,
    private readonly reader: CompanyReader,
    private readonly watch: CompanyWatch,
    private readonly seen: VisibleRecords,
  ) {}

  @Subscription(() => CompanyEventType, {
    description:
      "What happens in the company, as it happens, over GraphQL over SSE (Accept: text/event-stream). The first event is told at " +
      "once. Ends with an error when you may not view the company any more.",
    // Resolvers have services, which this has not: see `subscribeByResolver`.
    subscribe: () => {
      throw new Error("The schema has no services");
    },
  })
  async companyEvents(
    @Arg("company", () => ID, { description: "Slug or id." }) company: string,
    @Arg("after", () => String, {
      nullable: true,
      description: "`cursor` of the last event that you have; left out: from now on.",
    })
    _after: string | null,
    @Root() event: CompanyEvent,
    @Ctx() context: GraphQLContext,
  ): Promise<CompanyEventType> {
    return CompanyEventType.of(await this.known(company, context), event);
  }

  @FieldResolver(() => [RecordType], {
    description: "Those that changed, as they are now, as far as you may see them.",
  })
  async records(
    @Root() { recordIds, companyId }: CompanyEventType,
    @Ctx() context: GraphQLContext,
  ): Promise<RecordType[]> {
    const found = await this.seen.among(actorOf(context), recordIds, companyId);
    return recordIds.flatMap((id) => {
      const record = found.get(id);
      return record ? [RecordType.of(record)] : [];
    });
  }

  /** Throws as `known` does, and Refusal BAD_INPUT, LIMIT_EXCEEDED. */
  async listen({ company, after }: Asked, context: GraphQLContext): Promise<AsyncIterable<CompanyEvent>> {
    const { id } = await this.known(company, context);
    const cursor = after == null ? null : readCursor(after);
    const leave = this.open.enter(id, 1);
    if (typeof leave !== "function") throw new BilingualRefusal("LIMIT_EXCEEDED", TOO_MANY, null, context.locale);
    context.signal.addEventListener("abort", leave);
    // Who left meanwhile does not leave again.
    if (context.signal.aborted) leave();
    return this.watch.events(id, cursor, context.signal);
  }

  /** Throws Refusal NOT_FOUND, or PolicyRefusal where the policy does not let them view the company. */
  private async known(reference: string, context: GraphQLContext): Promise<CompanyEntity> {
    const company = await this.companies.find(reference);
    if (!company || !(await this.authorizer.knows(actorOf(context), company.id))) throw noSuchCompany();
    await this.reader.require(context, company, "view");
    return company;
  }
}

const TOO_MANY = {
  en: "Too many listen to the company already. Ask from time to time instead, or try again later.",
  fr: "Trop d’abonnés écoutent déjà l’entreprise. Interrogez de temps en temps, ou réessayez plus tard.",
};

/** A subscription's source is a function of the schema; this has it ask the resolver. */
export function subscribeByResolver(schema: GraphQLSchema, resolver: CompanyEventResolver): void {
  const field = schema.getSubscriptionType()?.getFields().companyEvents;
  if (!field) throw new Error("The schema has no subscription `companyEvents`.");
  field.subscribe = (_root, args: Asked, context: GraphQLContext) => resolver.listen(args, context);
}
