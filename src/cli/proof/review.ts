import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Command } from "commander";
import { ReviewCampaignEntity } from "../../authorization/review/review-campaign.entity";
import { checkReviewFile, type CheckedReview } from "../../authorization/review/review-file";
import { ReviewItemEntity } from "../../authorization/review/review-item.entity";
import { signedDocument } from "../../authorization/review/signed-list";
import { checkAuditFile } from "../../tenant/audit/audit-file";
import { noSuchCompany } from "../../tenant/companies/company-change";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import type { Database } from "../../infra/db/database";
import { OperatorRefusal } from "../../kernel/errors";

/** What of the application the command needs. */
export interface ReviewApp {
  readonly database: Database;
  readonly companies: CompanyDirectory;
}

type WithApp = (work: (app: ReviewApp) => Promise<void>) => Promise<void>;

/** Adds `ledgergate review verify` and `ledgergate review export`. */
export function registerReview(program: Command, withApp: WithApp): void {
  const review = program.command("review").description("signed access reviews (docs/audit.md)");
  review
    .command("verify")
    .description("compute the signature of a review anew, without a database; exits 1 where it does not fit")
    .argument("<file>", "an answer of the API with `signature` and `signedText`, or a file of `review export`")
    .option("--trail <export>", "an exported audit trail, which must hold the same signature")
    .action((file: string, { trail }: { trail?: string }) => verify(file, trail ?? null));
  review
    .command("export")
    .description("print a closed review with its signature as JSON")
    .requiredOption("--company <slug>", "the company, by slug or id")
    .requiredOption("--review <id>", "the review's id")
    .action((given: { company: string; review: string }) => withApp((app) => exportReview(app, given)));
}

async function verify(file: string, trail: string | null): Promise<void> {
  const review = checkReviewFile(await textOf(file));
  const problems = [...review.problems, ...(trail === null ? [] : await againstTrail(review, trail))];
  const { name, closedBy, closedAt, counts, signature } = review;
  const verdicts = `${counts.keep} kept, ${counts.revoke} revoked, ${counts.lapsed} lapsed`;
  const found = problems.length === 0 ? "as it was signed" : "NOT as it was signed";
  process.stdout.write(`"${name}", closed by ${closedBy} at ${closedAt}: ${found}; ${verdicts}; ${signature}\n`);
  for (const problem of problems) process.stdout.write(`  ${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}

/** The trail must be sound, of the same company, and have closed this very review under this signature. */
async function againstTrail(review: CheckedReview, file: string): Promise<string[]> {
  await textOf(file);
  const signatures: unknown[] = [];
  const lines = createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity });
  const report = await checkAuditFile(lines, {
    seen: (entry) => {
      if (entry.action === "access_review.closed" && entry.targetId === review.id)
        signatures.push(entry.after?.["signature"]);
    },
  });
  return [
    ...(report.company.id === review.companyId ? [] : ["The audit trail is another company's."]),
    ...report.problems.map(({ sequence, kind, message }) => `Audit entry ${sequence}: ${kind}. ${message.en}`),
    ...(signatures.includes(review.signature) ? [] : ["The audit trail does not hold this signature."]),
  ];
}

async function exportReview(app: ReviewApp, given: { company: string; review: string }): Promise<void> {
  const company = await app.companies.find(given.company);
  if (!company) throw noSuchCompany();
  const manager = app.database.read();
  const where = { companyId: company.id, id: given.review.trim().toLowerCase() };
  const campaign = await manager.findOneBy(ReviewCampaignEntity, where);
  if (!campaign) throw new OperatorRefusal("NOT_FOUND", "The company has no such review.");
  if (campaign.signature === null)
    throw new OperatorRefusal("CONFLICT", "The review is open still; it is signed when it is closed.");
  const items = await manager.findBy(ReviewItemEntity, { campaignId: campaign.id });
  const { signature } = campaign;
  process.stdout.write(`${JSON.stringify({ signature, document: signedDocument(campaign, items) })}\n`);
}

function textOf(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new OperatorRefusal("BAD_INPUT", `The file cannot be read: ${why}`);
  });
}
