import { Happening } from "../../tenant/companies/happening";
import type { RecordEvent } from "../record/record-event";
import type { RecordEntity } from "../record/record.entity";

/** A record was stored or moved. */
export interface RecordMoved {
  readonly event: RecordEvent;
  /** Null: it is new. */
  readonly before: RecordEntity | null;
  readonly after: RecordEntity;
  readonly reason: string | null;
}

export const RECORD_MOVED = new Happening<RecordMoved>("record moved");
