import { type ChildProcess, fork } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import { CLIENT, CLIENT_SECRET, type Profile, type ProviderAccount } from "./profiles";

export interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
}

const REDIRECT = "http://127.0.0.1:1/callback";

/** The process that providers run in. */
export class ProviderHouse {
  private last: Promise<unknown> = Promise.resolve();

  private constructor(private readonly child: ChildProcess) {}

  static async start(): Promise<ProviderHouse> {
    const script = path.join(__dirname, "provider-process.ts");
    const child = fork(script, { execArgv: ["-r", "@swc-node/register"], silent: true });
    let complaints = "";
    child.stderr?.on("data", (chunk: Buffer) => (complaints += chunk.toString()));
    const ended = once(child, "exit").then(() => {
      throw new Error(`The provider's process ended: ${complaints}`);
    });
    await Promise.race([once(child, "message"), ended]);
    ended.catch(() => undefined);
    return new ProviderHouse(child);
  }

  async stop(): Promise<void> {
    const exited = once(this.child, "exit");
    this.child.kill();
    await exited;
  }

  async open(
    profile: Profile,
    accounts: readonly ProviderAccount[],
    client: { readonly redirectUris?: readonly string[]; readonly signOutUris?: readonly string[] } = {},
  ): Promise<TestProvider> {
    const settings = { profile, accounts, redirectUris: [REDIRECT], signOutUris: [], ...client };
    return new TestProvider(this, await this.ask({ open: settings }));
  }

  /** One question after the other: the process answers in their order. */
  ask(message: object): Promise<string> {
    const answered = this.last.then(async () => {
      const heard = once(this.child, "message") as Promise<[{ issuer: string }]>;
      this.child.send(message);
      return (await heard)[0].issuer;
    });
    this.last = answered.catch(() => undefined);
    return answered;
  }
}

/** A running OpenID provider, set up as one of those that people have. */
export class TestProvider {
  constructor(
    private readonly house: ProviderHouse,
    readonly issuer: string,
  ) {}

  /** Nobody answers at its address any more. */
  async stop(): Promise<void> {
    await this.house.ask({ close: this.issuer });
  }

  /** Puts accounts in, or changes them. */
  async put(...accounts: readonly ProviderAccount[]): Promise<void> {
    await this.house.ask({ put: accounts, issuer: this.issuer });
  }

  /** Tokens of a fresh sign-in, as a client gets them: authorization code with PKCE. */
  async signIn(login: string, scope = "openid email profile api"): Promise<Tokens> {
    const verifier = randomBytes(32).toString("base64url");
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    const base = this.issuer.replace(/\/$/, "");
    const asked = new URLSearchParams({
      client_id: CLIENT,
      response_type: "code",
      redirect_uri: REDIRECT,
      scope,
      code_challenge: challenge,
      code_challenge_method: "S256",
      login_hint: login,
    });
    const code = await this.followTo(`${base}/auth?${asked.toString()}`);
    const answer = await fetch(`${base}/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "authorization_code",
        code,
        redirect_uri: REDIRECT,
        code_verifier: verifier,
        client_id: CLIENT,
        client_secret: CLIENT_SECRET,
      }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as Tokens;
  }

  /** Follows as a browser would, with cookies, until the client's own address is reached. */
  private async followTo(start: string): Promise<string> {
    const cookies = new Map<string, string>();
    let at = start;
    for (let step = 0; step < 10; step++) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const answer = await fetch(at, { redirect: "manual", headers: { cookie } });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (value === "") cookies.delete(name);
        else cookies.set(name, value);
      }
      const location = answer.headers.get("location");
      if (location === null) throw new Error(`${answer.status} ${await answer.text()}`);
      at = new URL(location, at).href;
      if (at.startsWith(REDIRECT)) return new URL(at).searchParams.get("code") ?? at;
    }
    throw new Error(`Never arrived: ${at}`);
  }
}
