import { SignJWT, errors, jwtVerify } from "jose";
import { createPublicKey, type KeyObject } from "node:crypto";
import { canonicalHash } from "../../../kernel/canonical-hash";
import { toInstant, type Clock } from "../../../kernel/clock";
import { newId } from "../../../kernel/ids";
import { keyIdOf } from "../../../kernel/signing-keys";
import type { Entity, NamedAction } from "../transport/messages";

/** Where rights are asked for, and where the keys are that verify the tokens. */
export const REQUESTS_PATH = "/access/v1/requests";
export const KEYS_PATH = "/access/v1/jwks";

/** For how long a right can be asked for after the denial. */
const LIFETIME_MS = 10 * 60_000;
/** So that no other JWT of the same key passes for one. */
const TYPE = "authzen-denial+jwt";

/** What was denied, as it was asked. */
export interface Denied {
  readonly subject: Entity;
  readonly action: NamedAction;
  readonly resource: Entity;
}

export interface BoundDenial {
  readonly evaluationId: string;
  readonly expiresAt: string;
  readonly token: string;
}

/**
 * Binds a request for a right to the denial that it comes from, without keeping the denial (draft, "Denial Binding Claims"):
 * a JWT that says what was denied to whom, until when.
 */
export class DenialBinding {
  private readonly publicKey: KeyObject;
  private readonly keyId: string;

  /** @param address of the endpoint for requests, whom the tokens are for */
  constructor(
    private readonly key: KeyObject,
    private readonly issuer: string,
    private readonly address: string,
    private readonly clock: Clock,
  ) {
    this.publicKey = createPublicKey(key);
    this.keyId = keyIdOf(key);
  }

  /** @param requester who asked, in a form that no other caller has */
  async bind(denied: Denied, requester: string): Promise<BoundDenial> {
    const now = this.clock.now();
    const expiresAt = toInstant(new Date(Math.floor(now.getTime() / 1000) * 1000 + LIFETIME_MS));
    const evaluationId = newId();
    const bound = { requester: canonicalHash(requester), evaluation_id: evaluationId, denial_expires_at: expiresAt };
    const token = await new SignJWT({ ...partsOf(denied), ...bound, binding_context_members: [] })
      .setProtectedHeader({ alg: "EdDSA", typ: TYPE, kid: this.keyId })
      .setIssuer(this.issuer)
      .setAudience(this.address)
      .setIssuedAt(now)
      .setExpirationTime(new Date(expiresAt))
      .setJti(evaluationId)
      .sign(this.key);
    return { evaluationId, expiresAt, token };
  }

  /** Whether the token is of just this denial, of this requester, and still fresh. */
  async verify(
    token: string,
    submitted: Denied & { readonly expiresAt: string },
    requester: string,
  ): Promise<"bound" | "expired" | "invalid"> {
    try {
      const { payload } = await jwtVerify(token, this.publicKey, {
        ...{ algorithms: ["EdDSA"], typ: TYPE, issuer: this.issuer, audience: this.address },
        currentDate: this.clock.now(),
      });
      const { subject, action, resource } = payload;
      const isSame =
        canonicalHash({ subject, action, resource }) === canonicalHash(partsOf(submitted)) &&
        payload["denial_expires_at"] === submitted.expiresAt &&
        payload["requester"] === canonicalHash(requester);
      return isSame ? "bound" : "invalid";
    } catch (error) {
      return error instanceof errors.JWTExpired ? "expired" : "invalid";
    }
  }

  /** The key by which the tokens are verified, as a JWK Set. */
  keys(): object {
    const jwk = this.publicKey.export({ format: "jwk" });
    return { keys: [{ ...jwk, kid: this.keyId, use: "sig", alg: "EdDSA" }] };
  }
}

function partsOf({ subject, action, resource }: Denied): Denied {
  return { subject, action, resource };
}
