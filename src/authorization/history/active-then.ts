import type { SelectQueryBuilder } from "typeorm";
import type { MemberEntity } from "../../directory/members/member.entity";
import { MemberVersionEntity } from "./member-version.entity";
import { readAs, type PastInstant } from "./past-facts";

/** Narrows a query of `member` to those who were active at the instant; of who never changed, to who came by then. */
export function whereActive(query: SelectQueryBuilder<MemberEntity>, instant: PastInstant): void {
  const versions = () =>
    query.subQuery().select("1").from(MemberVersionEntity, "version").where("version.memberId = member.id");
  const then = versions()
    .andWhere("version.at <= :then AND (version.until IS NULL OR version.until > :then) AND version.active = :active")
    .getQuery();
  const unchanged = `NOT EXISTS ${versions().getQuery()} AND member.active = :active AND member.createdAt <= :then`;
  query.where(`(EXISTS ${then} OR (${unchanged}))`, { then: readAs(instant), active: true });
}
