import { In, Not } from "typeorm";
import { Database } from "../../src/infra/db/database";
import { AuditEntryEntity } from "../../src/tenant/audit/audit-entry.entity";
import { CompanyEntity } from "../../src/tenant/companies/company.entity";
import { LedgerStore } from "../../src/dev/ledger/ledger-store";
import { MemberEntity } from "../../src/directory/members/member.entity";
import { OutboxAttemptEntity } from "../../src/infra/outbox/outbox-attempt.entity";
import { OutboxMessageEntity } from "../../src/infra/outbox/outbox-message.entity";
import { RecordEntity } from "../../src/records/record/record.entity";
import { ANSWER_TOPIC, ROWS_TOPIC } from "../../src/platform/answer/answer-payloads";
import { COMPANY, type RunFolder } from "./house";
import { countInLedger, strayInLedger, type LedgerRows, ledgerRows } from "./ledger-count";
import { RightsHistory } from "./rights-history";

/** What was found at the end; without violations all is well. */
export interface Verdict {
  readonly violations: readonly string[];
  readonly states: Readonly<Record<string, number>>;
  readonly writes: number;
  readonly lookUps: number;
  readonly withheld: number;
}

interface Found {
  readonly records: readonly RecordEntity[];
  readonly messages: readonly OutboxMessageEntity[];
  readonly attempts: readonly OutboxAttemptEntity[];
  readonly audit: readonly AuditEntryEntity[];
  readonly members: readonly MemberEntity[];
  readonly rows: LedgerRows;
}

/** Looks into both books, once everything has ended. */
export async function judge(folder: RunFolder, items: number, sent: ReadonlySet<string>): Promise<Verdict> {
  const found = await read(folder);
  const states: Record<string, number> = {};
  for (const { state, failureCode } of found.records) {
    const name = state === "failed" ? `failed ${failureCode}` : state;
    states[name] = (states[name] ?? 0) + 1;
  }
  const writes = found.attempts.filter(({ callKey }) => callKey !== null).length;
  return {
    violations: [...lost(found, items, sent), ...twice(found), ...unallowed(found), ...unexplained(found)],
    states,
    writes,
    lookUps: found.attempts.length - writes,
    withheld: found.messages.filter(({ state }) => state === "withheld").length,
  };
}

async function read(folder: RunFolder): Promise<Found> {
  const app = await folder.openApp();
  const store = new LedgerStore(folder.ledgerFile);
  try {
    return { ...(await readDatabase(app.database)), rows: ledgerRows(store) };
  } finally {
    store.close();
    await app.close();
  }
}

async function readDatabase(database: Database): Promise<Omit<Found, "rows">> {
  const manager = database.read();
  const { id: companyId } = await manager.findOneByOrFail(CompanyEntity, { slug: COMPANY });
  // What is told the platform rests on no right.
  const queue = Not(In([ANSWER_TOPIC, ROWS_TOPIC]));
  const messages = await manager.findBy(OutboxMessageEntity, { companyId, topic: queue });
  const ids = new Set(messages.map(({ id }) => id));
  const attempts = (await manager.find(OutboxAttemptEntity)).filter(({ messageId }) => ids.has(messageId));
  return {
    // What the servers have read from the ledger meanwhile was not sent.
    records: await manager.findBy(RecordEntity, { companyId, direction: "export" }),
    messages,
    attempts,
    audit: await manager.find(AuditEntryEntity, { where: { companyId }, order: { sequence: "ASC" } }),
    members: await manager.findBy(MemberEntity, { companyId }),
  };
}

/** Every item has its record; what was said to be sent has its message; what is synced is in the ledger. */
function lost({ records, messages, rows }: Found, items: number, sent: ReadonlySet<string>): string[] {
  const subjects = new Set(messages.map(({ subjectId }) => subjectId));
  const found = records.length === items ? [] : [`${items} items, but ${records.length} records`];
  for (const id of sent) if (!subjects.has(id)) found.push(`Record ${id} was said to be sent, and has no message`);
  for (const record of records)
    if (record.state === "synced" && countInLedger(rows, record) === 0)
      found.push(`${nameOf(record)} is synced, and not in the ledger`);
  return found;
}

/** Nothing is in the ledger twice, nor what the records say is not there, nor what no record is of. */
function twice(found: Found): string[] {
  const { records, rows } = found;
  const said = strayInLedger(rows, records).map((what) => `${what} is in the ledger, and of no record`);
  for (const record of records) {
    const count = countInLedger(rows, record);
    if (count > 1) said.push(`${nameOf(record)} is in the ledger ${count} times: ${triesOf(found, record)}`);
    if (count > 0 && record.state !== "synced")
      said.push(`${nameOf(record)} is ${record.state}, but in the ledger: ${triesOf(found, record)}`);
  }
  return said;
}

/** How it came to that. */
function triesOf({ messages, attempts }: Found, { id }: RecordEntity): string {
  const keys = new Map(
    messages.filter(({ subjectId }) => subjectId === id).map((message) => [message.id, message.key]),
  );
  return attempts
    .filter(({ messageId }) => keys.has(messageId))
    .sort((a, b) => a.startedAt.localeCompare(b.startedAt) || a.number - b.number)
    .map(({ number, callKey, startedAt, endedAt, outcome, detail }) =>
      [number, callKey === null ? "look-up" : `call ${callKey.slice(0, 6)}`, startedAt, endedAt, outcome, detail].join(
        " ",
      ),
    )
    .join("; ");
}

/** Each write rested on a right that its sender held at the policy revision of its last look: told by the audit trail. */
function unallowed({ messages, attempts, audit, members }: Found): string[] {
  const history = new RightsHistory(audit, members);
  const byId = new Map(messages.map((message) => [message.id, message]));
  return attempts.flatMap(({ messageId, callKey, policyRevision, grantId }) => {
    const message = byId.get(messageId);
    if (callKey === null || !message) return [];
    if (policyRevision === null) return [`A try of ${message.key} rested on no policy revision`];
    const { actorId } = message.payload as { actorId: string };
    const why = history.missing(actorId, message.topic, policyRevision);
    if (why !== null) return [`${message.topic} ${message.key} was sent without ${why} at revision ${policyRevision}`];
    return grantId === null ? [`A try of ${message.key} rested on no grant`] : [];
  });
}

/** Nothing is on its way for ever, and what is not in the ledger says by a code why. */
function unexplained({ records }: Found): string[] {
  return records.flatMap((record) => {
    switch (record.state) {
      case "synced":
        return [];
      case "failed":
        return record.failureCode && record.failureText ? [] : [`${nameOf(record)} failed without a reason`];
      case "awaiting":
        return record.prerequisitesBlocked ? [] : [`${nameOf(record)} waits, and nothing is said to be missing`];
      default:
        return [`${nameOf(record)} is still ${record.state}`];
    }
  });
}

function nameOf({ feature, number, id }: RecordEntity): string {
  return `${feature} ${number} (${id})`;
}
