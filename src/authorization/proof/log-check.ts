import { PROOF_TEXTS } from "../texts/proof-texts";
import { fill } from "../../kernel/catalogue";
import { In, IsNull, MoreThan, type EntityManager } from "typeorm";
import { DAY_MS, instantAfter } from "../../kernel/clock";
import { CHAIN_START } from "../../kernel/hash-chain";
import { DecisionEntryEntity } from "../log/decision-entry.entity";
import { contentOf, entryHashes, shortHash } from "../log/decision-seals";
import { DecisionSealEntity } from "../seals/decision-seal.entity";
import { sealHash, type SealPlace } from "../seals/seal-chain";
import type { RightsProblems } from "./rights-problem";
import type { LogEnd } from "./trail-memory";

const SEALS_BATCH_SIZE = 20;

/** What the log is held against besides its own chain. */
export interface LogExpectation {
  /** For how many days decisions are kept by the configuration; 0: for ever. */
  readonly days: number;
  /** Ends that audit entries saw. */
  readonly ends: readonly LogEnd[];
  /** Ends that were kept outside. */
  readonly anchors: readonly SealPlace[];
}

/** Holds the decision log, of all companies, against its chain of seals: every decision is there, as it was written. */
export async function checkLog(
  manager: EntityManager,
  expected: LogExpectation,
  problems: RightsProblems,
): Promise<void> {
  const check = new LogCheck(manager, problems);
  for (let from = 0; ;) {
    const order = { sequence: "ASC" } as const;
    const where = { sequence: MoreThan(from) };
    const seals = await manager.find(DecisionSealEntity, { where, order, take: SEALS_BATCH_SIZE });
    await check.read(seals);
    const last = seals.at(-1);
    if (!last) break;
    from = last.sequence;
  }
  await check.finish(expected);
}

class LogCheck {
  private first: DecisionSealEntity | null = null;
  private previous: SealPlace | null = null;
  private kept: DecisionSealEntity | null = null;
  private readonly hashes = new Map<string, number>();

  constructor(
    private readonly manager: EntityManager,
    private readonly problems: RightsProblems,
  ) {}

  async read(seals: readonly DecisionSealEntity[]): Promise<void> {
    const seal = In(seals.map(({ sequence }) => sequence));
    const entries = seals.length > 0 ? await this.manager.findBy(DecisionEntryEntity, { seal }) : [];
    for (const one of seals) {
      this.link(one);
      if (one.word === "kept_since") this.kept = one;
      else
        this.compare(
          one,
          entries.filter((entry) => entry.seal === one.sequence),
        );
    }
  }

  async finish({ days, ends, anchors }: LogExpectation): Promise<void> {
    this.checkStart(days);
    const gone = this.kept?.until ?? "";
    for (const { sequence, at, hash } of ends)
      if (!this.hashes.has(hash) && at > gone)
        this.problems.tell("log_removed", "decision_log", sequence, fill(PROOF_TEXTS.sealedDecisionsGone, { at }));
    for (const { sequence, hash } of anchors)
      if (this.hashes.get(hash) !== sequence && sequence > (this.kept?.through ?? 0))
        this.problems.tell("log_removed", `seal ${sequence}`, null, PROOF_TEXTS.sealGone);
    await this.checkUnsealed();
  }

  private link(seal: DecisionSealEntity): void {
    const target = `seal ${seal.sequence}`;
    const follows = this.previous;
    this.first ??= seal;
    if (follows && seal.sequence !== follows.sequence + 1)
      this.problems.tell("log_removed", `seal ${follows.sequence + 1}`, null, PROOF_TEXTS.notThere);
    else if (follows && seal.previousHash !== follows.hash)
      this.problems.tell("log_altered", target, null, PROOF_TEXTS.sealDoesNotFollow);
    if (sealHash(seal) !== seal.hash) this.problems.tell("log_altered", target, null, PROOF_TEXTS.contentAltered);
    this.previous = seal;
    this.hashes.set(seal.hash, seal.sequence);
  }

  private compare(seal: DecisionSealEntity, entries: readonly DecisionEntryEntity[]): void {
    const hashes = entryHashes(entries);
    if (contentOf(hashes) === seal.content) return;
    const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
    const left = new Set(seal.digests);
    for (const [index, entry] of sorted.entries()) {
      if (left.delete(shortHash(hashes[index] ?? ""))) continue;
      this.problems.tell(
        "log_altered",
        `decision ${entry.id}`,
        null,
        fill(PROOF_TEXTS.otherDecision, { seal: seal.sequence }),
      );
    }
    const missing = seal.entries - entries.length;
    if (missing > 0)
      this.problems.tell(
        ...(["log_removed", `seal ${seal.sequence}`, null] as const),
        fill(PROOF_TEXTS.decisionsMissing, { missing, all: seal.entries, until: seal.until }),
      );
  }

  /** What is not there from the beginning, retention must have said. */
  private checkStart(days: number): void {
    const { first, kept } = this;
    if (!first) return;
    const before = first.sequence - 1;
    const isSaid = kept?.through === before && kept.throughHash === first.previousHash;
    const isStart = before === 0 && first.previousHash === CHAIN_START;
    if (!isStart && !isSaid) this.problems.tell("log_removed", `seal ${before}`, null, PROOF_TEXTS.sealsBeforeGone);
    const earliest = kept && instantAfter(kept.at, -((kept.days ?? 0) * DAY_MS));
    if (kept?.through != null && earliest !== null && kept.until > earliest)
      this.problems.tell(
        "log_removed",
        `seal ${kept.sequence}`,
        null,
        fill(PROOF_TEXTS.deletedTooEarly, { until: kept.until }),
      );
    if (kept && kept.days !== days)
      this.problems.tell(
        ...(["log_removed", `seal ${kept.sequence}`, null] as const),
        fill(PROOF_TEXTS.otherRetention, { until: kept.until, kept: kept.days ?? 0, days }),
      );
  }

  /** Since there are seals, every decision has one. */
  private async checkUnsealed(): Promise<void> {
    const { first } = this;
    if (!first) return;
    const unsealed = await this.manager.find(DecisionEntryEntity, {
      where: { seal: IsNull(), createdAt: MoreThan(first.at) },
      take: 100,
    });
    for (const { id } of unsealed) this.problems.tell("log_added", `decision ${id}`, null, PROOF_TEXTS.noSeal);
    const beyond = { seal: MoreThan(this.previous?.sequence ?? 0) };
    for (const { id, seal } of await this.manager.find(DecisionEntryEntity, { where: beyond, take: 100 }))
      this.problems.tell("log_added", `decision ${id}`, null, fill(PROOF_TEXTS.itsSealGone, { seal: seal ?? "" }));
  }
}
