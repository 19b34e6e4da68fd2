import { useEffect, useState } from "react";
import { ConsoleLink } from "../app/console-link";
import { useCompany } from "../app/company";
import { useWords } from "../app/words";
import { FILTERS, type ToolSearch } from "./tool-search";
import { countOf, type Tabs } from "./tool-tabs";

interface FilterBarProps {
  readonly tabs: Tabs;
  readonly search: ToolSearch;
  readonly change: (next: Partial<ToolSearch>) => void;
}

/** What is left of the tab: by where it stands, by text, by what the viewer may do. */
export function FilterBar({ tabs, search, change }: FilterBarProps) {
  const { t } = useWords();
  return (
    <div className="filter-bar">
      <Filters tabs={tabs} search={search} />
      <div className="filter-end">
        <label className="check">
          <input
            type="checkbox"
            checked={search.mine ?? false}
            onChange={({ target }) => change({ mine: target.checked || undefined, after: undefined })}
          />
          {t("tool.mine")}
        </label>
        <Search {...{ search, change }} />
      </div>
    </div>
  );
}

function Filters({ tabs, search }: Pick<FilterBarProps, "tabs" | "search">) {
  const { t, code } = useWords();
  const to = `/erp-integrations/${useCompany()}`;
  const here = search.filter ?? "READY_TO_EXPORT";
  return (
    <nav className="chips" aria-label={t("tool.filters")}>
      {([...FILTERS, "ALL"] as const).map((filter) => (
        <ConsoleLink
          key={filter}
          to={to}
          search={{ ...search, filter, after: undefined, record: undefined }}
          className="chip"
          aria-current={filter === here ? "page" : undefined}
        >
          {code("filter", filter)}
          {filter !== "ALL" && <span className="count">{countOf(tabs, search.tab, filter)}</span>}
        </ConsoleLink>
      ))}
    </nav>
  );
}

/** Asked for after a pause in typing. */
const PAUSE_MS = 250;

function Search({ search, change }: Pick<FilterBarProps, "search" | "change">) {
  const { t } = useWords();
  const [text, setText] = useState(search.q ?? "");
  useEffect(() => {
    if (text === (search.q ?? "")) return undefined;
    const timer = setTimeout(() => change({ q: text || undefined, after: undefined }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, search, change]);
  return (
    <input
      type="search"
      className="search"
      value={text}
      maxLength={200}
      aria-label={t("tool.search")}
      placeholder={t("tool.search")}
      onChange={({ target }) => setText(target.value)}
    />
  );
}
