import { useState } from "react";
import { useWords } from "../../app/words";
import type { ExplainQuery } from "../../generated/access";
import { Preview } from "../../people/preview";
import { GateList } from "../../ui/why-not";
import type { Question } from "./explain-search";

type Decision = NonNullable<ExplainQuery["decision"]>;

interface ExplanationProps {
  readonly decision: Decision;
  readonly company: string;
  readonly question: Question;
}

/** The answer, what carried it, what bounds it, and each gate in the order of judgement. */
export function Explanation({ decision, company, question }: ExplanationProps) {
  const { t, moment } = useWords();
  const { allowed, message, evaluatedAt, policyRevision, limits, gates } = decision;
  return (
    <div className="form">
      <div className={`notice ${allowed ? "good" : "bad"}`}>
        <strong>
          {t(allowed ? "explain.yes" : "explain.no", { name: decision.subject?.name ?? question.subject })}
        </strong>
        <p>{message}</p>
        <p className="small muted">
          {t("explain.asOf", { at: moment(evaluatedAt) })}{" "}
          {policyRevision !== null && t("trail.revision", { revision: policyRevision })}
        </p>
      </div>
      {decision.grant && <Carried grant={decision.grant} allowed={allowed} />}
      {limits.length > 0 && (
        <section className="card">
          <h2>{t("explain.limits")}</h2>
          <ul className="bullets">
            {limits.map(({ code, message: limit }) => (
              <li key={code}>{limit}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="card">
        <h2>{t("explain.gates")}</h2>
        <GateList gates={gates} />
      </section>
      {!allowed && question.at === "" && <WhatIf decision={decision} company={company} />}
    </div>
  );
}

function Carried({ grant, allowed }: { readonly grant: NonNullable<Decision["grant"]>; readonly allowed: boolean }) {
  const { t, day } = useWords();
  return (
    <section className="card">
      <h2>{t(allowed ? "explain.grant" : "explain.nearest")}</h2>
      <p>
        {t("explain.given", { by: grant.givenBy })}{" "}
        {grant.validUntil ? t("grants.until", { day: day(grant.validUntil) }) : t("explain.open")}
      </p>
      {grant.reason && <q className="small">{grant.reason}</q>}
    </section>
  );
}

/** What a right to it would change, asked of the policy; nothing is given. */
function WhatIf({ decision, company }: { readonly decision: Decision; readonly company: string }) {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  const { subject, feature, action } = decision;
  if (!subject || !feature) return null;
  if (!asked)
    return (
      <button type="button" className="button start" onClick={() => setAsked(true)}>
        {t("explain.whatIf")}
      </button>
    );
  const direction = action === "IMPORT" ? ("IMPORT" as const) : ("EXPORT" as const);
  return <Preview company={company} changes={[{ give: { member: subject.id, feature, direction } }]} />;
}
