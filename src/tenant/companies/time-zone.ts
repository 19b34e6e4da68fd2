import { IANAZone } from "luxon";
import { BilingualRefusal } from "../../kernel/errors";
import type { CompanyEntity } from "./company.entity";
import { TENANT_TEXTS } from "../texts/tenant-texts";

const AREA = /^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/;

/** Where most of a country's companies keep their clocks; elsewhere UTC, until somebody says. */
const OF_COUNTRY: Readonly<Record<string, string>> = {
  AU: "Australia/Sydney",
  BE: "Europe/Brussels",
  CA: "America/Toronto",
  CH: "Europe/Zurich",
  FR: "Europe/Paris",
  GB: "Europe/London",
  IE: "Europe/Dublin",
  NZ: "Pacific/Auckland",
  SG: "Asia/Singapore",
  US: "America/New_York",
  ZA: "Africa/Johannesburg",
};

/** The IANA zone that the company's days are counted in. */
export function zoneOf({ timezone, country }: Pick<CompanyEntity, "timezone" | "country">): string {
  return timezone ?? OF_COUNTRY[country] ?? "UTC";
}

/** Whether it is a zone of the IANA database, such as Europe/Paris; plain offsets are none, they know no summer time. */
export function isZone(zone: string): boolean {
  return zone.length <= 64 && AREA.test(zone) && IANAZone.isValidZone(zone);
}

/** Null: the usual one of the country. Throws Refusal BAD_INPUT. */
export function timezoneFrom(zone: string | null | undefined): string | null {
  if (zone == null) return null;
  if (isZone(zone)) return zone;
  throw new BilingualRefusal("BAD_INPUT", TENANT_TEXTS.timezone, ["input", "timezone"]);
}
