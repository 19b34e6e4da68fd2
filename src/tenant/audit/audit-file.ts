import { z } from "zod";
import { OperatorRefusal } from "../../kernel/errors";
import { ACTOR_KINDS } from "../../kernel/actor-kind";
import type { AuditEntryEntity } from "./audit-entry.entity";
import { signatureProblems, type AuditProof, type TrailEnds } from "./audit-proof";
import { checkChain, type ChainReport } from "./chain-check";
import type { ChainPlace } from "./chain";
import { NO_KEYS, type HeadKeys } from "./head-keys";
import { SEAL_KINDS } from "../companies/rights-seal";

/** Names the form of the file and the algorithm of its proof; both are told in docs/audit.md. */
export const AUDIT_FILE = "ledgergate-audit/1";

export interface AuditFileCompany {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** A company's trail as JSON lines: a header with the head of the chain, then its entries, oldest first. */
export async function* auditFile(
  proof: AuditProof,
  { id, slug, name }: AuditFileCompany,
  exportedAt: string,
): AsyncGenerator<string> {
  const { head, last, policyRevision }: TrailEnds = await proof.ends(id);
  const company = { id, slug, name };
  yield `${JSON.stringify({ format: AUDIT_FILE, company, exportedAt, entries: last, policyRevision, head })}\n`;
  for await (const entry of proof.entries(id, 0, last)) yield lineOf(entry);
}

/** Without `seals` where there are none: they are then no part of the hash either. */
function lineOf({ seals, ...entry }: AuditEntryEntity): string {
  return `${JSON.stringify(seals ? { ...entry, seals } : entry)}\n`;
}

const place = z.object({
  sequence: z.int().nonnegative(),
  hash: z.string(),
  keyId: z.string().nullable().optional(),
  signature: z.string().nullable().optional(),
});
const header = z.object({
  format: z.literal(AUDIT_FILE),
  company: z.object({ id: z.string(), slug: z.string() }),
  exportedAt: z.string(),
  policyRevision: z.int().nonnegative(),
  head: place.nullable(),
});
const state = z.record(z.string(), z.unknown()).nullable();
const entry = z.strictObject({
  id: z.string(),
  companyId: z.string(),
  sequence: z.int().positive(),
  at: z.string(),
  actorKind: z.enum(ACTOR_KINDS),
  actorId: z.string(),
  actorName: z.string(),
  action: z.string(),
  targetKind: z.string(),
  targetId: z.string(),
  before: state,
  after: state,
  why: z.string().nullable(),
  policyRevision: z.int(),
  seals: z
    .array(
      z.strictObject({
        kind: z.enum(SEAL_KINDS),
        id: z.string(),
        of: z.string().optional(),
        at: z.string().optional(),
        until: z.string().nullable().optional(),
        digest: z.string().nullable(),
      }),
    )
    .optional(),
  previousHash: z.string(),
  hash: z.string(),
  createdAt: z.string(),
});

export interface FileReport extends ChainReport {
  readonly company: Pick<AuditFileCompany, "id" | "slug">;
  readonly exportedAt: string;
}

/** What an exported trail is held against. */
export interface FileExpectation {
  /** Places that somebody has kept outside. */
  readonly anchors?: readonly ChainPlace[];
  /** Keys that its end may be signed by; left out: the signature is not looked at. */
  readonly keys?: HeadKeys;
  /** Handed each entry as it is read. */
  readonly seen?: (entry: AuditEntryEntity) => void;
}

/** Checks an exported trail by itself. Throws Refusal BAD_INPUT where the text is no such file. */
export async function checkAuditFile(lines: AsyncIterable<string>, given: FileExpectation = {}): Promise<FileReport> {
  const { anchors = [], keys = NO_KEYS, seen = () => undefined } = given;
  const reader = lines[Symbol.asyncIterator]() as AsyncIterator<string, undefined>;
  const first = await reader.next();
  const { company, head, policyRevision, exportedAt } = read(header, first.done === true ? "" : first.value, 1);
  const expected = { companyId: company.id, head, last: policyRevision, anchors };
  const report = await checkChain(entriesOf(reader, seen), expected);
  const signed = signatureProblems(keys, company.id, head && { keyId: null, signature: null, ...head });
  return { ...report, problems: [...report.problems, ...signed], company, exportedAt };
}

async function* entriesOf(
  reader: AsyncIterator<string, undefined>,
  seen: (entry: AuditEntryEntity) => void,
): AsyncGenerator<AuditEntryEntity> {
  for (let line = 2; ; line += 1) {
    const next = await reader.next();
    if (next.done === true) return;
    if (next.value === "") continue;
    const { seals = null, ...rest } = read(entry, next.value, line);
    const found = { ...rest, seals };
    seen(found);
    yield found;
  }
}

function read<T>(form: z.ZodType<T>, text: string, line: number): T {
  const found = form.safeParse(parsed(text));
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join(".")}` : "";
  throw new OperatorRefusal(
    "BAD_INPUT",
    `Line ${line} is not of an audit export (${AUDIT_FILE})${where}: ${issue?.message}`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
