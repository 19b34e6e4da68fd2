import { In } from "typeorm";
import { ApiKeyEntity } from "../../directory/api-keys/api-key.entity";
import type { Database } from "../../infra/db/database";
import { oneBy } from "../../kernel/groups";
import { isId } from "../../kernel/ids";
import { routes } from "../../policy/judgement/judge";
import type { CompanyFacts, SubjectFacts } from "../../policy/model/facts";

/** Reads the facts, as of the same instant, of the people of the company who have these ids. */
export type ReadPeople = (ids: readonly string[]) => Promise<readonly SubjectFacts[]>;

/** Reads what the policy needs to know of services: their API keys, and whether whoever made each still may have it. */
export class KeyFactsLoader {
  constructor(private readonly database: Database) {}

  /** Those of the keys that reach the company and were made by then, in any order; in one SELECT beside the makers'. */
  async of(
    company: CompanyFacts,
    keyIds: readonly string[],
    at: string,
    people: ReadPeople,
  ): Promise<readonly SubjectFacts[]> {
    if (keyIds.length === 0) return [];
    const { companyId } = company;
    const rows = await this.database.read().findBy(ApiKeyEntity, { id: In([...keyIds]) });
    const keys = rows.filter((key) => key.companyIds?.includes(companyId) && key.createdAt <= at);
    const makers = keys.flatMap((key) => makerOf(key, companyId) ?? []);
    const known = oneBy(makers.length === 0 ? [] : await people([...new Set(makers)]), ({ subjectId }) => subjectId);
    return keys.map((key) => {
      const maker = makerOf(key, companyId);
      const by = maker === null ? null : (known.get(maker) ?? null);
      const isHeld = maker === null || routes({ company, subject: by, at }, "administer", "company").length > 0;
      return factsOf(key, companyId, isHeld && isInForce(key, at), by?.assignedUntil ?? null);
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
    subjectId: key.id,
    companyId,
    kind: "service",
    active,
    ...{ toolLevel: "none", directoryLevel: "none", canPushToAccounting: false },
    ...{ projectLevels: [], grants: [], staffRole: null, stakeholderRoles: [], assignedUntil: null },
    key: { scopes: key.scopes, until: ends[0] ?? null },
  };
}
