import { createContext, use, useCallback, useMemo, useState, type ReactNode } from "react";
import { useClient } from "urql";
import { somethingChanged } from "../app/fresh";
import { problemOf } from "../app/problem";
import {
  RejectRecordsDocument,
  SendRecordsDocument,
  type RowFragment,
  type RowsFragment,
} from "../generated/operations";

export type RowAnswer = RowsFragment["results"][number];

/** What was asked for, and what each row was answered. */
export interface Outcome {
  readonly kind: "send" | "reject";
  readonly asked: readonly RowFragment[];
  readonly results: readonly RowAnswer[];
  /** Why nothing was done at all. */
  readonly problem: string | null;
}

interface Acting {
  readonly company: string;
  readonly busy: boolean;
  readonly outcome: Outcome | null;
  readonly send: (rows: readonly RowFragment[]) => Promise<void>;
  readonly reject: (rows: readonly RowFragment[], reason: string) => Promise<void>;
  readonly dismiss: () => void;
}

const ActingContext = createContext<Acting | null>(null);

export function useActing(): Acting {
  const acting = use(ActingContext);
  if (!acting) throw new Error("There is no ActingProvider.");
  return acting;
}

/** Sends and rejects what was seen: the version that the row showed goes along. */
export function ActingProvider({ company, children }: { readonly company: string; readonly children: ReactNode }) {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const act = useCallback(
    async (kind: Outcome["kind"], asked: readonly RowFragment[], reason?: string) => {
      setBusy(true);
      const records = asked.map(({ id, version }) => ({ record: id, expectedVersion: version }));
      const input = { company, records, ...(reason === undefined ? {} : { reason }) };
      const answer =
        kind === "send"
          ? await client.mutation(SendRecordsDocument, { input }).toPromise()
          : await client.mutation(RejectRecordsDocument, { input }).toPromise();
      const rows = answer.data && ("sendRecords" in answer.data ? answer.data.sendRecords : answer.data.rejectRecords);
      const problem = problemOf(rows ?? undefined, answer.error);
      setOutcome({ kind, asked, results: rows?.results ?? [], problem });
      setBusy(false);
      somethingChanged();
    },
    [client, company],
  );
  const acting = useMemo<Acting>(
    () => ({
      ...{ company, busy, outcome },
      send: (rows) => act("send", rows),
      reject: (rows, reason) => act("reject", rows, reason),
      dismiss: () => setOutcome(null),
    }),
    [company, busy, outcome, act],
  );
  return <ActingContext value={acting}>{children}</ActingContext>;
}
