import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { shot, type Shot } from "./load";
import { peerModule } from "./peer-engines";
import type { SubjectFacts } from "../src/policy/model/facts";
import type { Question } from "./population";

const POLICY = `apiVersion: api.cerbos.dev/v1
resourcePolicy:
  version: default
  resource: feature
  rules:
    - actions: ["send"]
      effect: EFFECT_ALLOW
      roles: ["member"]
      condition:
        match:
          all:
            of:
              - expr: R.attr.company == P.attr.company
              - expr: R.attr.feature in P.attr.grants
`;

const START_ATTEMPTS = 100;

export interface Cerbos {
  readonly url: string;
  /** Processor time since its start, in microseconds; NaN where the system does not tell. */
  readonly spent: () => Promise<number>;
}

/** Linux counts processor time of processes in hundredths of a second, for whichever processor. */
const MICROSECONDS_A_TICK = 10_000;

function spentBy(pid: number): number {
  try {
    // The name in parentheses may hold spaces; after it come the state and ten numbers, then user and system time.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) * MICROSECONDS_A_TICK;
  } catch {
    return Number.NaN;
  }
}

/** Cerbos as its package brings it, with one policy from disk and no audit log; stopped after the work. */
export async function withCerbos(work: (cerbos: Cerbos) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), "ledgergate-cerbos-"));
  mkdirSync(path.join(directory, "policies"));
  writeFileSync(path.join(directory, "policies", "feature.yaml"), POLICY);
  const [http, grpc] = [await freePort(), await freePort()];
  const config = {
    server: { httpListenAddr: `127.0.0.1:${http}`, grpcListenAddr: `127.0.0.1:${grpc}` },
    storage: { driver: "disk", disk: { directory: path.join(directory, "policies") } },
    telemetry: { disabled: true },
  };
  writeFileSync(path.join(directory, "config.yaml"), JSON.stringify(config));
  const binary = peerModule.resolve(`@cerbos/cerbos-${process.platform}-${process.arch}/package.json`);
  const file = path.join(path.dirname(binary), `cerbos-${process.platform}-${process.arch}`);
  const arguments_ = ["server", `--config=${path.join(directory, "config.yaml")}`, "--log-level=error"];
  const server = spawn(file, arguments_, { stdio: "ignore" });
  try {
    const url = `http://127.0.0.1:${http}`;
    await answering(`${url}/_cerbos/health`);
    await work({ url, spent: () => Promise.resolve(spentBy(server.pid ?? 0)) });
  } finally {
    server.kill();
    await once(server, "exit");
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Questions about one member: Cerbos takes one principal a request, with its attributes, and fifty resources. */
export function cerbosShot(url: string, member: SubjectFacts, asked: readonly Question[]): Shot {
  const principal = {
    id: member.subjectId,
    roles: ["member"],
    attr: { company: member.companyId, grants: member.grants.map(({ feature }) => feature) },
  };
  const resources = asked.map(({ companyId, resource }, index) => ({
    resource: { kind: "feature", id: `${index}`, attr: { company: companyId, feature: resource } },
    actions: ["send"],
  }));
  return shot(url, "/api/check/resources", "", { requestId: "bench", principal, resources });
}

export interface CerbosAnswer {
  readonly results: readonly { readonly actions: { readonly send: string } }[];
}

async function answering(url: string): Promise<void> {
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error("Cerbos did not start.");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
