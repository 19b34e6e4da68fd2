import type { EntityManager } from "typeorm";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { zoneOf } from "../../tenant/companies/time-zone";
import { setUpsOf } from "../items/item-reading";
import { standings, unmet, type ItemStanding } from "../items/item-standing";
import { dayIn } from "../../kernel/days";

/** What stands between the company and going live, in the guide's order; empty: it is ready. */
export async function unmetConditions(
  manager: EntityManager,
  company: CompanyEntity,
  at: string,
): Promise<readonly ItemStanding[]> {
  const [setUp] = await setUpsOf(manager, [company.id], at);
  return setUp ? unmet(standings(setUp, dayIn(zoneOf(company), at))) : [];
}
