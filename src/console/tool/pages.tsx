import { useWords } from "../app/words";
import type { ToolSearch } from "./tool-search";

interface PagesProps {
  readonly search: ToolSearch;
  readonly change: (next: Partial<ToolSearch>) => void;
  readonly page: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly total: number;
  readonly shown: number;
}

export function Pages({ search, change, page, total, shown }: PagesProps) {
  const { t } = useWords();
  if (total === 0) return null;
  return (
    <div className="pages">
      <span className="muted small">{t("tool.shown", { shown, total })}</span>
      {search.after && (
        <button type="button" className="button" onClick={() => change({ after: undefined })}>
          {t("tool.firstPage")}
        </button>
      )}
      {page.hasNextPage && (
        <button type="button" className="button" onClick={() => change({ after: page.endCursor ?? undefined })}>
          {t("tool.nextPage")}
        </button>
      )}
    </div>
  );
}
