import type { Database } from "../../infra/db/database";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal, Refusal } from "../../kernel/errors";
import { StaleEdit } from "../../kernel/stale-edit";
import type { KnownActor } from "../../policy/ports";
import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import { NotKept, outcomeOf } from "../../tenant/audit/not-kept";
import { problemIn } from "../connect/connection-check";
import { PlatformConnectionEntity } from "../connect/platform-connection.entity";
import { targetOf } from "../connect/platform-set-up";
import { stopMirroring } from "../connect/stop-mirroring";
import { PROBLEM_TEXTS } from "../connect/problems";
import type { DirectoryReader, ReadDirectory } from "./directory-reader";
import type { MirrorLetters } from "./mirror-letters";
import { planMirror, type MirrorPlan } from "./mirror-run";
import { writeMirror } from "./mirror-writer";

export interface MirrorParts {
  readonly database: Database;
  readonly changes: CompanyChangePort;
  readonly reader: DirectoryReader;
  readonly letters: MirrorLetters;
}

export interface MirrorOptions {
  /** Shows what would change, and writes nothing. */
  readonly dryRun: boolean;
  /** Of the dry run that was seen; what is another plan by now is not written. */
  readonly digest: string | null;
}

export interface MirrorOutcome {
  readonly plan: MirrorPlan;
  readonly written: boolean;
  /** What was read, or what is here, is no longer what the caller saw: nothing was written. */
  readonly stale: boolean;
}

/** What the mirror does is done as the platform, in the audit trail's words. */
export const PLATFORM_DIRECTORY: KnownActor = { kind: "system", id: "platform", name: "construction platform" };

const FROM_PLATFORM = "Mirrored from the construction platform's directory";

/**
 * Mirrors the platform's directory: people with their levels, projects, and levels in projects. What only Ledgergate knows
 * (the privilege, rights of features, their limits) it never touches, except that whoever leaves loses everything at once.
 */
export class DirectoryMirror {
  constructor(private readonly parts: MirrorParts) {}

  /**
   * Shows what the mirror would change, or changes it and mirrors from now on. For whoever may give rights. Throws
   * PolicyRefusal, Refusal NOT_FOUND (no connection), CONFLICT (the platform cannot be read), or SELF_GRANT where the
   * caller's own rights would grow.
   */
  async mirror(actor: Actor, company: string, { dryRun, digest }: MirrorOptions): Promise<MirrorOutcome> {
    const { changes, reader, database } = this.parts;
    const intent = { actor, company, action: "grant_access" } as const;
    const asked = await changes.run(intent, async (scope) => {
      return { connection: await connectionOf(scope), by: scope.by, company: scope.company };
    });
    const read = await reader.all(targetOf(asked.connection)).catch(refuseTrouble);
    if (dryRun) {
      const plan = await planMirror({ manager: database.read(), company: asked.company }, asked.connection, read);
      return { plan, written: false, stale: false };
    }
    const why = `${FROM_PLATFORM}, as ${asked.by.name} has agreed to`;
    const seen = (plan: MirrorPlan) => {
      if (plan.digest !== digest) throw new NotKept<MirrorOutcome>({ plan, written: false, stale: true });
      if (raisesOwn(plan, asked.by)) throw new BilingualRefusal("SELF_GRANT", SELF_GRANT);
    };
    const work = this.write(asked.connection, read, { why, seen, begins: true });
    return outcomeOf<MirrorOutcome>(work.then((plan) => ({ plan, written: true, stale: false })));
  }

  /** Writes what was read as the platform's doing, in one transaction. */
  async write(
    { id, companyId }: PlatformConnectionEntity,
    read: ReadDirectory,
    options: { readonly why?: string; readonly seen?: (plan: MirrorPlan) => void; readonly begins?: boolean } = {},
  ): Promise<MirrorPlan> {
    const { why = FROM_PLATFORM, seen, begins = false } = options;
    return this.parts.changes.runAs(PLATFORM_DIRECTORY, companyId, async (scope) => {
      const connection = await scope.manager.findOneByOrFail(PlatformConnectionEntity, { id });
      const plan = await planMirror(scope, connection, read);
      seen?.(plan);
      await writeMirror(scope, connection, plan, why);
      if (begins) await begin(scope, connection, why);
      await this.parts.letters.left(scope, plan);
      return plan;
    });
  }

  /** From now on people and projects are edited here again, as they are. Throws PolicyRefusal, StaleEdit, Refusal NOT_FOUND. */
  async release(actor: Actor, company: string, expectedVersion?: number): Promise<PlatformConnectionEntity> {
    return this.parts.changes.run({ actor, company, action: "grant_access" }, async (scope) => {
      const connection = await connectionOf(scope);
      if (expectedVersion !== undefined && expectedVersion !== connection.version) throw new StaleEdit(connection);
      return stopMirroring(scope, connection);
    });
  }
}

async function begin(scope: ChangeScope, connection: PlatformConnectionEntity, why: string): Promise<void> {
  const { manager, at } = scope;
  const { id, version, mirrorsDirectory } = connection;
  const read = { directoryReadAt: at, directorySeenAt: at, directoryChangedAt: null, directoryHeld: null };
  await manager.update(PlatformConnectionEntity, { id }, { ...read, mirrorsDirectory: true, version: version + 1 });
  if (mirrorsDirectory) return;
  const states = { before: { mirrorsDirectory }, after: { mirrorsDirectory: true } };
  await scope.record({
    action: "platform.mirror_begun",
    targetKind: "platform_connection",
    targetId: id,
    ...states,
    why,
  });
}

function raisesOwn({ people }: MirrorPlan, by: KnownActor): boolean {
  return by.kind === "member" && people.some(({ member, gains }) => member?.id === by.id && gains.length > 0);
}

async function connectionOf({ manager, company }: ChangeScope): Promise<PlatformConnectionEntity> {
  const found = await manager.findOneBy(PlatformConnectionEntity, { companyId: company.id });
  if (found && found.state !== "lost") return found;
  throw new BilingualRefusal("NOT_FOUND", NOT_CONNECTED);
}

function refuseTrouble(error: unknown): never {
  if (error instanceof Refusal) throw error;
  throw new BilingualRefusal("CONFLICT", PROBLEM_TEXTS[problemIn(error)]);
}

const NOT_CONNECTED = {
  en: "The company is not connected to the construction platform.",
  fr: "L’entreprise n’est pas connectée à la plateforme de construction.",
};
const SELF_GRANT = {
  en: "Your own rights would grow by it, and nobody raises their own rights. Let somebody else carry it out.",
  fr: "Vos propres droits en seraient étendus, et personne n’étend ses propres droits. Laissez quelqu’un d’autre l’exécuter.",
};
