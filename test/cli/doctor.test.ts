import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";
import { examine, lineOf } from "../../src/cli/operations/doctor/doctor";
import type { Finding } from "../../src/cli/operations/doctor/finding";
import { TABLES } from "../../src/app";
import { Database } from "../../src/infra/db/database";
import { SqliteConnection } from "../../src/infra/db/sqlite/sqlite-connection";
import { testFolder } from "../support/database";
import { TokenMaker } from "../server/support/token-maker";

/* What `ledgergate doctor` says: each thing that is wrong, and what to do about it. */

const ISSUER = "https://id.example.test";

async function found(env: NodeJS.ProcessEnv, token?: string, fetch: typeof globalThis.fetch = answering(200)) {
  const findings: Finding[] = [];
  for await (const finding of examine(env, token, { now: () => new Date(), fetch })) findings.push(finding);
  return findings;
}

/** What fails, or is hardly meant, as it is printed. */
async function trouble(...asked: Parameters<typeof found>): Promise<string> {
  return (await found(...asked))
    .filter(({ standing }) => standing !== "ok")
    .map(lineOf)
    .join("\n");
}

function answering(status: number, headers: Record<string, string> = {}, body = "{}"): typeof globalThis.fetch {
  return () => Promise.resolve(new Response(body, { status, headers }));
}

async function dataFolder(): Promise<string> {
  const folder = testFolder();
  chmodSync(folder, 0o700);
  const file = path.join(folder, "ledgergate.sqlite");
  const database = await Database.open({ kind: "sqlite", file, durable: false, ...TABLES });
  await database.migrate().finally(() => database.close());
  return folder;
}

async function keysFile(maker: TokenMaker): Promise<string> {
  const file = path.join(testFolder(), "keys.json");
  writeFileSync(file, JSON.stringify({ keys: [maker.publicKey] }));
  return Promise.resolve(file);
}

test("a server that can run: nothing to do, and nothing was changed", async () => {
  const findings = await found({ DATA_DIR: await dataFolder() });
  expect(findings.filter(({ standing, about }) => standing !== "ok" && about !== "disk")).toEqual([]);
  expect(new Set(findings.map(({ about }) => about))).toEqual(
    new Set(["configuration", "disk", "database", "issuer", "mail", "ledger", "platform"]),
  );
});

test("a configuration that cannot be: every variable at fault, and none of their values", async () => {
  const said = await trouble({ PORT: "many", NODE_ENV: "production", DATABASE_URL: "mysql://u:secret@h/d" });
  expect(said).toMatch(/^FAIL {2}configuration: [\s\S]*PORT: expects[\s\S]*DATABASE_URL: expects/);
  expect(said).not.toContain("secret");
});

test("a folder that cannot be used, and a database that does not answer", async () => {
  const file = path.join(testFolder(), "file");
  writeFileSync(file, "");
  expect(await trouble({ DATA_DIR: path.join(file, "data") })).toMatch(
    /FAIL {2}disk: .* cannot be written to.*\n {6}Give/,
  );
  const away = { DATA_DIR: await dataFolder(), DATABASE_URL: "postgres://u:secret@127.0.0.1:1/d" };
  const said = await trouble(away);
  expect(said).toMatch(
    /FAIL {2}database: Cannot open the PostgreSQL database d at 127\.0\.0\.1:1.*\n {6}Is it running/,
  );
  expect(said).not.toContain("secret");
});

test("a database that is newer, one that is behind, and a clock that is behind its trails", async () => {
  const change = async (statement: string) => {
    const folder = await dataFolder();
    const database = new SqliteConnection(path.join(folder, "ledgergate.sqlite"));
    database.pragma("foreign_keys = OFF");
    database.exec(statement);
    database.close();
    return trouble({ DATA_DIR: folder });
  };
  expect(await change(`INSERT INTO migration (timestamp, name) VALUES (4000000000000, 'Later4000000000000')`)).toMatch(
    /FAIL {2}database: .*newer Ledgergate.*Later4000000000000.*\n {6}Run that version/,
  );
  expect(await change(`DELETE FROM migration WHERE id = (SELECT max(id) FROM migration)`)).toMatch(
    /warn {2}database: 1 migrations are to be run\n {6}Make a backup/,
  );
});

test("a mail server that does not answer, and mail that nobody gets in production", async () => {
  const away = { DATA_DIR: await dataFolder(), SMTP_URL: "smtp://user:secret@127.0.0.1:1" };
  const said = await trouble(away);
  expect(said).toMatch(/FAIL {2}mail: 127\.0\.0\.1 does not: .*ECONNREFUSED.*\n {6}Are host, port/);
  expect(said).not.toContain("secret");
});

describe("the issuer", () => {
  let server: Server;
  let address: string;
  let keys: object[];
  let named: string | undefined;
  beforeAll(async () => {
    keys = [(await TokenMaker.make("one", () => new Date())).publicKey];
    server = createServer((request, response) => {
      const metadata = { issuer: named ?? address, jwks_uri: `${address}/keys` };
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(request.url === "/keys" ? { keys } : metadata));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const env = async (more: object = {}) => ({
    ...{ DATA_DIR: await dataFolder(), OIDC_ISSUER: address, OIDC_AUDIENCE: "ledgergate", ...more },
  });

  it("answers with keys that fit", async () => {
    const findings = await found(await env(), undefined, fetch);
    expect(findings.find(({ about }) => about.startsWith("issuer"))).toMatchObject({
      standing: "ok",
      text: expect.stringMatching(/1 of 1 keys fit/) as string,
    });
  });

  it("is another than it says, has no keys that fit, is away, or has another clock", async () => {
    named = `${address}/`;
    expect(await trouble(await env(), undefined, fetch)).toMatch(
      /FAIL {2}issuer .*names another issuer.*\n {6}Is OIDC_ISSUER/,
    );
    named = undefined;
    expect(await trouble(await env({ OIDC_ALGORITHMS: "EdDSA" }), undefined, fetch)).toMatch(
      /none of its 1 keys .* fits EdDSA\n {6}Set OIDC_ALGORITHMS/,
    );
    expect(await trouble(await env({ OIDC_ISSUER: "http://127.0.0.1:1" }), undefined, fetch)).toMatch(
      /FAIL {2}issuer .*fetch failed/,
    );
    const body = JSON.stringify({ issuer: address, jwks_uri: `${address}/keys`, keys });
    const late = answering(200, { date: new Date(Date.now() - 300_000).toUTCString() }, body);
    expect(await trouble(await env(), undefined, late)).toMatch(/FAIL {2}issuer .*its clock is (29|30|31)\d s away/);
  });
});

describe("a token", () => {
  let maker: TokenMaker;
  beforeAll(async () => {
    maker = await TokenMaker.make("one", () => new Date());
  });
  const ask = async (claims: object, more: object = {}) => {
    const issuer = { OIDC_ISSUER: ISSUER, OIDC_AUDIENCE: "ledgergate", OIDC_JWKS_FILE: await keysFile(maker) };
    const token = await maker.token({ iss: ISSUER, ...claims });
    const said = await trouble({ DATA_DIR: await dataFolder(), ...issuer, ...more }, token);
    expect(said).not.toContain(token.split(".")[2]);
    return said
      .split("\n")
      .filter((line) => !line.startsWith("warn"))
      .join("\n");
  };

  test.each<[string, object, RegExp]>([
    [
      "of another issuer",
      { iss: `${ISSUER}/` },
      /TOKEN_ISSUER.*\n {6}Its iss is "https:\/\/id\.example\.test\/"; taken are "https:\/\/id\.example\.test"/,
    ],
    [
      "for another audience",
      { aud: "other" },
      /TOKEN_AUDIENCE.*\n {6}It says aud "other"; OIDC_AUDIENCE takes "ledgergate"/,
    ],
    ["without a subject", { sub: undefined }, /TOKEN_CLAIM.*\n {6}It lacks subject \(sub\)/],
    [
      "without an address",
      { email: undefined },
      /EMAIL_CLAIM_MISSING.*\n {6}Have the issuer put one of these claims .*: email/,
    ],
    [
      "whose address is not verified",
      { email_verified: false },
      /EMAIL_NOT_VERIFIED.*\n {6}None of these claims says that it is verified: email_verified/,
    ],
    ["of somebody whom no directory knows", {}, /NOT_IN_A_DIRECTORY: no directory has .*\n {6}Add them/],
  ])("%s", async (_, claims, said) => {
    expect(await ask(claims)).toMatch(said);
  });

  it("that is none", async () => {
    expect(await trouble({ DATA_DIR: await dataFolder() }, "nonsense")).toMatch(
      /token: it is no JSON Web Token\n {6}Send/,
    );
  });
});
