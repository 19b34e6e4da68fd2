import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { CompanyChangePort } from "../../tenant/companies/company-change";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { LedgerTrouble } from "../connector/ledger-api";
import { GrantRefused, type LedgerIdentity, type Tenant, type TokenSet } from "../connector/ledger-identity";
import type { Database } from "../../infra/db/database";
import { insertRows, lockRow } from "../../infra/db/query/rows";
import type { Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { newToken } from "../../kernel/opaque-token";
import { BilingualRefusal, Refusal } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { PolicyRefusal } from "../../policy/ports";
import type { AccessBinding } from "./access-binding";
import { connectionOf } from "./connection-of";
import { ConsentRefused } from "./consent-refused";
import { consentPlace, LedgerConsentEntity } from "./ledger-consent.entity";
import type { Sealing } from "./sealing";
import { ERP_TEXTS } from "../texts/erp-texts";

export interface ConsentParts {
  readonly database: Database;
  readonly changes: CompanyChangePort;
  readonly clock: Clock;
  readonly sealing: Sealing;
  /** Null: this server is not registered with the ledger. */
  readonly identity: () => LedgerIdentity | null;
  readonly binding: AccessBinding;
}

/** A consent that waits for the person to say which organisation it is for. */
export interface Choice {
  /** Shown once; completes the consent. */
  readonly token: string;
  readonly company: string;
  /** Who began it. */
  readonly person: string;
  readonly tenants: readonly Tenant[];
}

/** Time to consent, and to choose. */
const CONSENT_MS = 15 * 60_000;

/**
 * The consent of a ledger's organisation: authorisation code with PKCE. What the state in the address stands for stays
 * on the server: person, company, end. It is used once, and the person's right is decided anew when they complete it.
 */
export class ConsentService {
  constructor(private readonly parts: ConsentParts) {}

  /**
   * The address where a person consents. Throws PolicyRefusal; Refusal NOT_FOUND, FORBIDDEN (services cannot consent),
   * BAD_INPUT (no connection yet), CONFLICT (this server is not registered with the ledger).
   */
  async begin(
    actor: Actor,
    company: string,
    connection: string | null,
  ): Promise<{ readonly address: string; readonly expiresAt: string }> {
    return this.parts.changes.run(
      { actor, company, action: "configure" },
      async ({ manager, company: tenant, by, at }) => {
        if (actor.kind !== "person") throw new BilingualRefusal("FORBIDDEN", ERP_TEXTS.personConsents);
        const identity = this.parts.identity();
        if (!identity) throw new BilingualRefusal("CONFLICT", ERP_TEXTS.notRegistered);
        const { id: connectionId } = await connectionOf(manager, tenant.id, connection);
        const [state, verifier, id] = [newToken(), newToken(), newId()];
        const expiresAt = toInstant(new Date(this.now() + CONSENT_MS));
        const person = { ...personOf(actor), shownAs: actor.email === null ? by.name : `${by.name} (${actor.email})` };
        const secrets = {
          stateDigest: digest(state),
          verifier: this.parts.sealing.seal(verifier, consentPlace(id, "verifier")),
        };
        const none = { choiceDigest: null, tokens: null, tenants: null };
        const consent = { id, companyId: tenant.id, connectionId, ...secrets, person, step: "asked", ...none };
        await insertRows(manager, LedgerConsentEntity, [{ ...consent, expiresAt, createdAt: at } as never]);
        return { address: identity.consentAddress({ state, challenge: digest(verifier) }), expiresAt };
      },
    );
  }

  /** What the ledger sends the person back with. Throws ConsentRefused. */
  async answered(answer: { readonly state: string; readonly code: string | null }): Promise<Choice> {
    const consent = await this.use(answer.state, answer.code === null ? "failed" : "answered");
    if (answer.code === null) throw new ConsentRefused("CONSENT_DECLINED");
    const identity = this.parts.identity();
    if (!identity) throw new ConsentRefused("LEDGER_NOT_REACHED");
    const verifier = this.parts.sealing.open(consent.verifier, consentPlace(consent.id, "verifier"));
    const { tokens, tenants } = await reached(identity, answer.code, verifier);
    if (tenants.length === 0) throw new ConsentRefused("NO_ORGANISATION");
    return this.parts.database.write((manager) => this.offer(manager, consent, tokens, tenants));
  }

  /** Completes the consent with one of its organisations. Throws ConsentRefused. */
  async choose(token: string, tenantId: string): Promise<{ readonly company: string; readonly organisation: string }> {
    const found = await this.parts.database.read().findOneBy(LedgerConsentEntity, { choiceDigest: digest(token) });
    if (!found) throw new ConsentRefused("CONSENT_UNKNOWN");
    const intent = { actor: found.person, company: found.companyId, action: "configure" } as const;
    try {
      return await this.parts.changes.run(intent, async (scope) => {
        const consent = await lockRow(scope.manager, LedgerConsentEntity, found.id);
        if (consent?.step !== "choosing" || consent.expiresAt <= scope.at || consent.tokens === null)
          throw new ConsentRefused("CONSENT_UNKNOWN");
        const tenant = consent.tenants?.find((one) => one.tenantId === tenantId);
        if (!tenant) throw new ConsentRefused("NO_ORGANISATION");
        const tokens = JSON.parse(
          this.parts.sealing.open(consent.tokens, consentPlace(consent.id, "tokens")),
        ) as TokenSet;
        const { connectionId, person } = consent;
        await this.parts.binding.bind(scope, { connectionId, tenant, tokens, person, obtainedAt: consent.createdAt });
        const done = { step: "done" as const, tokens: null, choiceDigest: null };
        await scope.manager.update(LedgerConsentEntity, { id: consent.id }, done);
        return { company: scope.company.name, organisation: tenant.name };
      });
    } catch (error) {
      if (error instanceof PolicyRefusal) throw new ConsentRefused("NOT_ALLOWED", error.message);
      if (error instanceof Refusal && error.code === "NOT_FOUND") throw new ConsentRefused("NOT_ALLOWED");
      throw error;
    }
  }

  /** Forgets consents that are over, with the tokens that nobody chose anything for. */
  async forgetOver(): Promise<void> {
    const query = (manager: EntityManager) =>
      manager.createQueryBuilder().delete().from(LedgerConsentEntity).where("expiresAt <= :now", { now: this.at() });
    await this.parts.database.write((manager) => query(manager).execute());
  }

  /** A state counts once, whatever comes of it. */
  private async use(state: string, step: "answered" | "failed"): Promise<LedgerConsentEntity> {
    return this.parts.database.write(async (manager) => {
      const found = await manager.findOneBy(LedgerConsentEntity, { stateDigest: digest(state) });
      const consent = found && (await lockRow(manager, LedgerConsentEntity, found.id));
      if (consent?.step !== "asked" || consent.expiresAt <= this.at()) throw new ConsentRefused("CONSENT_UNKNOWN");
      await manager.update(LedgerConsentEntity, { id: consent.id }, { step });
      return consent;
    });
  }

  private async offer(
    manager: EntityManager,
    { id, companyId, person }: LedgerConsentEntity,
    tokens: TokenSet,
    tenants: readonly Tenant[],
  ): Promise<Choice> {
    const token = newToken();
    const company = await manager.findOneByOrFail(CompanyEntity, { id: companyId });
    await manager.update(
      LedgerConsentEntity,
      { id },
      {
        step: "choosing",
        choiceDigest: digest(token),
        tokens: this.parts.sealing.seal(JSON.stringify(tokens), consentPlace(id, "tokens")),
        tenants: [...tenants],
        createdAt: this.at(),
        expiresAt: toInstant(new Date(this.now() + CONSENT_MS)),
      },
    );
    return { token, company: company.name, person: person.shownAs, tenants };
  }

  private now(): number {
    return this.parts.clock.now().getTime();
  }

  private at(): string {
    return toInstant(this.parts.clock.now());
  }
}

async function reached(identity: LedgerIdentity, code: string, verifier: string) {
  try {
    const tokens = await identity.exchange(code, verifier);
    return { tokens, tenants: await identity.tenants(tokens.accessToken) };
  } catch (error) {
    if (error instanceof GrantRefused) throw new ConsentRefused("CONSENT_FAILED", error.code);
    if (error instanceof LedgerTrouble) throw new ConsentRefused("LEDGER_NOT_REACHED");
    throw error;
  }
}

function personOf({ email, subject, name }: Extract<Actor, { kind: "person" }>) {
  return { kind: "person", email, subject, name } as const;
}

/** S256 of RFC 7636, and how secrets are kept that need only be recognised. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
