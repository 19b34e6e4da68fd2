import { setTimeout as sleep } from "node:timers/promises";
import { SANDBOX_CREDENTIALS } from "../../../src/dev/platform/platform-parts";
import { DEMO_PLATFORM_COMPANY } from "../../../src/dev/platform/tool/world-parts";
import { systemActor } from "../../../src/kernel/actor";
import { Caller } from "../caller";
import { COMPANY, furnish, RunFolder } from "../house";
import { judge, type Verdict } from "../judgement";
import { People, setRight } from "../people";
import { planOf, RIGHTS, type Blow } from "../plan";
import { FIRST_PORT, NeighbourProcess, ServerProcess } from "../processes";
import { seeded } from "../seeded";
import type { TortureOptions } from "../torture";
import { SHARES } from "../weather";
import { judgeBridge, type BridgeVerdict } from "./bridge-judgement";
import { stockBridge, type Object } from "./bridge-world";
import { OverThere } from "./over-there";

export interface BridgeReport extends Verdict {
  readonly bridge: BridgeVerdict;
  readonly objects: number;
  readonly exports: number;
  readonly seconds: number;
  readonly blows: Readonly<Record<string, number>>;
}

const SEED = systemActor("torture");
const APPROVERS = 3;
const HEAD_START_MS = 30 * 60_000;
const MAX_PAUSE_MS = 4_000;
/** What passes on the run's clock with each second. */
const SECOND_MS = 15_000;
const PEACEFUL_SECOND_MS = 60_000;
/** In peace something turns green at least so often, however busy the machine. */
const PATIENCE_MS = 4 * 60_000;
/** Events that come twice, after later ones, and not at all. */
const MISCHIEF = { twice: 0.15, late: 0.15, lost: 0.03 };

/** Objects go from "Send to ERP" to a green ribbon while both neighbours fail, events go astray, and the server is killed. */
export async function tortureBridge(options: TortureOptions): Promise<BridgeReport> {
  const began = Date.now();
  const { seed, records, databaseUrl } = options;
  const folder = new RunFolder(databaseUrl, `http://127.0.0.1:${FIRST_PORT}`);
  const servers: ServerProcess[] = [];
  const neighbours: NeighbourProcess[] = [];
  const blows: Record<string, number> = {};
  try {
    await furnish(folder, [], APPROVERS);
    const objects = stockBridge(folder.platformFile, seed, records, APPROVERS);
    folder.clock.jump(HEAD_START_MS);
    const ledger = await NeighbourProcess.ledger(folder);
    const platform = await NeighbourProcess.platform(folder);
    neighbours.push(ledger, platform);
    await connect(folder, platform.address);
    const addresses = { SANDBOX_LEDGER_URL: ledger.address, SANDBOX_PLATFORM_URL: platform.address };
    for (let index = 0; index < (databaseUrl === null ? 1 : 2); index += 1)
      servers.push(new ServerProcess(folder, index, addresses));
    await Promise.all(servers.map((server) => server.start()));
    const run = new BridgeRun(options, folder, { servers, ledger, platform }, objects, blows);
    const { sent, exports, unfinished } = await run.play();
    await stopAll(servers, neighbours);
    const verdict = await judge(folder, objects.length, sent);
    const bridge = await judgeBridge(folder);
    const violations = [...unfinished, ...verdict.violations, ...bridge.violations];
    const seconds = Math.round((Date.now() - began) / 1000);
    return { ...verdict, violations, bridge, objects: objects.length, exports, blows, seconds };
  } catch (error) {
    // What the servers said of it.
    for (const { complaint } of servers) if (complaint !== "") options.say(complaint);
    throw error;
  } finally {
    await stopAll(servers, neighbours);
    folder.remove();
  }
}

/** Where the platform's approvers decide: the policy is asked about them. */
async function connect(folder: RunFolder, address: string): Promise<void> {
  const app = await folder.openApp();
  try {
    app.platform.hosts.standIn(address);
    const given = { platformCompanyId: String(DEMO_PLATFORM_COMPANY), ...SANDBOX_CREDENTIALS };
    await app.platform.connecting.connect(SEED, COMPANY, { ...given, deciding: "there" });
  } finally {
    await app.close();
  }
}

async function stopAll(servers: readonly ServerProcess[], neighbours: readonly NeighbourProcess[]): Promise<void> {
  await Promise.all(servers.map((server) => server.stop()));
  await Promise.all(neighbours.map((neighbour) => neighbour.stop()));
}

interface Parties {
  readonly servers: readonly ServerProcess[];
  readonly ledger: NeighbourProcess;
  readonly platform: NeighbourProcess;
}

class BridgeRun {
  private beating = true;
  private readonly broken: unknown[] = [];

  constructor(
    private readonly options: TortureOptions,
    private readonly folder: RunFolder,
    private readonly parties: Parties,
    private readonly objects: readonly Object[],
    private readonly blows: Record<string, number>,
  ) {}

  async play() {
    const pass = () => this.folder.clock.jump(this.beating ? SECOND_MS : PEACEFUL_SECOND_MS);
    const ticking = setInterval(pass, 1_000);
    try {
      return await this.workThrough();
    } finally {
      clearInterval(ticking);
      this.beating = false;
    }
  }

  private async workThrough() {
    const { seed, minutes, say } = this.options;
    const { servers, platform, ledger } = this.parties;
    const caller = await Caller.open(this.folder, servers, seeded(seed + 1));
    const people = new People(caller, seeded(seed + 2));
    const there = new OverThere(platform.address, this.objects, APPROVERS, seeded(seed + 3));
    await platform.control("POST", "mischief", { seed, ...MISCHIEF });
    const beating = this.beat(caller).catch((error: unknown) => void this.broken.push(error));
    const ends = Date.now() + minutes * 60_000;
    await this.work(there, people, () => Date.now() < ends);
    this.beating = false;
    await beating;
    while (this.broken.length === 0 && servers.some((server) => !server.up)) await sleep(50);
    say(`The beating is over: ${there.green} of ${this.objects.length} are green after ${there.exports} exports.`);
    await Promise.all([ledger.control("DELETE", "faults"), platform.control("DELETE", "faults")]);
    for (let approver = 0; approver < APPROVERS; approver += 1)
      for (const right of RIGHTS) await setRight(caller, approver, right, true);
    const progress = new Progress(PATIENCE_MS);
    await this.work(there, people, () => !there.done && progress.isMade(there.green));
    await this.quiet();
    if (this.broken.length > 0) throw this.broken[0];
    return { sent: people.sent, exports: there.exports, unfinished: there.unfinished() };
  }

  /** On the platform things are sent and exported; what no event told of is sent by an approver here. */
  private async work(there: OverThere, people: People, more: () => boolean): Promise<void> {
    const began = Date.now();
    for (let round = 0; more() && this.broken.length === 0; round += 1) {
      await there.work();
      await people.send(round % APPROVERS);
      if (round % 20 === 0)
        this.options.say(
          `  ${Math.round((Date.now() - began) / 1000)} s: ${there.exports} exported, ${there.green} green`,
        );
      await people.breathe();
    }
  }

  /** Until the periodic look has found what no event told of, and what was not told anybody is told. */
  private async quiet(): Promise<void> {
    for (let second = 0; second < QUIET_SECONDS; second += 1) await sleep(1_000);
  }

  private async beat(caller: Caller): Promise<void> {
    const { seed, records } = this.options;
    const plan = planOf({ seed, records, servers: this.parties.servers.length, approvers: APPROVERS });
    while (this.beating && this.broken.length === 0) {
      const { answers, pause, blow } = plan.next().value;
      const patience = Date.now() + MAX_PAUSE_MS;
      for (const target = caller.answers + answers; this.beating && caller.answers < target;)
        if (Date.now() > patience) break;
        else await sleep(10);
      await sleep(pause);
      await this.strike(caller, blow);
    }
  }

  private async strike(caller: Caller, blow: Blow): Promise<void> {
    const { servers, ledger, platform } = this.parties;
    // One after the other, so that now and then both fail at once.
    const [name, neighbour] =
      blow.kind === "weather" && blow.seed % 2 === 0
        ? (["platform", platform] as const)
        : (["ledger", ledger] as const);
    const said = blow.kind === "weather" ? `${name} ${blow.weather}` : blow.kind;
    this.blows[said] = (this.blows[said] ?? 0) + 1;
    switch (blow.kind) {
      case "kill":
        return void servers[blow.server]?.kill().catch((error: unknown) => void this.broken.push(error));
      case "weather":
        return neighbour.control("POST", "chaos", { seed: blow.seed, shares: SHARES[blow.weather] });
      case "expire_tokens":
        await platform.control("POST", "expire-tokens");
        return ledger.control("POST", "expire-tokens");
      case "jump":
        return this.folder.clock.jump(blow.milliseconds);
      case "rights":
        return setRight(caller, blow.approver, blow.right, blow.held);
    }
  }
}

/** Whether a number still grows. */
class Progress {
  private most = -1;
  private since = Date.now();

  constructor(private readonly patienceMs: number) {}

  isMade(now: number): boolean {
    if (now > this.most) [this.most, this.since] = [now, Date.now()];
    return Date.now() < this.since + this.patienceMs;
  }
}

/** With the run's clock in peace: half an hour, three of the periodic looks. */
const QUIET_SECONDS = 30;
