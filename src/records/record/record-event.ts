/** What can happen to a record. The first group people do, the second the ERP answers, the third an import does. */
export const RECORD_EVENTS = [
  "submit",
  "resubmit",
  "retrieve",
  "approve_first",
  "approval_lapsed",
  "send",
  "reject",
  "link",
  "unlink",
  "archive",
  "restore",
  "rebind",
  "accepted",
  "refused",
  "unanswered",
  "retry",
  "paid",
  "stage",
  "import",
  "invalidate",
] as const;
export type RecordEvent = (typeof RECORD_EVENTS)[number];
