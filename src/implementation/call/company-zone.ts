import type { CompanyEntity } from "../../company/company.entity";
import { isZone } from "./wall-time";

/** The IANA zone of the company's place; UTC where none is known. */
export function zoneOf(company: CompanyEntity): string {
  const { timezone } = company as CompanyEntity & { readonly timezone?: string | null };
  return timezone != null && isZone(timezone) ? timezone : "UTC";
}
