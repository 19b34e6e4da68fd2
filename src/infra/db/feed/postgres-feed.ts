import { Client, type Notification } from "pg";
import { wantedByAll } from "../../../kernel/deadline";
import { newId } from "../../../kernel/ids";
import type { ChangeFeed, RevisionNotice } from "./change-feed";

const CHANNEL = "ledgergate_revision";
/** Hints go beside the transactions: a NOTIFY in each would have all commits of the database wait for each other. */
const HINTS = "ledgergate_changes";
/** Within the 8,000 bytes that a notice may have. */
const MAX_HINTS = 200;
const HINT_EVERY_MS = 20;
const COMPANY_ID = /^[0-9a-f-]{36}$/;
const NOTICE = /^([0-9a-f-]{36}):(\d{1,15})$/;
const CONNECT_MS = 5_000;
const RETRY_MS = 250;
/** So many beats within the bound: one that is late or lost does not yet end the trust. */
const BEATS_A_BOUND = 4;

/** The statement that tells all instances of a committed revision; part of the change's own transaction. */
export function noticeStatement({ companyId, revision }: RevisionNotice): string {
  const payload = `${companyId}:${revision}`;
  if (!NOTICE.test(payload)) throw new Error("A notice of no company's revision");
  return `NOTIFY ${CHANNEL}, '${payload}'`;
}

/** The part of pg's client that is used here; tests put their own in its place. */
export type ListeningClient = Pick<Client, "connect" | "query" | "end"> & {
  on(event: "notification", listener: (message: Notification) => void): unknown;
  on(event: "error" | "end", listener: (...args: unknown[]) => void): unknown;
};

export interface PostgresFeedOptions {
  /** How long after a lost notice something outdated may still be used at most, in milliseconds. */
  readonly staleMilliseconds: number;
  readonly connect: () => ListeningClient;
}

export function listeningClient(url: string): ListeningClient {
  return new Client({
    connectionString: url,
    application_name: "ledgergate notices",
    connectionTimeoutMillis: CONNECT_MS,
    // A dead connection answers nothing; without this nobody would notice.
    query_timeout: CONNECT_MS,
    keepAlive: true,
  });
}

/**
 * Listens to PostgreSQL's notices on a connection of its own. Its own heartbeat goes the same way as they do, through
 * NOTIFY and back: the feed is live as long as a beat that was sent within the bound has come back. So a dead
 * connection, a stalled process and a pooler that swallows LISTEN all end the trust, at the latest after the bound.
 */
export class PostgresFeed implements ChangeFeed {
  private readonly listeners: ((notice: RevisionNotice) => void)[] = [];
  private readonly hinted: ((companyId: string) => void)[] = [];
  /** Companies that the other instances are yet to hear of. */
  private readonly untold = new Set<string>();
  private hinting: NodeJS.Timeout | null = null;
  private readonly me = newId();
  private client: ListeningClient | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = true;
  private gaps = 0;
  private beat = 0;
  /** The number of the last beat that came back: a missing one means that notices may be missing too. */
  private proved = 0;
  /** When the last beat that came back was sent; the monotonic clock. */
  private proof = -Infinity;

  constructor(private readonly options: PostgresFeedOptions) {}

  live(): boolean {
    return performance.now() - this.proof < this.options.staleMilliseconds;
  }

  dataVersion(): number {
    return this.gaps;
  }

  committed(): void {
    // Notices come back to who made the commit, too.
  }

  onNotice(listener: (notice: RevisionNotice) => void): void {
    this.listeners.push(listener);
  }

  changed(companyId: string): void {
    this.hint(companyId);
    this.untold.add(companyId);
    if (this.hinting || this.stopped) return;
    this.hinting = wantedByAll(() => setTimeout(() => this.tellHints(), HINT_EVERY_MS).unref());
  }

  onChange(listener: (companyId: string) => void): void {
    this.hinted.push(listener);
  }

  revision(): null {
    return null;
  }

  /** Where the first connection fails it goes on trying; until one listens, the feed is not live. */
  async start(): Promise<void> {
    if (!this.stopped) return;
    this.stopped = false;
    await this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.proof = -Infinity;
    if (this.timer) clearTimeout(this.timer);
    if (this.hinting) clearTimeout(this.hinting);
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = this.options.connect();
    this.client = client;
    const lost = () => this.lost(client);
    client.on("error", lost);
    client.on("end", lost);
    client.on("notification", (message) => {
      if (this.client !== client) return;
      if (message.channel === CHANNEL) this.hear(message.payload ?? "");
      else if (message.channel === HINTS) this.hearHints(message.payload ?? "");
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      await client.query(`LISTEN ${HINTS}`);
      await this.send(client);
    } catch {
      this.lost(client);
    }
  }

  /** Sends a beat, and the next one a part of the bound later. */
  private async send(client: ListeningClient): Promise<void> {
    if (this.client !== client || this.stopped) return;
    this.beat++;
    const sent = performance.now();
    await client.query(`NOTIFY ${CHANNEL}, 'beat:${this.me}:${this.beat}:${sent}'`);
    this.again(() => this.send(client), this.options.staleMilliseconds / BEATS_A_BOUND);
  }

  private hear(payload: string): void {
    const [kind, from, beat, sent] = payload.split(":");
    if (kind === "beat") {
      if (from === this.me) this.prove(Number(beat), Number(sent));
      return;
    }
    const notice = NOTICE.exec(payload);
    if (!notice) return;
    for (const listener of this.listeners) listener({ companyId: notice[1] ?? "", revision: Number(notice[2]) });
  }

  private hint(companyId: string): void {
    for (const listener of this.hinted) listener(companyId);
  }

  private hearHints(payload: string): void {
    const [from, ...companyIds] = payload.split(",");
    if (from !== this.me) for (const companyId of companyIds) this.hint(companyId);
  }

  /** Where it fails nobody is told again: who listens looks by themselves from time to time. */
  private tellHints(): void {
    this.hinting = null;
    const ids = [...this.untold].filter((id) => COMPANY_ID.test(id));
    this.untold.clear();
    const { client } = this;
    if (!client) return;
    for (let start = 0; start < ids.length; start += MAX_HINTS) {
      const payload = [this.me, ...ids.slice(start, start + MAX_HINTS)].join();
      client.query(`NOTIFY ${HINTS}, '${payload}'`).catch(() => this.lost(client));
    }
  }

  /** Whatever was kept before a time without trust may have missed a notice. */
  private prove(beat: number, sent: number): void {
    if (!this.live() || beat !== this.proved + 1) this.gaps++;
    this.proved = beat;
    this.proof = sent;
  }

  private lost(client: ListeningClient): void {
    if (this.client !== client) return;
    this.client = null;
    this.proof = -Infinity;
    void client.end().catch(() => undefined);
    if (!this.stopped) this.again(() => this.connect(), RETRY_MS);
  }

  private again(work: () => Promise<void>, milliseconds: number): void {
    if (this.timer) clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      const { client } = this;
      work().catch(() => client && this.lost(client));
    }, milliseconds);
    this.timer.unref();
  }
}
