import { Between, IsNull, Not, type EntityManager } from "typeorm";
import { fill } from "../../kernel/catalogue";
import type { Bilingual } from "../../kernel/locale";
import { DAY_MS, instantAfter, latestAfter } from "../../kernel/clock";
import { personKey } from "../../kernel/email";
import { BilingualRefusal } from "../../kernel/errors";
import { requestScope } from "../http/request-scope";
import type { QuotaPolicy, QuotaState } from "../quota/quotas";
import { INFRA_TEXTS } from "../texts/infra-texts";
import type { Mailbox } from "./mail";
import { MailMessageEntity } from "./mail-message.entity";

/** What brings letters about: the change of a member, vendor staff or a key, or a job of Ledgergate's own. */
export interface LetterCause {
  readonly kind: string;
  readonly id: string;
}

/** A recurring job, or what Ledgergate notices by itself: people can bring that about too, by what they change. */
export function jobCause(name: string): LetterCause {
  return { kind: "job", id: name };
}

/** When letters are written, and by what. */
export interface Writing {
  readonly at: string;
  readonly by: LetterCause;
}

/** What is looked at of a letter. */
interface Countable {
  readonly companyId: string;
  readonly to: Mailbox;
  readonly ifRoom?: boolean;
}

/** Letters of a company within a day: of one person, key or job to one reader, of one altogether, of all. */
export const MAX_LETTERS_A_DAY = { toReader: 100, ofOne: 5_000, ofCompany: 20_000 } as const;

const DAY_SECONDS = DAY_MS / 1_000;

type Bound = keyof typeof MAX_LETTERS_A_DAY;
const BOUNDS = Object.keys(MAX_LETTERS_A_DAY) as readonly Bound[];

/** What each is called in the headers of the answer. */
const POLICIES: Readonly<Record<Bound, QuotaPolicy>> = {
  toReader: "letters-to-reader",
  ofOne: "letters",
  ofCompany: "letters-of-company",
};

const REFUSALS: Readonly<Record<Bound, (max: number) => Bilingual>> = {
  toReader: (max) => fill(INFRA_TEXTS.lettersToReader, { max }),
  ofOne: (max) => fill(INFRA_TEXTS.lettersOfOne, { max }),
  ofCompany: (max) => fill(INFRA_TEXTS.lettersOfCompany, { max }),
};

/** What is kept with a letter of what brought it about; null: the command line or the story of the demo, which have no bound. */
export function causeOf(by: LetterCause): string | null {
  return by.kind === "system" ? null : by.id;
}

/**
 * Those of a company's letters that there is room for: others are left out where they may be, as a job's may; else it throws
 * Refusal LIMIT_EXCEEDED. The company's lock keeps the count right for all processes.
 */
export async function withinLetterQuota<Letter extends Countable>(
  manager: EntityManager,
  letters: readonly Letter[],
  { at, by }: Writing,
): Promise<readonly Letter[]> {
  const cause = causeOf(by);
  const [first] = letters;
  if (cause === null || !first) return letters;
  const count = await LetterCount.read(manager, first.companyId, cause, at);
  try {
    return letters.filter((letter) => count.takes(letter, by.kind === "job" || letter.ifRoom === true));
  } finally {
    requestScope.getStore()?.noteQuotas(count.states(cause));
  }
}

/** What was written within a day. */
class LetterCount {
  /** To one of the readers of the present letters, at most. */
  private most = 0;

  private constructor(
    private readonly toReader: Map<string, number>,
    private ofOne: number,
    private ofCompany: number,
  ) {}

  static async read(manager: EntityManager, companyId: string, causedBy: string, at: string): Promise<LetterCount> {
    // What a clock wrote that ran ahead does not count.
    const day = { companyId, createdAt: Between(instantAfter(at, -DAY_MS), latestAfter(at, 0)) };
    const counted = manager.createQueryBuilder(MailMessageEntity, "letter").where({ ...day, causedBy });
    const readers = await counted
      .select("letter.toEmail", "reader")
      .addSelect("COUNT(*)", "letters")
      .groupBy("letter.toEmail")
      .getRawMany<{ reader: string; letters: number | string }>();
    const toReader = new Map(readers.map(({ reader, letters }) => [reader, Number(letters)]));
    const ofOne = [...toReader.values()].reduce((sum, letters) => sum + letters, 0);
    const ofCompany = await manager.countBy(MailMessageEntity, { ...day, causedBy: Not(IsNull()) });
    return new LetterCount(toReader, ofOne, ofCompany);
  }

  /** Counts the letter; false: it is left out. */
  takes({ to }: Countable, ifRoom: boolean): boolean {
    const reader = personKey(to.email);
    const counts = this.counts(this.toReader.get(reader) ?? 0);
    const full = BOUNDS.find((bound) => counts[bound] >= MAX_LETTERS_A_DAY[bound]);
    if (full) this.most = Math.max(this.most, counts.toReader);
    if (full && ifRoom) return false;
    if (full) throw new BilingualRefusal("LIMIT_EXCEEDED", REFUSALS[full](MAX_LETTERS_A_DAY[full]), ["input"]);
    this.toReader.set(reader, counts.toReader + 1);
    this.ofOne += 1;
    this.ofCompany += 1;
    this.most = Math.max(this.most, counts.toReader + 1);
    return true;
  }

  /** How the bounds stand, of the reader who was written to most. */
  states(spender: string): QuotaState[] {
    const counts = this.counts(this.most);
    return BOUNDS.map((bound) => {
      const limit = MAX_LETTERS_A_DAY[bound];
      const remaining = Math.max(0, limit - counts[bound]);
      return { policy: POLICIES[bound], spender, limit, remaining, reset: DAY_SECONDS, window: DAY_SECONDS };
    });
  }

  private counts(toReader: number): Readonly<Record<Bound, number>> {
    return { toReader, ofOne: this.ofOne, ofCompany: this.ofCompany };
  }
}
