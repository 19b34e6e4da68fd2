import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { EvidencePeriod, EvidenceReading } from "./evidence-reading";

/** Names the form of the file, which docs/delivery.md tells. */
export const EVIDENCE_FILE = "ledgergate-evidence/1";

/** What a company sent in a period as JSON lines: a header, then one sending a line, the first one first. */
export async function* evidenceFile(
  reading: EvidenceReading,
  { id, slug, name }: Pick<CompanyEntity, "id" | "slug" | "name">,
  period: EvidencePeriod,
  exportedAt: string,
): AsyncGenerator<string> {
  const company = { id, slug, name };
  yield `${JSON.stringify({ format: EVIDENCE_FILE, company, ...period, exportedAt })}\n`;
  for await (const one of reading.each(id, period)) yield `${JSON.stringify(one)}\n`;
}
