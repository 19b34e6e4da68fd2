import { useState } from "react";
import { useCompany } from "../../app/company";
import { useChange } from "../../app/use-change";
import { useWords } from "../../app/words";
import { SignOffDocument, type ReviewItemFragment, type SignOffVerdict } from "../../generated/access";
import { Badge } from "../../ui/badge";
import { ReasonDialog } from "../../ui/reason-dialog";
import { Problem } from "../../ui/states";

interface ReviewItemsProps {
  readonly items: readonly ReviewItemFragment[];
  /** Whether the viewer may sign. */
  readonly may: boolean;
}

/** Signs what was seen: the digest of each goes along, and what has changed since is not signed. */
function useSigning() {
  const company = useCompany();
  const { change, problem, fetching } = useChange(SignOffDocument, (data) => data.signOffReviewItems);
  const sign = (items: readonly ReviewItemFragment[], verdict: SignOffVerdict, comment: string | null) => {
    const seen = items.flatMap(({ id, digest }) => (digest === null ? [] : [{ item: id, digest }]));
    return change({ company, items: seen, verdict, comment });
  };
  return { sign, problem, fetching };
}

export function ReviewItems({ items, may }: ReviewItemsProps) {
  const { t } = useWords();
  const { sign, problem, fetching } = useSigning();
  const [ending, setEnding] = useState<ReviewItemFragment | null>(null);
  const open = items.filter(({ digest }) => digest !== null);
  return (
    <section className="card" aria-label={t("reviews.items")}>
      {may && open.length > 1 && (
        <div className="actions">
          <button type="button" className="button" disabled={fetching} onClick={() => void sign(open, "KEEP", null)}>
            {t("reviews.keepAll", { count: open.length })}
          </button>
        </div>
      )}
      <Problem text={problem} />
      <ul className="items">
        {items.map((item) => (
          <OneItem
            key={item.id}
            item={item}
            busy={fetching}
            keep={may && item.digest !== null ? () => void sign([item], "KEEP", null) : null}
            revoke={may && item.digest !== null && item.revocable ? () => setEnding(item) : null}
          />
        ))}
      </ul>
      {ending && (
        <ReasonDialog
          title={t("reviews.revokeTitle", { name: ending.holder.name })}
          lead={`${ending.held}. ${ending.endedBy}`}
          label={t("reviews.reason")}
          confirm={t("reviews.revoke")}
          close={() => setEnding(null)}
          done={(reason) => void sign([ending], "REVOKE", reason)}
        />
      )}
    </section>
  );
}

interface OneItemProps {
  readonly item: ReviewItemFragment;
  readonly busy: boolean;
  readonly keep: (() => void) | null;
  readonly revoke: (() => void) | null;
}

function OneItem({ item, busy, keep, revoke }: OneItemProps) {
  const { t, code } = useWords();
  const { holder, held, verdict } = item;
  const named = (word: string) => `${word}: ${holder.name}, ${held}`;
  return (
    <li>
      <Badge tone={verdict === "KEEP" ? "good" : verdict === null ? "busy" : "warn"}>
        {verdict === null ? t("reviews.unsigned") : code("verdict", verdict)}
      </Badge>
      <div className="item-text">
        <span>
          <strong>{holder.name}</strong> {held}
        </span>
        {holder.email && <span className="small muted">{holder.email}</span>}
        <Signature item={item} />
      </div>
      <div className="actions">
        {keep && (
          <button type="button" className="button" disabled={busy} aria-label={named(t("reviews.keep"))} onClick={keep}>
            {t("reviews.keep")}
          </button>
        )}
        {revoke && (
          <button
            type="button"
            className="button"
            disabled={busy}
            aria-label={named(t("reviews.revoke"))}
            onClick={revoke}
          >
            {t("reviews.revoke")}
          </button>
        )}
      </div>
    </li>
  );
}

function Signature({
  item: { kind, lastUsedAt, changed, signedAt, signedBy, comment },
}: {
  readonly item: ReviewItemFragment;
}) {
  const { t, day } = useWords();
  return (
    <>
      {kind === "GRANT" && (
        <span className="small muted">
          {lastUsedAt ? t("reviews.lastUsed", { day: day(lastUsedAt) }) : t("reviews.neverUsed")}
        </span>
      )}
      {changed && <span className="small">{t("reviews.changed")}</span>}
      {signedAt && (
        <span className="small muted">{t("reviews.signedBy", { name: signedBy ?? "–", day: day(signedAt) })}</span>
      )}
      {comment && <q className="small">{comment}</q>}
    </>
  );
}
