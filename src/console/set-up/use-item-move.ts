import { useState } from "react";
import { useMutation } from "urql";
import { useCompany } from "../app/company";
import { somethingChanged } from "../app/fresh";
import { problemOf } from "../app/problem";
import { MoveItemDocument, type ItemMove } from "../generated/operations";

/** Moves an action item of the company in the address; `problem` is why it was not moved. */
export function useItemMove(item: string) {
  const company = useCompany();
  const [, move] = useMutation(MoveItemDocument);
  const [problem, setProblem] = useState<string | null>(null);
  async function run(which: ItemMove, reason: string | null): Promise<void> {
    const { data, error } = await move({ input: { company, item, move: which, reason } });
    setProblem(problemOf(data?.moveActionItem, error));
    somethingChanged();
  }
  return { run, problem };
}
