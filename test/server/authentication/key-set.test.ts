import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { FixedClock } from "../../../src/kernel/clock";
import { loadConfig } from "../../../src/config/config";
import { createAuthenticate } from "../../../src/server/authentication/authenticate";
import { configuredIssuer } from "../../../src/server/authentication/configured-issuer";
import { AUDIENCE, ISSUER, TokenMaker } from "../support/token-maker";

// The keys' own timers look at the machine's clock, so the tokens do too.
const clock = new FixedClock(new Date());
const now = () => clock.now();
const apiKeys = { findByPrefix: async () => null, touch: async () => undefined };
const env = { OIDC_ISSUER: ISSUER, OIDC_AUDIENCE: AUDIENCE, OIDC_ALGORITHMS: "ES256" };

let directory: string;
let one: TokenMaker;
let two: TokenMaker;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "lg-keys-"));
  [one, two] = await Promise.all([TokenMaker.make("one", now), TokenMaker.make("two", now)]);
});
afterAll(() => rm(directory, { recursive: true }));

async function authenticator(keys: { file: string } | { url: string }, problems: unknown[] = []) {
  const place = "url" in keys ? { OIDC_JWKS_URL: keys.url } : { OIDC_JWKS_FILE: keys.file };
  const [config] = loadConfig({ ...env, ...place }).issuers;
  const issuer = await configuredIssuer(config!, clock, (error) => problems.push(error));
  const authenticate = createAuthenticate({ issuers: [issuer], apiKeys, clock, onProblem: () => undefined });
  return async (maker: TokenMaker, header = {}) =>
    authenticate(`Bearer ${await maker.token({}, header)}`).then(
      () => "accepted",
      (error: { name: string; reason?: string }) => error.reason ?? error.name,
    );
}

describe("keys from a file", () => {
  const jwks = (...makers: TokenMaker[]) => JSON.stringify({ keys: makers.map((maker) => maker.publicKey) });

  it("follows the file: a key comes, a key goes, a broken file changes nothing", async () => {
    const file = path.join(directory, "keys.json");
    const problems: unknown[] = [];
    const replace = async (content: string) => {
      await writeFile(`${file}.new`, content);
      await rename(`${file}.new`, file);
    };
    await replace(jwks(one));
    const check = await authenticator({ file }, problems);
    expect([await check(one), await check(two)]).toEqual(["accepted", "TOKEN_SIGNATURE"]);
    await replace(jwks(one, two));
    expect([await check(one), await check(two)]).toEqual(["accepted", "accepted"]);
    await replace(jwks(two));
    expect([await check(one), await check(two)]).toEqual(["TOKEN_SIGNATURE", "accepted"]);
    await replace("{");
    expect([await check(one), await check(two)]).toEqual(["TOKEN_SIGNATURE", "accepted"]);
    expect(problems.length).toBeGreaterThan(0);
    await rm(file);
    expect(await check(two)).toBe("accepted");
  });

  it("finds the key of a token that names none", async () => {
    const file = path.join(directory, "both.json");
    await writeFile(file, jwks(one, two));
    const check = await authenticator({ file });
    const stranger = await TokenMaker.make("three", now);
    const nameless = { kid: undefined };
    expect([await check(two, nameless), await check(stranger, nameless)]).toEqual(["accepted", "TOKEN_SIGNATURE"]);
  });

  it("does not start without a readable file", async () => {
    await expect(authenticator({ file: path.join(directory, "none.json") })).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe("keys from an address", () => {
  let server: Server;
  let url: string;
  let served: TokenMaker[] = [];
  let status = 200;
  let fetches = 0;
  beforeAll(async () => {
    server = createServer((_request, response) => {
      fetches += 1;
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify({ keys: served.map((maker) => maker.publicKey) }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  afterEach(() => jest.restoreAllMocks());

  it("fetches once, again for a new key after the cool-down, and survives an issuer that is down", async () => {
    served = [one];
    const check = await authenticator({ url });
    expect(fetches).toBe(0);
    expect([await check(one), await check(one), await check(two)]).toEqual(["accepted", "accepted", "TOKEN_SIGNATURE"]);
    expect(fetches).toBe(1);

    served = [two];
    const start = Date.now();
    jest.spyOn(Date, "now").mockReturnValue(start + 31_000);
    expect([await check(two), await check(one)]).toEqual(["accepted", "TOKEN_SIGNATURE"]);
    expect(fetches).toBe(2);

    status = 500;
    jest.spyOn(Date, "now").mockReturnValue(start + 20 * 60_000);
    expect(await check(two)).toBe("accepted");
    expect(fetches).toBe(3);
    // Perhaps the issuer's new key, which cannot be had: nothing can be said of the token.
    expect(await check(one)).toBe("AuthenticationUnavailable");
    clock.advance(2 * 60 * 60_000);
    expect(await check(two)).toBe("AuthenticationUnavailable");
  });

  it("says unavailable, not unauthenticated, where keys were never had", async () => {
    status = 500;
    const check = await authenticator({ url });
    expect(await check(one)).toBe("AuthenticationUnavailable");
  });
});
