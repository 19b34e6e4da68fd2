import { useState } from "react";
import { useWords } from "../../app/words";
import type { DetailFragment, WhyFragment } from "../../generated/operations";
import { ReasonDialog } from "../../ui/reason-dialog";
import { WhyNot } from "../../ui/why-not";
import { useActing } from "../acting";
import { useRecordActions, WITH_REASON, type ActionName } from "./use-record-actions";

/** Reasons of the record itself, not of the viewer: the action's time has not come, or is over. */
const OUT_OF_SIGHT: ReadonlySet<string> = new Set([
  "RECORD_STATE",
  "ACTION_NOT_APPLICABLE",
  "FEATURE_NOT_SUPPORTED_BY_CONNECTOR",
  "NOT_THE_SUBMITTER",
]);

function isInSight({ allowed, gates }: WhyFragment): boolean {
  return allowed || !gates.some(({ passed, code }) => !passed && OUT_OF_SIGHT.has(code));
}

function decisionsOf(record: DetailFragment): readonly (readonly [ActionName, WhyFragment])[] {
  return [
    ["send", record.sendWhy],
    ["reject", record.rejectWhy],
    ...retryOf(record),
    ["import", record.importWhy],
    ["retrieve", record.retrieveWhy],
    ["resubmit", record.resubmitWhy],
    ["archive", record.archiveWhy],
    ["unlink", record.unlinkWhy],
  ];
}

/** A failed record is tried again on the right to send it: all that send asks for, save the state. */
function retryOf(record: DetailFragment): readonly (readonly [ActionName, WhyFragment])[] {
  if (record.state !== "FAILED" || !record.allowedEvents.includes("RETRY")) return [];
  const gates = record.sendWhy.gates.filter(({ code }) => code !== "RECORD_STATE");
  return [["retry", { ...record.sendWhy, gates, allowed: gates.every(({ passed }) => passed) }]];
}

/** Each action: a button where it is allowed, else why not, what would lift that and who can. */
export function Actions({ record }: { readonly record: DetailFragment }) {
  const { t } = useWords();
  const [asking, setAsking] = useState<ActionName | null>(null);
  const { run, problem } = useRecordActions(record);
  const inSight = decisionsOf(record).filter(([, why]) => isInSight(why));
  const allowed = inSight.filter(([, why]) => why.allowed).map(([name]) => name);
  const press = (name: ActionName) => (WITH_REASON.has(name) ? setAsking(name) : void run(name, ""));
  return (
    <section className="part" aria-label={t("actions.title")}>
      {allowed.length > 0 && <Buttons names={allowed} press={press} />}
      {problem && (
        <p className="notice warn" role="alert">
          {problem}
        </p>
      )}
      {inSight.map(
        ([name, why]) =>
          !why.allowed && (
            <WhyNot
              key={name}
              title={t(`action.${name}`)}
              why={why}
              about={{ ...record, action: t(`action.${name}`), project: record.project?.code }}
            />
          ),
      )}
      {asking && (
        <ReasonDialog
          title={t(`action.${asking}`)}
          lead={record.number}
          label={t("reject.reason")}
          confirm={t(`action.${asking}`)}
          close={() => setAsking(null)}
          done={(reason) => void run(asking, reason)}
        />
      )}
    </section>
  );
}

interface ButtonsProps {
  readonly names: readonly ActionName[];
  readonly press: (name: ActionName) => void;
}

function Buttons({ names, press }: ButtonsProps) {
  const { t } = useWords();
  const { busy } = useActing();
  return (
    <div className="actions">
      {names.map((name) => (
        <button
          key={name}
          type="button"
          className={`button ${name === "send" || name === "import" ? "primary" : ""}`}
          disabled={busy}
          onClick={() => press(name)}
        >
          {t(`action.${name}`)}
        </button>
      ))}
    </div>
  );
}
