import { useState } from "react";
import { useClient, type TypedDocumentNode } from "urql";
import { somethingChanged } from "../../app/fresh";
import { problemOf, type Answered } from "../../app/problem";
import {
  ArchiveRecordDocument,
  ImportRecordDocument,
  ResubmitRecordDocument,
  RetrieveRecordDocument,
  RetryRecordDocument,
  UnlinkRecordDocument,
  type DetailFragment,
} from "../../generated/operations";
import { useActing } from "../acting";

/** What may be done with one record; the first two also with many. */
export type ActionName = "send" | "reject" | "retry" | "import" | "retrieve" | "resubmit" | "archive" | "unlink";

type Answer = Readonly<Record<string, Answered>>;

const MUTATIONS = {
  retry: RetryRecordDocument,
  import: ImportRecordDocument,
  retrieve: RetrieveRecordDocument,
  resubmit: ResubmitRecordDocument,
  archive: ArchiveRecordDocument,
  unlink: UnlinkRecordDocument,
};
/** Whoever submitted the record, or audits it, asks why. */
export const WITH_REASON: ReadonlySet<ActionName> = new Set<ActionName>(["reject", "archive", "unlink"]);

/** Runs an action on one record, at the version that is shown; `problem` is why it was not done. */
export function useRecordActions(record: DetailFragment) {
  const client = useClient();
  const { company, send, reject } = useActing();
  const [problem, setProblem] = useState<string | null>(null);

  async function run(name: ActionName, reason: string): Promise<void> {
    setProblem(null);
    // These two are answered where the list's are.
    if (name === "send") return send([record]);
    if (name === "reject") return reject([record], reason);
    const input = { company, record: record.id, expectedVersion: record.version };
    const mutation = MUTATIONS[name] as unknown as TypedDocumentNode<Answer, { input: object }>;
    const variables = { input: WITH_REASON.has(name) ? { ...input, reason } : input };
    const { data, error } = await client.mutation(mutation, variables).toPromise();
    setProblem(problemOf(Object.values(data ?? {})[0], error));
    somethingChanged();
  }
  return { run, problem };
}
