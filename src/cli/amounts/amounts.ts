import type { Command } from "commander";
import { In, IsNull, type EntityManager } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { ONCE_COUNTED_OTHERWISE } from "../../kernel/currencies";
import { decimalText } from "../../kernel/money";
import { GrantEntity } from "../../directory/grants/grant.entity";
import { RecordEntity } from "../../records/record/record.entity";
import { printLines } from "../commands/print-lines";
import { recountAmounts } from "./recount";

/** What of the application the command needs. */
export interface AmountsApp {
  readonly database: Database;
}

/** A stored amount that may have been meant as another one, since the digits of its currency came from the runtime. */
export interface DoubtfulAmount {
  readonly company: string;
  readonly what: string;
  readonly id: string;
  readonly currency: string;
  /** As it is read now, in the digits of ISO 4217. */
  readonly read: string;
  /** As it was meant where the runtime counted without minor digits. */
  readonly orMeant: string;
  readonly mend: string;
}

/** Adds `ledgergate amounts`. */
export function registerAmounts(
  program: Command,
  withApp: (work: (app: AmountsApp) => Promise<void>) => Promise<void>,
): void {
  program
    .command("amounts")
    .description("list stored amounts whose currency an older release counted in other digits, with both readings")
    .option("--recount", "before, count the amounts of records anew from their lines", false)
    .action(({ recount }: { recount: boolean }) => withApp((app) => printAmounts(app, recount)));
}

/** Prints the report. */
async function printAmounts({ database }: AmountsApp, recount: boolean): Promise<void> {
  if (recount) {
    const recounted = await database.write((manager) => recountAmounts(manager));
    process.stdout.write(`${recounted} records are counted anew from their lines.\n`);
  }
  await printLines(amountLines(await doubtfulAmounts(database.read())));
}

/** The report, a line an amount. */
export async function* amountLines(found: readonly DoubtfulAmount[]): AsyncGenerator<string> {
  yield `${found.length} amounts are in currencies that an older release counted in other digits.\n`;
  for (const { company, what, id, currency, read, orMeant, mend } of found)
    yield `${company}: ${what} ${id} is read as ${read} ${currency}; if ${orMeant} ${currency} was meant, ${mend}.\n`;
}
/** Ceilings of running grants, two-person amounts, and records without lines; what has lines can be counted anew from them. */
export async function doubtfulAmounts(manager: EntityManager): Promise<DoubtfulAmount[]> {
  const currency = In([...ONCE_COUNTED_OTHERWISE]);
  const companies = await manager.find(CompanyEntity, { order: { slug: "ASC" } });
  const slugs = new Map(companies.map(({ id, slug }) => [id, slug]));
  const grants = await manager.find(GrantEntity, {
    where: { ceilingCurrency: currency, revokedAt: IsNull() },
    order: { id: "ASC" },
  });
  const records = await manager.find(RecordEntity, {
    where: { amountCurrency: currency, direction: "import" },
    order: { id: "ASC" },
  });
  return [
    ...companies
      .filter(({ twoPersonAboveCurrency: code }) => code !== null && ONCE_COUNTED_OTHERWISE.includes(code))
      .map(({ id, slug, twoPersonAboveMinor: minor, twoPersonAboveCurrency: code }) =>
        doubt(slug, "the two-person amount", id, [minor, code], "set it with updateCompany"),
      ),
    ...grants.map(({ id, companyId, ceilingMinor: minor, ceilingCurrency: code }) =>
      doubt(slugs.get(companyId), "the ceiling of grant", id, [minor, code], "revoke it and give it anew"),
    ),
    ...records.map(({ id, companyId, amountMinor: minor, amountCurrency: code }) =>
      doubt(slugs.get(companyId), "imported record", id, [minor, code], "unlink it and import it anew"),
    ),
  ];
}

function doubt(
  company: string | undefined,
  what: string,
  id: string,
  [minor, currency]: readonly [number | null, string | null],
  mend: string,
): DoubtfulAmount {
  const code = currency ?? "";
  const money = { minor: minor ?? 0, currency: code };
  return {
    company: company ?? "",
    what,
    id,
    currency: code,
    read: decimalText(money),
    orMeant: `${money.minor}`,
    mend,
  };
}
