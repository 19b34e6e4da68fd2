"use strict";
/**
 * `npm run release -- TAG --signers FILE --key FILE --out FOLDER [--repository URL] [--builder URI]`: makes a release of a signed
 * tag, in the working directory's repository, and nothing of what only lies there (docs/release.md). It publishes nothing.
 */
const { execFileSync } = require("node:child_process");
const { createHash, randomUUID } = require("node:crypto");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { parseArgs } = require("node:util");

const NAMESPACE = "ledgergate-release";
const NEEDED = ["signers", "key", "out"];

class ReleaseRefused extends Error {}

function run(command, given, more = {}) {
  try {
    return execFileSync(command, given, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: 2 ** 28,
      ...more,
    });
  } catch (error) {
    const said = `${error.stderr ?? ""}`.trim().split("\n").slice(-5).join("\n");
    throw new ReleaseRefused(`${command} ${given[0]} failed: ${said || error.message}`);
  }
}

function asked() {
  const options = Object.fromEntries([...NEEDED, "repository", "builder"].map((name) => [name, { type: "string" }]));
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (positionals.length !== 1 || NEEDED.some((name) => !values[name]))
    throw new ReleaseRefused("Name one tag, and --signers, --key and --out.");
  return { tag: positionals[0], ...values };
}

/** The commit of a tag that somebody of the list has signed. */
function signedCommit({ tag, signers }) {
  if (!/^v\d+\.\d+\.\d+(-[0-9a-z.]+)?$/.test(tag))
    throw new ReleaseRefused(`${tag} is no tag of a version, such as v1.2.3.`);
  const kind = run("git", ["cat-file", "-t", `refs/tags/${tag}`]).trim();
  if (kind !== "tag") throw new ReleaseRefused(`${tag} is not signed: it is a lightweight tag.`);
  // Git asks GnuPG about its signatures whatever the format is set to, and believes any key that lies in its keyring.
  const others = ["gpg.program", "gpg.openpgp.program", "gpg.x509.program"].flatMap((name) => ["-c", `${name}=false`]);
  const ssh = ["-c", "gpg.format=ssh", "-c", `gpg.ssh.allowedSignersFile=${path.resolve(signers)}`, ...others];
  try {
    run("git", [...ssh, "verify-tag", tag]);
  } catch (error) {
    throw new ReleaseRefused(`${tag} is not signed by anybody of ${signers}. ${error.message}`);
  }
  const named = /^tag (.*)$/m.exec(run("git", ["cat-file", "tag", `refs/tags/${tag}`]))?.[1];
  if (named !== tag) throw new ReleaseRefused(`What is signed is ${named}, not ${tag}.`);
  return run("git", ["rev-parse", `refs/tags/${tag}^{commit}`]).trim();
}

/** The files of the commit alone, in a folder of their own. */
function checkedOut(commit, folder) {
  fs.mkdirSync(folder);
  const archive = path.join(folder, "..", "source.tar");
  run("git", ["archive", "--format=tar", "-o", archive, commit]);
  run("tar", ["-xf", archive, "-C", folder]);
  return folder;
}

function requireVersion({ tag }, folder) {
  const { version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  if (`v${version}` !== tag) throw new ReleaseRefused(`package.json says ${version}, the tag ${tag}.`);
  const log = fs.readFileSync(path.join(folder, "CHANGELOG.md"), "utf8");
  if (!log.split("\n").some((line) => line.startsWith(`## ${version}`) || line.startsWith(`## [${version}]`)))
    throw new ReleaseRefused(`CHANGELOG.md has no heading for ${version}.`);
}

/** The package as npm makes it: files in one order, with one time and no owner. */
function packed(folder, epoch) {
  const env = { ...process.env, SOURCE_DATE_EPOCH: epoch, NODE_ENV: "", CI: "true" };
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder, env });
  const made = fs.mkdtempSync(path.join(folder, "..", "package-"));
  run("npm", ["pack", "--loglevel=error", "--pack-destination", made], { cwd: folder, env });
  return path.join(made, fs.readdirSync(made)[0]);
}

/** Made twice, from two folders: a release that cannot be made again by others proves nothing. */
function reproducible(commit, scratch, epoch) {
  const made = ["first", "second"].map((name) => {
    fs.mkdirSync(path.join(scratch, name));
    return packed(checkedOut(commit, path.join(scratch, name, "source")), epoch);
  });
  const [first, second] = made.map((file) => digestOf(file, "sha512"));
  if (first !== second)
    throw new ReleaseRefused("Made twice, the package is not the same: see what the build puts into it.");
  return made[0];
}

/** What is in the package, from the lock (CycloneDX); with the commit's time, and no number that is drawn by lot. */
function bill(folder, epoch) {
  const given = ["sbom", "--package-lock-only", "--omit=dev", "--sbom-format=cyclonedx", "--sbom-type=application"];
  const sbom = JSON.parse(run("npm", given, { cwd: folder }));
  delete sbom.serialNumber;
  sbom.metadata.timestamp = new Date(epoch * 1000).toISOString();
  return `${JSON.stringify(sbom, null, 2)}\n`;
}

function digestOf(file, algorithm) {
  return createHash(algorithm).update(fs.readFileSync(file)).digest("hex");
}

/** An in-toto statement with SLSA's provenance, version 1: what was made of what, how, by whom. */
function provenance({ tag, repository, builder }, { commit, source, startedOn, files }) {
  const subject = files.map((file) => ({
    name: path.basename(file),
    digest: { sha256: digestOf(file, "sha256"), sha512: digestOf(file, "sha512") },
  }));
  const uri = repository ?? remoteUrl();
  const lock = {
    uri: "package-lock.json",
    digest: { sha256: digestOf(path.join(source, "package-lock.json"), "sha256") },
  };
  const statement = {
    _type: "https://in-toto.io/Statement/v1",
    subject,
    predicateType: "https://slsa.dev/provenance/v1",
    predicate: {
      buildDefinition: {
        buildType: "urn:ledgergate:release:v1",
        externalParameters: { repository: uri, ref: `refs/tags/${tag}` },
        internalParameters: {
          node: process.version,
          npm: run("npm", ["--version"]).trim(),
          platform: process.platform,
        },
        resolvedDependencies: [{ uri: `git+${uri}@refs/tags/${tag}`, digest: { gitCommit: commit } }, lock],
      },
      runDetails: {
        builder: { id: builder ?? "urn:ledgergate:release:by-hand" },
        metadata: { invocationId: `urn:uuid:${randomUUID()}`, startedOn, finishedOn: new Date().toISOString() },
      },
    },
  };
  return `${JSON.stringify(statement, null, 2)}\n`;
}

/** Where the repository comes from, never with what somebody signs in by. */
function remoteUrl() {
  const [remote] = run("git", ["remote"]).split("\n");
  return remote
    ? run("git", ["remote", "get-url", remote])
        .trim()
        .replace(/\/\/[^@/]*@/, "//")
    : "local";
}

function sign(key, file) {
  fs.rmSync(`${file}.sig`, { force: true });
  run("ssh-keygen", ["-q", "-Y", "sign", "-n", NAMESPACE, "-f", path.resolve(key), file]);
}

/** Puts into the folder what others get, each file with its signature beside it. */
function handOut(given, { folder, tarball, ...made }) {
  fs.mkdirSync(folder, { recursive: true });
  const files = [];
  const put = (name, content) => {
    files.push(path.join(folder, name));
    fs.writeFileSync(files.at(-1), content);
  };
  const base = path.basename(tarball, ".tgz");
  put(`${base}.tgz`, fs.readFileSync(tarball));
  put(`${base}.cdx.json`, bill(made.source, made.epoch));
  put(`${base}.intoto.json`, provenance(given, { ...made, files: [...files] }));
  put("SHA256SUMS", files.map((file) => `${digestOf(file, "sha256")}  ${path.basename(file)}\n`).join(""));
  for (const file of files) sign(given.key, file);
  return files;
}

function release(given) {
  const startedOn = new Date().toISOString();
  const commit = signedCommit(given);
  const epoch = run("git", ["show", "-s", "--format=%ct", commit]).trim();
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "ledgergate-release-"));
  try {
    fs.mkdirSync(path.join(scratch, "read"));
    const source = checkedOut(commit, path.join(scratch, "read", "source"));
    requireVersion(given, source);
    const tarball = reproducible(commit, scratch, epoch);
    const files = handOut(given, { folder: path.resolve(given.out), tarball, source, epoch, commit, startedOn });
    process.stdout.write([`${given.tag} of ${commit}`, ...files, ""].join("\n"));
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

try {
  release(asked());
} catch (error) {
  if (!(error instanceof ReleaseRefused) && error.code?.startsWith("ERR_PARSE_ARGS") !== true) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
