import { z } from "zod";
import { instantFrom } from "../../infra/graphql/instant-input";
import { readInstant } from "../../kernel/clock";
import { LOCALES } from "../../kernel/locale";
import { parseMoney } from "../../kernel/money";
import { CONTRACT_MISFITS } from "../../policy/model/contract-misfits";
import { RECORD_FACT_NAMES, RECORD_FACTS, type FactKind, type RecordFactName } from "../../policy/model/record-facts";
import { ACTIONS, DECISION_CODES, GATE_CODES, RECORD_STATES, RESOURCES } from "../../policy/model/vocabulary";

/** What a file of policy cases may hold. schema/check/cases.schema.json is made from it, for editors. */

const text = z.string().min(1).max(1024);

const instant = text
  .refine(isInstantText, { error: "is no instant; write it like 2026-11-24T09:00:00Z" })
  .describe("ISO-8601 instant with its zone.");

/** Of a document, which the ledger knows by its day. */
const dayOrInstant = text
  .refine((value) => readInstant(value) !== null, { error: "is no day or instant; write it like 2026-11-24" })
  .describe("ISO-8601 date, or instant with its zone.");

const amount = z
  .strictObject({
    value: z.union([z.string(), z.number()]).describe('Decimal, such as "1250.50".'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .describe("ISO 4217."),
  })
  .refine(({ value, currency }) => parseMoney(String(value), currency) !== null, {
    error: "is no amount of that currency",
  });

/** How each kind of fact is written in YAML; which facts there are says policy/model/record-facts.ts. */
const FACT_FORMS: Readonly<Record<FactKind, z.ZodType>> = {
  project: text,
  person: text,
  connection: text,
  money: amount,
  state: z.enum(RECORD_STATES),
  instant: dayOrInstant,
  flag: z.boolean(),
  misfits: z.array(z.enum(CONTRACT_MISFITS)),
};

const facts = Object.fromEntries(
  RECORD_FACT_NAMES.map((name) => [
    name,
    FACT_FORMS[RECORD_FACTS[name].kind].optional().describe(RECORD_FACTS[name].about),
  ]),
) as unknown as Readonly<Record<RecordFactName, z.ZodType>>;

const record = z.strictObject({
  id: text
    .optional()
    .describe("Of a stored record, whose own facts then win: id, number or id in the ERP. Left out: a made-up record."),
  ...facts,
});

const settings = {
  company: text.optional().describe("Slug or id."),
  at: instant.optional().describe("As of when; now if left out."),
  knownAt: instant.optional().describe("By what was known when; by what is known now if left out."),
  locale: z.enum(LOCALES).optional().describe("In which language reasons are shown."),
};

const policyCase = z.strictObject({
  name: text.optional().describe("Shown in the report; made from the question if left out."),
  subject: text.describe("E-mail or id; of a service the id of its API key."),
  subjectType: z.enum(["user", "service"]).optional().describe("A person, if left out."),
  action: z.enum(ACTIONS),
  resource: z.enum(RESOURCES).describe("A feature, or the company as a whole."),
  record: record.optional().describe("Left out: whether there is any record that would be allowed."),
  ...settings,
  expect: z.enum(["allow", "deny"]),
  code: z.enum(DECISION_CODES).optional().describe("The decision's code, which is the first reason against."),
  reasons: z.array(z.enum(GATE_CODES)).optional().describe("All reasons against, in the order of judgement."),
});

export const CASE_FILE = z.strictObject({
  ...settings,
  cases: z.array(policyCase).min(1).max(10_000),
});
export type CaseFile = z.infer<typeof CASE_FILE>;
export type PolicyCase = z.infer<typeof policyCase>;

/** JSON Schema of a file of cases. */
export function caseFileJsonSchema(): object {
  const schema = z.toJSONSchema(CASE_FILE, { target: "draft-7" });
  return { ...schema, title: "Ledgergate policy cases", description: "Run by `npx ledgergate check FILE...`." };
}

function isInstantText(value: string): boolean {
  try {
    instantFrom(value, []);
    return true;
  } catch {
    return false;
  }
}
