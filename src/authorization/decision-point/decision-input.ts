import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import { instantFrom } from "../../infra/graphql/instant-input";
import { ConnectionArgs } from "../../infra/graphql/connection";
import { BilingualRefusal } from "../../kernel/errors";
import type { Locale } from "../../kernel/locale";
import { ActionName, FeatureName, RecordStateName } from "../../tenant/graphql/enums";
import { MoneyInput, moneyFrom } from "../../infra/graphql/money";
import { ContractMisfitName } from "../../tenant/companies/contract-control.graphql";
import { RECORD_FACT_NAMES, RECORD_FACTS, type FactKind } from "../../policy/model/record-facts";
import type { Question, RecordDescription } from "../../policy/ports";
import { problemTexts } from "../../policy/texts/fact-problems";
import { describedRecord } from "../facts/described-record";
import type { Action, Feature } from "../../policy/model/vocabulary";
import { DateOrDateTime, DateTime } from "../../infra/graphql/scalars";

@InputType({
  description:
    "What is known of a record. A fact that is left out is unknown, and unknown never lets pass; one that is given and names nobody or nothing of the company is told in `factProblems`.",
})
export class RecordInput {
  @Field(() => ID, {
    nullable: true,
    description:
      "Its id, its number or its id in the ERP. A record that Ledgergate holds speaks for itself: what is said of it does not count.",
  })
  id?: string | null;
}

/** The facts' types over GraphQL; each fact of policy/model/record-facts.ts is a field of RecordInput. */
const FACT_TYPES: Readonly<Record<FactKind, object>> = {
  project: ID,
  person: ID,
  connection: ID,
  money: MoneyInput,
  state: RecordStateName,
  instant: DateOrDateTime,
  flag: Boolean,
  misfits: [ContractMisfitName],
};
for (const name of RECORD_FACT_NAMES) {
  const { kind, about: description } = RECORD_FACTS[name];
  Field(() => FACT_TYPES[kind] as never, { nullable: true, description })(RecordInput.prototype, name);
}

export const AT = "ISO-8601 instant as of which to decide; now if left out.";
export const KNOWN_AT =
  "ISO-8601 instant: by what was known then. Left out: by what is known now, with rights recorded later in retrospect.";

const AT_LEAST =
  "A policy revision that the answer must not be older than, such as the one that a change returned; BAD_INPUT where the company has not reached it.";
const FULLY_CONSISTENT =
  "Reads the policy revision in force before answering. Left out: what is known of it may be used, which is outdated by less than a stated bound where another instance has made a change.";

@InputType({ description: "May the subject do the action on the feature, or on this record of it?" })
export class DecisionInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => ID, {
    nullable: true,
    description: "A member's or vendor staff's id or e-mail, or the id of a service's API key; yourself if left out.",
  })
  subject?: string | null;

  @Field(() => ActionName)
  action!: Action;

  @Field(() => FeatureName, {
    nullable: true,
    description: "Left out: the company as a whole, its people and settings.",
  })
  feature?: Feature | null;

  @Field(() => RecordInput, {
    nullable: true,
    description: "Left out: whether there is any record that would be allowed, and within which limits.",
  })
  record?: RecordInput | null;

  @Field(() => DateTime, { nullable: true, description: AT })
  at?: string | null;

  @Field(() => DateTime, { nullable: true, description: KNOWN_AT })
  knownAt?: string | null;

  @Field(() => Int, { nullable: true, description: AT_LEAST })
  atLeast?: number | null;

  @Field(() => Boolean, { nullable: true, description: FULLY_CONSISTENT })
  fullyConsistent?: boolean | null;
}

/** As a question asks for it: null is now, and all that is known. */
export type AskedInstant = { readonly at: string | null; readonly knownAt: string | null };

/** A page of a list of rights as of an instant. */
@ArgsType()
export class PastPageArgs extends ConnectionArgs {
  @Field(() => DateTime, { nullable: true, description: AT })
  at?: string | null;

  @Field(() => DateTime, { nullable: true, description: KNOWN_AT })
  knownAt?: string | null;
}

/** The input as the policy asks it. Throws Refusal BAD_INPUT at the field under `path` that cannot be read. */
export function questionOf(
  input: DecisionInput,
  locale: Locale,
  path: readonly string[],
  traceId: string | null = null,
): Question {
  const { company, subject, action, feature, record, at, knownAt, atLeast, fullyConsistent } = input;
  return {
    company,
    subject: subject ?? null,
    action,
    resource: feature ?? "company",
    record: record ? describedBy(record, [...path, "record"]) : null,
    at: at ? instantFrom(at, [...path, "at"]) : null,
    knownAt: knownAt ? instantFrom(knownAt, [...path, "knownAt"]) : null,
    atLeast: atLeast ?? null,
    fullyConsistent: fullyConsistent ?? false,
    locale,
    traceId,
  };
}

/** What the input states of a record. Throws Refusal BAD_INPUT at the field that cannot be read. */
export function describedBy({ id, ...stated }: RecordInput, path: readonly string[]): RecordDescription {
  const described = describedRecord(stated, id ?? undefined);
  const [problem] = described.problems ?? [];
  if (!problem) return described;
  const { amount } = stated as { readonly amount?: MoneyInput };
  const field = [...path, problem.fact];
  if (problem.fact === "amount" && amount) moneyFrom(amount, field);
  throw new BilingualRefusal("BAD_INPUT", problemTexts(problem), field);
}

/** The instant asked about and known at, from arguments. Throws Refusal BAD_INPUT. */
export function pastFrom(at: string | null | undefined, knownAt: string | null | undefined): AskedInstant {
  return { at: at ? instantFrom(at, ["at"]) : null, knownAt: knownAt ? instantFrom(knownAt, ["knownAt"]) : null };
}
