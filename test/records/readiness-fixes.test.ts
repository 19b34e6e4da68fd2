import { unmetText } from "../../src/records/readiness/readiness-texts";
import { UNMET_CODES } from "../../src/records/readiness/readiness";
import { RECORD_MACHINES } from "../../src/records/record/record-machine";
import type { RecordEvent } from "../../src/records/record/record-event";
import type { RecordState } from "../../src/policy/model/vocabulary";
import { LOCALES } from "../../src/kernel/locale";

/** What each mutation does to a record; of the first that a state allows one is enough. */
const EVENTS: Readonly<Record<string, readonly RecordEvent[]>> = {
  submitRecord: ["submit", "resubmit"],
  retrieveRecord: ["retrieve"],
  rejectRecord: ["reject"],
  retryRecord: ["retry"],
  sendRecord: ["send"],
  restoreRecord: ["restore"],
  importRecord: ["import"],
};

const place = { feature: "vendor", sourceKey: "V-1", number: "V-1", recordId: "r", direct: true } as const;
const direction = (state: RecordState) => (state === "staged" ? "import" : "export");

test("the mutation that readiness names is one that the record's state allows", () => {
  const refused: string[] = [];
  for (const state of RECORD_MACHINES.export.states().concat("staged"))
    for (const code of UNMET_CODES)
      for (const failureCode of state === "failed" ? ["CONTACT_ARCHIVED", "NUMBER_TOO_LONG", null] : [null]) {
        // What was read from the ERP misses nothing itself. A later version of what the ERP holds misses nothing, and what is submitted for another ledger is a new record.
        if (
          state === "synced" ||
          (state === "staged" && code !== "NOT_SYNCED") ||
          code === "NOT_SUBMITTED" ||
          code === "ONLY_IN_ANOTHER_LEDGER"
        )
          continue;
        const { mutation } = unmetText({ ...place, code, state, failureCode, wanted: ["x"] }, "en");
        const events = mutation === null ? [] : EVENTS[mutation];
        if (mutation === null || events === undefined) continue;
        if (!events.some((event) => RECORD_MACHINES[direction(state)].allows({ state }, event)))
          refused.push(`${code} ${state} ${mutation}`);
      }
  expect(refused).toEqual([]);
});

test("a correction of what waits begins with getting it back", () => {
  const waiting = { ...place, code: "NO_CODED_LINE", state: "awaiting", wanted: ["costCode"] } as const;
  const [en, fr] = LOCALES.map((locale) => unmetText(waiting, locale));
  expect(en).toMatchObject({ mutation: "retrieveRecord", fix: expect.stringMatching(/^First its sender/) as string });
  expect(fr).toMatchObject({ mutation: "retrieveRecord", fix: expect.stringMatching(/^D’abord/) as string });
});
