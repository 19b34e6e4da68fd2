import { StateMachine, type MoveTable } from "../../kernel/state-machine";
import type { Direction, RecordState } from "../../policy/model/vocabulary";
import { moveTexts } from "./move-texts";
import { RECORD_EVENTS, type RecordEvent } from "./record-event";

type Table = MoveTable<RecordState, RecordEvent>;

const LINKABLE = { link: "synced" } as const;

/** Of a record that the platform offers (lifecycle of the source: sent, retrieved, rejected, accepted, synced, unlinked). */
const EXPORT: Table = {
  // `send` from here is direct export: whether the company lets it, the policy says.
  draft: { submit: "awaiting", send: "exporting", archive: "archived", rebind: "draft", ...LINKABLE },
  awaiting: {
    retrieve: "draft",
    approve_first: "awaiting",
    approval_lapsed: "awaiting",
    send: "exporting",
    reject: "rejected",
    rebind: "awaiting",
    ...LINKABLE,
  },
  rejected: { resubmit: "awaiting", accepted: "synced", archive: "archived", rebind: "rejected", ...LINKABLE },
  exporting: { accepted: "synced", refused: "failed", unanswered: "stale" },
  // Without an answer it is not known whether it arrived: what the ERP holds is looked up before anything is sent again.
  stale: { accepted: "synced", refused: "failed", retry: "exporting" },
  // An answer that was lost says late that the ledger has it: then it has, whatever was believed meanwhile.
  failed: { reject: "rejected", retry: "exporting", accepted: "synced", rebind: "failed", ...LINKABLE },
  // Payments of an invoice change what is paid of it, and nothing else.
  synced: { resubmit: "awaiting", unlink: "unlinked", close: "synced", reopen: "synced", paid: "synced" },
  unlinked: { submit: "awaiting", send: "exporting", archive: "archived", rebind: "unlinked", ...LINKABLE },
  archived: { restore: "draft", rebind: "archived" },
};

/** Of a record read from the ERP: synced is imported, failed is invalid. */
const IMPORT: Table = {
  staged: { stage: "staged", import: "synced", invalidate: "failed", archive: "archived" },
  failed: { stage: "staged", invalidate: "failed", archive: "archived" },
  // What the ERP voids after it was imported is invalid from then on.
  synced: { unlink: "staged", stage: "synced", invalidate: "failed" },
  archived: { restore: "staged" },
};

const machine = (table: Table) =>
  new StateMachine<RecordState, RecordEvent>({
    moves: RECORD_EVENTS,
    table,
    illegal: ({ state }, event) => ({
      code: "ILLEGAL_MOVE",
      message: (possible) => moveTexts(state, event, possible),
    }),
  });

/** What may happen to a record, by where it comes from. */
export const RECORD_MACHINES = { export: machine(EXPORT), import: machine(IMPORT) } as const;

interface Placed {
  readonly direction: Direction;
  readonly state: RecordState;
}

export function allowsEvent(record: Placed, event: RecordEvent): boolean {
  return RECORD_MACHINES[record.direction].allows(record, event);
}

/** The next state. Throws Refusal ILLEGAL_MOVE, which says what is allowed instead. */
export function nextState(record: Placed, event: RecordEvent): RecordState {
  return RECORD_MACHINES[record.direction].require(record, event, ["input", "record"]);
}
