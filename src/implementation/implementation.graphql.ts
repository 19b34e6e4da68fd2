import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { CompanyReader } from "../company/company-reader";
import { CompanyType } from "../company/company.graphql";
import type { Database } from "../db/database";
import { actorOf } from "../graphql/actor";
import { loaderFor, type GraphQLContext } from "../graphql/context";
import { PhaseName } from "../graphql/enums";
import { MutationPayload, payload } from "../graphql/payload";
import type { Phase } from "../policy/vocabulary";
import { ImplementationPlanEntity } from "./implementation-plan.entity";
import type { ImplementationService } from "./implementation.service";
import { isLive, nextPhases } from "./phase-moves";

@ObjectType("Implementation", { description: "How far the company's set-up is." })
export class ImplementationType {
  @Field(() => PhaseName)
  phase!: Phase;

  @Field({ description: "Start of the phase, ISO-8601 instant." })
  enteredAt!: string;

  @Field(() => String, { nullable: true, description: "When the company first went live; null: not yet." })
  liveAt!: string | null;

  @Field({ description: "Whether records move in this phase." })
  live!: boolean;

  @Field(() => [PhaseName], { description: "The phases that may follow." })
  nextPhases!: readonly Phase[];

  /** @param createdAt of the company, which is when its preparation began */
  static of(plan: ImplementationPlanEntity | null, createdAt: string): ImplementationType {
    const phase = plan?.phase ?? "preparation";
    const times = { enteredAt: plan?.enteredAt ?? createdAt, liveAt: plan?.liveAt ?? null };
    const moves = { live: isLive(phase), nextPhases: nextPhases(phase) };
    return Object.assign(new ImplementationType(), { phase, ...times, ...moves });
  }
}

@InputType()
export class EnterImplementationPhaseInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => PhaseName)
  phase!: Phase;

  @Field({ description: "Kept in the audit trail." })
  reason!: string;
}

@ObjectType()
export class EnterImplementationPhasePayload extends MutationPayload {
  @Field(() => ImplementationType, { nullable: true })
  implementation: ImplementationType | null = null;

  @Field(() => Int, { nullable: true, description: "From which policy revision on it counts." })
  policyRevision: number | null = null;
}

/** The implementation under Company, and the mutation that leads it on. */
@Resolver(() => CompanyType)
export class ImplementationResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
    private readonly service: ImplementationService,
  ) {}

  @FieldResolver(() => ImplementationType)
  async implementation(@Root() company: CompanyType, @Ctx() context: GraphQLContext): Promise<ImplementationType> {
    await this.reader.require(context, company.entity, "view");
    const loader = loaderFor(context, "plan of company", async (ids: readonly string[]) => {
      const found = await this.database.read().findBy(ImplementationPlanEntity, { companyId: In([...ids]) });
      const byCompany = new Map(found.map((plan) => [plan.companyId, plan]));
      return ids.map((id) => byCompany.get(id) ?? null);
    });
    return ImplementationType.of(await loader.load(company.id), company.createdAt);
  }

  @Mutation(() => EnterImplementationPhasePayload, {
    description: "Leads the company to another phase of its implementation. For its implementation specialist.",
  })
  async enterImplementationPhase(
    @Arg("input", () => EnterImplementationPhaseInput) input: EnterImplementationPhaseInput,
    @Ctx() context: GraphQLContext,
  ): Promise<EnterImplementationPhasePayload> {
    return payload(EnterImplementationPhasePayload, async () => {
      const { company, ...step } = input;
      const { plan, policyRevision } = await this.service.enterPhase(actorOf(context), company, step);
      return { implementation: ImplementationType.of(plan, plan.createdAt), policyRevision };
    });
  }
}
