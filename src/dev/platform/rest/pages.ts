import type { Kind, PlatformStore, Thing } from "../platform-store";
import type { RestRequest } from "./rest-gate";

const MAX_PER_PAGE = 2_000;

/** A page of a list, with the platform's headers. */
export function paged(
  store: PlatformStore,
  request: RestRequest,
  kind: Kind,
  make: (thing: Thing) => unknown = ({ body }) => body,
  where?: string,
): unknown[] {
  const page = Math.max(1, Number(request.query["page"] ?? 1) || 1);
  const size = Math.min(MAX_PER_PAGE, Math.max(1, Number(request.query["per_page"] ?? 100) || 100));
  const { rows, total } = store.page(kind, request.company, page, size, where);
  tell(request, page, size, total);
  return rows.map(make);
}

/** The same of a list that is there whole. */
export function pagedList<T>(request: RestRequest, all: readonly T[]): T[] {
  const page = Math.max(1, Number(request.query["page"] ?? 1) || 1);
  const size = Math.min(MAX_PER_PAGE, Math.max(1, Number(request.query["per_page"] ?? 100) || 100));
  tell(request, page, size, all.length);
  return all.slice((page - 1) * size, page * size);
}

function tell({ reply }: RestRequest, page: number, size: number, total: number): void {
  const last = Math.max(1, Math.ceil(total / size));
  void reply.header("total", total);
  void reply.header("per-page", size);
  const link = (number: number, rel: string) => `<?page=${number}&per_page=${size}>; rel="${rel}"`;
  const links = [link(1, "first"), link(last, "last")];
  if (page > 1) links.push(link(page - 1, "prev"));
  if (page < last) links.push(link(page + 1, "next"));
  void reply.header("link", links.join(", "));
}

/** Ids of a filter, written `[1,2]` or `1`; null: there is none. */
export function idsIn(text: string | undefined): ReadonlySet<number> | null {
  if (text === undefined) return null;
  return new Set((text.match(/\d+/g) ?? []).map(Number));
}
