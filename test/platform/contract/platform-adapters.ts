import type { SandboxPlatform } from "../../../src/dev/platform/sandbox-platform";
import { SANDBOX_CREDENTIALS } from "../../../src/dev/platform/platform-parts";
import type { ConstructionPlatform } from "../../../src/platform/port/construction-platform";
import type { CallPace, PlatformTokens, RestClientParts } from "../../../src/platform/rest/rest-client";
import { restPlatform } from "../../../src/platform/rest/rest-platform";

/** What an adapter is made over in the contract suite. */
export interface AdapterWorld {
  readonly sandbox: SandboxPlatform;
  readonly tokens: PlatformTokens;
  readonly pace: CallPace;
  readonly timeoutMs: number;
}

const parts = ({ sandbox, tokens, pace, timeoutMs }: AdapterWorld): RestClientParts => ({
  baseUrl: () => sandbox.address,
  tokens,
  pace,
  timeoutMs,
});

/**
 * Every adapter of the platform's port, by name: a new one is a line here, and the whole suite runs against it
 * (`npx jest test/platform/contract -t "the platform NAME"`).
 */
export const PLATFORM_ADAPTERS: Readonly<Record<string, (world: AdapterWorld) => ConstructionPlatform>> = {
  rest: (world) => restPlatform(parts(world)),
  embedded: (world) => restPlatform({ ...parts(world), send: (address, init) => world.sandbox.inject(address, init) }),
};

/** Tokens as any client of the platform gets them, asked for once and after each refusal. */
export function tokensOf(address: () => string): PlatformTokens & { readonly asked: number } {
  let token: string | null = null;
  let asked = 0;
  return {
    get asked() {
      return asked;
    },
    async accessToken() {
      if (token !== null) return token;
      asked += 1;
      const { clientId: client_id, clientSecret: client_secret } = SANDBOX_CREDENTIALS;
      const body = new URLSearchParams({ grant_type: "client_credentials", client_id, client_secret });
      const answer = await fetch(`${address()}/oauth/token`, { method: "POST", body });
      token = ((await answer.json()) as { access_token: string }).access_token;
      return token;
    },
    reject: () => {
      token = null;
    },
  };
}
