import type { ReactNode } from "react";
import { useWords } from "../../app/words";
import type { AccessRequestState, AskedFragment } from "../../generated/access";
import { Badge, type Tone } from "../../ui/badge";
import { ScopeText } from "./scope-text";

const TONES: Record<AccessRequestState, Tone> = {
  PENDING: "busy",
  AGREED: "busy",
  GRANTED: "good",
  REFUSED: "bad",
  LAPSED: "warn",
  WITHDRAWN: "plain",
};

interface RequestCardProps {
  readonly request: AskedFragment;
  /** Whether it says who asks. */
  readonly who?: boolean;
  readonly children?: ReactNode;
}

/** What is asked for, why, and how it stands; `children` is what may be done about it. */
export function RequestCard({ request, who = false, children }: RequestCardProps) {
  const { t, code, day } = useWords();
  const { member, state, asked, agreed } = request;
  return (
    <li>
      <Badge tone={TONES[state]}>{code("requestState", state)}</Badge>
      <div className="item-text">
        <span>
          {who && <strong>{member.name} </strong>}
          <strong>{code("feature", request.feature)}</strong> {code("direction", request.direction)}
        </span>
        <span className="small">
          <ScopeText scope={agreed ?? asked} />
        </span>
        <q className="small">{request.reason}</q>
        <span className="small muted">
          {t("requests.asked", { day: day(request.createdAt) })} <q>{code("gate", request.refusedCode)}</q>
        </span>
        <Outcome request={request} />
      </div>
      {children}
    </li>
  );
}

function Outcome({ request }: { readonly request: AskedFragment }) {
  const { t, day } = useWords();
  const { state, decidedBy, decidedAt, decisionReason, agreedBy, lapsesAt } = request;
  return (
    <>
      {state === "PENDING" && <span className="small muted">{t("requests.lapses", { day: day(lapsesAt) })}</span>}
      {state === "AGREED" && <span className="small">{t("requests.agreed", { name: agreedBy ?? "" })}</span>}
      {decidedAt && (
        <span className="small">{t("requests.decided", { name: decidedBy ?? "", day: day(decidedAt) })}</span>
      )}
      {decisionReason && <q className="small">{decisionReason}</q>}
    </>
  );
}
