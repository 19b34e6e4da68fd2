import { type EntityManager, LessThanOrEqual, MoreThan } from "typeorm";
import { canonicalHash } from "../../kernel/canonical-hash";
import { type Clock, HOUR_MS, instantAfter, latestAfter, toInstant } from "../../kernel/clock";
import { BilingualRefusal } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import type { Database } from "../db/database";
import { IdempotencyKeyEntity } from "./idempotency-key.entity";

/** How long an answer is kept for its key. */
export const KEPT_HOURS = 24;
const KEPT_MS = KEPT_HOURS * HOUR_MS;
/** Keys of one caller that are kept at a time. */
export const MAX_KEYS_OF_CALLER = 10_000;

const REUSED = {
  en: "This idempotency key came with another input before; take a new key for what is new, and send the old input for the old answer.",
  fr: "Cette clé d’idempotence est déjà venue avec d’autres données ; prenez une nouvelle clé pour ce qui est nouveau, et renvoyez les mêmes données pour la même réponse.",
};
const TOO_MANY = {
  en: `${MAX_KEYS_OF_CALLER} idempotency keys are kept for one caller within ${KEPT_HOURS} hours; go on without a key, or later.`,
  fr: `${MAX_KEYS_OF_CALLER} clés d’idempotence sont gardées par appelant pendant ${KEPT_HOURS} heures ; continuez sans clé, ou plus tard.`,
};
const EMPTY = {
  en: "An idempotency key is a text of your own, such as a UUID; leave it out where you have none.",
  fr: "Une clé d’idempotence est un texte à vous, par exemple un UUID ; ne la donnez pas si vous n’en avez pas.",
};

/** One call with a key. */
export interface KeyedCall {
  /** Who asks, in a form that no other caller has. */
  readonly caller: readonly string[];
  /** Id of the company that is changed; empty where there is none. */
  readonly company: string;
  readonly mutation: string;
  readonly key: string;
  /** Plain JSON, without the key. */
  readonly input: unknown;
}

/** What this call has made itself, or what was kept of the call that came before it with the key. */
export type KeyedAnswer<Made> = { readonly made: Made } | { readonly kept: unknown };

const AT: readonly string[] = ["input", "idempotencyKey"];

/**
 * What clients' own keys have made: what is asked for twice with one key is made once. The key is kept in the transaction
 * of what it makes, so that there is never the one without the other; what is refused keeps no key.
 */
export class IdempotencyKeys {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Does the work and keeps of it what `store` takes, in one transaction; does nothing where the key has come before. Of
   * two at once the second waits for the first. The work is done anew where its transaction lost a race, or not at all if
   * the other has taken the key: what counts is the answer alone. Throws Refusal IDEMPOTENCY_KEY_REUSED for another input,
   * BAD_INPUT, LIMIT_EXCEEDED, and whatever the work throws; nothing is kept then.
   */
  async once<Made>(
    call: KeyedCall,
    work: () => Promise<Made>,
    store: (made: Made) => object,
  ): Promise<KeyedAnswer<Made>> {
    if (call.key.trim() === "") throw new BilingualRefusal("BAD_INPUT", EMPTY, AT);
    const inputDigest = canonicalHash(call.input);
    const caller = canonicalHash(call.caller);
    const id = canonicalHash([call.caller, call.company, call.mutation, call.key]);
    return this.database.write(async (manager) => {
      const taken = await this.take(manager, { id, caller, inputDigest });
      if (taken) {
        if (taken.inputDigest !== inputDigest) throw new BilingualRefusal("IDEMPOTENCY_KEY_REUSED", REUSED, AT);
        return { kept: taken.answer };
      }
      const made = await work();
      await manager.update(IdempotencyKeyEntity, { id }, { answer: store(made) });
      return { made };
    });
  }

  /** Forgets what is older than a day, and what a clock that ran ahead has kept. */
  async trim(): Promise<void> {
    const at = toInstant(this.clock.now());
    await this.database.write(async (manager) => {
      await manager.delete(IdempotencyKeyEntity, { expiresAt: LessThanOrEqual(at) });
      await manager.delete(IdempotencyKeyEntity, {
        expiresAt: MoreThan(latestAfter(at, KEPT_MS)),
      });
    });
  }

  /** Null: the key is this call's. Otherwise what it has made before. */
  private async take(
    manager: EntityManager,
    row: Pick<IdempotencyKeyEntity, "id" | "caller" | "inputDigest">,
  ): Promise<IdempotencyKeyEntity | null> {
    const at = toInstant(this.clock.now());
    await manager.delete(IdempotencyKeyEntity, { id: row.id, expiresAt: LessThanOrEqual(at) });
    const before = await manager.findOneBy(IdempotencyKeyEntity, { id: row.id });
    if (before) return before;
    if ((await manager.countBy(IdempotencyKeyEntity, { caller: row.caller })) >= MAX_KEYS_OF_CALLER)
      throw new BilingualRefusal("LIMIT_EXCEEDED", TOO_MANY, AT);
    const takenBy = newId();
    const times = { createdAt: at, expiresAt: instantAfter(at, KEPT_MS) };
    const insert = manager
      .createQueryBuilder()
      .insert()
      .into(IdempotencyKeyEntity)
      .values({ ...row, ...times, takenBy });
    // On PostgreSQL this waits for another call that has taken the key and is not committed.
    await insert.orIgnore().updateEntity(false).execute();
    const kept = await manager.findOneByOrFail(IdempotencyKeyEntity, { id: row.id });
    return kept.takenBy === takenBy ? null : kept;
  }
}
