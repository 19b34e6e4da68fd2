import canonicalize from "canonicalize";
import { z } from "zod";
import { OperatorRefusal, type Refusal } from "../../kernel/errors";
import { hashOfText, REVIEW_FORMAT } from "./signed-list";
import { REVIEW_VERDICTS } from "./review-item.entity";

/** What a signed review says of itself, once it was checked. */
export interface CheckedReview {
  readonly id: string;
  readonly companyId: string;
  readonly name: string;
  readonly signature: string;
  readonly closedAt: string;
  readonly closedBy: string;
  readonly counts: Readonly<Record<(typeof REVIEW_VERDICTS)[number], number>>;
  /** What does not fit; none: it is as it was signed. */
  readonly problems: readonly string[];
}

const document = z.looseObject({
  format: z.literal(REVIEW_FORMAT),
  id: z.string(),
  companyId: z.string(),
  name: z.string(),
  closedAt: z.string(),
  closedBy: z.looseObject({ name: z.string() }),
  items: z.array(
    z.looseObject({
      id: z.string(),
      verdict: z.enum(REVIEW_VERDICTS),
      signedBy: z.looseObject({ name: z.string() }).nullable(),
    }),
  ),
});

/**
 * Checks a review by itself: a file with its `signature` and `signedText`, as GraphQL answers them at whatever depth, or
 * with its `document`, as `review export` prints it. Throws Refusal BAD_INPUT where the text is no such file.
 */
export function checkReviewFile(text: string): CheckedReview {
  const found = signedIn(parsed(text));
  if (!found) throw notAReview("it has no `signature` with a `signedText` or a `document`");
  const read = document.safeParse(parsed(found.text));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw notAReview(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
  }
  const { id, companyId, name, closedAt, closedBy, items } = read.data;
  const unsigned = items.filter(({ verdict, signedBy }) => verdict !== "lapsed" && signedBy === null);
  const problems = [
    ...(hashOfText(found.text) === found.signature ? [] : ["The list is not the one that was signed."]),
    ...(canonicalize(read.data) === found.text ? [] : ["The text is not in its canonical form."]),
    ...unsigned.map((item) => `Item ${item.id} has a verdict that nobody signed.`),
  ];
  const count = (verdict: string) => items.filter((item) => item.verdict === verdict).length;
  const counts = { keep: count("keep"), revoke: count("revoke"), lapsed: count("lapsed") };
  const { signature } = found;
  return { id, companyId, name, signature, closedAt, closedBy: closedBy.name, counts, problems };
}

interface Signed {
  readonly signature: string;
  readonly text: string;
}

/** The first object, wherever it stands, that carries a signature with what it is of. */
function signedIn(value: unknown): Signed | null {
  if (typeof value !== "object" || value === null) return null;
  const { signature, signedText, document: list } = value as Record<string, unknown>;
  if (typeof signature === "string" && typeof signedText === "string") return { signature, text: signedText };
  if (typeof signature === "string" && typeof list === "object" && list !== null)
    return { signature, text: canonicalize(list) ?? "" };
  for (const part of Object.values(value)) {
    const found = signedIn(part);
    if (found) return found;
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw notAReview("it is no JSON");
  }
}

function notAReview(why: string): Refusal {
  return new OperatorRefusal("BAD_INPUT", `The file holds no signed access review (${REVIEW_FORMAT}): ${why}.`);
}
