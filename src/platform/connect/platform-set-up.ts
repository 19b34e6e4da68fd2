import { DEFAULT_CONNECTOR } from "../../erp/catalogue/catalogue-item";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import type { ConstructionPlatform } from "../port/construction-platform";
import type { HookPlan } from "../port/set-up";
import type { PlatformTarget } from "../port/target";
import type { ConnectionSecrets } from "./connection-secrets";
import { missingLevels, missingThere, NAMESPACE, problemIn, WANTED_TRIGGERS } from "./connection-check";
import { erpMetadata } from "./erp-metadata";
import { PlatformConnectionEntity } from "./platform-connection.entity";
import type { PlatformLoss } from "./platform-loss";

export interface PlatformSetUpParts {
  readonly database: Database;
  readonly secrets: ConnectionSecrets;
  readonly platform: ConstructionPlatform;
  readonly loss: PlatformLoss;
  /** Where events are to be told; asked anew each time. */
  readonly destinationUrl: () => string;
}

export function targetOf({ id, platformCompanyId }: PlatformConnectionEntity): PlatformTarget {
  return { connectionId: id, platformCompanyId };
}

/** What must be in place on the platform's side: made where it is missing, used again where it is there. */
export class PlatformSetUpWork {
  constructor(private readonly parts: PlatformSetUpParts) {}

  /** Makes what is missing, and says what is missing still. */
  async mend(connectionId: string): Promise<PlatformConnectionEntity> {
    const row = await this.row(connectionId);
    if (row.problems.includes("DISCONNECTED")) return row;
    try {
      await this.make(row);
    } catch (error) {
      return this.parts.loss.found(row, [problemIn(error)]);
    }
    return this.check(connectionId);
  }

  /** Looks only. */
  async check(connectionId: string): Promise<PlatformConnectionEntity> {
    const row = await this.row(connectionId);
    if (row.problems.includes("DISCONNECTED")) return row;
    const problems = await missingThere(this.parts.platform, targetOf(row), this.parts.destinationUrl());
    // What passes by itself takes nothing away from what was found before.
    if (problems.includes("NOT_REACHED") && row.state !== "incomplete") return row;
    return this.parts.loss.found(row, problems);
  }

  /** Looks at every connection, also at those that are lost: what was mended over there goes on by itself. */
  async checkAll(): Promise<void> {
    const rows = await this.parts.database.read().find(PlatformConnectionEntity, { select: { id: true } });
    for (const { id } of rows) await this.check(id);
  }

  /** Takes ours away from the platform. Throws PlatformTrouble. */
  async takeAway(row: PlatformConnectionEntity): Promise<void> {
    const { platform } = this.parts;
    const at = targetOf(row);
    for (const { id } of await platform.hooks(at, NAMESPACE)) await platform.dropHook(at, id);
    if (row.erpConnectionId !== null) await platform.dropErpConnection(at, row.erpConnectionId);
  }

  private async make(row: PlatformConnectionEntity): Promise<void> {
    const { platform, secrets, destinationUrl, database } = this.parts;
    const at = targetOf(row);
    const account = await platform.serviceAccount(at);
    const lacking = await missingLevels(platform, at);
    const made: Partial<PlatformConnectionEntity> = { serviceUserId: account.userId };
    if (!lacking.includes("ERP_TOOL_LEVEL_MISSING")) {
      const company = await database.read().findOneByOrFail(CompanyEntity, { id: row.companyId });
      const erp = await platform.putErpConnection(at, erpMetadata(DEFAULT_CONNECTOR, company.locale));
      Object.assign(made, { erpConnectionId: erp.id, costCodeListId: erp.costCodeListId });
    }
    const authorization = secrets.open(row, "eventSecret");
    if (authorization !== null && !lacking.includes("WEBHOOKS_LEVEL_MISSING"))
      made.hookId = await this.makeHook(at, { namespace: NAMESPACE, destinationUrl: destinationUrl(), authorization });
    await database.write((manager) => manager.update(PlatformConnectionEntity, { id: row.id }, made as never));
  }

  /** One hook, under the present secret, with all the triggers. */
  private async makeHook(at: PlatformTarget, plan: HookPlan): Promise<string> {
    const { platform } = this.parts;
    const [first, ...rest] = await platform.hooks(at, NAMESPACE);
    for (const { id } of rest) await platform.dropHook(at, id);
    if (first) await platform.updateHook(at, first.id, plan);
    const hook = first ?? (await platform.createHook(at, plan));
    const there = await platform.triggers(at, hook.id);
    for (const [resource, reason] of WANTED_TRIGGERS)
      if (!there.some((one) => one.resource === resource && one.reason === reason))
        await platform.createTrigger(at, hook.id, resource, reason);
    return hook.id;
  }

  private row(id: string): Promise<PlatformConnectionEntity> {
    return this.parts.database.read().findOneByOrFail(PlatformConnectionEntity, { id });
  }
}
