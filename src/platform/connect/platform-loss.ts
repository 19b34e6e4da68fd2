import { In, type EntityManager } from "typeorm";
import type { CompanyChangePort } from "../../tenant/companies/company-change";
import type { Database } from "../../infra/db/database";
import { lockRow } from "../../infra/db/query/rows";
import type { Outbox } from "../../infra/outbox/outbox";
import type { KnownActor } from "../../policy/ports";
import type { PlatformTrouble } from "../port/platform-trouble";
import type { PlatformLossLetters } from "./loss-letters";
import { PlatformRequestEntity } from "../link/platform-request.entity";
import { PlatformConnectionEntity } from "./platform-connection.entity";
import type { ProblemCode } from "./problems";

const PLATFORM: KnownActor = { kind: "system", id: "platform", name: "construction platform" };

/** What it means for the connection that the platform lets us in no more. */
export function problemOf({ kind, details }: PlatformTrouble): ProblemCode {
  if (kind === "app_not_connected") return "APP_NOT_CONNECTED";
  if (kind === "forbidden") return "ERP_TOOL_LEVEL_MISSING";
  return details.status === 404 ? "COMPANY_UNKNOWN" : "CREDENTIALS_REFUSED";
}

/** What happens when something is taken away from the other side: it is seen, told, and what waits goes on waiting. */
export class PlatformLoss {
  constructor(
    private readonly database: Database,
    private readonly changes: CompanyChangePort,
    private readonly letters: PlatformLossLetters,
    private readonly outbox: Pick<Outbox, "resume">,
  ) {}

  async lost(connectionId: string, trouble: PlatformTrouble): Promise<void> {
    const seen = await this.database.read().findOneBy(PlatformConnectionEntity, { id: connectionId });
    if (!seen || seen.state === "lost") return;
    await this.found(seen, [problemOf(trouble)]);
  }

  /** What a check found missing. A connection that lacks nothing is connected; one that is not let in is lost. */
  async found(seen: PlatformConnectionEntity, problems: readonly ProblemCode[]): Promise<PlatformConnectionEntity> {
    return this.changes.runAs(PLATFORM, seen.companyId, async (scope) => {
      const { manager, at, company } = scope;
      const row = (await lockRow(manager, PlatformConnectionEntity, seen.id)) ?? seen;
      const state = stateOf(problems);
      const checked = { problems: problems as never, checkedAt: at };
      await manager.update(PlatformConnectionEntity, { id: row.id }, { ...checked, state });
      if (row.state === "lost" && state !== "lost") await this.goOn(manager, row.id, at);
      if (state === row.state) return { ...row, problems, checkedAt: at };
      await scope.record({
        action: state === "connected" ? "platform.connected" : "platform.connection_lost",
        targetKind: "platform_connection",
        targetId: row.id,
        before: { state: row.state, problems: row.problems },
        after: { state, problems },
        why: problems.join(", ") || null,
      });
      const next = { ...row, state, problems, checkedAt: at };
      if (row.state === "connected") await this.letters.lost(manager, { connection: next, company, at });
      return next;
    });
  }

  /** What waited for the connection is due at once. */
  private async goOn(manager: EntityManager, connectionId: string, at: string): Promise<void> {
    await this.outbox.resume(manager, connectionId);
    const waiting = { connectionId, state: In(["announced", "ready"]) };
    await manager.update(PlatformRequestEntity, waiting, { nextAt: at, failures: 0 });
  }
}

/** Without these nothing can be asked at all. */
const SHUT_OUT: readonly ProblemCode[] = [
  "DISCONNECTED",
  "CREDENTIALS_REFUSED",
  "APP_NOT_CONNECTED",
  "COMPANY_UNKNOWN",
];

function stateOf(problems: readonly ProblemCode[]): PlatformConnectionEntity["state"] {
  if (problems.some((problem) => SHUT_OUT.includes(problem))) return "lost";
  return problems.length === 0 ? "connected" : "incomplete";
}
