import type { KeyObject } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { RightsProblem } from "../../authorization/proof/rights-problem";
import type { CommonCheck } from "../../authorization/proof/whole-check";
import { OperatorRefusal } from "../../kernel/errors";
import { checkAuditFile } from "../../tenant/audit/audit-file";
import type { ChainPlace } from "../../tenant/audit/chain";
import type { ChainReport } from "../../tenant/audit/chain-check";
import { HeadKeys } from "../../tenant/audit/head-keys";

/** What an exported trail is held against. */
export interface VerifyFile {
  readonly anchor: readonly ChainPlace[];
  readonly key: readonly KeyObject[];
}

/** Checks an exported trail by itself. Throws Refusal BAD_INPUT. */
export async function verifyFile(file: string, { anchor, key }: VerifyFile): Promise<void> {
  const input = createReadStream(file, "utf8");
  const failed = new Promise<never>((_resolve, reject) => {
    input.on("error", (error) => reject(new OperatorRefusal("BAD_INPUT", `The file cannot be read: ${error.message}`)));
  });
  const lines = createInterface({ input, crlfDelay: Infinity });
  const keys = new HeadKeys(null, key);
  const report = await Promise.race([checkAuditFile(lines, { anchors: anchor, keys }), failed]);
  tell(`${report.company.slug} (exported at ${report.exportedAt})`, report);
}

/** Prints what was found of a trail; the command then exits 1 where something was. */
export function tell(name: string, report: ChainReport, rights: readonly RightsProblem[] = []): void {
  const { entries, end, problems, clockSteps } = report;
  const place = end ? `, ends with ${end.sequence}:${end.hash}` : "";
  process.stdout.write(`${name}: ${found(problems.length + rights.length)}; ${entries} entries${place}\n`);
  for (const { kind, sequence, entryId, message } of problems)
    process.stdout.write(`  entry ${sequence}${entryId ? ` (${entryId})` : ""}: ${kind}. ${message.en}\n`);
  for (const { sequence, entryId, milliseconds } of clockSteps)
    process.stdout.write(`  entry ${sequence} (${entryId}): dated ${milliseconds} ms before the entry before it\n`);
  tellRights(rights);
}

/** The same of the decision log and the anchors, which are of no single company. */
export function tellCommon({ anchors, problems }: CommonCheck): void {
  process.stdout.write(`decision log and anchors: ${found(problems.length)}; ${anchors} anchors\n`);
  tellRights(problems);
}

function tellRights(rights: readonly RightsProblem[]): void {
  for (const { kind, target, sequence, message } of rights)
    process.stdout.write(`  ${target}: ${kind}. ${message.en}${sequence === null ? "" : ` (entry ${sequence})`}\n`);
}

function found(count: number): string {
  if (count === 0) return "intact";
  process.exitCode = 1;
  return `${count} problem${count === 1 ? "" : "s"}`;
}
