import { TRAIL_TEXTS } from "../texts/trail-texts";
import { LessThanOrEqual, MoreThan } from "typeorm";
import type { CompanyEntity } from "../companies/company.entity";
import type { Database } from "../../infra/db/database";
import { AuditEntryEntity } from "./audit-entry.entity";
import { checkChain, type ChainProblem, type ChainReport } from "./chain-check";
import { BEFORE_ALL, type ChainPlace } from "./chain";
import { PERSON_ERASED } from "./erasure";
import { headText, NO_KEYS, type HeadKeys, type SignedHead } from "./head-keys";

const PAGE = 200;

/** Where a company's trail ends, by three accounts that must agree. */
export interface TrailEnds {
  /** Number of the last entry in the table; 0: none. */
  readonly last: number;
  readonly policyRevision: number;
  readonly head: SignedHead | null;
}

export interface ProofRequest {
  /** The last entry that was checked before; 0: from the start. */
  readonly after?: number;
  /** Entries to check at most; left out: all. */
  readonly most?: number;
  /** Places that somebody has kept outside. */
  readonly anchors?: readonly ChainPlace[];
  /** Handed each entry as it is read. */
  readonly seen?: (entry: AuditEntryEntity) => void;
}

export interface Proof extends ChainReport {
  /** Whether the end was reached. */
  readonly complete: boolean;
}

async function* told(
  entries: AsyncIterable<AuditEntryEntity>,
  seen: (entry: AuditEntryEntity) => void,
): AsyncGenerator<AuditEntryEntity> {
  for await (const entry of entries) {
    seen(entry);
    yield entry;
  }
}

interface TrailEndsRow {
  readonly revision: number;
  readonly sequence: number | null;
  readonly hash: string | null;
  readonly keyId: string | null;
  readonly signature: string | null;
  readonly last: number | null;
}

/** What the end's signature says, where there are keys to check it with. */
export function signatureProblems(keys: HeadKeys, companyId: string, head: SignedHead | null): ChainProblem[] {
  if (!keys.knows || head === null) return [];
  const standing = keys.standing(headText(companyId, head), head);
  const at = { sequence: head.sequence, entryId: null };
  if (standing === "signed") return [];
  if (standing === "unsigned") return [{ ...at, kind: "unsigned", message: TRAIL_TEXTS.endNotSigned }];
  const message = standing === "forged" ? TRAIL_TEXTS.signatureOfAnother : TRAIL_TEXTS.signatureOfNobody;
  return [{ ...at, kind: "forged", message }];
}

/** Checks companies' audit trails, and reads them for export. Whoever may, that is for the caller to ask. */
export class AuditProof {
  constructor(
    private readonly database: Database,
    private readonly keys: HeadKeys = NO_KEYS,
  ) {}

  /** Checks a part of the trail, or all. What comes before `after` is taken as it stands; `after` itself must be there. */
  async verify(company: Pick<CompanyEntity, "id">, request: ProofRequest = {}): Promise<Proof> {
    const { after = 0, most = Infinity, anchors = [], seen } = request;
    const { id: companyId } = company;
    const ends = await this.ends(companyId);
    const complete = after + most >= ends.last;
    const until = complete ? ends.last : after + most;
    const place = await this.placeAt(companyId, after);
    const entries = this.entries(companyId, place.sequence, until);
    const report = await checkChain(seen ? told(entries, seen) : entries, {
      companyId,
      after: place,
      head: complete ? ends.head : null,
      // Whoever goes on after an entry has seen it.
      last: complete ? Math.max(ends.policyRevision, after) : null,
      // Whoever reads to the end reads them anyway.
      ...(complete ? {} : { erasing: await this.erasing(companyId, until) }),
      anchors: anchors.filter(({ sequence }) => sequence > after && (complete || sequence <= until)),
    });
    const signing = complete && ends.last > 0 ? signatureProblems(this.keys, companyId, ends.head) : [];
    return { ...report, problems: [...report.problems, ...signing], complete };
  }

  /** The accounts of the trail's end, of one moment. */
  async ends(companyId: string): Promise<TrailEnds> {
    const parameter = this.database.kind === "postgres" ? "$1" : "?";
    const rows = await this.database.read().query<TrailEndsRow[]>(
      `SELECT "company"."policyRevision" AS "revision", "audit_head"."sequence" AS "sequence", "audit_head"."hash" AS "hash",
         "audit_head"."keyId" AS "keyId", "audit_head"."signature" AS "signature",
         (SELECT MAX("sequence") FROM "audit_entry" WHERE "companyId" = "company"."id") AS "last"
       FROM "company" LEFT JOIN "audit_head" ON "audit_head"."id" = "company"."id" WHERE "company"."id" = ${parameter}`,
      [companyId],
    );
    const { revision = 0, sequence = null, hash = null, last = null, keyId = null, signature = null } = rows[0] ?? {};
    const head = sequence === null || hash === null ? null : { sequence, hash, keyId, signature };
    // A trail without its head has lost it, unless it has no entries at all.
    return {
      last: last ?? 0,
      policyRevision: revision,
      head: head ?? (last === null ? null : { ...BEFORE_ALL, keyId: null, signature: null }),
    };
  }

  /** The entries with numbers above `after`, up to `until`, page by page as they are taken. */
  async *entries(companyId: string, after: number, until: number): AsyncGenerator<AuditEntryEntity> {
    for (let from = after; from < until;) {
      const rows = await this.database
        .read()
        .createQueryBuilder(AuditEntryEntity, "entry")
        .where("entry.companyId = :companyId AND entry.sequence > :from AND entry.sequence <= :until", {
          companyId,
          from,
          until,
        })
        .orderBy("entry.sequence")
        .limit(PAGE)
        .getMany();
      yield* rows;
      const last = rows.at(-1);
      if (!last) return;
      from = last.sequence;
    }
  }

  private erasing(companyId: string, after: number): Promise<AuditEntryEntity[]> {
    return this.database
      .read()
      .findBy(AuditEntryEntity, { companyId, action: PERSON_ERASED, sequence: MoreThan(after) });
  }

  /** The entry of that number; where there is none, the one before, so that it is missed. */
  private async placeAt(companyId: string, sequence: number): Promise<ChainPlace> {
    const where = { companyId, sequence: LessThanOrEqual(sequence) };
    const order = { sequence: "DESC" } as const;
    return (await this.database.read().findOne(AuditEntryEntity, { where, order })) ?? BEFORE_ALL;
  }
}
