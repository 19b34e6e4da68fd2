import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { toolSearch, type ToolSearch } from "./tool-search";

/** What is looked at, as the address says, and how to look at something else. */
export function useToolSearch(): readonly [ToolSearch, (next: Partial<ToolSearch>) => void] {
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (next: Partial<ToolSearch>) =>
      void navigate({
        to: ".",
        search: (before: Readonly<Record<string, unknown>>) => ({ ...toolSearch(before), ...next }),
      }),
    [navigate],
  );
  return [toolSearch(raw), change];
}
