import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { testFolder } from "../support/database";

const ROOT = path.resolve(__dirname, "../..");
const USE = `
import { AccessClient, AccessFailure, type Decision } from "@ledgergate/client";
import { expressGuard } from "@ledgergate/client/guards";
import { action, feature, person } from "@ledgergate/client/vocabulary";
const access = new AccessClient({ url: "http://127.0.0.1:9", token: "none", retry: { attempts: 1 } });
const question = { subject: person("a"), action: action("send"), resource: feature("acme", "commitment") };
export const guard = expressGuard(access, (request: { path: string }) => (request.path === "/" ? null : question));
export const answer: Promise<Decision> = access.evaluate(question);
// @ts-expect-error a question has an action
void access.evaluate({ subject: question.subject, resource: question.resource }).catch(() => undefined);
answer.catch((error: unknown) => console.log(error instanceof AccessFailure && error.kind));
`;
const node = (args: string[], cwd: string) => execFileSync(process.execPath, args, { cwd, encoding: "utf8" });

test("the package serves ESM, CommonJS and TypeScript", () => {
  const folder = testFolder();
  mkdirSync(path.join(folder, "node_modules/@ledgergate"), { recursive: true });
  node([path.join(ROOT, "src/cli/client-package.cjs"), path.join(folder, "node_modules/@ledgergate/client")], folder);
  symlinkSync(path.join(ROOT, "node_modules/@types"), path.join(folder, "node_modules/@types"));
  symlinkSync(path.join(ROOT, "node_modules/undici-types"), path.join(folder, "node_modules/undici-types"));
  for (const name of ["use.mts", "use.cts"]) writeFileSync(path.join(folder, name), USE);
  const tsc = path.join(ROOT, "node_modules/typescript/bin/tsc");
  const flags = "--module node16 --target es2022 --lib es2023 --types node --strict --skipLibCheck".split(" ");
  node([tsc, ...flags, "use.mts", "use.cts"], folder);
  expect(node(["use.mjs"], folder)).toBe("network\n");
  expect(node(["use.cjs"], folder)).toBe("network\n");
}, 60_000);
