import { giveWay } from "../../kernel/deadline";
import type { Bilingual } from "../../kernel/locale";
import { TRAIL_TEXTS } from "../texts/trail-texts";
import { fill } from "../../kernel/catalogue";
import type { AuditEntryEntity } from "./audit-entry.entity";
import { BEFORE_ALL, hashOf, type ChainPlace } from "./chain";
import { erasuresOf, PERSON_ERASED } from "./erasure";

/** What can be wrong with a trail. Codes are API. */
export const CHAIN_PROBLEMS = ["altered", "removed", "reordered", "foreign", "added", "unsigned", "forged"] as const;
export type ChainProblemKind = (typeof CHAIN_PROBLEMS)[number];

/** A fault and the entry it is at. */
export interface ChainProblem {
  readonly kind: ChainProblemKind;
  readonly sequence: number;
  /** Null: the entry is not there. */
  readonly entryId: string | null;
  readonly message: Bilingual;
}

/** What the trail is held against. */
export interface ChainExpectation {
  readonly companyId: string;
  /** The place before the first entry that is read. */
  readonly after?: ChainPlace;
  /** The last entry, as it is kept elsewhere; null: not known, or not read to the end. */
  readonly head: ChainPlace | null;
  /** Number of the last entry by the company's policy revision; null: not known, or not read to the end. */
  readonly last: number | null;
  /** Places that somebody has kept outside. */
  readonly anchors?: readonly ChainPlace[];
  /** Entries of erasures that come after those that are read. */
  readonly erasing?: readonly AuditEntryEntity[];
}

export interface ChainReport {
  readonly entries: number;
  /** The last entry that was read; null: none. */
  readonly end: ChainPlace | null;
  readonly problems: readonly ChainProblem[];
  /** Entries whose instant lies before that of the entry before them. No fault of the trail: the clock was set back. */
  readonly clockSteps: readonly ClockStep[];
}

/** Where the clock that entries are dated by was set back, or differed between processes. */
export interface ClockStep {
  readonly sequence: number;
  readonly entryId: string;
  /** By how much it is dated back, in milliseconds. */
  readonly milliseconds: number;
}

/** Problems told; a trail with more is told by these. */
const MAX_PROBLEMS = 200;

/** Reads a company's trail in its order and finds every entry that was altered, removed, added or moved. */
export async function checkChain(
  entries: AsyncIterable<AuditEntryEntity> | Iterable<AuditEntryEntity>,
  expected: ChainExpectation,
): Promise<ChainReport> {
  const check = new ChainCheck(expected);
  for await (const entry of entries) {
    check.read(entry);
    await giveWay();
  }
  return check.finish();
}

class ChainCheck {
  private readonly problems = new Map<string, ChainProblem>();
  /** Entries whose content does not call for their hash. */
  private readonly suspects: AuditEntryEntity[] = [];
  /** Entries that the next one follows. */
  private readonly followed = new Set<number>();
  /** Entries of erasures. */
  private readonly erasing: AuditEntryEntity[];
  private readonly anchors: Map<number, string>;
  private entries = 0;
  private place: ChainPlace;
  /** Null: the entry before is at fault itself, so what follows it proves nothing. */
  private link: string | null;
  private last: AuditEntryEntity | null = null;
  /** The last entry does not follow the one before it: which of the two is at fault, the next one shows. */
  private broken = false;
  private readonly clockSteps: ClockStep[] = [];

  constructor(private readonly expected: ChainExpectation) {
    this.place = expected.after ?? BEFORE_ALL;
    this.link = this.place.hash;
    this.erasing = [...(expected.erasing ?? [])];
    this.anchors = new Map((expected.anchors ?? []).map(({ sequence, hash }) => [sequence, hash]));
  }

  read(entry: AuditEntryEntity): void {
    this.entries += 1;
    const next = this.place.sequence + 1;
    if (entry.companyId !== this.expected.companyId)
      return this.tell("foreign", entry.sequence, entry.id, TRAIL_TEXTS.otherCompany);
    if (entry.sequence < next) return this.out(entry);
    this.settle(entry.sequence === next && entry.previousHash === this.place.hash);
    if (entry.sequence > next) this.gap(next, entry.sequence - 1);
    const sound = hashOf(entry) === entry.hash;
    if (!sound) this.suspects.push(entry);
    if (entry.action === PERSON_ERASED) this.erasing.push(entry);
    if (entry.previousHash === this.place.hash) this.followed.add(this.place.sequence);
    this.broken = sound && this.link !== null && entry.previousHash !== this.link;
    this.link = sound ? entry.hash : null;
    this.place = { sequence: entry.sequence, hash: entry.hash };
    this.time(entry);
    this.last = entry;
    this.anchor(entry);
  }

  finish(): ChainReport {
    const { head, last } = this.expected;
    const { sequence, hash } = this.place;
    const followed = head === null || (head.sequence === sequence && head.hash === hash);
    this.settle(followed);
    if (head && head.sequence === sequence && head.hash !== hash && this.link !== null && !this.problems.size)
      this.tell("altered", sequence, this.last?.id ?? null, TRAIL_TEXTS.notTheLast);
    const end = Math.max(head?.sequence ?? 0, last ?? 0, ...this.anchors.keys());
    if (end > sequence) this.gap(sequence + 1, end);
    const known = Math.min(head?.sequence ?? sequence, last ?? sequence);
    if (known < sequence) this.tell("added", known + 1, null, TRAIL_TEXTS.afterTheLast);
    this.judgeSuspects();
    const problems = [...this.problems.values()].sort((a, b) => a.sequence - b.sequence);
    const { entries, clockSteps } = this;
    return { entries, end: this.last ? this.place : null, problems, clockSteps };
  }

  /** The entry before did not follow its own predecessor. Where the next follows it, that predecessor was replaced. */
  private settle(followed: boolean): void {
    if (!this.broken || !this.last) return;
    this.broken = false;
    const { sequence, id } = this.last;
    if (followed && sequence > 1) this.tell("altered", sequence - 1, null, TRAIL_TEXTS.notTheOneBefore);
    else this.tell("altered", sequence, id, TRAIL_TEXTS.doesNotFollow);
  }

  private out(entry: AuditEntryEntity): void {
    const missed = this.problems.delete(`removed ${entry.sequence}`);
    const told = missed ? TRAIL_TEXTS.afterItsFollowers : TRAIL_TEXTS.numberTaken;
    this.tell(missed ? "reordered" : "added", entry.sequence, entry.id, told);
  }

  private gap(from: number, to: number): void {
    for (let sequence = from; sequence <= to && this.problems.size < MAX_PROBLEMS; sequence += 1)
      this.tell("removed", sequence, null, TRAIL_TEXTS.notThere);
    this.link = null;
  }

  private time({ sequence, id, createdAt }: AuditEntryEntity): void {
    const milliseconds = this.last ? Date.parse(this.last.createdAt) - Date.parse(createdAt) : 0;
    if (milliseconds > 0 && this.clockSteps.length < MAX_PROBLEMS)
      this.clockSteps.push({ sequence, entryId: id, milliseconds });
  }

  private anchor({ sequence, hash, id }: AuditEntryEntity): void {
    const kept = this.anchors.get(sequence);
    if (kept !== undefined && kept !== hash) this.tell("altered", sequence, id, TRAIL_TEXTS.otherHash);
  }

  /** An entry that is sound under another's number was moved; else its content was altered. */
  private judgeSuspects(): void {
    const altered = this.withoutErased();
    const numbers = altered.slice(0, MAX_PROBLEMS).map(({ sequence }) => sequence);
    for (const entry of altered) {
      const own = numbers.find(
        (sequence) =>
          sequence !== entry.sequence && hashOf({ ...entry, sequence, policyRevision: sequence }) === entry.hash,
      );
      if (own === undefined) this.tell("altered", entry.sequence, entry.id, TRAIL_TEXTS.contentAltered);
      else this.tell("reordered", entry.sequence, entry.id, fill(TRAIL_TEXTS.elsewhere, { place: own }));
    }
  }

  /** Out of an erased entry a person's names and addresses were taken, as a later entry says, and nothing else was done to it. */
  private withoutErased(): AuditEntryEntity[] {
    if (this.suspects.length === 0) return [];
    const erasures = erasuresOf(this.erasing);
    const { sequence: last } = this.place;
    const keepsPlace = (sequence: number) => sequence === last || this.followed.has(sequence);
    return this.suspects.filter((one) => erasures.get(one.sequence) !== hashOf(one) || !keepsPlace(one.sequence));
  }

  private tell(kind: ChainProblemKind, sequence: number, entryId: string | null, message: Bilingual): void {
    if (this.problems.size >= MAX_PROBLEMS) return;
    const key = `${kind === "removed" ? kind : "entry"} ${sequence}`;
    if (!this.problems.has(key)) this.problems.set(key, { kind, sequence, entryId, message });
  }
}
