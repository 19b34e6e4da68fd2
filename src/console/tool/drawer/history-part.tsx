import { useWords } from "../../app/words";
import type { DetailFragment } from "../../generated/operations";

export function HistoryPart({ record }: { readonly record: DetailFragment }) {
  const { t, code, moment } = useWords();
  return (
    <section className="part">
      <h3>{t("history.title")}</h3>
      <ol className="history">
        {record.history.edges.map(({ node }) => (
          <li key={node.id}>
            <span>
              <strong>{code("event", node.event)}</strong> {node.actorName}
            </span>
            <time className="muted small" dateTime={node.at}>
              {moment(node.at)}
            </time>
            {node.reason && <q>{node.reason}</q>}
          </li>
        ))}
      </ol>
    </section>
  );
}
