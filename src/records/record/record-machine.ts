import { BilingualRefusal } from "../../kernel/errors";
import type { Direction, RecordState } from "../../policy/model/vocabulary";
import { moveTexts } from "./move-texts";
import { RECORD_EVENTS, type RecordEvent } from "./record-event";

type Moves = Readonly<Partial<Record<RecordEvent, RecordState>>>;
type Table = Readonly<Partial<Record<RecordState, Moves>>>;

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
  synced: { resubmit: "awaiting", unlink: "unlinked", paid: "synced" },
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

const TABLES: Readonly<Record<Direction, Table>> = { export: EXPORT, import: IMPORT };

/** The state that the event leads to; null: it is not allowed there. */
export function nextState(direction: Direction, from: RecordState, event: RecordEvent): RecordState | null {
  return TABLES[direction][from]?.[event] ?? null;
}

/** What may happen to a record in that state, in the order of RECORD_EVENTS. */
export function allowedEvents(direction: Direction, from: RecordState): RecordEvent[] {
  return RECORD_EVENTS.filter((event) => nextState(direction, from, event) !== null);
}

/** States that a record of that direction can be in. */
export function statesOf(direction: Direction): RecordState[] {
  return Object.keys(TABLES[direction]) as RecordState[];
}

/** What the state of a record does not allow. */
export function illegalMove(direction: Direction, from: RecordState, event: RecordEvent): BilingualRefusal {
  const texts = moveTexts(from, event, allowedEvents(direction, from));
  return new BilingualRefusal("ILLEGAL_MOVE", texts, ["input", "record"]);
}

/** The next state. Throws Refusal ILLEGAL_MOVE, which says what is allowed instead. */
export function move(direction: Direction, from: RecordState, event: RecordEvent): RecordState {
  const to = nextState(direction, from, event);
  if (to !== null) return to;
  throw illegalMove(direction, from, event);
}
