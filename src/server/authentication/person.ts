import type { FirstSignIn, Recognition } from "../../directory/identity/first-sign-in";
import { AuthenticationUnavailable } from "../../infra/http/authentication-failure";
import type { PersonCaller, Unrecognised } from "../../infra/graphql/caller";
import { identityOf, type Account } from "../../tenant/identity/account";
import type { VerifiedToken } from "./bearer-token";
import { claimedEmail, displayName, type ClaimedEmail } from "./claims";
import type { TokenIssuer } from "./token-issuer";

/** Who in the directories an account is; links it at its first sign-in. */
export type SignIns = Pick<FirstSignIn, "recognise">;

/** Whom an issuer has shown. */
export interface Claimant extends Account {
  /** Proven; null: none is. */
  readonly email: string | null;
  readonly name: string | null;
  /** Why no address is proven; null: one is. */
  readonly withoutEmail: Unrecognised | null;
}

/** Names of claims that are told. */
const MAX_CLAIM_NAMES = 50;

/**
 * Whom a good token shows. @param accessToken what the issuer may be asked with, where the token has no address; null: nothing.
 * Throws `AuthenticationUnavailable` where it must be asked and does not answer.
 */
export async function claimantOf(verified: VerifiedToken, accessToken: string | null): Promise<Claimant> {
  return claimantWith(verified, await emailOf(verified, accessToken));
}

/** The caller that a good access token, or an ID token sent as one, is for. Throws as `claimantOf` does. */
export async function personOf(verified: VerifiedToken, token: string, signIns?: SignIns): Promise<PersonCaller> {
  const { linking } = verified.issuer;
  const claimant = await claimantOf(verified, verified.kind === "access" ? token : null).catch(
    async (error: unknown) => {
      // Whose account is known needs no address.
      const unasked = claimantWith(verified, { email: null, reason: "EMAIL_CLAIM_MISSING", looked: [] });
      const known =
        error instanceof AuthenticationUnavailable && linking && (await signIns?.recognise({ ...unasked, linking }));
      if (known && known.known) return unasked;
      throw error;
    },
  );
  return callerOf(claimant, linking, signIns);
}

/** The claimant as the directories know them, linked if this is their first sign-in. */
export async function callerOf(
  claimant: Claimant,
  linking: TokenIssuer["linking"],
  signIns?: SignIns,
): Promise<PersonCaller> {
  const { email, name } = claimant;
  const found = linking && signIns ? await signIns.recognise({ ...claimant, linking }) : null;
  return {
    kind: "person",
    email,
    subject: identityOf(claimant),
    name,
    ...(found?.address ? { address: found.address } : {}),
    unrecognised: unrecognisedAs(claimant, found),
  };
}

function unrecognisedAs({ withoutEmail }: Claimant, found: Recognition | null): Unrecognised | null {
  if (found?.known) return null;
  if (withoutEmail || !found) return withoutEmail;
  return { reason: found.taken ? "EMAIL_OF_ANOTHER_ACCOUNT" : "NOT_IN_A_DIRECTORY", claims: [], present: [] };
}

function claimantWith({ issuer, subject, payload }: VerifiedToken, claimed: ClaimedEmail): Claimant {
  const present = Object.keys(payload).slice(0, MAX_CLAIM_NAMES);
  const withoutEmail = claimed.email === null ? { reason: claimed.reason, claims: claimed.looked, present } : null;
  const name = displayName(payload, issuer);
  return { issuer: issuer.issuer, subject, email: claimed.email, name, withoutEmail };
}

/** An access token without an address is good for asking the issuer whose it is. */
async function emailOf({ issuer, subject, payload }: VerifiedToken, accessToken: string | null): Promise<ClaimedEmail> {
  const claimed = claimedEmail(payload, issuer);
  if (claimed.reason !== "EMAIL_CLAIM_MISSING" || accessToken === null || !issuer.userInfo) return claimed;
  return claimedEmail(await issuer.userInfo(accessToken, subject), issuer);
}
