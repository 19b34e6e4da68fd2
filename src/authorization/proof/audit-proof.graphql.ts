import type { Locale } from "../../kernel/locale";
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { noSuchCompany } from "../../tenant/companies/company-change";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { enumOf } from "../../tenant/graphql/enums";
import { BilingualRefusal } from "../../kernel/errors";
import type { Authorizer } from "../../policy/ports";
import { CHAIN_PROBLEMS, type ChainProblemKind } from "../../tenant/audit/chain-check";
import type { RightsProof, WholeProof } from "./rights-proof";
import { RIGHTS_PROBLEMS, type RightsProblemKind } from "./rights-problem";
import { AUTHORIZATION_TEXTS } from "../texts/authorization-texts";

const AuditProblemKind = enumOf(CHAIN_PROBLEMS, "AuditProblemKind", "What can be wrong with an audit entry.");

const RightsProblemName = enumOf(
  RIGHTS_PROBLEMS,
  "RightsProblemKind",
  "What can be otherwise in the tables of rights than the audit trail says.",
);

/** Entries checked by one question. */
const MAX_ENTRIES = 20_000;

@ObjectType({ description: "A fault in the audit trail, and the entry it is at." })
export class AuditProblem {
  @Field(() => AuditProblemKind)
  kind!: ChainProblemKind;

  @Field(() => Int)
  sequence!: number;

  @Field(() => ID, { nullable: true, description: "Null: the entry is not there." })
  entryId!: string | null;

  @Field()
  message!: string;
}

@ObjectType({
  description: "An entry that is dated before the one before it: the clock was set back, or two differed.",
})
export class AuditClockStep {
  @Field(() => Int, { description: "Which entry, by its number in the trail." })
  sequence!: number;

  @Field(() => ID, { description: "Id of that entry." })
  entryId!: string;

  @Field({ description: "How far it is dated back, in milliseconds." })
  milliseconds!: number;
}

@ObjectType("RightsProblem", {
  description: "Something of rights, versions or reviews that is not what the audit trail says.",
})
export class RightsProblemType {
  @Field(() => RightsProblemName)
  kind!: RightsProblemKind;

  @Field({ description: "What it is about: noun and id." })
  target!: string;

  @Field(() => Int, { nullable: true, description: "The entry that says otherwise; null: none speaks of it." })
  sequence!: number | null;

  @Field()
  message!: string;
}

@ObjectType("AuditProof", {
  description: "Whether the audit trail is as it was written, and rights as it says (docs/audit.md).",
})
export class AuditProofType {
  @Field({ description: "No fault was found." })
  intact!: boolean;

  @Field(() => Int, { description: "Entries that were checked." })
  entries!: number;

  @Field({ description: "Whether the end was reached. If not, ask again after `endSequence`." })
  complete!: boolean;

  @Field(() => Int, { nullable: true, description: "The last entry that was checked; keep it with its hash." })
  endSequence!: number | null;

  @Field(() => String, { nullable: true, description: "SHA-256, as hex." })
  endHash!: string | null;

  @Field(() => [AuditProblem])
  problems!: AuditProblem[];

  @Field(() => [AuditClockStep], {
    description:
      "Where instants run backwards, 200 at most. Not a fault of the trail: its order is that of the numbers.",
  })
  clockSteps!: AuditClockStep[];

  @Field(() => [RightsProblemType], {
    nullable: true,
    description: "Of present rights, their versions and reviews; null: only a part of the trail was read.",
  })
  rights!: RightsProblemType[] | null;

  static of({ entries, complete, end, problems, rights, clockSteps }: WholeProof, locale: Locale): AuditProofType {
    const ends = { endSequence: end?.sequence ?? null, endHash: end?.hash ?? null };
    return Object.assign(new AuditProofType(), {
      ...{ intact: problems.length === 0 && (rights ?? []).length === 0, entries, complete, ...ends },
      rights:
        rights && rights.map((one) => Object.assign(new RightsProblemType(), one, { message: one.message[locale] })),
      problems: problems.map((one) => Object.assign(new AuditProblem(), one, { message: one.message[locale] })),
      clockSteps: clockSteps.map((step) => Object.assign(new AuditClockStep(), step)),
    });
  }
}

/** Proof of the audit trail over GraphQL. */
@Resolver()
export class AuditProofResolver {
  constructor(
    private readonly proof: RightsProof,
    private readonly companies: CompanyDirectory,
    private readonly authorizer: Authorizer,
  ) {}

  @Query(() => AuditProofType, {
    nullable: true,
    description: `Checks up to ${MAX_ENTRIES} entries of a company's audit trail against their hashes, and rights against all of it, for who may review.`,
  })
  async verifyAudit(
    @Ctx() context: GraphQLContext,
    @Arg("company", () => ID, { description: "Id or slug." }) reference: string,
    @Arg("after", () => Int, { defaultValue: 0, description: "The last entry that was checked before." }) after: number,
  ): Promise<AuditProofType> {
    const actor = actorOf(context);
    const company = await this.companies.find(reference);
    if (!company || !(await this.authorizer.knows(actor, company.id))) throw noSuchCompany();
    await this.authorizer.require(
      actor,
      { companyId: company.id, action: "review", resource: "company" },
      context.locale,
    );
    if (after < 0) throw new BilingualRefusal("BAD_INPUT", AUTHORIZATION_TEXTS.entryNumber, ["after"]);
    return AuditProofType.of(await this.proof.verify(company, { after, most: MAX_ENTRIES }), context.locale);
  }
}
