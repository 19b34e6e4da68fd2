import { wantedByAll } from "../../kernel/deadline";
import { AsyncResource } from "node:async_hooks";
import { setTimeout as pause } from "node:timers/promises";
import type { Clock } from "../../kernel/clock";
import type { Decided, DecisionObserver } from "../decision-point/decided";
import type { DecisionLogSettings } from "./decision-log-settings";
import type { DecisionStore } from "./decision-store";
import { entryOf, usesOf, type WaitingDecision } from "./waiting-decision";

/** What the log holds and has done since the start, for metrics. */
export interface DecisionLogState {
  readonly waiting: number;
  /** Age of the decision that waits longest; 0: none waits. */
  readonly lagMilliseconds: number;
  readonly written: number;
  /** Found no room, or could not be written. */
  readonly lostAllowed: number;
  readonly lostDenied: number;
  readonly failures: number;
}

/** Decisions put into words and written in one go. */
const BATCH = 100;
/** After a go requests have the process for as long as the go took, and never longer than this. */
const MAX_PAUSE_MS = 100;
/** Share of the buffer that allowed decisions may fill; the rest is kept for denials. */
const ALLOWED_SHARE = 0.9;
/** Uses of grants remembered between two writings, where their decisions are not kept. */
const MAX_PROBES = 5000;
const CLOSING_ATTEMPTS = 3;

/**
 * Keeps decisions: takes them in memory on the way of the answer, and writes them in batches some time later. Memory is
 * bounded: what finds no room is lost, allowed decisions first, and counted. `flush` before the database closes.
 */
export class DecisionLog implements DecisionObserver {
  private readonly waiting: WaitingDecision[] = [];
  private readonly probes = new Map<string, WaitingDecision>();
  private timer: NodeJS.Timeout | null = null;
  private closing = false;
  private flushing: Promise<void> | null = null;
  private readonly counts = { written: 0, lostAllowed: 0, lostDenied: 0, failures: 0 };
  private readonly arm: () => void;

  constructor(
    private readonly store: DecisionStore,
    private readonly settings: DecisionLogSettings,
    private readonly clock: Clock,
    private readonly warn: (error: unknown) => void,
    private readonly random: () => number = Math.random,
  ) {
    // A timer armed on the way of a request would inherit its transaction.
    this.arm = AsyncResource.bind(() => this.armTimer());
  }

  decided(decided: Decided): void {
    if (!this.isKept(decided)) return this.probe(decided);
    const { bufferEntries } = this.settings;
    const room = decided.decision.allowed ? Math.floor(bufferEntries * ALLOWED_SHARE) : bufferEntries;
    if (this.waiting.length >= room) {
      this.lose(decided);
      return this.probe(decided);
    }
    this.waiting.push({ decided, madeAt: this.clock.now().getTime() });
    if (this.timer === null) this.arm();
  }

  get state(): DecisionLogState {
    const oldest = this.waiting[0];
    const lagMilliseconds = oldest ? Math.max(0, this.clock.now().getTime() - oldest.madeAt) : 0;
    return { ...this.counts, waiting: this.waiting.length, lagMilliseconds };
  }

  /** Writes all that waits; for a graceful stop. What cannot be written then is counted as lost, and told. */
  async close(): Promise<void> {
    this.closing = true;
    for (let attempt = 0; attempt < CLOSING_ATTEMPTS && this.dirty; attempt += 1) await this.flush();
    this.disarm();
    if (this.waiting.length === 0) return;
    const lost = this.waiting.splice(0);
    for (const { decided } of lost) this.lose(decided);
    this.warn(new Error(`${lost.length} decisions could not be written to the decision log`));
  }

  /** Writes what waits; what fails waits on. Never throws. */
  flush(): Promise<void> {
    this.flushing ??= wantedByAll(() => this.drain()).finally(() => {
      this.flushing = null;
    });
    return this.flushing;
  }

  private get dirty(): boolean {
    return this.waiting.length > 0 || this.probes.size > 0;
  }

  private async drain(): Promise<void> {
    await this.writeProbes();
    while (this.waiting.length > 0) {
      const started = performance.now();
      const batch = this.waiting.splice(0, BATCH);
      if (!(await this.writeBatch(batch))) {
        this.waiting.unshift(...batch);
        return;
      }
      await pause(this.closing ? 0 : Math.min(performance.now() - started, MAX_PAUSE_MS));
    }
  }

  /** Uses of grants by decisions that are not kept. What fails is for the next time: such a use comes again. */
  private async writeProbes(): Promise<void> {
    if (this.probes.size === 0) return;
    const uses = usesOf(this.probes.values());
    this.probes.clear();
    await this.store.write([], uses).catch((error: unknown) => this.failed(error));
  }

  /** False: not now. What the database takes in no way is given up, one by one, so that it holds up nothing else. */
  private async writeBatch(batch: readonly WaitingDecision[]): Promise<boolean> {
    try {
      const entries = batch.map(entryOf).filter((entry) => entry !== null);
      await this.store.write(entries, usesOf(batch));
      this.counts.written += entries.length;
      return true;
    } catch (error) {
      this.failed(error);
      return (await this.answers()) ? this.halved(batch) : false;
    }
  }

  private async halved(batch: readonly WaitingDecision[]): Promise<boolean> {
    const [only] = batch;
    if (batch.length === 1 && only) {
      this.lose(only.decided);
      return true;
    }
    const middle = Math.ceil(batch.length / 2);
    // Both are tried; a half that was written must not be written again.
    if (!(await this.writeBatch(batch.slice(0, middle)))) return false;
    if (await this.writeBatch(batch.slice(middle))) return true;
    for (const { decided } of batch.slice(middle)) this.lose(decided);
    return true;
  }

  private async answers(): Promise<boolean> {
    return this.store.ping().then(
      () => true,
      () => false,
    );
  }

  /** Notes an allowed decision that is not kept, once for each thing that somebody may do. */
  private probe(decided: Decided): void {
    // First of all: thousands of decisions a second come by.
    if (!decided.decision.allowed || this.probes.size >= MAX_PROBES) return;
    const { company, subject, action, resource, record } = decided.question;
    const who = subject ?? (decided.asker.kind === "person" ? decided.asker.subject : "");
    const project = typeof record?.project === "string" ? record.project : "";
    const key = `${company}|${who}|${action}|${resource}|${project}|${record ? 1 : 0}|${decided.purpose}`;
    if (this.probes.has(key)) return;
    this.probes.set(key, { decided, madeAt: this.clock.now().getTime() });
    if (this.timer === null) this.arm();
  }

  private failed(error: unknown): void {
    this.counts.failures += 1;
    this.warn(error);
  }

  private isKept({ decision: { allowed } }: Decided): boolean {
    const { mode, samplePercent } = this.settings;
    if (mode === "off") return false;
    if (!allowed || mode === "complete") return true;
    return mode === "sample" && this.random() * 100 < samplePercent;
  }

  private lose({ decision: { allowed } }: Decided): void {
    if (allowed) this.counts.lostAllowed += 1;
    else this.counts.lostDenied += 1;
  }

  private armTimer(): void {
    this.timer = wantedByAll(() => setTimeout(() => void this.flushAndRearm(), this.settings.flushMilliseconds));
    this.timer.unref();
  }

  private async flushAndRearm(): Promise<void> {
    await this.flush();
    this.timer = null;
    if (this.dirty) this.armTimer();
  }

  private disarm(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }
}
