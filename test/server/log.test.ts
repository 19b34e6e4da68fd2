import { createLogger } from "../../src/infra/telemetry/log";

function logged(format: "json" | "text", log: (logger: ReturnType<typeof createLogger>) => void): string {
  let output = "";
  log(createLogger({ level: "info", format }, { write: (line) => void (output += line) }));
  return output;
}

describe("the log", () => {
  it("never holds a secret, at any of the usual places", () => {
    for (const format of ["json", "text"] as const) {
      const output = logged(format, (log) => {
        log.info({ authorization: "Bearer hunter2", headers: { cookie: "hunter2" } }, "one");
        log.info({ req: { headers: { authorization: "hunter2" } }, options: { password: "hunter2" } }, "two");
      });
      expect(output).not.toContain("hunter2");
      expect(output).toContain("[redacted]");
    }
  });

  it("is one JSON object per line for machines", () => {
    const line = logged("json", (log) => log.child({ requestId: "trace" }).warn({ a: 1 }, "careful"));
    expect(JSON.parse(line)).toMatchObject({ level: "warn", requestId: "trace", a: 1, msg: "careful" });
  });

  it("is one readable line for people, which nobody can forge", () => {
    const output = logged("text", (log) => {
      log.info({ path: '/x\n12:00:00.000 info  all "well"\u001b[2J' }, "request");
      log.debug("too quiet");
    });
    expect(output).toMatch(
      /^\d\d:\d\d:\d\d\.\d{3} info {2}request path=\/x\\n12:00:00\.000 info {2}all "well"\\u001b\[2J\n$/,
    );
  });

  it("shows people the stack of an error", () => {
    const output = logged("text", (log) => log.error({ err: new Error("broken") }, "failed"));
    expect(output).toMatch(/error failed\nError: broken\n +at .*log\.test\.ts/);
  });
});
