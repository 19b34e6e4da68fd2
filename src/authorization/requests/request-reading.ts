import type { SubjectDirectory } from "../../directory/subjects/subject-directory";
import type { Database } from "../../infra/db/database";
import type { Page } from "../../infra/db/query/keyset";
import { pagesByParent } from "../../infra/db/query/keyset-batch";
import type { Actor } from "../../kernel/actor";
import type { SizedRequest } from "../../tenant/companies/batched-list";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { AccessRequestEntity } from "./access-request.entity";
import { OPEN_REQUEST_STATES, type ShownRequestState } from "./request-states";

export interface RequestQuery {
  /** Null: whatever state. */
  readonly state: ShownRequestState | null;
  /** Only of that member; null: of everybody. */
  readonly own: string | null;
  readonly at: string;
}

/** Reads requests for rights: all of them for whoever may review rights, one's own for everybody else. */
export class RequestReading {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
    private readonly subjects: SubjectDirectory,
  ) {}

  /** Whose requests alone the actor sees; null: everybody's. */
  async onlyOf(actor: Actor, { id }: Pick<CompanyEntity, "id">): Promise<string | null> {
    if (await this.reader.permits(actor, id, "review")) return null;
    return this.ownOf(actor, id);
  }

  /** Id of the actor in the company, whose requests are theirs; "": they are nobody there. */
  async ownOf(actor: Actor, companyId: string): Promise<string> {
    const subject = actor.kind === "person" ? await this.subjects.findPerson(companyId, actor) : null;
    return subject?.id ?? "";
  }

  async pages(
    parentIds: readonly string[],
    request: SizedRequest,
    { state, own, at }: RequestQuery,
  ): Promise<ReadonlyMap<string, Page<AccessRequestEntity>>> {
    const query = this.database.read().createQueryBuilder(AccessRequestEntity, "asked");
    if (own !== null) query.andWhere("asked.memberId = :own", { own });
    const isOpen = state === "lapsed" || (state !== null && OPEN_REQUEST_STATES.includes(state));
    if (state === "lapsed") query.andWhere("asked.state IN (:...open)", { open: OPEN_REQUEST_STATES });
    else if (state !== null) query.andWhere("asked.state = :state", { state });
    if (isOpen) query.andWhere(`asked.lapsesAt ${state === "lapsed" ? "<=" : ">"} :at`, { at });
    const orderBy = [{ column: "createdAt", direction: "desc" }] as const;
    return pagesByParent({ ...request, query, alias: "asked", parent: "companyId", parentIds, orderBy });
  }

  /** Null: there is none, or the actor may not see it. */
  async byId(actor: Actor, id: string): Promise<AccessRequestEntity | null> {
    const row = await this.database.read().findOneBy(AccessRequestEntity, { id });
    if (!row) return null;
    const own = await this.onlyOf(actor, { id: row.companyId });
    return own === null || own === row.memberId ? row : null;
  }
}
