import { useParams } from "@tanstack/react-router";

/** What the address names by its places, such as `company` and `member`. */
export function useAddress(): Readonly<Partial<Record<string, string>>> {
  const places: unknown = useParams({ strict: false });
  return places as Readonly<Partial<Record<string, string>>>;
}

/** Slug or id of the company that the address names. */
export function useCompany(): string {
  return useAddress()["company"] ?? "";
}
