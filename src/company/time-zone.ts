import { IANAZone } from "luxon";
import { Refusal } from "../kernel/errors";
import type { CompanyEntity } from "./company.entity";

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

/** Null: the usual one of the country. Throws Refusal BAD_INPUT. */
export function timezoneFrom(zone: string | null | undefined): string | null {
  if (zone == null) return null;
  if (IANAZone.isValidZone(zone)) return zone;
  const message = "The time zone is an IANA name, such as Europe/Paris or America/New_York.";
  throw new Refusal("BAD_INPUT", message, ["input", "timezone"]);
}
