import { setTimeout as sleep } from "node:timers/promises";
import { Caller } from "./caller";
import { furnish, RunFolder } from "./house";
import { itemsOf, type Item } from "./items";
import { judge, type Verdict } from "./judgement";
import { People, setRight } from "./people";
import { planDigest, planOf, RIGHTS, type Blow } from "./plan";
import { NeighbourProcess, ServerProcess } from "./processes";
import { seeded } from "./seeded";
import { SHARES } from "./weather";

export interface TortureOptions {
  readonly records: number;
  readonly seed: number;
  /** Of beating; what is left is then delivered in peace. */
  readonly minutes: number;
  /** Null: SQLite, with one server; else PostgreSQL, with two. */
  readonly databaseUrl: string | null;
  readonly say: (line: string) => void;
}

export interface Report extends Verdict {
  readonly plan: string;
  readonly seconds: number;
  readonly blows: Readonly<Record<string, number>>;
}

const APPROVERS = 3;
const HEAD_START_MS = 30 * 60_000;
/** Rounds in which nobody could do anything: rights that are taken away come back. */
const IDLE_WHILE_BEATEN = 25;
/** Time passes even where nobody gets an answer. */
const MAX_PAUSE_MS = 4_000;
/** What passes on the run's clock with each second: the ledger's allowance counts minutes, and back-offs take hours. */
const SECOND_MS = 15_000;
const PEACEFUL_SECOND_MS = 60_000;
/** The longest that the peace after the beating may take. */
const PEACE_MS = 15 * 60_000;

/** Beats a real server, or two, while people work with it; then looks whether everything is as it must be. */
export async function torture(options: TortureOptions): Promise<Report> {
  const began = Date.now();
  const { seed, databaseUrl } = options;
  const items = itemsOf(seed, options.records);
  const folder = new RunFolder(databaseUrl);
  const servers: ServerProcess[] = [];
  const blows: Record<string, number> = {};
  let ledger: NeighbourProcess | null = null;
  try {
    await furnish(folder, items.projects, APPROVERS);
    // So that no clock falls back behind the grants that were given.
    folder.clock.jump(HEAD_START_MS);
    ledger = await NeighbourProcess.ledger(folder);
    for (let index = 0; index < (databaseUrl === null ? 1 : 2); index += 1)
      servers.push(new ServerProcess(folder, index, { SANDBOX_LEDGER_URL: ledger.address }));
    await Promise.all(servers.map((server) => server.start()));
    const sent = await new Run(options, folder, servers, ledger, blows).play(items.all);
    await stopAll(servers, ledger);
    const verdict = await judge(folder, items.all.length, sent);
    const plan = planDigest({ seed, records: options.records, servers: servers.length, approvers: APPROVERS });
    return { ...verdict, plan, blows, seconds: Math.round((Date.now() - began) / 1000) };
  } finally {
    await stopAll(servers, ledger);
    folder.remove();
  }
}

async function stopAll(servers: readonly ServerProcess[], ledger: NeighbourProcess | null): Promise<void> {
  await Promise.all(servers.map((server) => server.stop()));
  await ledger?.stop();
}

class Run {
  private beating = true;
  private readonly broken: unknown[] = [];

  constructor(
    private readonly options: TortureOptions,
    private readonly folder: RunFolder,
    private readonly servers: readonly ServerProcess[],
    private readonly ledger: NeighbourProcess,
    private readonly blows: Record<string, number>,
  ) {}

  /** Ids of the records that people were told are sent. */
  async play(items: readonly Item[]): Promise<ReadonlySet<string>> {
    const pass = () => this.folder.clock.jump(this.beating ? SECOND_MS : PEACEFUL_SECOND_MS);
    const ticking = setInterval(pass, 1_000);
    try {
      return await this.workThrough(items);
    } finally {
      clearInterval(ticking);
      // Else a run that fails goes on beating for ever.
      this.beating = false;
    }
  }

  private async workThrough(items: readonly Item[]): Promise<ReadonlySet<string>> {
    const { seed, minutes, say } = this.options;
    const caller = await Caller.open(this.folder, this.servers, seeded(seed + 1));
    const people = new People(caller, seeded(seed + 2));
    const beating = this.guard(this.beat(caller));
    const ends = Date.now() + minutes * 60_000;
    let offering = true;
    const offered = this.guard(people.offer(items).finally(() => (offering = false)));
    await this.work(
      people,
      () => Date.now() < ends,
      () => offering,
    );
    await offered;
    this.beating = false;
    await beating;
    await this.allUp();
    say(`The beating is over: ${people.sent.size} sent, ${people.corrected} offered again.`);
    await this.peace(caller);
    const patience = Date.now() + PEACE_MS;
    await this.work(
      people,
      () => Date.now() < patience,
      () => false,
    );
    if (this.broken.length > 0) throw this.broken[0];
    return people.sent;
  }

  /** Approvers send and failures are corrected until nothing is left to do, or the time is up. */
  private async work(people: People, inTime: () => boolean, more: () => boolean): Promise<void> {
    const began = Date.now();
    for (
      let idle = 0, round = 0;
      inTime() && idle < (this.beating ? IDLE_WHILE_BEATEN : 3) && this.broken.length === 0;
      round += 1
    ) {
      const sendings = await Promise.all(Array.from({ length: APPROVERS }, (_, approver) => people.send(approver)));
      const corrected = round % 5 === 0 || idle > 0 ? await people.correct(round % APPROVERS) : 0;
      const underWay = await people.underWay();
      if (round % 25 === 0)
        this.options.say(
          `  ${clock(began)} ${people.offered} offered, ${people.sent.size} sent, ${underWay} under way`,
        );
      const still = sendings.every((count) => count === 0) && corrected === 0 && underWay === 0 && !more();
      idle = still ? idle + 1 : 0;
      await people.breathe();
    }
  }

  private async beat(caller: Caller): Promise<void> {
    const { seed, records } = this.options;
    const plan = planOf({ seed, records, servers: this.servers.length, approvers: APPROVERS });
    while (this.beating && this.broken.length === 0) {
      const { answers, pause, blow } = plan.next().value;
      // A slow machine would be killed all day long.
      const waits = blow.kind === "kill" ? Infinity : MAX_PAUSE_MS;
      const patience = Date.now() + waits;
      for (const target = caller.answers + answers; this.beating && caller.answers < target;)
        if (Date.now() > patience) break;
        else await sleep(10);
      await sleep(pause);
      await this.strike(caller, blow);
      const name = blow.kind === "weather" ? `weather ${blow.weather}` : blow.kind;
      this.blows[name] = (this.blows[name] ?? 0) + 1;
    }
  }

  private async strike(caller: Caller, blow: Blow): Promise<void> {
    switch (blow.kind) {
      case "kill":
        // The next blows come while it starts again.
        return void this.guard(this.servers[blow.server]?.kill() ?? Promise.resolve());
      case "weather":
        return this.ledger.control("POST", "chaos", { seed: blow.seed, shares: SHARES[blow.weather] });
      case "expire_tokens":
        return this.ledger.control("POST", "expire-tokens");
      case "jump":
        return this.folder.clock.jump(blow.milliseconds);
      case "rights":
        return setRight(caller, blow.approver, blow.right, blow.held);
    }
  }

  /** No more faults, and everybody has their rights again. */
  private async peace(caller: Caller): Promise<void> {
    await this.ledger.control("DELETE", "faults");
    for (let approver = 0; approver < APPROVERS; approver += 1)
      for (const right of RIGHTS) await setRight(caller, approver, right, true);
  }

  private async allUp(): Promise<void> {
    while (this.broken.length === 0 && this.servers.some((server) => !server.up)) await sleep(50);
  }

  private guard(work: Promise<void>): Promise<void> {
    return work.catch((error: unknown) => void this.broken.push(error));
  }
}

function clock(began: number): string {
  return `${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s:`;
}
