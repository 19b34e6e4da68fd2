import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import { optionalReason } from "../../kernel/labels";
import type { RecordEntity } from "../record/record.entity";
import { RECORD_TEXTS } from "../texts/record-texts";
import { applyEvent } from "../transaction/record-keeping";
import type { RecordAddress, RecordTransaction } from "../transaction/record-transaction";

/**
 * Closes commitments that nothing more is expected of, and opens them again. It takes what unlinking one takes: an approver of
 * commitments who is Admin on the project's. The ERP is not told; what comes for a closed one is a misfit (ORDER_CLOSED).
 */
export class CommitmentCloseService {
  constructor(private readonly desk: RecordTransaction) {}

  /** Throws PolicyRefusal, StaleRecord, or Refusal NOT_FOUND, BAD_INPUT (no commitment) or ILLEGAL_MOVE. */
  close(actor: Actor, address: RecordAddress, reason: string | null): Promise<RecordEntity> {
    const why = optionalReason(reason);
    return this.desk.act(actor, address, "unlink", (scope, record, grantId) => {
      requireCommitment(record);
      if (record.closedAt !== null) throw new BilingualRefusal("ILLEGAL_MOVE", RECORD_TEXTS.closedAlready, FIELD);
      return applyEvent(scope, record, "close", { set: { closedAt: scope.at }, reason: why, grantId });
    });
  }

  /** Likewise. */
  reopen(actor: Actor, address: RecordAddress, reason: string | null): Promise<RecordEntity> {
    const why = optionalReason(reason);
    return this.desk.act(actor, address, "unlink", (scope, record, grantId) => {
      requireCommitment(record);
      if (record.closedAt === null) throw new BilingualRefusal("ILLEGAL_MOVE", RECORD_TEXTS.notClosed, FIELD);
      return applyEvent(scope, record, "reopen", { set: { closedAt: null }, reason: why, grantId });
    });
  }
}

const FIELD = ["input", "record"];

function requireCommitment({ feature, direction }: RecordEntity): void {
  if (feature !== "commitment" || direction !== "export")
    throw new BilingualRefusal("BAD_INPUT", RECORD_TEXTS.onlyCommitmentsClose, FIELD);
}
