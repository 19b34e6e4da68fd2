/** A person of the demo, whom anybody on this machine can be. */
export interface DemoPerson {
  readonly email: string;
  readonly name?: string;
  readonly title: string;
}

export interface SignedIn {
  readonly signedIn: true;
  readonly person: { readonly name: string | null; readonly email: string | null };
  readonly unrecognised: { readonly reason: string; readonly message: string } | null;
}

export interface SignedOut {
  readonly signedIn: false;
  readonly signIn: string;
  readonly people: readonly DemoPerson[];
}

export type Session = SignedIn | SignedOut;

/** Who is signed in. The cookie that says so is out of this page's reach. Throws where the server does not answer. */
export async function readSession(language: string): Promise<Session> {
  const answer = await fetch("/session", { headers: { accept: "application/json", "accept-language": language } });
  if (!answer.ok) throw new Error(`/session answered ${answer.status}`);
  return (await answer.json()) as Session;
}

/** Ends the session here and, where the issuer has a place for it, there. */
export async function signOut(): Promise<void> {
  const answer = await fetch("/sign-out", { method: "POST", headers: { accept: "application/json" } });
  const { redirectTo } = (await answer.json()) as { redirectTo: string };
  location.assign(redirectTo);
}

/** This very page, to come back to after signing in. */
export function hereAndNow(): string {
  return location.pathname + location.search;
}
