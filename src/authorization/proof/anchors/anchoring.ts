import { In, type EntityManager, type QueryDeepPartialEntity } from "typeorm";
import { insertRows } from "../../../infra/db/query/rows";
import type { Database } from "../../../infra/db/database";
import { toInstant, type Clock } from "../../../kernel/clock";
import { newId } from "../../../kernel/ids";
import { AuditHeadEntity } from "../../../tenant/audit/audit-head.entity";
import type { HeadKeys } from "../../../tenant/audit/head-keys";
import { lastSeal } from "../../seals/seal-chain";
import { ANCHOR_FORMAT, anchorHash, anchorText, FIRST_PREVIOUS, type Anchor, type AnchorDocument } from "./anchor";
import type { AnchorPlace, TimestampAuthority } from "./anchor-places";
import { AnchorEntity } from "./anchor.entity";

export interface AnchoringParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: HeadKeys;
  readonly places: readonly AnchorPlace[];
  /** Null: none is configured. */
  readonly timestamps: TimestampAuthority | null;
}

/** Companies in one anchor; more follow in the next. */
const MAX_HEADS = 5000;
/** Anchors taken outside in one go, oldest first. */
const MAX_CARRIED = 1000;

/**
 * Carries the ends of all chains out of the database's reach, where there is a place for them: a recurring duty. What
 * could not be carried is carried the next time; nobody who changes something waits for it.
 */
export class Anchoring {
  constructor(private readonly parts: AnchoringParts) {}

  /** Whether there is any place to carry to. */
  get configured(): boolean {
    return this.parts.places.length > 0 || this.parts.timestamps !== null;
  }

  /** Makes an anchor where something has gone on, and carries what is not outside yet. Throws what the places say. */
  async run(): Promise<void> {
    if (!this.configured) return;
    await this.make();
    await this.carry();
  }

  private make(): Promise<void> {
    const { database, clock, keys } = this.parts;
    return database.write(async (manager) => {
      const [last] = await manager.find(AnchorEntity, { order: { sequence: "DESC" }, take: 1 });
      const heads = await movedHeads(manager);
      const seal = await lastSeal(manager);
      const decisionLog = seal && { sequence: seal.sequence, hash: seal.hash };
      if (heads.length === 0 && last?.document.decisionLog?.hash === decisionLog?.hash) return;
      const at = toInstant(clock.now());
      const document: AnchorDocument = {
        ...{ format: ANCHOR_FORMAT, sequence: (last?.sequence ?? 0) + 1, at },
        previousHash: last?.hash ?? FIRST_PREVIOUS,
        heads: heads.map(({ id: companyId, sequence, hash }) => ({ companyId, sequence, hash })),
        decisionLog,
      };
      const signed = keys.sign(anchorText(document)) ?? { keyId: null, signature: null };
      const row = { id: newId(), sequence: document.sequence, document, hash: anchorHash(document), ...signed };
      const fresh = { ...row, token: null, places: [], createdAt: at };
      await insertRows(manager, AnchorEntity, [fresh as QueryDeepPartialEntity<AnchorEntity>]);
      for (const { id, sequence } of heads)
        await manager.update(AuditHeadEntity, { id }, { anchoredSequence: sequence });
    });
  }

  private async carry(): Promise<void> {
    const failures: unknown[] = [];
    for (const row of await this.waiting()) {
      const failed = await this.carryOne(row).catch((error: unknown) => failures.push(error));
      // In their order: what a place lacks is missed later, and a place that is away would be asked for each.
      if (failed !== undefined) break;
    }
    if (failures.length > 0) throw failures[0];
  }

  private async waiting(): Promise<AnchorEntity[]> {
    const { places, timestamps, database } = this.parts;
    // Anchors are few, and those that wait are the newest.
    const newest = await database.read().find(AnchorEntity, { order: { sequence: "DESC" }, take: MAX_CARRIED });
    const waits = ({ places: held, token }: AnchorEntity) =>
      places.some(({ name }) => !held.includes(name)) || (timestamps !== null && token === null);
    return newest.filter(waits).reverse();
  }

  private async carryOne(row: AnchorEntity): Promise<void> {
    const { timestamps, places } = this.parts;
    let failure: { readonly error: unknown } | null = null;
    const attempt = async (work: () => Promise<void>) => {
      await work().catch((error: unknown) => {
        failure ??= { error };
      });
    };
    // First of all: the places keep the token with it.
    if (timestamps && row.token === null)
      await attempt(async () => this.keep(row, { token: await timestamps.stamp(anchorText(row.document)) }));
    for (const place of places) {
      if (row.places.includes(place.name)) continue;
      await attempt(async () => {
        await place.put(anchorOf(row));
        await this.keep(row, { places: [...row.places, place.name] });
      });
    }
    const failed = failure as { readonly error: unknown } | null;
    if (failed) throw failed.error;
  }

  private async keep(row: AnchorEntity, change: Partial<Pick<AnchorEntity, "token" | "places">>): Promise<void> {
    await this.parts.database.write((manager) => manager.update(AnchorEntity, { id: row.id }, change as never));
    Object.assign(row, change);
  }
}

export function anchorOf({ document, hash, keyId, signature, token }: AnchorEntity): Anchor {
  return { document, hash, keyId, signature, token };
}

async function movedHeads(manager: EntityManager): Promise<AuditHeadEntity[]> {
  const query = manager.createQueryBuilder(AuditHeadEntity, "head").where("head.sequence > head.anchoredSequence");
  const ids = (await query.select("head.id").orderBy("head.id").limit(MAX_HEADS).getMany()).map(({ id }) => id);
  return manager.find(AuditHeadEntity, { where: { id: In(ids) }, order: { id: "ASC" } });
}
