import type { Door } from "./door";

const company = "acme";
const reason = "For myself";

const onWaiting: Door = (_, { records }) => [{ company, record: records.waiting.id }];
const onSynced: Door = (_, { records }) => [{ company, record: records.synced.id }];
const onStaged: Door = (_, { records }) => [{ company, record: records.staged.id }];
const vendor = { number: "V-9", name: "Mine", country: "US" };

/** Of records: what moves them gives nobody a right. */
export const RECORD_DOORS: Readonly<Record<string, Door>> = {
  sendRecord: onWaiting,
  sendRecords: (_, { records }) => [{ company, records: [records.waiting.id] }],
  rejectRecord: onWaiting,
  rejectRecords: (_, { records }) => [{ company, records: [records.waiting.id], reason }],
  retrieveRecord: onWaiting,
  resubmitRecord: onSynced,
  unlinkRecord: (_, { records }) => [{ company, record: records.synced.id, counterpartGone: true }],
  archiveRecord: onStaged,
  restoreRecord: onStaged,
  retryRecord: onWaiting,
  importRecord: onStaged,
  linkRecord: (_, { records }) => [{ company, record: records.vendor.id, counterpart: records.staged.id }],
  linkSuggestedRecords: () => [{ company, feature: "VENDOR", dryRun: false }],
  submitRecord: ({ email }) => [{ company, vendor: { ...vendor, createdBy: email } }],
  submitRecordList: () => [
    { company, feature: "VENDOR", format: "JSON_LINES", text: JSON.stringify(vendor), dryRun: false },
  ],
  importFromErp: () => [{ company }],
  reconcile: () => [{ company }],
  applyReconciliation: (_, { records }) => [
    { company, reconciliation: records.synced.id, rows: [{ row: records.synced.id, action: "KEEP" }], dryRun: false },
  ],
  resumeDeliveryLane: (_, { records }) => [{ company, lane: records.synced.id }],
};
