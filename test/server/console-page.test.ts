import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fastify, { type FastifyInstance } from "fastify";
import { ConsoleFiles } from "../../src/server/console/console-files";
import { addConsole, CONSOLE_PATHS } from "../../src/server/console/console-page";

let folder: string;
let app: FastifyInstance;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ledgergate-console-"));
  app = fastify();
  addConsole(app, new ConsoleFiles(folder));
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

function build(stamp: string, script: string) {
  mkdirSync(path.join(folder, "assets"), { recursive: true });
  writeFileSync(path.join(folder, "index.html"), `<!doctype html><script src="/console/assets/${script}"></script>`);
  writeFileSync(path.join(folder, `assets/${script}`), `"${stamp}"`);
  writeFileSync(path.join(folder, `assets/${script}.br`), "small");
  writeFileSync(path.join(folder, ".built-from"), stamp);
}

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: "GET", url, headers });

test("until it is built each address says so, in the reader's language, and looks again by itself", async () => {
  const answer = await get("/", { "accept-language": "fr" });
  expect([answer.statusCode, answer.headers["retry-after"], answer.headers["cache-control"]]).toEqual([
    503,
    "2",
    "no-store",
  ]);
  expect(answer.body).toContain('<html lang="fr">');
  expect(answer.body).toContain('http-equiv="refresh"');
});

test("once it is built it is served under a policy that runs nothing but its own files", async () => {
  expect((await get("/")).statusCode).toBe(503);
  build("one", "a.js");
  const page = await get("/set-up/whichever");
  expect([page.statusCode, page.headers["cache-control"]]).toEqual([200, "no-cache"]);
  const policy = String(page.headers["content-security-policy"]);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain("unsafe");
  expect((await get("/", { "if-none-match": String(page.headers["etag"]) })).statusCode).toBe(304);
});

test("scripts are kept for good, and sent as they were compressed at the build", async () => {
  build("one", "a.js");
  const plain = await get("/console/assets/a.js");
  expect([plain.body, plain.headers["content-encoding"]]).toEqual(['"one"', undefined]);
  expect(plain.headers["cache-control"]).toContain("immutable");
  const small = await get("/console/assets/a.js", { "accept-encoding": "gzip, br" });
  expect([small.body, small.headers["content-encoding"]]).toEqual(["small", "br"]);
});

test("a newer build takes its place, and a page of the older one still finds its script", async () => {
  build("one", "a.js");
  await get("/");
  rmSync(path.join(folder, "assets/a.js"));
  build("two", "b.js");
  expect((await get("/")).body).toContain("b.js");
  expect((await get("/console/assets/a.js")).body).toBe('"one"');
  expect((await get("/console/assets/b.js")).body).toBe('"two"');
});

test.each([
  "/console/index.html",
  "/console/.built-from",
  "/console/../package.json",
  "/console/%2e%2e/package.json",
  "/console/",
])("%s is no file of the console's", async (url) => {
  build("one", "a.js");
  expect((await get(url)).statusCode).toBe(404);
});

test("server and console know the same addresses", () => {
  const router = readFileSync(path.join(__dirname, "../../src/console/frame/router.tsx"), "utf8");
  const routed = [...router.matchAll(/path: "([^"]+)"/g)].map(([, address = ""]) => address.replaceAll("$", ":"));
  expect([...CONSOLE_PATHS].sort()).toEqual(routed.sort());
});
