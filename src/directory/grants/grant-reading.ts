import { In } from "typeorm";
import type { SizedRequest } from "../../tenant/companies/batched-list";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import type { Database } from "../../infra/db/database";
import type { Page } from "../../infra/db/query/keyset";
import { pagesByParent } from "../../infra/db/query/keyset-batch";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { personKey } from "../../kernel/email";
import type { Direction, Feature } from "../../policy/model/vocabulary";
import { GrantEntity } from "./grant.entity";
import { MemberEntity } from "../members/member.entity";

/** What is left out does not narrow, but for revoked grants, which are left out then. */
export interface GrantQuery {
  /** Id or e-mail. */
  readonly member?: string | null;
  readonly feature?: Feature | null;
  readonly direction?: Direction | null;
  readonly includeRevoked?: boolean | null;
}

/** Reads grants, and the people on them, for many lists at once. */
export class GrantReading {
  constructor(private readonly database: Database) {}

  /** The same page of the grants of many companies or members, newest first. */
  async pages(
    parent: "companyId" | "memberId",
    parentIds: readonly string[],
    request: SizedRequest,
    { member, feature, direction, includeRevoked }: GrantQuery,
  ): Promise<ReadonlyMap<string, Page<GrantEntity>>> {
    const query = this.database.read().createQueryBuilder(GrantEntity, "held");
    if (includeRevoked !== true) query.andWhere("held.revokedAt IS NULL");
    if (feature != null) query.andWhere("held.feature = :feature", { feature });
    if (direction != null) query.andWhere("held.direction = :direction", { direction });
    if (member != null) {
      const holder = "holder.id = held.memberId AND (holder.id = :who OR holder.email = :who)";
      query.innerJoin(MemberEntity, "holder", holder, { who: personKey(member) });
    }
    const orderBy = [{ column: "givenAt", direction: "desc" }] as const;
    return pagesByParent({ ...request, query, alias: "held", parent, parentIds, orderBy });
  }

  async byId(id: string): Promise<GrantEntity | null> {
    return this.database.read().findOneBy(GrantEntity, { id });
  }

  /** The member that holds the grant, or whose a row like it is; one SELECT for all of the request. */
  async holder(context: GraphQLContext, { memberId }: Pick<GrantEntity, "memberId">): Promise<MemberEntity> {
    const loader = loaderFor(context, "holder of grant", async (ids: readonly string[]) => {
      const found = await this.database.read().findBy(MemberEntity, { id: In([...ids]) });
      const members = new Map(found.map((member) => [member.id, member]));
      return ids.map((id) => members.get(id) ?? new Error("A grant without its member"));
    });
    return loader.load(memberId);
  }

  /** The name of who gave or took a grant: member, vendor staff, or Ledgergate's own work by the name it goes by. */
  async nameOf(context: GraphQLContext, id: string): Promise<string> {
    const loader = loaderFor(context, "giver of grant", async (ids: readonly string[]) => {
      const where = { id: In([...ids]) };
      const members = await this.database.read().findBy(MemberEntity, where);
      const staff = await this.database.read().findBy(VendorStaffEntity, where);
      const names = new Map([...members, ...staff].map((one) => [one.id, one.name]));
      return ids.map((one) => names.get(one) ?? one);
    });
    return loader.load(id);
  }
}
