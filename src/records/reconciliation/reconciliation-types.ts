import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../infra/graphql/connection";
import { enumOf } from "../../tenant/graphql/enums";
import { Node } from "../../infra/graphql/node";
import { MutationPayload } from "../../tenant/graphql/payload";
import type { LedgerDifference } from "../../erp/connector/ledger-differences";
import { RecordPayload } from "../types/record-inputs.graphql";
import { DRIFTS, type Drift } from "./drift-finding.entity";
import { RECONCILE_ACTIONS, type ReconcileAction, type ReconciliationRowEntity } from "./reconciliation-row.entity";
import type { ReconciliationEntity } from "./reconciliation.entity";
import { ROW_OUTCOMES, type RowOutcome } from "./reconciliation.service";
import { DateTime } from "../../infra/graphql/scalars";

const DriftName = enumOf(
  DRIFTS,
  "LedgerDrift",
  "What has become of a record in the ledger. MISSING: it is gone without a trace.",
);
const ReconcileActionName = enumOf(
  RECONCILE_ACTIONS,
  "ReconcileAction",
  "RESUBMIT: the platform's version is offered again. KEEP: it stays as it is, until it changes again.",
);
const RowOutcomeName = enumOf(ROW_OUTCOMES, "ReconcileOutcome", "What came of a row of a plan.");

@ObjectType("LedgerDifference", { description: "A field in which the ledger says something else than was delivered." })
export class LedgerDifferenceType implements LedgerDifference {
  @Field()
  field!: string;

  @Field(() => String, { nullable: true, description: "As it was delivered; null: there was none." })
  sent!: string | null;

  @Field(() => String, { nullable: true, description: "As the ledger has it; null: it has none." })
  ledger!: string | null;
}

@ObjectType("ReconciliationRow", { implements: Node, description: "A record that differs, and what is proposed." })
export class ReconciliationRowType extends Node {
  @Field(() => DriftName)
  drift!: Drift;

  @Field(() => DateTime, { description: "ISO-8601 instant, by the ledger's clock." })
  changedAt!: string;

  @Field(() => [LedgerDifferenceType], { description: "Of an edited one." })
  differences!: readonly LedgerDifferenceType[];

  @Field(() => ReconcileActionName)
  proposed!: ReconcileAction;

  @Field(() => ReconcileActionName, { nullable: true, description: "What was done about it; null: nothing yet." })
  done!: ReconcileAction | null;

  @Field(() => DateTime, { nullable: true })
  doneAt!: string | null;

  @Field(() => String, { nullable: true })
  doneByName!: string | null;

  /** Not a field: for the resolvers. */
  entity!: ReconciliationRowEntity;

  static of(entity: ReconciliationRowEntity): ReconciliationRowType {
    return Object.assign(new ReconciliationRowType(), entity, { entity });
  }
}

@ObjectType("Reconciliation", { implements: Node, description: "A comparison of both sides; its rows are the plan." })
export class ReconciliationType extends Node {
  @Field(() => ID)
  connectionId!: string;

  @Field(() => DateTime)
  madeAt!: string;

  @Field({ description: "Who asked for it." })
  madeByName!: string;

  @Field({ description: "Whether the ledger was read to its end; if not, the next comparison goes on." })
  complete!: boolean;

  @Field(() => String, { nullable: true, description: "Why it was not." })
  reason!: string | null;

  @Field(() => Int, {
    description: "Things of the ledger that were looked at: those that changed since the last time.",
  })
  compared!: number;

  /** Not a field: for the resolvers. */
  entity!: ReconciliationEntity;

  static of(entity: ReconciliationEntity): ReconciliationType {
    return Object.assign(new ReconciliationType(), entity, { entity });
  }
}

export const ReconciliationConnection = connectionOf(ReconciliationType, "Reconciliation");
export const ReconciliationRowConnection = connectionOf(ReconciliationRowType, "ReconciliationRow");

@InputType()
export class ReconcileInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => ID, { nullable: true, description: "The company's first one if left out." })
  connection?: string | null;
}

@ObjectType()
export class ReconcilePayload extends MutationPayload {
  @Field(() => ReconciliationType, { nullable: true })
  reconciliation: ReconciliationType | null = null;
}

@InputType({ description: "A row of the plan as you saw it, and what to do about it." })
export class ReconciliationChoiceInput {
  @Field(() => ID)
  row!: string;

  @Field(() => Int, { description: "`version` of the row's record that you saw." })
  expectedVersion!: number;

  @Field(() => ReconcileActionName, { nullable: true, description: "As proposed if left out." })
  action?: ReconcileAction | null;
}

@InputType()
export class ApplyReconciliationInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => ID, { description: "The newest one of its connection, not a day old." })
  reconciliation!: string;

  @Field(() => [ReconciliationChoiceInput], { description: "At most 100." })
  rows!: ReconciliationChoiceInput[];

  @Field({ defaultValue: true, description: "Asks the policy and checks every row, and changes nothing." })
  dryRun!: boolean;
}

@ObjectType({ description: "What came of one row." })
export class ReconciliationResult extends RecordPayload {
  @Field(() => ID)
  rowId: string = "";

  @Field(() => ReconcileActionName, { nullable: true })
  action: ReconcileAction | null = null;

  @Field(() => RowOutcomeName)
  outcome: RowOutcome = "refused";
}

@ObjectType()
export class ApplyReconciliationPayload extends MutationPayload {
  @Field(() => [ReconciliationResult], { description: "In the order given." })
  results: ReconciliationResult[] = [];
}

/** For `allowedActions`. */
export const ReconcileActions = ReconcileActionName;
