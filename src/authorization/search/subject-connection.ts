import { fill } from "../../kernel/catalogue";
import { sized } from "../../tenant/companies/batched-list";
import { once, type Page } from "../../infra/db/query/keyset";
import type { ConnectionArgs } from "../../infra/graphql/connection";
import { BilingualRefusal } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import type { FoundSubject, SubjectQuestion, SubjectSearch } from "./subject-search";
import { AUTHORIZATION_TEXTS } from "../texts/authorization-texts";

/**
 * Who may do something, as a Relay connection: in the order in which people were added, forward and backward.
 * `totalCount` reads the whole list. Throws Refusal BAD_INPUT for a size or cursor that cannot be.
 */
export async function connectionOfSubjects(
  search: SubjectSearch,
  question: SubjectQuestion,
  args: ConnectionArgs,
): Promise<Page<FoundSubject>> {
  const { first, last, after, before, maxPageSize } = sized(args);
  const size = checkedSize(first, last, maxPageSize);
  const backward = typeof last === "number";
  const start = after ? idFrom(after, "after") : null;
  const end = before ? idFrom(before, "before") : null;
  const [from, to] = backward ? [end, start] : [start, end];
  const inside = ({ subject }: FoundSubject) => to === null || (backward ? subject.id > to : subject.id < to);
  // One more than is shown tells whether there is more, also where nothing is to be shown.
  const { found } = await search.page(question, { size: size + 1, from, backward });
  const kept = found.filter(inside);
  const rows = kept.slice(0, size);
  const more = kept.length > size;
  if (backward) rows.reverse();
  return {
    rows,
    cursors: rows.map(({ subject }) => Buffer.from(subject.id).toString("base64url")),
    hasNextPage: backward ? end !== null : more,
    hasPreviousPage: backward ? more : start !== null,
    totalCount: once(() => search.count(question)),
  };
}

function checkedSize(first: number | null | undefined, last: number | null | undefined, most: number): number {
  if (typeof first === "number" && typeof last === "number")
    throw new BilingualRefusal("BAD_INPUT", AUTHORIZATION_TEXTS.firstOrLast, ["last"]);
  const size = first ?? last ?? most;
  if (Number.isInteger(size) && size >= 0 && size <= most) return size;
  const field = typeof first === "number" ? "first" : "last";
  throw new BilingualRefusal("BAD_INPUT", fill(AUTHORIZATION_TEXTS.pageSize, { field, max: most }), [field]);
}

function idFrom(cursor: string, field: string): string {
  const id = Buffer.from(cursor, "base64url").toString("utf8");
  if (isId(id)) return id.toLowerCase();
  throw new BilingualRefusal("BAD_INPUT", AUTHORIZATION_TEXTS.cursorOfAnother, [field]);
}
