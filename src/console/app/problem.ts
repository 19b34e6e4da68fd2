import type { CombinedError } from "urql";

/** What every payload tells besides what it did. */
export interface Answered {
  readonly userErrors: readonly { readonly message: string }[];
  readonly decision?: { readonly message: string } | null;
}

/** Why a change was not made, in the server's words; null: it was. */
export function problemOf(answered: Answered | undefined, error: CombinedError | undefined): string | null {
  const [first] = error?.graphQLErrors ?? [];
  if (first) return first.message;
  if (error) return error.message;
  const [refused] = answered?.userErrors ?? [];
  return refused ? (answered?.decision?.message ?? refused.message) : null;
}
