import { In, type EntityManager } from "typeorm";
import type { CompanyChangePort, ChangeScope } from "../../tenant/companies/company-change";
import type { Database } from "../../infra/db/database";
import type { Locale } from "../../kernel/locale";
import type { KnownActor } from "../../policy/ports";
import type { DetailEnd, PlatformAnswers } from "../answer/answers";
import type { PlatformConnectionEntity } from "../connect/platform-connection.entity";
import { insertNew } from "../link/insert-new";
import { openDetail } from "../link/new-rows";
import { PlatformDetailEntity } from "../link/platform-detail.entity";
import type { PlatformRequestEntity } from "../link/platform-request.entity";
import type { PlatformTarget } from "../port/target";

const MAX_PROBLEM_LENGTH = 2_000;

/** What is done at the platform's request, in the audit trail's words. */
export const PLATFORM: KnownActor = { kind: "system", id: "platform", name: "construction platform" };

export interface RequestContextParts {
  readonly database: Database;
  readonly changes: CompanyChangePort;
  readonly answers: PlatformAnswers;
}

/** One request that is being carried out: its connection, its details, and how they are ended. */
export class RequestContext {
  private readonly faults: string[] = [];

  constructor(
    private readonly parts: RequestContextParts,
    readonly connection: PlatformConnectionEntity,
    readonly request: PlatformRequestEntity,
    /** The company's language. */
    readonly locale: Locale,
  ) {}

  get companyId(): string {
    return this.connection.companyId;
  }

  get target(): PlatformTarget {
    return { connectionId: this.connection.id, platformCompanyId: this.connection.platformCompanyId };
  }

  /** One transaction that holds the company. */
  change<T>(work: (scope: ChangeScope) => Promise<T>): Promise<T> {
    return this.parts.changes.runAs(PLATFORM, this.companyId, work);
  }

  /** Several changes, kept or undone together; one after the other, never within one another. */
  together<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.parts.database.write(work);
  }

  /** The details as they are kept; those that are new are put down first. */
  async details(
    { manager, at }: Pick<ChangeScope, "manager" | "at">,
    ids: readonly string[],
  ): Promise<PlatformDetailEntity[]> {
    const connectionId = this.connection.id;
    const rows = [...new Set(ids)].map((id) => openDetail(this.connection, this.request.id, id, at));
    await insertNew(manager, PlatformDetailEntity, rows);
    return manager.findBy(PlatformDetailEntity, { connectionId, detailId: In([...ids]) });
  }

  /** Ends details of their own, after whatever went wrong was undone. */
  async end(detailIds: readonly (string | null)[], end: DetailEnd): Promise<void> {
    const ids = detailIds.flatMap((id) => id ?? []);
    if (ids.length === 0) return;
    await this.change(async (scope) => {
      for (const detail of await this.details(scope, ids)) await this.parts.answers.end(scope, detail, end);
    });
  }

  /** What was refused of it, in words, also where no detail waits; null: nothing was. */
  get problem(): string | null {
    return this.faults.length === 0 ? null : this.faults.join(" ").slice(0, MAX_PROBLEM_LENGTH);
  }

  fail(detailIds: readonly (string | null)[], ...messages: readonly string[]): Promise<void> {
    this.faults.push(...messages);
    return this.end(detailIds, { status: "failed", messages });
  }

  succeed(detailIds: readonly (string | null)[], ...messages: readonly string[]): Promise<void> {
    return this.end(detailIds, { status: "success", messages });
  }
}
