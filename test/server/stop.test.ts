import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import path from "node:path";
import { setTimeout } from "node:timers/promises";

interface Served {
  readonly child: ChildProcess;
  readonly address: string;
  readonly exited: Promise<number | null>;
  output(): string;
}

async function serve(seconds: number): Promise<Served> {
  const script = path.join(__dirname, "support", "stoppable.ts");
  const child = spawn(process.execPath, ["-r", "@swc-node/register", script, String(seconds)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit").then(([code]) => code as number | null);
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await once(child.stdout, "data");
  return { child, address: output.trim(), exited, output: () => output };
}

const slow = ({ address }: Served, milliseconds: number) =>
  fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: `{ slow(milliseconds: ${milliseconds}) }` }),
  }).then((answer) => answer.json());

/** Waits until the process has said so. */
async function said(served: Served, line: string): Promise<void> {
  while (!served.output().includes(line)) await setTimeout(5);
}

/** Waits until nobody is let in any more. */
async function refused({ address }: Served): Promise<void> {
  for (;;) {
    const open = await fetch(`${address}/healthz`).then(
      () => true,
      () => false,
    );
    if (!open) return;
    await setTimeout(5);
  }
}

/** Runs `scenario` against a fresh process; never leaves it behind. */
async function withServed(seconds: number, scenario: (served: Served) => Promise<void>): Promise<void> {
  const served = await serve(seconds);
  try {
    await scenario(served);
  } finally {
    served.child.kill("SIGKILL");
    await served.exited;
  }
}

describe("stopping", () => {
  it("answers what is running, closes the rest and exits 0, whoever keeps a connection open", () =>
    withServed(50, async (served) => {
      const idle = connect(Number(new URL(served.address).port), "127.0.0.1");
      await once(idle, "connect");
      let answered = false;
      const running = slow(served, 4000).finally(() => (answered = true));
      await said(served, "request begun");
      const start = Date.now();
      served.child.kill("SIGTERM");
      await refused(served);
      expect(answered).toBe(false);
      expect(await running).toMatchObject({ data: { slow: "done" } });
      expect(await served.exited).toBe(0);
      // The idle connection alone would keep it for fifty seconds.
      expect(Date.now() - start).toBeLessThan(45_000);
      expect(served.output()).toContain("rest closed");
      idle.destroy();
    }));

  // In both, the request would be answered and the process exit 0.
  it("exits at once at a second signal", () =>
    withServed(50, async (served) => {
      const running = slow(served, 20_000).catch(() => "cut");
      await said(served, "request begun");
      served.child.kill("SIGINT");
      await said(served, "signal heard");
      served.child.kill("SIGINT");
      expect(await served.exited).toBe(1);
      expect(await running).toBe("cut");
    }));

  it("gives up after its time", () =>
    withServed(1, async (served) => {
      const running = slow(served, 20_000).catch(() => "cut");
      await said(served, "request begun");
      served.child.kill("SIGTERM");
      expect(await served.exited).toBe(1);
      expect(await running).toBe("cut");
    }));
});
