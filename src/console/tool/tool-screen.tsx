import { useState } from "react";
import { useCompany } from "../app/company";
import { useFresh } from "../app/fresh";
import { useWords } from "../app/words";
import { RecordsDocument, ToolDocument } from "../generated/operations";
import { Failed, Loading } from "../ui/states";
import { ActingProvider } from "./acting";
import { Answers } from "./answers";
import { BulkBar } from "./bulk-bar";
import { RecordDrawer } from "./drawer/record-drawer";
import { FilterBar } from "./filter-bar";
import { Pages } from "./pages";
import { RecordTable } from "./record-table";
import { ToolTabs } from "./tool-tabs";
import type { ToolSearch } from "./tool-search";
import { useChoice } from "./use-choice";
import { useToolSearch } from "./use-tool-search";

const ROWS = 50;
/** What is on its way arrives in seconds. */
const UNDER_WAY_MS = 2_000;
const AT_REST_MS = 30_000;

/** The tool of the guide: what flows between both systems, and what may be done with it. */
export function ToolScreen() {
  const company = useCompany();
  const { t } = useWords();
  const [search, change] = useToolSearch();
  const { data, error, retry } = useFresh(ToolDocument, { company }, { everyMs: AT_REST_MS });
  const integration = data?.company?.erpIntegration;
  if (error && !integration) return <Failed error={error} retry={retry} />;
  if (!integration) return <Loading />;
  return (
    <ActingProvider company={company}>
      <h1>{t("tool.title")}</h1>
      <ToolTabs tabs={integration.tabs} search={search} />
      <FilterBar tabs={integration.tabs} search={search} change={change} />
      <Answers />
      <Rows company={company} search={search} change={change} />
      {search.record && (
        <RecordDrawer key={search.record} id={search.record} close={() => change({ record: undefined })} />
      )}
    </ActingProvider>
  );
}

interface RowsProps {
  readonly company: string;
  readonly search: ToolSearch;
  readonly change: (next: Partial<ToolSearch>) => void;
}

function variablesOf(company: string, { tab, filter = "READY_TO_EXPORT", q, sort, desc, mine, after }: ToolSearch) {
  return {
    ...{ company, tab, sort, after, search: q, descending: desc ?? null, first: ROWS },
    filter: filter === "ALL" ? null : filter,
    iMay: mine ? ("SEND" as const) : null,
  };
}

function Rows({ company, search, change }: RowsProps) {
  const { t } = useWords();
  const [underWay, setUnderWay] = useState(false);
  const variables = variablesOf(company, search);
  const everyMs = underWay ? UNDER_WAY_MS : AT_REST_MS;
  const { data, error, fetching, retry } = useFresh(RecordsDocument, variables, { everyMs });
  const records = data?.company?.erpIntegration?.records;
  const rows = (records?.edges ?? []).map(({ node }) => node);
  const choice = useChoice(rows);
  const moving = rows.some(({ state }) => state === "EXPORTING");
  if (moving !== underWay) setUnderWay(moving);
  if (error && !records) return <Failed error={error} retry={retry} />;
  if (!records) return <Loading rows={8} />;
  return (
    <section aria-busy={fetching} aria-label={t("tool.records")}>
      <RecordTable {...{ rows, search, change, choice }} />
      <Pages {...{ search, change }} page={records.pageInfo} total={records.totalCount} shown={rows.length} />
      <BulkBar choice={choice} />
    </section>
  );
}
