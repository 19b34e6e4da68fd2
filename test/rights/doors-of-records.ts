import type { Door } from "./door";
import type { Inventory } from "./world";

const company = "acme";
const reason = "For myself";

type Name = keyof Inventory["records"];

const on =
  (name: Name, more: object = {}): Door =>
  (_, { records }) => [{ company, record: records[name].id, expectedVersion: records[name].version, ...more }];
const rows = (name: Name, { records }: Inventory) => [
  { record: records[name].id, expectedVersion: records[name].version },
];
const pair = ({ records: { vendor: ours, staged } }: Inventory) => ({
  ...{ record: ours.id, expectedVersion: ours.version },
  ...{ counterpart: staged.id, expectedCounterpartVersion: staged.version },
});
const vendor = { number: "V-9", name: "Mine", country: "US" };

/** Of records: what moves them gives nobody a right. */
export const RECORD_DOORS: Readonly<Record<string, Door>> = {
  sendRecord: on("waiting"),
  sendRecords: (_, there) => [{ company, records: rows("waiting", there) }],
  rejectRecord: on("waiting"),
  rejectRecords: (_, there) => [{ company, records: rows("waiting", there), reason }],
  retrieveRecord: on("waiting"),
  resubmitRecord: on("synced"),
  unlinkRecord: on("synced", { counterpartGone: true }),
  archiveRecord: on("staged"),
  restoreRecord: on("staged"),
  retryRecord: on("waiting"),
  importRecord: on("staged"),
  linkToClash: on("vendor"),
  linkRecord: (_, there) => [{ company, ...pair(there) }],
  linkSuggestedRecords: (_, there) => [{ company, feature: "VENDOR", dryRun: false, pairs: [pair(there)] }],
  submitRecord: ({ email }) => [{ company, vendor: { ...vendor, createdBy: email } }],
  submitRecordList: () => [
    { company, feature: "VENDOR", format: "JSON_LINES", text: JSON.stringify(vendor), dryRun: false },
  ],
  importFromErp: () => [{ company }],
  readErpLists: () => [{ company }],
  setMapping: () =>
    [1, 2, 3].map((expectedVersion) => ({
      ...{ company, expectedVersion },
      rules: [{ feature: "COMMITMENT", matchOn: "DEFAULT", matchValue: "", paymentDays: 14 }],
    })),
  importMapping: () =>
    [1, 2, 3].map((expectedVersion) => ({
      ...{ company, expectedVersion, dryRun: false },
      csv: "Feature,Match on,Payment days\nCommitments,Default,14\n",
    })),
  proposeMapping: () => [{ company }],
  closeCommitment: on("synced", { reason }),
  reopenCommitment: on("synced", { reason }),
  reconcile: () => [{ company }],
  applyReconciliation: (_, { records }) => [
    {
      company,
      reconciliation: records.synced.id,
      rows: [{ row: records.synced.id, expectedVersion: 1, action: "KEEP" }],
      dryRun: false,
    },
  ],
  resumeDeliveryLane: (_, { records }) => [{ company, lane: records.synced.id }],
};
