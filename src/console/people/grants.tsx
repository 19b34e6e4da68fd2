import { useState } from "react";
import { useCompany } from "../app/company";
import { useChange } from "../app/use-change";
import { useWords } from "../app/words";
import { RevokeDocument, type GrantDetailFragment, type PersonDetailFragment } from "../generated/access";
import { Badge } from "../ui/badge";
import { ReasonDialog } from "../ui/reason-dialog";

interface GrantsProps {
  readonly person: PersonDetailFragment;
  /** Whether the viewer may give rights to this person, and so take them. */
  readonly may: boolean;
}

/** What was granted, with its bounds; what was revoked stays to be seen. */
export function Grants({ person, may }: GrantsProps) {
  const { t } = useWords();
  const company = useCompany();
  const [revoking, setRevoking] = useState<GrantDetailFragment | null>(null);
  const { change, problem } = useChange(RevokeDocument, (data) => data.revokeFeatureAccess);
  const grants = (person.grants?.edges ?? []).map(({ node }) => node);
  const done = (grant: string, reason: string) => change({ company, grant, reason });
  return (
    <section className="card">
      <h2>{t("grants.title")}</h2>
      {problem && <p role="alert">{problem}</p>}
      {grants.length === 0 && <p className="muted">{t("grants.none")}</p>}
      <ul className="items">
        {grants.map((grant) => (
          <OneGrant key={grant.id} grant={grant} revoke={may ? () => setRevoking(grant) : null} />
        ))}
      </ul>
      {revoking && (
        <ReasonDialog
          title={t("grants.revoke")}
          lead={person.name}
          label={t("grants.reason")}
          confirm={t("grants.revoke")}
          close={() => setRevoking(null)}
          done={(reason) => void done(revoking.id, reason)}
        />
      )}
    </section>
  );
}

interface OneGrantProps {
  readonly grant: GrantDetailFragment;
  readonly revoke: (() => void) | null;
}

function OneGrant({ grant, revoke }: OneGrantProps) {
  const { t, code, money, day } = useWords();
  const bounds = [
    grant.ceiling && t("grants.ceiling", { amount: money(grant.ceiling) }),
    grant.projects && t("grants.projects", { projects: grant.projects.map((project) => project.code).join(", ") }),
    grant.validFrom && t("grants.from", { day: day(grant.validFrom) }),
    grant.validUntil && t("grants.until", { day: day(grant.validUntil) }),
  ].filter((bound) => bound !== null && bound !== "");
  return (
    <li className={grant.revokedAt ? "settled" : ""}>
      <Badge tone={grant.revokedAt ? "plain" : "good"}>
        {t(grant.revokedAt ? "grants.revoked" : "grants.inForce")}
      </Badge>
      <div className="item-text">
        <span>
          <strong>{code("feature", grant.feature)}</strong> {code("direction", grant.direction)}
        </span>
        <span className="small">{bounds.length > 0 ? bounds.join(" · ") : t("grants.unbounded")}</span>
        <span className="small muted">{t("grants.given", { by: grant.givenBy, day: day(grant.givenAt) })}</span>
        {grant.reason && <q className="small">{grant.reason}</q>}
        {grant.revokeReason && <q className="small">{grant.revokeReason}</q>}
      </div>
      {revoke && !grant.revokedAt && (
        <button
          type="button"
          className="button"
          aria-label={`${t("grants.revoke")}: ${code("feature", grant.feature)}`}
          onClick={revoke}
        >
          {t("grants.revoke")}
        </button>
      )}
    </li>
  );
}
