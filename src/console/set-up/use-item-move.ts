import { useCompany } from "../app/company";
import { useChange } from "../app/use-change";
import { MoveItemDocument, type ItemMove } from "../generated/operations";

/** Moves an action item of the company in the address; `problem` is why it was not moved. */
export function useItemMove(item: string) {
  const company = useCompany();
  const { change, problem } = useChange(MoveItemDocument, (data) => data.moveActionItem);
  const run = (which: ItemMove, reason: string | null) => change({ company, item, move: which, reason });
  return { run, problem };
}
