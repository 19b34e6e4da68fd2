import { useWords } from "../app/words";
import type { ImportListMutation } from "../generated/access";

type Answer = NonNullable<ImportListMutation["importAccessList"]>;

/** What the list changes, person by person, or what is wrong with it, row by row. */
export function ListAnswer({ answer }: { readonly answer: Answer }) {
  const { t } = useWords();
  const { summary } = answer;
  return (
    <div className="stack">
      {answer.written && <p className="notice good">{t("list.written")}</p>}
      {answer.errorCount > 0 && <p className="notice bad">{t("list.errors", { count: answer.errorCount })}</p>}
      {summary && <p>{t(answer.dryRun ? "list.would" : "list.did", { ...summary })}</p>}
      {answer.rowErrors.length > 0 && <RowErrors errors={answer.rowErrors} />}
      {answer.changes.length > 0 && <Changes changes={answer.changes} />}
    </div>
  );
}

function RowErrors({ errors }: { readonly errors: Answer["rowErrors"] }) {
  const { t } = useWords();
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t("list.line")}</th>
          <th scope="col">{t("list.column")}</th>
          <th scope="col">{t("list.wrong")}</th>
        </tr>
      </thead>
      <tbody>
        {errors.map(({ line, column, message }, index) => (
          <tr key={index}>
            <td>{line ?? "–"}</td>
            <td>{column ?? "–"}</td>
            <td>{message}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Changes({ changes }: { readonly changes: Answer["changes"] }) {
  const { t } = useWords();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t("list.changes")}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("people.person")}</th>
            <th scope="col">{t("list.gains")}</th>
            <th scope="col">{t("list.loses")}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ email, name, gains, loses }) => (
            <tr key={email}>
              <th scope="row">
                {name} <span className="muted small">{email}</span>
              </th>
              <td>{gains.join(", ") || "–"}</td>
              <td>{loses.join(", ") || "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
