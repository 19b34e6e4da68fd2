import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { JwtParts, Provider } from "oidc-provider";
import { API, CLIENT, CLIENT_SECRET, idClaims, type Profile, type ProviderAccount, shapeAccessToken } from "./profiles";

/**
 * OpenID providers in a process of their own, each set up as one of those that people have. The parent asks for them, puts
 * accounts in and closes them; each message is answered in its turn.
 */

interface Settings {
  readonly profile: Profile;
  readonly redirectUris: readonly string[];
  readonly signOutUris: readonly string[];
  readonly accounts: readonly ProviderAccount[];
}

type Asked =
  | { readonly open: Settings }
  | { readonly put: readonly ProviderAccount[]; readonly issuer: string }
  | { readonly close: string };

/** A provider that listens, and whom it knows: by what they type in. */
interface Running {
  readonly server: Server;
  readonly accounts: Map<string, ProviderAccount>;
}

const running = new Map<string, Running>();

process.on("message", (asked: Asked) => {
  void answerParent(asked).then((issuer) => process.send?.({ issuer }));
});
process.send?.({ ready: true });

async function answerParent(asked: Asked): Promise<string> {
  if ("open" in asked) return open(asked.open);
  const issuer = "put" in asked ? asked.issuer : asked.close;
  const { server, accounts } = running.get(issuer)!;
  if ("put" in asked) for (const account of asked.put) accounts.set(account.login, account);
  else {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  return issuer;
}

async function open(settings: Settings): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}${settings.profile === "auth0" ? "/" : ""}`;
  const accounts = new Map(settings.accounts.map((account) => [account.login, account]));
  const { Provider: OpenIdProvider } = await import("oidc-provider");
  const provider = new OpenIdProvider(issuer, configuration(settings, accounts));
  const openid = provider.callback();
  const place = { provider, profile: settings.profile, accounts };
  server.on("request", (request, response) => {
    void answer(place, request, response).then((done) => (done ? undefined : openid(request, response)));
  });
  running.set(issuer, { server, accounts });
  return issuer;
}

type Accounts = ReadonlyMap<string, ProviderAccount>;

/** By what never changes; somebody whom nobody put in is who they say. */
function byId(accounts: Accounts, id: string): ProviderAccount {
  return [...accounts.values()].find((account) => account.id === id) ?? { id, login: id };
}

function configuration(settings: Settings, accounts: Accounts): object {
  const { profile, redirectUris, signOutUris } = settings;
  return {
    clients: [
      {
        client_id: CLIENT,
        client_secret: CLIENT_SECRET,
        redirect_uris: redirectUris,
        post_logout_redirect_uris: signOutUris,
        grant_types: ["authorization_code", "refresh_token"],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    cookies: { keys: ["only-for-tests"] },
    claims: {
      openid: ["sub", "typ", "token_use"],
      email: ["email", "email_verified"],
      profile: ["name", "oid", "preferred_username", "hd"],
    },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    scopes: ["openid", "email", "profile", "offline_access"],
    findAccount: async (_context: unknown, id: string) => ({
      accountId: id,
      claims: async (use: string) => ({ sub: id, ...idClaims(profile, byId(accounts, id), use) }),
    }),
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context: { body: string }, form: string) => {
          context.body = `<!doctype html><title>Provider</title>${form}<button form="op.logoutForm" name="logout" value="yes">Sign out</button>`;
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => (profile === "google" ? undefined : API),
        getResourceServerInfo: () => ({
          scope: "api",
          accessTokenFormat: "jwt",
          audience: API,
          jwt: { sign: { alg: "RS256" } },
        }),
        useGrantedResource: () => true,
      },
    },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    formats: {
      customizers: {
        jwt: async (_context: unknown, token: { accountId: string }, jwt: JwtParts) => {
          shapeAccessToken(profile, jwt, byId(accounts, token.accountId));
          return jwt;
        },
      },
    },
    ttl: { AccessToken: 3600, IdToken: 3600, Grant: 3600, Interaction: 600, Session: 3600 },
  };
}

/** The pages of signing in, and a userinfo that takes access tokens for the API as some providers do. */
async function answer(
  { provider, profile, accounts }: { provider: Provider; profile: Profile; accounts: Accounts },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (url.pathname === "/me" && (profile === "cognito" || profile === "auth0"))
    return userInfo(profile, accounts, request, response);
  if (!url.pathname.startsWith("/interaction/")) return false;
  const details = await provider.interactionDetails(request, response);
  const typed = request.method === "POST" ? new URLSearchParams(await bodyOf(request)).get("login") : null;
  const login = typed ?? details.params.login_hint;
  if (typeof login !== "string") {
    response.setHeader("content-type", "text/html");
    response.end(
      `<!doctype html><title>Provider</title><form method="post"><input name="login" aria-label="Login"><button>Sign in</button></form>`,
    );
    return true;
  }
  const accountId = accounts.get(login)?.id ?? login;
  const grant = new provider.Grant({ accountId, clientId: String(details.params.client_id) });
  grant.addOIDCScope("openid email profile offline_access");
  grant.addResourceScope(API, "api");
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(request, response, { login: { accountId }, consent });
  return true;
}

function userInfo(profile: Profile, accounts: Accounts, request: IncomingMessage, response: ServerResponse): boolean {
  const [, payload = ""] = (request.headers.authorization ?? "").split(".");
  const { sub } = JSON.parse(Buffer.from(payload, "base64url").toString() || "{}") as { sub?: string };
  const account = sub === undefined ? undefined : byId(accounts, sub);
  response.writeHead(account ? 200 : 401, { "content-type": "application/json" });
  response.end(JSON.stringify(account ? idClaims(profile, account, "userinfo") : { error: "invalid_token" }));
  return true;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
