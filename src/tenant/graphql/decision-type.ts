import { Field, ID, Int, ObjectType } from "type-graphql";
import type { AnsweredDecision } from "../../policy/ports";
import type { FactName } from "../../policy/model/record-view";
import { nearestOf, type RemedyRight, type RemedyRole } from "../../policy/model/remedies";
import type { Action, DecisionCode, Feature, GateCode } from "../../policy/model/vocabulary";
import type { Obligation } from "../../policy/model/decision";
import type { FactProblemCode, FactsSource } from "../../policy/model/record-facts";
import {
  ActionName,
  DecisionCodeName,
  FactProblemCodeName,
  FactsSourceName,
  FeatureName,
  GateCodeName,
  ObligationName,
  RemedyRoleName,
} from "./enums";
import { DateTime } from "../../infra/graphql/scalars";

@ObjectType({ description: "The nearest change that opens a missed gate, and who may make it.", simpleResolvers: true })
export class Remedy {
  @Field()
  message!: string;

  @Field(() => RemedyRoleName)
  role!: RemedyRole;

  @Field({ description: "Who may make the change, in words." })
  who!: string;

  @Field(() => String, { nullable: true, description: "The mutation that makes the change, where there is one." })
  mutation!: string | null;

  @Field(() => GateCodeName, { description: "The gate that it opens." })
  code!: GateCode;

  /** Not fields: by which the people are found who could make the change, and the decision it belongs to. */
  right!: RemedyRight | null;
  of!: AnsweredDecision;
}

@ObjectType("Gate", {
  simpleResolvers: true,
  description: "One named condition of a decision. A decision is allowed when all its gates pass.",
})
export class GateType {
  @Field(() => GateCodeName)
  code!: GateCode;

  @Field()
  passed!: boolean;

  @Field({ description: "False: a fact was missing or of the wrong type, so the gate is missed without being judged." })
  evaluable!: boolean;

  @Field(() => [String], { description: "The facts that were wanted, when it could not be judged." })
  wanted!: readonly FactName[];

  @Field()
  message!: string;

  @Field(() => Remedy, { nullable: true, description: "Only where the gate was missed." })
  remedy!: Remedy | null;
}

@ObjectType("Limit", {
  simpleResolvers: true,
  description: "What a record must still meet, when the question was asked without one.",
})
export class LimitType {
  @Field(() => GateCodeName)
  code!: GateCode;

  @Field()
  message!: string;
}

@ObjectType("FactProblem", {
  simpleResolvers: true,
  description: "Something that was stated of a record and could not be taken, and what would do.",
})
export class FactProblemType {
  @Field({ description: 'Name of the fact as it was stated; "id" for the record\'s own.' })
  fact!: string;

  @Field(() => FactProblemCodeName)
  code!: FactProblemCode;

  @Field()
  message!: string;
}

@ObjectType("Decision", { simpleResolvers: true, description: "Whether a subject may do something, and exactly why." })
export class DecisionType {
  @Field()
  allowed!: boolean;

  @Field(() => DecisionCodeName, { description: "ALLOWED, or the first reason against." })
  code!: DecisionCode;

  @Field({ description: "The decision in the language of Accept-Language." })
  get message(): string {
    return this.answered.message;
  }

  @Field(() => ActionName, { nullable: true })
  action!: Action | null;

  @Field(() => FeatureName, { nullable: true, description: "Null: the company as a whole, or a feature not known." })
  feature!: Feature | null;

  @Field(() => [GateType], { description: "Every gate that concerns the question, in the order of judgement." })
  get gates(): readonly GateType[] {
    const { answered } = this;
    return answered.gates.map((gate) =>
      Object.assign(new GateType(), gate, { remedy: gate.remedy && { ...gate.remedy, code: gate.code, of: answered } }),
    );
  }

  @Field(() => Remedy, {
    nullable: true,
    description:
      "The one change to begin with: what opens the first gate that was missed, with as many of the others as one change can. Where it opens all of them, the decision is a yes once it is made. Null where nothing is missed.",
  })
  get nearestChange(): Remedy | null {
    const code = nearestOf(this.answered.missed);
    return (this.gates.find((gate) => gate.code === code)?.remedy as Remedy | undefined) ?? null;
  }

  @Field(() => [LimitType])
  get limits(): readonly LimitType[] {
    return this.answered.limits;
  }

  @Field(() => [ObligationName], {
    description:
      "What whoever acts on it has to do. SECOND_APPROVAL: only another person's approval is missing, and this one's sending is the first.",
  })
  get obligations(): readonly Obligation[] {
    return this.answered.obligations;
  }

  @Field(() => FactsSourceName, {
    nullable: true,
    description: "Whose facts of the record counted; null: the question was about no record.",
  })
  facts!: FactsSource | null;

  @Field(() => ID, { nullable: true, description: "The record that Ledgergate holds, where its facts counted." })
  record!: string | null;

  @Field(() => [FactProblemType], {
    description: "What was stated of the record and could not be taken. With any, nothing is allowed.",
  })
  get factProblems(): readonly FactProblemType[] {
    return this.answered.problems;
  }

  @Field(() => ID, { nullable: true, description: "The grant it rests on, or the nearest that fell short." })
  grantId!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Null where the asker may not learn whether there is such a company.",
  })
  policyRevision!: number | null;

  @Field(() => DateTime, { description: "ISO-8601 instant as of which it was decided." })
  evaluatedAt!: string;

  companyId!: string | null;
  subjectId!: string | null;
  private answered!: AnsweredDecision;

  /** Only whether it is allowed; for queries that select nothing else. */
  static readonly bare = (allowed: boolean): DecisionType => (allowed ? BARE_YES : BARE_NO);

  /** Words are made where they are selected. */
  static of(answered: AnsweredDecision): DecisionType {
    const decision = new DecisionType();
    decision.answered = answered;
    decision.allowed = answered.allowed;
    decision.code = answered.code;
    decision.action = answered.action;
    decision.feature = answered.resource === "company" ? null : answered.resource;
    decision.facts = answered.facts;
    decision.record = answered.facts === "stored" ? answered.recordId : null;
    decision.grantId = answered.grantId;
    decision.policyRevision = answered.policyRevision;
    decision.evaluatedAt = answered.evaluatedAt;
    decision.companyId = answered.companyId;
    decision.subjectId = answered.subjectId;
    return decision;
  }
}

const BARE_YES = Object.assign(new DecisionType(), { allowed: true });
const BARE_NO = Object.assign(new DecisionType(), { allowed: false });
