import { useWords } from "../../app/words";
import type { DetailFragment } from "../../generated/operations";
import { Badge, deliveryTone } from "../../ui/badge";
import { FaultText } from "../../ui/fault-text";

/** How far it got, what it waits for in words, and what went wrong with whose turn it is. */
export function DeliveryPart({ record }: { readonly record: DetailFragment }) {
  const { t, code, moment } = useWords();
  const { delivery, failure, rejectReason } = record;
  if (!delivery && !failure && !rejectReason && !record.externalId) return null;
  return (
    <section className="part">
      <h3>{t("delivery.title")}</h3>
      {rejectReason && (
        <p className="notice warn">
          {t("delivery.rejected")} {rejectReason}
        </p>
      )}
      {failure && <FaultText fault={failure.fault} text={failure.text} />}
      {delivery && (
        <p>
          <Badge tone={deliveryTone(delivery.state)}>{code("deliveryState", delivery.state)}</Badge>{" "}
          {t("delivery.attempts", { count: delivery.attempts })}
          {delivery.nextAttemptAt && ` ${t("delivery.next", { at: moment(delivery.nextAttemptAt) })}`}
        </p>
      )}
      {delivery && (
        <ul className="list">
          {delivery.waits.map((wait) => (
            <li key={wait.reason + (wait.recordId ?? "")}>{wait.message}</li>
          ))}
        </ul>
      )}
      {record.externalId && <p className="small muted">{t("delivery.id", { id: record.externalId })}</p>}
    </section>
  );
}
