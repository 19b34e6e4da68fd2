import { useWords } from "../app/words";
import { Icon } from "../ui/icon";
import { useActing, type RowAnswer } from "./acting";

const DONE = new Set(["SENT", "REJECTED", "FIRST_APPROVAL"]);

/** What became of it, row by row; read out when it arrives. */
export function Answers() {
  const { t } = useWords();
  const { outcome, dismiss } = useActing();
  return (
    <div role="status" aria-live="polite">
      {outcome && (
        <div
          className={`notice ${outcome.results.every(({ outcome: each }) => DONE.has(each)) && !outcome.problem ? "good" : "warn"}`}
        >
          <div className="notice-head">
            <strong>
              {outcome.problem ??
                t(`answers.${outcome.kind}`, {
                  done: outcome.results.filter(({ outcome: each }) => DONE.has(each)).length,
                  asked: outcome.asked.length,
                })}
            </strong>
            <button type="button" className="button plain" onClick={dismiss}>
              {t("answers.dismiss")}
            </button>
          </div>
          <ul className="answers">
            {outcome.results.map((answer) => (
              <li key={answer.recordId}>
                <OneAnswer answer={answer} number={outcome.asked.find(({ id }) => id === answer.recordId)?.number} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function OneAnswer({ answer, number }: { readonly answer: RowAnswer; readonly number: string | undefined }) {
  const { code } = useWords();
  const done = DONE.has(answer.outcome);
  const why = answer.stale ? null : (answer.decision?.message ?? answer.userErrors[0]?.message);
  return (
    <>
      <span className={`verdict ${done ? "yes" : "no"}`}>
        <Icon name={done ? "yes" : "no"} />
        <strong>{answer.record?.number ?? number}</strong> {code("outcome", answer.outcome)}
      </span>
      {!done && why && <span> {why}</span>}
      {answer.stale && <Difference stale={answer.stale} />}
    </>
  );
}

/** Somebody changed it meanwhile: what was seen, and what it is now. Nothing was done. */
function Difference({ stale }: { readonly stale: NonNullable<RowAnswer["stale"]> }) {
  const { t } = useWords();
  const by = stale.revisions[stale.revisions.length - 1]?.actorName;
  return (
    <div className="difference">
      <p>{t("answers.stale", { by: by ?? "–" })}</p>
      <dl>
        {stale.differences.map(({ path, seen, now }) => (
          <div key={path}>
            <dt>{path}</dt>
            <dd>
              <del>{shown(seen)}</del> <ins>{shown(now)}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}
