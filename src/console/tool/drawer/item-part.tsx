import { useWords } from "../../app/words";
import type { DetailFragment } from "../../generated/operations";

type Fields = Readonly<Record<string, unknown>>;

/** What is to be sent, as it was offered: its fields, and its lines as a table. */
export function ItemPart({ record }: { readonly record: DetailFragment }) {
  const { t, code } = useWords();
  const item = record.item as Fields;
  const plain = Object.entries(item).filter(([, value]) => isPlain(value));
  const lines = (Array.isArray(item["lines"]) ? item["lines"] : []) as readonly Fields[];
  return (
    <section className="part">
      <h3>{t("item.title")}</h3>
      <dl className="facts">
        {plain.map(([name, value]) => (
          <div key={name}>
            <dt>{code("field", name)}</dt>
            <dd>{String(value)}</dd>
          </div>
        ))}
        {record.submittedBy && (
          <div>
            <dt>{t("item.submittedBy")}</dt>
            <dd>{record.submittedBy.name}</dd>
          </div>
        )}
      </dl>
      {lines.length > 0 && <Lines lines={lines} />}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly Fields[] }) {
  const { t, code } = useWords();
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line).filter((name) => isPlain(line[name]))))];
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t("item.lines")}>
      <table className="plain-table">
        <caption>{t("item.lines")}</caption>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {code("field", name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={index}>
              {columns.map((name) => (
                <td key={name}>{isPlain(line[name]) ? String(line[name]) : "–"}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isPlain(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
