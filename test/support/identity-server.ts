import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { JWTPayload } from "jose";
import { TokenMaker } from "../server/support/token-maker";
import { type Answer, TestServer } from "./server";

export const ISSUER_A = "https://a.example.test";
export const ISSUER_B = "https://b.example.test";

/** An account at an imagined issuer. */
export interface TestAccount {
  readonly issuer?: string;
  readonly sub: string;
  readonly email?: string;
  readonly claims?: JWTPayload;
}

/** The demo, to which two imagined issuers lead; development tokens are off. */
export class IdentityServer {
  private constructor(
    readonly server: TestServer,
    private readonly makers: ReadonlyMap<string, TokenMaker>,
    private readonly folder: string,
  ) {}

  /** @param settings of each issuer, beside what it must have */
  static async start(settings: object = {}): Promise<IdentityServer> {
    const folder = await mkdtemp(path.join(tmpdir(), "lg-identity-"));
    const makers = new Map<string, TokenMaker>();
    const issuers = [];
    for (const issuer of [ISSUER_A, ISSUER_B]) {
      const maker = await TokenMaker.make("one", () => new Date());
      const jwksFile = path.join(folder, `${makers.size}.json`);
      await writeFile(jwksFile, JSON.stringify({ keys: [maker.publicKey] }));
      makers.set(issuer, maker);
      issuers.push({ issuer, audience: ["ledgergate"], jwksFile, emailDomains: ["*"], ...settings });
    }
    const server = await TestServer.start({ OIDC_ISSUERS: JSON.stringify(issuers), DEVELOPMENT_TOKENS: "false" });
    return new IdentityServer(server, makers, folder);
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await rm(this.folder, { recursive: true });
  }

  async token({ issuer = ISSUER_A, sub, email, claims = {} }: TestAccount): Promise<string> {
    const verified = email === undefined ? { email_verified: undefined } : {};
    return this.makers.get(issuer)!.token({ iss: issuer, sub, email, name: undefined, ...verified, ...claims });
  }

  async ask(account: TestAccount, query: string, variables: object = {}): Promise<Answer> {
    const authorization = `Bearer ${await this.token(account)}`;
    return this.server.ask(null, query, variables, { authorization });
  }

  /** Slugs of the companies whose member the account is, and why it is nobody's. */
  async who(account: TestAccount): Promise<{ readonly members: readonly string[]; readonly why: string | null }> {
    const { data, errors } = await this.ask(account, WHO);
    if (!data) throw new Error(JSON.stringify(errors));
    const { memberships, assignments, unrecognised } = data.viewer as unknown as {
      memberships: { company: { slug: string }; member: { email: string } }[];
      assignments: { company: { slug: string }; role: string }[];
      unrecognised: { reason: string } | null;
    };
    const members = memberships.map(({ company, member }) => `${member.email} of ${company.slug}`);
    const staff = assignments.map(({ company, role }) => `${role} of ${company.slug}`);
    return { members: [...members, ...staff], why: unrecognised?.reason ?? null };
  }
}

const WHO = `{ viewer {
  memberships { company { slug } member { email } }
  assignments { company { slug } role }
  unrecognised { reason }
} }`;
