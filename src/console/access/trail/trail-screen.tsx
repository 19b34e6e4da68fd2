import { useCompany } from "../../app/company";
import { useFresh } from "../../app/fresh";
import { useWords } from "../../app/words";
import { TrailDocument, type AuditFilter, type TrailQuery } from "../../generated/access";
import { Text } from "../../people/grant-fields";
import { Empty, Failed, Loading } from "../../ui/states";
import { Proof } from "./proof";
import { Paging, SearchBar, useSearch } from "./search-bar";

type Page = NonNullable<NonNullable<TrailQuery["company"]>["auditTrail"]>;
type Entry = Page["edges"][number]["node"];

const EMPTY = { action: "", target: "" };

function filterOf({ action, target }: typeof EMPTY): AuditFilter {
  return {
    ...(action.trim() === "" ? {} : { action: action.trim() }),
    ...(target.trim() === "" ? {} : { targetId: target.trim() }),
  };
}

/** Every change of a right or a setting, and whether the trail is whole. */
export function TrailScreen() {
  const company = useCompany();
  const { t } = useWords();
  const { typed, fields, after, type, search, go } = useSearch(EMPTY);
  const variables = { company, after, filter: filterOf(fields) };
  const { data, error, fetching, retry } = useFresh(TrailDocument, variables);
  const trail = data?.company?.auditTrail;
  return (
    <>
      <h1>{t("trail.title")}</h1>
      {trail && <Proof company={company} />}
      <SearchBar label={t("trail.title")} search={search}>
        <Text label={t("trail.action")} value={typed.action} change={(action) => type({ action })} />
        <Text label={t("trail.target")} value={typed.target} change={(target) => type({ target })} />
      </SearchBar>
      {trail ? (
        <Entries trail={trail} after={after} go={go} />
      ) : fetching ? (
        <Loading rows={8} />
      ) : (
        <Failed error={error} retry={retry} />
      )}
    </>
  );
}

interface EntriesProps {
  readonly trail: Page;
  readonly after: string | null;
  readonly go: (after: string | null) => void;
}

function Entries({ trail, after, go }: EntriesProps) {
  const { t } = useWords();
  if (trail.edges.length === 0) return <Empty>{t("trail.none")}</Empty>;
  return (
    <>
      <ol className="card trail" aria-label={t("trail.title")}>
        {trail.edges.map(({ node }) => (
          <OneEntry key={node.id} entry={node} />
        ))}
      </ol>
      <Paging after={after} page={trail.pageInfo} go={go} />
    </>
  );
}

function OneEntry({ entry }: { readonly entry: Entry }) {
  const { t, moment } = useWords();
  const { sequence, at, actorName, action, targetKind, why, policyRevision, before, after } = entry;
  return (
    <li>
      <span>
        <span className="muted">{sequence}</span> <strong>{action}</strong> {actorName}
      </span>
      <span className="small muted">
        {moment(at)} · {targetKind} · {t("trail.revision", { revision: policyRevision })}
      </span>
      {why && <q className="small">{why}</q>}
      <details>
        <summary className="small">{t("trail.difference")}</summary>
        <Difference before={before ?? {}} after={after ?? {}} />
      </details>
    </li>
  );
}

type Fields = Readonly<Record<string, unknown>>;

/** What differs between before and after, field by field. */
function Difference({ before, after }: { readonly before: Fields; readonly after: Fields }) {
  const { t } = useWords();
  const text = (value: unknown) => (value === undefined || value === null ? "–" : JSON.stringify(value));
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => text(before[name]) !== text(after[name]));
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t("trail.difference")}>
      <table className="plain-table small">
        <thead>
          <tr>
            <th scope="col">{t("trail.field")}</th>
            <th scope="col">{t("trail.before")}</th>
            <th scope="col">{t("trail.after")}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map((name) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{text(before[name])}</td>
              <td>{text(after[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
