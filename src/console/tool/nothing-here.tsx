import { useWords } from "../app/words";
import { Empty } from "../ui/states";
import type { ToolSearch } from "./tool-search";

/** One sentence that fits what was asked for. */
export function NothingHere({ search }: { readonly search: ToolSearch }) {
  const { t } = useWords();
  if (search.q) return <Empty>{t("empty.search", { text: search.q })}</Empty>;
  if (search.mine) return <Empty>{t("empty.mine")}</Empty>;
  if ((search.filter ?? "READY_TO_EXPORT") === "READY_TO_EXPORT") return <Empty>{t("empty.ready")}</Empty>;
  return <Empty>{t("empty.filter")}</Empty>;
}
