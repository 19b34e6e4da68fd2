import { In } from "typeorm";
import { ApiKeyEntity } from "../../directory/api-keys/api-key.entity";
import type { Database } from "../../infra/db/database";
import { isId } from "../../kernel/ids";
import { routes } from "../../policy/judgement/judge";
import type { CompanyFacts, SubjectFacts } from "../../policy/model/facts";
import { NO_HOLDINGS } from "./no-holdings";

/** Reads the facts, as of the same instant, of the people who have these ids, in whichever of the companies. */
export type ReadPeople = (ids: readonly string[]) => Promise<readonly SubjectFacts[]>;

/** Reads what the policy needs to know of services: their API keys, and whether whoever made each still may have it. */
export class KeyFactsLoader {
  constructor(private readonly database: Database) {}

  /** The facts of the keys in those of the companies that they reach, of keys made by then; in one SELECT beside the makers'. */
  async of(
    companies: readonly CompanyFacts[],
    keyIds: readonly string[],
    at: string,
    people: ReadPeople,
  ): Promise<readonly SubjectFacts[]> {
    if (keyIds.length === 0) return [];
    const rows = await this.database.read().findBy(ApiKeyEntity, { id: In([...keyIds]) });
    const keys = rows.filter(({ createdAt }) => createdAt <= at);
    const makers = keys.flatMap((key) => companies.flatMap(({ companyId }) => makerOf(key, companyId) ?? []));
    const read = makers.length === 0 ? [] : await people([...new Set(makers)]);
    const known = new Map(read.map((one) => [`${one.companyId}|${one.subjectId}`, one]));
    return companies.flatMap((company) => {
      const { companyId } = company;
      const reaching = keys.filter((key) => key.companyIds?.includes(companyId));
      return reaching.map((key) => {
        const maker = makerOf(key, companyId);
        const by = known.get(`${companyId}|${maker}`) ?? null;
        const isHeld = maker === null || routes({ company, subject: by, at }, "administer", "company").length > 0;
        return factsOf(key, companyId, isHeld && isInForce(key, at), by?.assignedUntil ?? null);
      });
    });
  }
}

/** Null: what the command line made rests on nobody's right. */
function makerOf({ makers }: ApiKeyEntity, companyId: string): string | null {
  const maker = makers?.[companyId];
  return maker !== undefined && isId(maker) ? maker : null;
}

function isInForce({ revokedAt, expiresAt }: ApiKeyEntity, at: string): boolean {
  return (revokedAt === null || at < revokedAt) && (expiresAt === null || at < expiresAt);
}

function factsOf(key: ApiKeyEntity, companyId: string, active: boolean, makerUntil: string | null): SubjectFacts {
  const ends = [key.expiresAt, makerUntil].filter((end): end is string => end !== null).sort();
  return {
    ...NO_HOLDINGS,
    subjectId: key.id,
    companyId,
    kind: "service",
    active,
    key: { scopes: key.scopes, until: ends[0] ?? null },
  };
}
