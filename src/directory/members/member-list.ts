import type { SizedRequest } from "../../tenant/companies/batched-list";
import type { Database } from "../../infra/db/database";
import type { Page, SortColumn } from "../../infra/db/query/keyset";
import { pagesByParent } from "../../infra/db/query/keyset-batch";
import { occursIn } from "../../infra/db/query/search";
import type { Level } from "../../policy/model/vocabulary";
import { MemberEntity } from "./member.entity";

export interface MemberFilter {
  /** Occurs in the name or the e-mail. */
  readonly search?: string | null;
  readonly toolLevel?: Level | null;
  readonly directoryLevel?: Level | null;
  readonly canPushToAccounting?: boolean | null;
  readonly active?: boolean | null;
}

export const MEMBER_SORTS = ["name", "email", "created"] as const;
export type MemberSort = (typeof MEMBER_SORTS)[number];

export interface MemberOrder {
  /** By name, if left out. */
  readonly sort?: MemberSort | null;
  readonly descending?: boolean | null;
}

const COLUMNS: Readonly<Record<MemberSort, Omit<SortColumn<MemberEntity>, "direction">>> = {
  name: { column: "name", folded: true },
  email: { column: "email" },
  created: { column: "createdAt" },
};

const EXACT = ["toolLevel", "directoryLevel", "canPushToAccounting", "active"] as const;

/** Reads the directories of companies. */
export class MemberList {
  constructor(private readonly database: Database) {}

  /** The same page of many companies' directories. Throws Refusal BAD_INPUT for a bad size or cursor. */
  async pages(
    companyIds: readonly string[],
    filter: MemberFilter,
    request: SizedRequest,
    { sort, descending }: MemberOrder = {},
  ): Promise<ReadonlyMap<string, Page<MemberEntity>>> {
    const query = this.database.read().createQueryBuilder(MemberEntity, "member");
    if (filter.search) query.andWhere(...occursIn(["member.name", "member.email"], filter.search));
    for (const field of EXACT)
      if (filter[field] != null) query.andWhere(`member.${field} = :${field}`, { [field]: filter[field] });
    const orderBy = [{ ...COLUMNS[sort ?? "name"], direction: descending ? "desc" : "asc" } as const];
    return pagesByParent({ ...request, query, alias: "member", parent: "companyId", parentIds: companyIds, orderBy });
  }

  async byId(id: string): Promise<MemberEntity | null> {
    return this.database.read().findOneBy(MemberEntity, { id });
  }
}
