import { useCompany } from "../../app/company";
import { useFresh } from "../../app/fresh";
import { useWords } from "../../app/words";
import { DecisionLogDocument, type DecisionLogFilter, type DecisionLogQuery } from "../../generated/access";
import { Text } from "../../people/grant-fields";
import { Badge } from "../../ui/badge";
import { Empty, Failed, Loading } from "../../ui/states";
import { Paging, SearchBar, useSearch } from "./search-bar";

type Page = NonNullable<NonNullable<DecisionLogQuery["company"]>["decisionLog"]>;
type Logged = Page["edges"][number]["node"];

const EMPTY = { asker: "", answer: "", from: "", until: "" };

function filterOf({ asker, answer, from, until }: typeof EMPTY): DecisionLogFilter {
  return {
    ...(asker.trim() === "" ? {} : { asker: asker.trim() }),
    ...(answer === "" ? {} : { allowed: answer === "yes" }),
    ...(from === "" ? {} : { from }),
    ...(until === "" ? {} : { until }),
  };
}

/** Every decision that was made about the company's people, newest first. */
export function DecisionsScreen() {
  const company = useCompany();
  const { t } = useWords();
  const { typed, fields, after, type, search, go } = useSearch(EMPTY);
  const variables = { company, after, filter: filterOf(fields) };
  const { data, error, fetching, retry } = useFresh(DecisionLogDocument, variables);
  const log = data?.company?.decisionLog;
  return (
    <>
      <h1>{t("log.title")}</h1>
      <SearchBar label={t("log.title")} search={search}>
        <Text label={t("log.asker")} value={typed.asker} change={(asker) => type({ asker })} />
        <label className="field">
          <span>{t("log.answer")}</span>
          <select value={typed.answer} onChange={({ target }) => type({ answer: target.value })}>
            <option value="">{t("log.any")}</option>
            <option value="yes">{t("log.allowed")}</option>
            <option value="no">{t("log.refused")}</option>
          </select>
        </label>
        <Text label={t("log.from")} type="date" value={typed.from} change={(from) => type({ from })} />
        <Text label={t("log.until")} type="date" value={typed.until} change={(until) => type({ until })} />
      </SearchBar>
      {log ? (
        <Log log={log} after={after} go={go} />
      ) : fetching ? (
        <Loading rows={8} />
      ) : (
        <Failed error={error} retry={retry} />
      )}
    </>
  );
}

interface LogProps {
  readonly log: Page;
  readonly after: string | null;
  readonly go: (after: string | null) => void;
}

function Log({ log, after, go }: LogProps) {
  const { t } = useWords();
  if (log.edges.length === 0) return <Empty>{t("log.none")}</Empty>;
  return (
    <>
      <div className="scroll" tabIndex={0} role="region" aria-label={t("log.title")}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("log.at")}</th>
              <th scope="col">{t("log.asker")}</th>
              <th scope="col">{t("log.what")}</th>
              <th scope="col">{t("log.answer")}</th>
            </tr>
          </thead>
          <tbody>
            {log.edges.map(({ node }) => (
              <Row key={node.id} logged={node} />
            ))}
          </tbody>
        </table>
      </div>
      <Paging after={after} page={log.pageInfo} go={go} />
    </>
  );
}

function Row({ logged }: { readonly logged: Logged }) {
  const { t, code, moment } = useWords();
  const { at, asker, subjectReference, action, resource, allowed, enforced, reasons, policyRevision } = logged;
  const about = subjectReference === null ? "" : t("log.about", { subject: subjectReference });
  return (
    <tr>
      <td className="moment">{moment(at)}</td>
      <td>
        {asker} <span className="small muted">{about}</span>
      </td>
      <td>
        <code>{action}</code> {resource === "company" ? t("log.company") : code("feature", resource.toUpperCase())}
        <span className="small muted"> {t(enforced ? "log.acted" : "log.asked")}</span>
      </td>
      <td>
        <Badge tone={allowed ? "good" : "bad"}>{t(allowed ? "log.allowed" : "log.refused")}</Badge>{" "}
        <span className="small">{reasons.map((reason) => code("gate", reason)).join(" · ")}</span>
        {policyRevision !== null && (
          <span className="small muted"> {t("trail.revision", { revision: policyRevision })}</span>
        )}
      </td>
    </tr>
  );
}
