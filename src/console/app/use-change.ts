import { useState } from "react";
import { useMutation, type TypedDocumentNode } from "urql";
import { somethingChanged } from "./fresh";
import { problemOf, type Answered } from "./problem";

interface Change<Input, Payload> {
  /** Makes it; null: it was not made, and `problem` says why. */
  readonly change: (input: Input) => Promise<Payload | null>;
  readonly problem: string | null;
  readonly fetching: boolean;
}

/** A change by a mutation with one input. Afterwards, made or refused, whatever is on the screen asks again. */
export function useChange<Data, Variables extends { readonly input: object }, Payload extends Answered>(
  mutation: TypedDocumentNode<Data, Variables>,
  payloadOf: (data: Data) => Payload,
): Change<Variables["input"], Payload> {
  const [problem, setProblem] = useState<string | null>(null);
  const [{ fetching }, mutate] = useMutation<Data, { input: Variables["input"] }>(mutation);
  const change = async (input: Variables["input"]) => {
    const { data, error } = await mutate({ input });
    const payload = data ? payloadOf(data) : undefined;
    const refused = problemOf(payload, error);
    setProblem(refused);
    somethingChanged();
    return refused === null ? (payload ?? null) : null;
  };
  return { change, problem, fetching };
}
