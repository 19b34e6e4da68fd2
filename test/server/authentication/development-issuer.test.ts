import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { FixedClock } from "../../../src/kernel/clock";
import { createAuthenticate } from "../../../src/server/authentication/authenticate";
import { openDevelopmentIssuer } from "../../../src/server/authentication/development-issuer";

const clock = new FixedClock("2026-11-24T09:00:00.000Z");
const apiKeys = { findByPrefix: async () => null, touch: async () => undefined };

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "lg-issuer-"));
});
afterAll(() => rm(root, { recursive: true }));

function open(name: string) {
  return openDevelopmentIssuer({ production: false, developmentTokens: true, dataDir: path.join(root, name) }, clock);
}

describe("the development issuer", () => {
  it("issues tokens that its own key checks, for 12 hours", async () => {
    const issuer = await open("a");
    expect((await stat(path.join(root, "a", "development-issuer.json"))).mode & 0o777).toBe(0o600);
    const authenticate = createAuthenticate({ issuers: [issuer], apiKeys, clock, onProblem: () => undefined });
    const token = await issuer.issueToken("Admin@Demo.test", "Ada");
    const caller = { kind: "person", email: "admin@demo.test", name: "Ada" };
    expect(await authenticate(`Bearer ${token}`)).toMatchObject(caller);
    clock.advance(11.9 * 3_600_000);
    expect(await authenticate(`Bearer ${token}`)).toMatchObject(caller);
    clock.advance(0.2 * 3_600_000);
    await expect(authenticate(`Bearer ${token}`)).rejects.toMatchObject({ reason: "TOKEN_EXPIRED" });
  });

  it("keeps one key per data directory, readable by the owner only, whoever comes first", async () => {
    const issuers = await Promise.all(Array.from({ length: 8 }, () => open("b")));
    expect(await readdir(path.join(root, "b"))).toEqual(["development-issuer.json"]);
    const file = path.join(root, "b", "development-issuer.json");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const token = await issuers[0]!.issueToken("admin@demo.test");
    for (const issuer of [...issuers, await open("b")]) {
      const authenticate = createAuthenticate({ issuers: [issuer], apiKeys, clock, onProblem: () => undefined });
      expect(await authenticate(`Bearer ${token}`)).toMatchObject({ email: "admin@demo.test", name: null });
    }
    const other = createAuthenticate({ issuers: [await open("c")], apiKeys, clock, onProblem: () => undefined });
    await expect(other(`Bearer ${token}`)).rejects.toMatchObject({ reason: "TOKEN_SIGNATURE" });
  });

  it("never shows its private key", async () => {
    const { d } = JSON.parse(await readFile(path.join(root, "b", "development-issuer.json"), "utf8")) as { d: string };
    const shown = (await open("b")).keys as unknown as { jwks(): unknown };
    expect(JSON.stringify(shown.jwks())).not.toContain(d);
  });

  it("does not open in production, nor where development tokens are off", async () => {
    const dataDir = path.join(root, "d");
    for (const flags of [
      { production: true, developmentTokens: true },
      { production: false, developmentTokens: false },
    ])
      await expect(openDevelopmentIssuer({ ...flags, dataDir }, clock)).rejects.toMatchObject({
        code: "CONFIGURATION",
      });
    expect(await readdir(root)).not.toContain("d");
  });
});
