import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { createContext, runInContext } from "node:vm";
import { testFolder } from "../support/database";
import { allow, FaultyServer } from "./faulty-server";

/* The client as a bundle for browsers and edge runtimes, run where there is nothing of Node: no require, process, Buffer, setImmediate. */

const ROOT = path.resolve(__dirname, "../..");
const BUILD = `
import { build } from "vite";
const [entry, outDir] = process.argv.slice(1);
await build({
  ...{ configFile: false, logLevel: "error", root: outDir },
  build: {
    ...{ outDir, emptyOutDir: false, minify: false, target: "es2022" },
    lib: { entry, name: "LedgergateClient", formats: ["iife"], fileName: () => "client.js" },
  },
});
`;

let bundle: string;
beforeAll(() => {
  const folder = testFolder();
  const args = ["--input-type=module", "-e", BUILD, "--", path.join(ROOT, "src/client/access-client.ts"), folder];
  execFileSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
  bundle = readFileSync(path.join(folder, "client.js"), "utf8");
}, 120_000);

/** What a browser and an edge runtime both have, of what the client may use. */
const WEB = { fetch, URL, AbortController, AbortSignal, crypto, performance, setTimeout, clearTimeout };

test("it stands in the bundle whole, and asks for no module of Node", () => {
  expect(bundle).not.toMatch(/node:|\brequire\(|\bimport\s*[("{*]|__vite-browser-external/);
});

test("it asks and is answered without anything of Node", async () => {
  const server = await FaultyServer.start(allow);
  try {
    const context = createContext({ ...WEB });
    const absent = "[typeof require, typeof process, typeof Buffer, typeof setImmediate, typeof global].join()";
    expect(runInContext(absent, context)).toBe(Array(5).fill("undefined").join());
    runInContext(bundle, context);
    const run = `(async () => {
      const { AccessClient } = LedgergateClient;
      const access = new AccessClient({ url: ${JSON.stringify(server.url)}, token: "t", timeout: 60000 });
      const ask = (id) => ({ subject: { type: "user", id }, action: { name: "send" }, resource: { type: "feature", id: "b" } });
      const decisions = await access.evaluateMany([ask("one"), ask("two"), ask("one")]);
      return JSON.stringify([decisions.map(({ decision }) => decision), await access.isAllowed(ask("one"))]);
    })()`;
    expect(await (runInContext(run, context) as Promise<string>)).toBe("[[true,true,true],true]");
    expect(server.asked.map((one) => one.body.evaluations?.length)).toEqual([2, undefined]);
  } finally {
    await server.stop();
  }
});
