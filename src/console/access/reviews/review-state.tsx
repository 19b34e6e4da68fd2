import { momentBefore } from "../../app/moment-before";
import { useWords } from "../../app/words";
import type { ReviewFragment } from "../../generated/access";
import { Badge } from "../../ui/badge";

/** How far a review is: signed of all, by when, and once it is closed what it is known by. */
export function ReviewState({ review }: { readonly review: ReviewFragment }) {
  const { t, code, day } = useWords();
  const { feature, itemCount, unsignedCount, dueAt, late, closedAt, closedBy, signature, addedSince } = review;
  const tone = closedAt ? "good" : late ? "bad" : "busy";
  return (
    <div className="form">
      <span>
        <Badge tone={tone}>{t(closedAt ? "reviews.closed" : late ? "reviews.late" : "reviews.running")}</Badge>{" "}
        {feature && code("feature", feature)}
      </span>
      <span>{t("reviews.signed", { signed: itemCount - unsignedCount, all: itemCount })}</span>
      {!closedAt && <span className="small muted">{t("reviews.dueOn", { day: day(momentBefore(dueAt)) })}</span>}
      {closedAt && (
        <span className="small muted">{t("reviews.closedBy", { name: closedBy ?? "", day: day(closedAt) })}</span>
      )}
      {addedSince !== null && addedSince > 0 && <span>{t("reviews.added", { count: addedSince })}</span>}
      {signature && <code className="small hash">{signature}</code>}
    </div>
  );
}
