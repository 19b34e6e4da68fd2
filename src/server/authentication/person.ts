import type { FirstSignIn, Recognition } from "../../directory/identity/first-sign-in";
import { AuthenticationUnavailable } from "../../infra/http/authentication-failure";
import type { PersonCaller, Unrecognised } from "../../infra/graphql/caller";
import { identityOf } from "../../tenant/identity/account";
import type { VerifiedToken } from "./bearer-token";
import { claimedEmail, displayName, type ClaimedEmail } from "./claims";

/** Who in the directories an account is; links it at its first sign-in. */
export type SignIns = Pick<FirstSignIn, "recognise">;

/** Names of claims that are told. */
const MAX_CLAIM_NAMES = 50;
const UNASKED: ClaimedEmail = { email: null, reason: "EMAIL_CLAIM_MISSING", looked: [] };

/** Whom a good token is for. Throws `AuthenticationUnavailable` where the issuer must be asked for it, and does not answer. */
export async function personOf(verified: VerifiedToken, token: string, signIns?: SignIns): Promise<PersonCaller> {
  const { issuer, subject, payload } = verified;
  const account = { issuer: issuer.issuer, subject };
  const look = async (email: string | null) =>
    issuer.linking && signIns ? signIns.recognise({ ...account, email, linking: issuer.linking }) : null;
  const claimed = await emailOf(token, verified).catch(async (error: unknown) => {
    // Whose account is known needs no address.
    if (!(error instanceof AuthenticationUnavailable) || !(await look(null))?.known) throw error;
    return UNASKED;
  });
  const found = await look(claimed.email);
  return {
    kind: "person",
    email: claimed.email,
    subject: identityOf(account),
    name: displayName(payload, issuer),
    ...(found?.address ? { address: found.address } : {}),
    unrecognised: unrecognisedAs(claimed, found, payload),
  };
}

function unrecognisedAs(claimed: ClaimedEmail, found: Recognition | null, payload: object): Unrecognised | null {
  if (found?.known || (claimed.email !== null && !found)) return null;
  const present = Object.keys(payload).slice(0, MAX_CLAIM_NAMES);
  if (claimed.email === null) return { reason: claimed.reason, claims: claimed.looked, present };
  return { reason: found?.taken ? "EMAIL_OF_ANOTHER_ACCOUNT" : "NOT_IN_A_DIRECTORY", claims: [], present };
}

/** An access token without an address is good for asking the issuer whose it is. */
async function emailOf(token: string, { issuer, kind, subject, payload }: VerifiedToken): Promise<ClaimedEmail> {
  const claimed = claimedEmail(payload, issuer);
  if (claimed.reason !== "EMAIL_CLAIM_MISSING" || kind !== "access" || !issuer.userInfo) return claimed;
  return claimedEmail(await issuer.userInfo(token, subject), issuer);
}
