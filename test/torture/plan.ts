import { createHash } from "node:crypto";
import { oneOf, seeded, whole, type Seeded } from "./seeded";

/** What is done to the house while it works. */
export type Blow =
  | { readonly kind: "kill"; readonly server: number }
  | { readonly kind: "weather"; readonly weather: Weather; readonly seed: number }
  | { readonly kind: "expire_tokens" }
  | { readonly kind: "jump"; readonly milliseconds: number }
  | { readonly kind: "rights"; readonly approver: number; readonly right: Right; readonly held: boolean };

export const WEATHERS = ["calm", "cut", "busy", "down", "slow", "storm"] as const;
export type Weather = (typeof WEATHERS)[number];
export const RIGHTS = ["privilege", "invoices", "commitments"] as const;
export type Right = (typeof RIGHTS)[number];

export interface Step {
  /** Answers that people get before it: a slow machine is beaten as often for its work as a fast one. */
  readonly answers: number;
  /** Milliseconds after the last of them: at any moment of what follows. */
  readonly pause: number;
  readonly blow: Blow;
}

export interface PlanSize {
  readonly seed: number;
  readonly records: number;
  readonly servers: number;
  readonly approvers: number;
}

const MAX_TAKEN = 3;

/** Dealt out again and again, so that a short run meets each kind too. */
const DECK = [
  ...(["kill", "kill", "expire_tokens", "jump", "jump", "jump", "jump"] as const),
  ...(["rights", "rights", "rights", "rights", "cut", "busy", "down", "slow", "storm", "storm", "calm"] as const),
] as const;

/**
 * Many records are beaten as often as a few hundred, not for ever: each blow meets more work then, and a server that has just
 * been killed is not killed again before it has done anything.
 */
function mostAnswers(records: number): number {
  return Math.max(8, Math.floor(records / 50));
}

/** The blows, one after another without end; the same for the same seed. */
export function* planOf({ seed, records, servers, approvers }: PlanSize): Generator<Step, never> {
  const random = seeded(seed);
  const rights = new TakenRights(random, approvers);
  for (;;)
    for (const card of shuffled(random, DECK))
      yield {
        answers: whole(random, 2, mostAnswers(records)),
        pause: whole(random, 0, 300),
        blow: blowOf(random, card, servers, rights),
      };
}

/** Rights that somebody lacks. Some are lacking most of the time, and never all: else nobody would do anything. */
class TakenRights {
  private readonly taken: { approver: number; right: Right }[] = [];

  constructor(
    private readonly random: Seeded,
    private readonly approvers: number,
  ) {}

  next(): Blow {
    if (this.taken.length >= MAX_TAKEN || (this.taken.length > 0 && this.random() < 0.4)) return this.back();
    const approver = whole(this.random, 0, this.approvers - 1);
    const right = oneOf(this.random, RIGHTS);
    const isLast = right === "privilege" && this.taken.some((one) => one.right === "privilege");
    if (isLast || this.taken.some((one) => one.approver === approver && one.right === right)) return this.back();
    this.taken.push({ approver, right });
    return { kind: "rights", approver, right, held: false };
  }

  private back(): Blow {
    const [first] = this.taken.splice(0, 1);
    return { kind: "rights", approver: 0, right: "privilege", ...first, held: true };
  }
}

/** Tells one plan from another. */
export function planDigest(size: PlanSize): string {
  const plan = planOf(size);
  const steps = Array.from({ length: 1000 }, () => plan.next().value);
  return createHash("sha256").update(JSON.stringify(steps)).digest("hex").slice(0, 12);
}

function blowOf(random: Seeded, card: (typeof DECK)[number], servers: number, rights: TakenRights): Blow {
  switch (card) {
    case "kill":
      return { kind: card, server: whole(random, 0, servers - 1) };
    case "expire_tokens":
      return { kind: card };
    case "jump":
      return { kind: card, milliseconds: jump(random) };
    case "rights":
      return rights.next();
    default:
      return { kind: "weather", weather: card, seed: whole(random, 1, 1_000_000) };
  }
}

function shuffled<T>(random: Seeded, cards: readonly T[]): T[] {
  return cards
    .map((card) => ({ card, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ card }) => card);
}

/** Mostly on, by seconds or by minutes, now and then back. */
function jump(random: Seeded): number {
  const share = random();
  if (share < 0.15) return -whole(random, 1_000, 90_000);
  return share < 0.6 ? whole(random, 1_000, 60_000) : whole(random, 60_000, 400_000);
}
