import { execFileSync } from "node:child_process";
import path from "node:path";
import { tortureBridge } from "./bridge/bridge";
import { databaseUrl } from "./database-url";
import { itemsOf } from "./items";
import { planDigest, planOf } from "./plan";
import { torture } from "./torture";

/** The short form; `npm run torture` is the long one. */
const SEED = 20_261_124;

beforeAll(() => {
  // The processes run what is compiled.
  execFileSync(process.execPath, ["src/cli/prepare.cjs", "--build"], {
    cwd: path.join(__dirname, "../.."),
    stdio: "pipe",
  });
}, 300_000);

test("killed, cut off, delayed and deprived: nothing is lost, doubled, sent without a right, or left unexplained", async () => {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const report = await torture({ records: 60, seed: SEED, minutes: 0.4, databaseUrl: await databaseUrl(), say });
  expect(report.violations).toEqual([]);
  expect(report.states["synced"]).toBe(60);
  expect(report.writes).toBeGreaterThan(20);
}, 600_000);

test("over the whole bridge: what is sent on the platform turns green, is in the ledger once, and every request is closed", async () => {
  const options = { records: 40, seed: SEED, minutes: 0.3, say: () => undefined };
  const report = await tortureBridge({ ...options, databaseUrl: await databaseUrl() });
  expect(report.violations).toEqual([]);
  expect(report.states["synced"]).toBe(40);
}, 600_000);

test("the same seed gives the same items and the same plan, another one others", () => {
  const size = { seed: 7, records: 60, servers: 2, approvers: 3 };
  expect(planDigest(size)).toBe(planDigest(size));
  expect(planDigest({ ...size, seed: 8 })).not.toBe(planDigest(size));
  expect(itemsOf(7, 100)).toEqual(itemsOf(7, 100));
  const plan = planOf(size);
  const kinds = new Set(Array.from({ length: 18 }, () => plan.next().value.blow.kind));
  expect([...kinds].sort()).toEqual(["expire_tokens", "jump", "kill", "rights", "weather"]);
});
