import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { CompanyType } from "../../tenant/companies/company.graphql";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { PhaseName } from "../../tenant/graphql/enums";
import { TakesIdempotencyKey } from "../../tenant/graphql/keyed-mutations";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import { toInstant, type Clock } from "../../kernel/clock";
import { BilingualRefusal } from "../../kernel/errors";
import type { Phase } from "../../policy/model/vocabulary";
import { ImplementationType } from "./implementation-type";
import type { ImplementationService } from "./implementation.service";
import { setUpsOf } from "../items/item-reading";
import type { PhaseChange } from "./phase-entry";
import { SET_UP_REFUSALS } from "../texts/set-up-refusals";

@InputType()
export class EnterImplementationPhaseInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => PhaseName)
  phase!: Phase;

  @Field({ description: "Kept in the audit trail." })
  reason!: string;
}

@InputType()
export class ImplementationStepInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field({ description: "Kept in the audit trail." })
  reason!: string;
}

@InputType()
export class ExtendHelpInput extends ImplementationStepInput {
  @Field(() => Int, { description: "Days more, 1 to 90, counted in the company's zone." })
  days!: number;
}

@ObjectType()
export class ImplementationPayload extends MutationPayload {
  @Field(() => ImplementationType, { nullable: true })
  implementation: ImplementationType | null = null;

  @Field(() => Int, { nullable: true, description: "From which policy revision on it counts." })
  policyRevision: number | null = null;
}

/** Makes the payload of a change to a company's plan. */
export async function implementationPayload(
  database: Database,
  clock: Clock,
  context: GraphQLContext,
  { plan, policyRevision }: PhaseChange,
): Promise<Partial<ImplementationPayload>> {
  const manager = database.read();
  const company = await manager.findOneByOrFail(CompanyEntity, { id: plan.companyId });
  const at = toInstant(clock.now());
  const [setUp] = await setUpsOf(manager, [company.id], at);
  if (!setUp) throw new BilingualRefusal("NOT_FOUND", SET_UP_REFUSALS.noPlan);
  return {
    implementation: ImplementationType.of(company, setUp, at, context.locale),
    policyRevision,
  };
}

/** The implementation under Company, and the mutations that lead it on. */
@Resolver(() => CompanyType)
export class ImplementationResolver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reader: CompanyReader,
    private readonly service: ImplementationService,
  ) {}

  @FieldResolver(() => ImplementationType, { nullable: true })
  async implementation(@Root() company: CompanyType, @Ctx() context: GraphQLContext): Promise<ImplementationType> {
    await this.reader.require(context, company.entity, "view");
    const loader = loaderFor(context, "set-up of company", async (companies: readonly CompanyEntity[]) => {
      const found = await setUpsOf(
        this.database.read(),
        companies.map(({ id }) => id),
        toInstant(this.clock.now()),
      );
      return found.map((setUp) => setUp);
    });
    const setUp = await loader.load(company.entity);
    return ImplementationType.of(company.entity, setUp, toInstant(this.clock.now()), context.locale);
  }

  @Mutation(() => ImplementationPayload, {
    description: "Leads the company to another phase of its implementation. For its implementation specialist.",
  })
  enterImplementationPhase(
    @Arg("input", () => EnterImplementationPhaseInput) { company, ...step }: EnterImplementationPhaseInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ImplementationPayload> {
    return this.payload(context, () => this.service.enterPhase(actorOf(context), company, step));
  }

  @Mutation(() => ImplementationPayload, {
    description: "Takes the company live, if goLiveReadiness is empty. For its implementation specialist.",
  })
  goLive(@Arg("input", () => ImplementationStepInput) input: ImplementationStepInput, @Ctx() context: GraphQLContext) {
    return this.payload(context, () => this.service.goLive(actorOf(context), input.company, input.reason));
  }

  @Mutation(() => ImplementationPayload, { description: "Closes the way to the ledger at once, for everybody." })
  suspendIntegration(
    @Arg("input", () => ImplementationStepInput) input: ImplementationStepInput,
    @Ctx() context: GraphQLContext,
  ) {
    return this.payload(context, () => this.service.suspend(actorOf(context), input.company, input.reason));
  }

  @Mutation(() => ImplementationPayload, { description: "Opens the way to the ledger again." })
  resumeIntegration(
    @Arg("input", () => ImplementationStepInput) input: ImplementationStepInput,
    @Ctx() context: GraphQLContext,
  ) {
    return this.payload(context, () => this.service.resume(actorOf(context), input.company, input.reason));
  }

  @Mutation(() => ImplementationPayload, { description: "Lets the specialist be asked longer than thirty days." })
  @TakesIdempotencyKey(ImplementationPayload)
  extendHelp(@Arg("input", () => ExtendHelpInput) input: ExtendHelpInput, @Ctx() context: GraphQLContext) {
    return this.payload(context, () => this.service.extendHelp(actorOf(context), input.company, input));
  }

  private payload(context: GraphQLContext, work: () => Promise<PhaseChange>): Promise<ImplementationPayload> {
    return payload(ImplementationPayload, async () =>
      implementationPayload(this.database, this.clock, context, await work()),
    );
  }
}
