import { ConsoleLink } from "../app/console-link";
import { useCompany } from "../app/company";
import { useWords } from "../app/words";
import type { RecordFilter, ToolQuery } from "../generated/operations";
import type { ToolSearch } from "./tool-search";

export type Tabs = NonNullable<NonNullable<ToolQuery["company"]>["erpIntegration"]>["tabs"];

/** How many records of the tab, or of all, the filter leaves. */
export function countOf(tabs: Tabs, tab: ToolSearch["tab"], filter: RecordFilter): number {
  const wanted = tabs.filter((each) => tab === undefined || each.tab === tab);
  const counts = wanted.flatMap((each) => each.counts).filter((each) => each.filter === filter);
  return counts.reduce((sum, { count }) => sum + count, 0);
}

interface ToolTabsProps {
  readonly tabs: Tabs;
  readonly search: ToolSearch;
}

/** One tab for each kind of thing, with what waits in it. */
export function ToolTabs({ tabs, search }: ToolTabsProps) {
  const { t, code } = useWords();
  const all = [undefined, ...tabs.map(({ tab }) => tab)];
  return (
    <nav className="tabs" aria-label={t("tool.tabs")}>
      {all.map((tab) => (
        <Tab
          key={tab ?? "all"}
          name={tab ? code("tab", tab) : t("tool.everything")}
          waiting={countOf(tabs, tab, "READY_TO_EXPORT") + countOf(tabs, tab, "READY_TO_IMPORT")}
          search={{ ...search, tab, after: undefined, record: undefined }}
          here={tab === search.tab}
        />
      ))}
    </nav>
  );
}

interface TabProps {
  readonly name: string;
  readonly waiting: number;
  readonly search: ToolSearch;
  readonly here: boolean;
}

function Tab({ name, waiting, search, here }: TabProps) {
  const { t } = useWords();
  const to = `/erp-integrations/${useCompany()}`;
  return (
    <ConsoleLink to={to} search={{ ...search }} className="tab" aria-current={here ? "page" : undefined}>
      {name}
      {waiting > 0 && (
        <span className="count">
          {waiting}
          <span className="hidden"> {t("tool.waiting", { count: waiting })}</span>
        </span>
      )}
    </ConsoleLink>
  );
}
