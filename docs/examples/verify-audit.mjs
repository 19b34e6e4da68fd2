#!/usr/bin/env node
// Verifies an exported audit trail by itself, with Node alone: node verify-audit.mjs trail.jsonl
// It follows the algorithm of docs/audit.md and shares no code with Ledgergate.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** RFC 8785: no spaces, keys in the order of their UTF-16 code units, numbers and texts as JavaScript writes them. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

let header = null;
let sequence = 0;
let previousHash = "0".repeat(64);
const faults = [];

for await (const line of createInterface({ input: createReadStream(process.argv[2], "utf8") })) {
  if (line === "") continue;
  const read = JSON.parse(line);
  if (header === null) {
    header = read;
    continue;
  }
  const { hash, ...content } = read;
  sequence += 1;
  if (read.sequence !== sequence) faults.push(`entry ${sequence} is not where it belongs`);
  if (read.companyId !== header.company.id) faults.push(`entry ${sequence} is of another company`);
  if (read.previousHash !== previousHash) faults.push(`entry ${sequence} does not follow the one before it`);
  if (createHash("sha256").update(canonical(content)).digest("hex") !== hash)
    faults.push(`entry ${sequence} was altered`);
  previousHash = hash;
}
if (header === null) faults.push("the file has no header");
if (header?.head && (header.head.sequence !== sequence || header.head.hash !== previousHash))
  faults.push(`the trail does not end as its header says`);
console.log(faults.length === 0 ? `intact: ${sequence} entries, ${sequence}:${previousHash}` : faults.join("\n"));
process.exitCode = faults.length === 0 ? 0 : 1;
