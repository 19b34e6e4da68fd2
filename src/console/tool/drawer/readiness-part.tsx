import { useWords } from "../../app/words";
import { ConsoleLink } from "../../app/console-link";
import type { DetailFragment } from "../../generated/operations";
import { useActing } from "../acting";

/** What it still needs, each with where that is mended. */
export function ReadinessPart({ record }: { readonly record: DetailFragment }) {
  const { t } = useWords();
  const { company } = useActing();
  if (record.readiness.length === 0) return null;
  return (
    <section className="part">
      <h3>{t("readiness.title", { count: record.readiness.length })}</h3>
      <ul className="list">
        {record.readiness.map(({ code, message, fix, recordId, number }) => (
          <li key={`${code} ${recordId ?? number}`}>
            <strong>{message}</strong>
            <span>{fix}</span>
            {recordId && recordId !== record.id && (
              <ConsoleLink to={`/erp-integrations/${company}`} search={{ record: recordId }}>
                {t("readiness.open", { number })}
              </ConsoleLink>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
