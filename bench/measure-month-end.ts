import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CompanyEntity } from "../src/tenant/companies/company.entity";
import { CallLimits, XERO_ALLOWANCE, type Allowance } from "../src/dev/ledger/call-limits";
import { Database } from "../src/infra/db/database";
import { insertRows } from "../src/infra/db/query/rows";
import { TABLES } from "../src/app";
import { FixedClock, toInstant } from "../src/kernel/clock";
import { newId } from "../src/kernel/ids";
import type { DeliveryOutcome, LastLook, OutboxHandler } from "../src/infra/outbox/handler";
import { Outbox } from "../src/infra/outbox/outbox";
import type { OutboxMessageEntity } from "../src/infra/outbox/outbox-message.entity";
import { Relay } from "../src/infra/outbox/relay";
import { RELAY_DEFAULTS } from "../src/infra/outbox/relay-settings";
import { table, whole } from "./report";

const START = "2026-11-30T17:00:00.000Z";
const PER_CALL = 50;
const MAX_TURNS = 100_000;

interface Month {
  readonly name: string;
  readonly organisations: number;
  readonly bills: number;
  readonly allowance: Allowance;
}

interface Ended {
  /** On the fake clock. */
  readonly milliseconds: number;
  readonly least: number;
  readonly refusedByLimit: number;
  readonly arrived: number;
  readonly perSecond: number;
}

/** A ledger that takes everything at once, and holds each organisation to its allowance. */
class LimitedLedger implements OutboxHandler {
  arrived = 0;
  refusedByLimit = 0;
  private readonly limits = new Map<string, CallLimits>();

  constructor(
    private readonly allowance: Allowance,
    private readonly clock: FixedClock,
  ) {}

  batchSize(): number {
    return PER_CALL;
  }

  async lastLook(): Promise<ReadonlyMap<string, LastLook>> {
    return new Map();
  }

  async deliver(messages: readonly OutboxMessageEntity[]): Promise<readonly DeliveryOutcome[]> {
    const lane = messages[0]?.lane ?? "";
    const limit = this.limits.get(lane) ?? new CallLimits(this.allowance);
    this.limits.set(lane, limit);
    const { problem, retryAfter } = limit.begin(this.clock.now().getTime());
    if (problem !== null) {
      this.refusedByLimit += 1;
      return messages.map(() => ({ kind: "deferred", reason: "rate_limited", retryAfterMs: retryAfter * 1000 }));
    }
    limit.end();
    this.arrived += messages.length;
    return messages.map(({ id }) => ({ kind: "delivered", externalId: id, found: false }));
  }

  async find(): Promise<readonly never[]> {
    return [];
  }

  async settled(): Promise<void> {
    return Promise.resolve();
  }
}

async function deliverAll(month: Month): Promise<Ended> {
  const folder = mkdtempSync(path.join(tmpdir(), "ledgergate-bench-"));
  const database = await Database.open({ kind: "sqlite", file: path.join(folder, "bench.sqlite"), ...TABLES });
  try {
    await database.migrate();
    const clock = new FixedClock(START);
    const ledger = new LimitedLedger(month.allowance, clock);
    await enqueue(database, month);
    const settings = {
      ...RELAY_DEFAULTS,
      lanes: 200,
      name: "bench",
      clock,
      limits: month.allowance,
      random: () => 0.5,
    };
    const relay = new Relay(database, ledger, settings);
    const began = performance.now();
    for (let turn = 0; turn < MAX_TURNS; turn += 1) {
      const next = await relay.turn();
      if (next === null) break;
      clock.set(new Date(Math.max(next.getTime(), clock.now().getTime() + 1)));
    }
    const seconds = (performance.now() - began) / 1000;
    return {
      milliseconds: clock.now().getTime() - Date.parse(START),
      least: leastTime(month),
      refusedByLimit: ledger.refusedByLimit,
      arrived: ledger.arrived,
      perSecond: ledger.arrived / seconds,
    };
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function enqueue(database: Database, { organisations, bills }: Month): Promise<void> {
  const outbox = new Outbox(database);
  for (let number = 0; number < organisations; number += 1) {
    const id = newId();
    const place = { country: "US", locale: "en" as const, currency: "USD", timezone: null };
    const rest = { policyRevision: 0, twoPersonAboveMinor: null, twoPersonAboveCurrency: null, version: 1 };
    const company = { id, slug: `c-${number}`, name: `C ${number}`, ...place, ...rest, createdAt: START };
    const messages = Array.from({ length: bills }, (_, bill) => ({
      companyId: id,
      lane: id,
      topic: "bill",
      key: `${id} ${bill}`,
      subjectId: String(bill),
      rank: 5,
      payload: {},
    }));
    await database.write(async (manager) => {
      await insertRows(manager, CompanyEntity, [company]);
      await outbox.enqueue(manager, messages, toInstant(new Date(START)));
    });
  }
}

/** What the limits allow at best: a full window at once, then one each time that a window has passed. */
function leastTime({ bills, allowance }: Month): number {
  const calls = Math.ceil(bills / PER_CALL);
  return Math.floor((calls - 1) / allowance.perMinute) * 60_000;
}

const MONTHS: readonly Month[] = [
  { name: "10,000 bills, one organisation", organisations: 1, bills: 10_000, allowance: XERO_ALLOWANCE },
  {
    name: "200 organisations, 300 bills each, 2 calls a minute",
    organisations: 200,
    bills: 300,
    allowance: { ...XERO_ALLOWANCE, perMinute: 2 },
  },
  {
    name: "10,000 bills, no limits",
    organisations: 1,
    bills: 10_000,
    allowance: { concurrent: 5, perMinute: 1_000_000, perDay: 1_000_000, appPerMinute: 1_000_000 },
  },
];

/** Month-end against the ledger's limits, on a fake clock, and the outbox's own throughput without them. */
export async function measureMonthEnd(print: (...lines: string[]) => void): Promise<void> {
  const rows: string[][] = [["", "arrived", "fake time", "least", "to least", "429s", "messages/s"]];
  for (const month of MONTHS) {
    const { milliseconds, least, refusedByLimit, arrived, perSecond } = await deliverAll(month);
    const share = least === 0 ? "-" : (milliseconds / least).toFixed(3);
    const times = [`${milliseconds / 1000} s`, `${least / 1000} s`, share];
    rows.push([month.name, whole(arrived), ...times, String(refusedByLimit), whole(perSecond)]);
  }
  print("Month-end, bills 50 to a call, against a ledger that holds each organisation to its allowance", "");
  print(table(rows), "");
}
