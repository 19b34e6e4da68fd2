import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/* A release of a small package, with keys that are thrown away. */

const RELEASE = path.join(__dirname, "../../.ci/release.cjs");
const folder = mkdtempSync(path.join(tmpdir(), "ledgergate-release-test-"));
const file = (name: string) => path.join(folder, name);
// Whatever git is told on the machine: neither its keys nor its hooks.
const GIT = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
const env = { PATH: process.env["PATH"], HOME: folder, ...GIT };
const PERSON = ["-c", "user.name=Releaser", "-c", "user.email=release@x.test"];

function git(...given: string[]): string {
  return execFileSync("git", [...PERSON, ...given], { cwd: file("repo"), env, encoding: "utf8", stdio: "pipe" });
}
const signed = (key: string, tag: string) =>
  git("-c", "gpg.format=ssh", "-c", `user.signingKey=${file(key)}`, "tag", "-s", "-m", tag, tag);
const commit = (message: string) => (git("add", "-A"), git("commit", "-q", "-m", message));
const put = (name: string, text: string) => writeFileSync(file(`repo/${name}`), text);

function release(tag: string): { readonly status: number | null; readonly said: string } {
  const given = [RELEASE, tag, "--signers", file("signers"), "--key", file("releaser"), "--out", file("out")];
  const { status, stdout, stderr } = spawnSync(process.execPath, given, { cwd: file("repo"), env, encoding: "utf8" });
  return { status, said: stdout + stderr };
}

function verified(name: string): boolean {
  const given = ["-Y", "verify", "-f", file("signers"), "-I", "release@x.test", "-n", "ledgergate-release"];
  const input = readFileSync(file(`out/${name}`));
  return spawnSync("ssh-keygen", [...given, "-s", file(`out/${name}.sig`)], { input, env }).status === 0;
}

beforeAll(() => {
  for (const key of ["releaser", "stranger"])
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", key, "-f", file(key)]);
  const [kind, key] = readFileSync(file("releaser.pub"), "utf8").split(" ");
  writeFileSync(file("signers"), `release@x.test ${kind} ${key}\n`);
  execFileSync("git", ["init", "-q", file("repo")], { env });
  const named = { name: "small", version: "1.2.3" };
  put("package.json", JSON.stringify({ ...named, license: "MIT", files: ["index.js"] }));
  put("package-lock.json", JSON.stringify({ ...named, lockfileVersion: 3, requires: true, packages: { "": named } }));
  put("CHANGELOG.md", "# Changelog\n\n## 1.2.3\n");
  put("index.js", "module.exports = 1;\n");
  commit("first");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a tag that nobody of the list has signed is refused, and one of another version or without its changes", () => {
  git("tag", "v1.2.3");
  expect(release("v1.2.3")).toMatchObject({ status: 1, said: expect.stringContaining("lightweight") as unknown });
  git("tag", "-f", "-a", "-m", "annotated", "v1.2.3");
  expect(release("v1.2.3")).toMatchObject({ status: 1, said: expect.stringContaining("not signed") as unknown });
  git("tag", "-d", "v1.2.3");
  signed("stranger", "v1.2.3");
  expect(release("v1.2.3")).toMatchObject({
    status: 1,
    said: expect.stringContaining("not signed by anybody") as unknown,
  });
  git("tag", "-d", "v1.2.3");
  signed("releaser", "v1.2.4");
  expect(release("v1.2.4")).toMatchObject({
    status: 1,
    said: expect.stringContaining("package.json says 1.2.3") as unknown,
  });
  git("update-ref", "refs/tags/v1.2.3", git("rev-parse", "v1.2.4").trim());
  expect(release("v1.2.3")).toMatchObject({
    status: 1,
    said: expect.stringContaining("What is signed is v1.2.4") as unknown,
  });
  git("tag", "-d", "v1.2.3");
});

test("a signature of another kind is refused, whatever the machine's keyring says of it", () => {
  // Stands for GnuPG with the stranger's key in its keyring.
  writeFileSync(file("gpg"), "#!/bin/sh\ncat >/dev/null\necho\necho '[GNUPG:] GOODSIG 0123456789ABCDEF Stranger'\n", {
    mode: 0o700,
  });
  git("config", "gpg.program", file("gpg"));
  const [head, signature] = [git("rev-parse", "HEAD").trim(), "-----BEGIN PGP SIGNATURE-----\n\nabc\n"];
  const tag = `object ${head}\ntype commit\ntag v1.2.3\ntagger x <x@x.test> 0 +0000\n\nv1.2.3\n${signature}`;
  writeFileSync(file("tag"), `${tag}-----END PGP SIGNATURE-----\n`);
  git("update-ref", "refs/tags/v1.2.3", git("hash-object", "-t", "tag", "-w", file("tag")).trim());
  expect(() => git("verify-tag", "v1.2.3")).not.toThrow();
  expect(release("v1.2.3")).toMatchObject({
    status: 1,
    said: expect.stringContaining("not signed by anybody") as unknown,
  });
  git("tag", "-d", "v1.2.3");
});

test("of a signed tag come the package, its bill of materials and its provenance, each with a signature that holds", () => {
  signed("releaser", "v1.2.3");
  // What only lies there is no part of it.
  put("index.js", "module.exports = 2;\n");
  const { status, said } = release("v1.2.3");
  expect({ status, said }).toEqual({ status: 0, said: expect.stringContaining("small-1.2.3.tgz") as unknown });
  const names = ["small-1.2.3.tgz", "small-1.2.3.cdx.json", "small-1.2.3.intoto.json", "SHA256SUMS"];
  expect(names.filter(verified)).toEqual(names);
  const digest = (name: string) =>
    createHash("sha256")
      .update(readFileSync(file(`out/${name}`)))
      .digest("hex");
  const statement = JSON.parse(readFileSync(file("out/small-1.2.3.intoto.json"), "utf8")) as {
    subject: { name: string; digest: { sha256: string } }[];
  };
  expect(statement).toMatchObject({
    _type: "https://in-toto.io/Statement/v1",
    predicateType: "https://slsa.dev/provenance/v1",
    predicate: {
      buildDefinition: {
        externalParameters: { ref: "refs/tags/v1.2.3" },
        resolvedDependencies: [{ digest: { gitCommit: git("rev-parse", "v1.2.3^{commit}").trim() } }, {}],
      },
    },
  });
  for (const {
    name,
    digest: { sha256 },
  } of statement.subject)
    expect([name, sha256]).toEqual([name, digest(name)]);
  execFileSync("tar", ["-xzf", file("out/small-1.2.3.tgz"), "-C", folder]);
  expect(readFileSync(file("package/index.js"), "utf8")).toBe("module.exports = 1;\n");
  writeFileSync(file("out/SHA256SUMS"), "other");
  expect(verified("SHA256SUMS")).toBe(false);
});
