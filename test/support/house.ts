import { graphql, type ExecutionResult } from "graphql";
import { createSchema } from "../../src/app";
import { createServices, type Services } from "../../src/app";
import { AuditEntryEntity } from "../../src/tenant/audit/audit-entry.entity";
import type { Database } from "../../src/infra/db/database";
import { newContext } from "../../src/infra/graphql/context";
import { ANONYMOUS, type Caller } from "../../src/infra/graphql/caller";
import { systemActor, type Actor } from "../../src/kernel/actor";
import { FixedClock } from "../../src/kernel/clock";
import type { Locale } from "../../src/kernel/locale";

export const SEED = systemActor("test");
export const START = "2026-11-24T09:00:00.000Z";

/** A person as the token issuer shows them. */
export function person(email: string): Extract<Actor, { kind: "person" }> {
  return { kind: "person", email, subject: `https://issuer.test|${email}`, name: null };
}

/** The whole application over one database, without its server: services and schema, wired as they are in production. */
export class House {
  readonly clock = new FixedClock(START);
  readonly services: Services;
  /** Made once somebody asks: it takes longer than most tests of services. */
  private schema: ReturnType<typeof createSchema> | null = null;

  constructor(readonly database: Database) {
    this.services = createServices(database, this.clock);
  }

  /** Registers a company with `admin@SLUG.test`. */
  async register(slug: string, actor: Actor = SEED) {
    const administrator = { email: `admin@${slug}.test`, name: `Admin of ${slug}` };
    const place = { country: "US", locale: "en", currency: "USD" } as const;
    return this.services.company.register(actor, { slug, name: `Company ${slug}`, ...place, administrator });
  }

  /** Asks GraphQL; null: without a token. */
  async ask(email: string | null, source: string, variableValues: Record<string, unknown> = {}, locale: Locale = "en") {
    const caller: Caller = email === null ? ANONYMOUS : person(email);
    const parts = { caller, locale, requestId: "test", signal: new AbortController().signal } as const;
    this.schema ??= createSchema(this.services);
    return (await graphql({
      schema: this.schema,
      source,
      variableValues,
      contextValue: newContext(parts),
    })) as ExecutionResult<Record<string, never>>;
  }

  /** The company's audit trail, first entry first. */
  async trail(slug: string): Promise<AuditEntryEntity[]> {
    const company = await this.company(slug);
    const order = { sequence: "ASC" } as const;
    return this.database.read().find(AuditEntryEntity, { where: { companyId: company.id }, order });
  }

  async company(slug: string) {
    const found = await this.services.companies.find(slug);
    if (!found) throw new Error(`No company ${slug}`);
    return found;
  }
}

/** The refusal that the work ends in, as its code and field, or a policy refusal's decision code. */
export async function refusal(work: Promise<unknown>): Promise<{ code: string; field: readonly string[] | null }> {
  const error: unknown = await work.then(
    () => new Error("It was not refused"),
    (reason: unknown) => reason,
  );
  const { code, field, decision } = error as { code?: string; field?: string[]; decision?: { code: string } };
  const found = decision?.code ?? code;
  if (found === undefined) throw error;
  return { code: found, field: field ?? null };
}
