import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.join(__dirname, "../../..");

/** The processes run what is compiled. Once for each test file. */
export function compile(): void {
  execFileSync(process.execPath, ["src/cli/prepare.cjs", "--build"], { cwd: ROOT, stdio: "pipe" });
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The server in a process of its own, with as much memory as is said, over a fresh SQLite file. */
export class WatchedServer {
  private asked = 0;
  private said = "";

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {
    child.stderr?.on("data", (chunk: Buffer) => (this.said = (this.said + chunk.toString()).slice(-4_000)));
  }

  address = "";

  static async start(heapMegabytes: number, more: Readonly<Record<string, string>> = {}): Promise<WatchedServer> {
    const folder = mkdtempSync(path.join(tmpdir(), "ledgergate-watched-"));
    const { PATH = "", HOME = "" } = process.env;
    const child = fork(path.join(__dirname, "server-process.cjs"), [], {
      env: { PATH, HOME, DATA_DIR: folder, LOG_LEVEL: "silent", ...more },
      execArgv: [`--max-old-space-size=${heapMegabytes}`],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    const server = new WatchedServer(child, folder);
    const [word] = (await Promise.race([once(child, "message"), once(child, "exit")])) as [{ address?: string } | null];
    if (!word?.address) throw new Error(`The server did not start:\n${server.said}`);
    server.address = word.address;
    return server;
  }

  /** Whether the process lives; what it complained of before it ended is in `complaint`. */
  get up(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  get complaint(): string {
    return this.said;
  }

  token(email: string): Promise<string> {
    return this.tell<string>("token", { email });
  }

  /** The longest turn of the event loop and all work since it was last asked, in milliseconds of the processor. */
  turns(): Promise<{ readonly turn: number; readonly all: number }> {
    return this.tell("turns");
  }

  async post(route: string, body: string, token?: string): Promise<Answered> {
    const headers = { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const answer = await fetch(this.address + route, { method: "POST", headers, body });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  }

  graphql(query: string, variables: object, token?: string): Promise<Answered> {
    return this.post("/graphql", JSON.stringify({ query, variables }), token);
  }

  async stop(): Promise<void> {
    if (this.up) {
      const exit = once(this.child, "exit");
      this.child.kill("SIGKILL");
      await exit;
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private tell<T>(what: string, more: object = {}): Promise<T> {
    const id = (this.asked += 1);
    return new Promise((resolve, reject) => {
      const gone = () => reject(new Error(`The server is gone:\n${this.said}`));
      const hear = (message: { id?: number; answer?: T }) => {
        if (message.id !== id) return;
        this.child.off("message", hear);
        this.child.off("exit", gone);
        resolve(message.answer as T);
      };
      this.child.on("message", hear);
      this.child.once("exit", gone);
      this.child.send({ id, what, ...more });
    });
  }
}
