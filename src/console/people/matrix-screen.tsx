import { useState } from "react";
import { useCompany } from "../app/company";
import { ConsoleLink } from "../app/console-link";
import { useFresh } from "../app/fresh";
import { useWords } from "../app/words";
import { MatrixDocument, type MatrixQuery, type SummaryFragment } from "../generated/access";
import { Badge } from "../ui/badge";
import { Icon } from "../ui/icon";
import { Failed, Loading } from "../ui/states";

type Row = NonNullable<NonNullable<MatrixQuery["company"]>["accessMatrix"]>["edges"][number]["node"];

/** Who may send and import what: people by features. Icon and text say it; the colour only repeats them. */
export function MatrixScreen() {
  const company = useCompany();
  const { t } = useWords();
  const [after, setAfter] = useState<string | null>(null);
  const { data, error, retry } = useFresh(MatrixDocument, { company, after });
  const matrix = data?.company?.accessMatrix;
  if (error && !matrix) return <Failed error={error} retry={retry} />;
  if (!matrix) return <Loading rows={8} />;
  const rows = matrix.edges.map(({ node }) => node);
  return (
    <>
      <div className="notice-head">
        <h1>{t("people.title")}</h1>
        <ConsoleLink className="button" to={`/access-list/${company}`}>
          {t("people.list")}
        </ConsoleLink>
      </div>
      <Legend />
      <MatrixTable rows={rows} company={company} />
      <div className="pages">
        <span className="muted small">{t("people.count", { count: matrix.totalCount })}</span>
        {after && (
          <button type="button" className="button" onClick={() => setAfter(null)}>
            {t("tool.firstPage")}
          </button>
        )}
        {matrix.pageInfo.hasNextPage && (
          <button type="button" className="button" onClick={() => setAfter(matrix.pageInfo.endCursor)}>
            {t("tool.nextPage")}
          </button>
        )}
      </div>
    </>
  );
}

function Legend() {
  const { t } = useWords();
  return (
    <p className="legend small">
      <Cell icon="yes" tone="full" text={t("matrix.yes")} />
      <Cell icon="part" tone="part" text={t("matrix.conditional")} />
      <Cell icon="no" tone="none" text={t("matrix.no")} />
    </p>
  );
}

function MatrixTable({ rows, company }: { readonly rows: readonly Row[]; readonly company: string }) {
  const { t, code } = useWords();
  const features = rows[0]?.cells ?? [];
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t("people.title")}>
      <table className="plain-table matrix">
        <thead>
          <tr>
            <th scope="col">{t("people.person")}</th>
            {features.map(({ feature }) => (
              <th key={feature} scope="col">
                {code("feature", feature)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MatrixRow key={row.id} row={row} company={company} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MatrixRow({ row, company }: { readonly row: Row; readonly company: string }) {
  const { t } = useWords();
  return (
    <tr>
      <th scope="row">
        <ConsoleLink to={`/people/${company}/${row.member.id}`}>{row.member.name}</ConsoleLink>
        {row.approver && <Badge tone="busy">{t("people.approver")}</Badge>}
        <span className="muted small">{row.member.email}</span>
      </th>
      {row.cells.map((cell) => (
        <td key={cell.feature}>
          {cell.send && <Verdict name={t("matrix.send")} summary={cell.send} />}
          {cell.import && <Verdict name={t("matrix.import")} summary={cell.import} />}
        </td>
      ))}
    </tr>
  );
}

function Verdict({ name, summary }: { readonly name: string; readonly summary: SummaryFragment }) {
  const { t, code } = useWords();
  if (!summary.allowed)
    return (
      <span className="cell none" title={code("gate", summary.code)}>
        <Icon name="no" /> {name} <span className="hidden">{t("matrix.no")}</span>
      </span>
    );
  const part = summary.conditional;
  return (
    <span className={`cell ${part ? "part" : "full"}`}>
      <Icon name={part ? "part" : "yes"} /> {name}{" "}
      <span className="hidden">{t(part ? "matrix.conditional" : "matrix.yes")}</span>
    </span>
  );
}

interface CellProps {
  readonly icon: "yes" | "no" | "part";
  readonly tone: string;
  readonly text: string;
}

function Cell({ icon, tone, text }: CellProps) {
  return (
    <span className={`cell ${tone}`}>
      <Icon name={icon} /> {text}
    </span>
  );
}
