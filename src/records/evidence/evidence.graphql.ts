import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { ActorKindName, enumOf } from "../../tenant/graphql/enums";
import { JsonObject } from "../../infra/graphql/json-object";
import { MESSAGE_STATES, type MessageState } from "../../infra/outbox/message-state";
import { RecordType } from "../types/record-type.graphql";
import type { RecordEntity } from "../record/record.entity";
import type { Act, Attempt, Evidence } from "./evidence";
import type { EvidenceReading } from "./evidence-reading";
import type { ActorKind } from "../../kernel/actor-kind";
import { FaultCodeName, shownFaultCode, type ShownFaultCode } from "../faults/fault-code";
import { DateTime } from "../../infra/graphql/scalars";

export const DeliveryStateName = enumOf(
  MESSAGE_STATES,
  "DeliveryState",
  "UNKNOWN: it may have arrived, and is looked up. WITHHELD: the right to send it was gone. DEAD: given up.",
);
const AttemptKindName = enumOf(
  ["call", "look_up", "last_look"] as const,
  "DeliveryAttemptKind",
  "A call to the ERP, a look-up of what became of one, or a last look at the rights that withheld it.",
);

const ATTEMPT_OUTCOMES = [
  ...(["delivered", "refused", "withheld", "deferred", "unauthorised", "unknown", "not_there"] as const),
] as const;
type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];
const SENDING_BASES = ["role", "no_grant", "grant", "directory_administrator", "direct_export"] as const;
type SendingBasis = (typeof SENDING_BASES)[number];
const AttemptOutcomeName = enumOf(ATTEMPT_OUTCOMES, "DeliveryAttemptOutcome", "What came of one try.");
const BasisName = enumOf(SENDING_BASES, "SendingBasis", "What a right to send rests on.");

@ObjectType("EvidenceAct", { description: "What somebody did to a record, and on what right." })
export class ActType implements Omit<Act, "actorKind"> {
  @Field(() => DateTime)
  at!: string;

  @Field(() => ActorKindName)
  actorKind!: ActorKind;

  @Field(() => ID)
  actorId!: string;

  @Field()
  actorName!: string;

  @Field(() => ID, { nullable: true, description: "The grant it rested on; null: it needed none." })
  grantId!: string | null;

  @Field(() => Int, { description: "Revision of the policy at which it was allowed." })
  policyRevision!: number;
}

@ObjectType("DeliveryAttempt", { description: "One try to deliver, counted before it was made." })
export class AttemptType implements Omit<Attempt, "outcome"> {
  @Field(() => Int, { description: "1, 2, 3, ..." })
  number!: number;

  @Field(() => AttemptKindName)
  kind!: Attempt["kind"];

  @Field(() => String, { nullable: true, description: "The Idempotency-Key of the call." })
  idempotencyKey!: string | null;

  @Field(() => DateTime)
  startedAt!: string;

  @Field(() => DateTime, { nullable: true, description: "Null: it was lost; a later one settled it." })
  endedAt!: string | null;

  @Field(() => AttemptOutcomeName, { nullable: true, description: "What came of it; null: it was lost." })
  outcome!: AttemptOutcome | null;

  @Field(() => String, { nullable: true, description: "The fault with its code, or the id that the ERP gave." })
  detail!: string | null;

  @Field(() => ID, { nullable: true, description: "The grant that the last look before the call rested on." })
  grantId!: string | null;

  @Field(() => Int, { nullable: true, description: "Revision of the policy at that look." })
  policyRevision!: number | null;
}

@ObjectType("DeliveryAnswer", { description: "What the ERP said in the end." })
export class AnswerType {
  @Field(() => DateTime, { nullable: true, description: "ISO-8601 instant; null: not settled yet." })
  at!: string | null;

  @Field(() => String, { nullable: true, description: "Id in the ERP." })
  externalId!: string | null;

  @Field(() => FaultCodeName, { nullable: true, description: "Code of the last fault." })
  code!: ShownFaultCode | null;

  @Field(() => String, { nullable: true, description: "Its text." })
  text!: string | null;
}

@ObjectType("DeliveryEvidence", { description: "One sending of a record, from its submission to the ERP's answer." })
export class EvidenceType {
  @Field(() => Int, { description: "Revision of the record that was sent." })
  revision!: number;

  @Field(() => JsonObject, { description: "The item as it was sent, without what it did not say." })
  item!: Record<string, unknown>;

  @Field(() => String, {
    nullable: true,
    description: "SHA-256 over canonical JSON (docs/delivery.md), fixed when it was sent.",
  })
  itemDigest!: string | null;

  @Field(() => ActType, { nullable: true })
  submitted!: ActType | null;

  @Field(() => ActType, { nullable: true, description: "Null: one person was enough." })
  firstApproval!: ActType | null;

  @Field(() => ActType, { nullable: true })
  sent!: ActType | null;

  @Field(() => BasisName, { nullable: true, description: "What the sending rested on; null: it was not kept." })
  basis!: SendingBasis | null;

  @Field(() => ID, { description: "The connection that it went over: in whose books it is." })
  connectionId!: string;

  @Field({ description: "Names this sending for ever." })
  deliveryKey!: string;

  @Field(() => DeliveryStateName)
  state!: MessageState;

  @Field(() => [AttemptType], { description: "The first one first." })
  attempts!: AttemptType[];

  @Field(() => AnswerType)
  answer!: AnswerType;

  static of(evidence: Evidence): EvidenceType {
    const act = (one: Act | null) => one && Object.assign(new ActType(), one);
    return Object.assign(new EvidenceType(), evidence, {
      submitted: act(evidence.submitted),
      firstApproval: act(evidence.firstApproval),
      sent: act(evidence.sent),
      attempts: evidence.attempts.map((one) =>
        Object.assign(new AttemptType(), one, { outcome: oneOf(ATTEMPT_OUTCOMES, one.outcome) }),
      ),
      answer: Object.assign(new AnswerType(), evidence.answer, { code: codeOf(evidence.answer.code) }),
      basis: oneOf(SENDING_BASES, evidence.basis),
    });
  }
}

/** What is stored as text, where it is one of the list. */
function oneOf<T extends string>(list: readonly T[], stored: string | null): T | null {
  return list.find((one) => one === stored) ?? null;
}

function codeOf(stored: string | null): ShownFaultCode | null {
  return stored === null ? null : shownFaultCode(stored);
}

/** The evidence of a record: for who may see who may do what. */
@Resolver(() => RecordType)
export class EvidenceResolver {
  constructor(
    private readonly reading: EvidenceReading,
    private readonly reader: CompanyReader,
  ) {}

  @FieldResolver(() => [EvidenceType], {
    nullable: true,
    description: "How it was sent, each sending for itself, the first one first: for who may review the company.",
  })
  async evidence(@Root() { entity }: RecordType, @Ctx() context: GraphQLContext): Promise<EvidenceType[]> {
    await this.reader.requireFor(context, entity.companyId, "review");
    const loader = loaderFor(context, "evidence of records", async (records: readonly RecordEntity[]) => {
      const found = await this.reading.ofRecords(records);
      return records.map(({ id }) => found.get(id) ?? []);
    });
    return (await loader.load(entity)).map((one) => EvidenceType.of(one));
  }
}
