import fc from "fast-check";
import { QueryFailedError } from "typeorm";
import { createLogger } from "../../src/infra/telemetry/log";
import { MAX_LINE_LENGTH } from "../../src/infra/telemetry/log-bounds";

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

  it("tells of a failed statement what failed, and neither the statement nor what it was given", () => {
    const cause = Object.assign(new Error("LIKE or GLOB pattern too complex"), { code: "SQLITE_ERROR" });
    const error = new QueryFailedError("SELECT hunter1", ["hunter2"], cause);
    for (const format of ["json", "text"] as const) {
      const output = logged(format, (log) => log.error({ err: error }, "operation failed"));
      expect(output).not.toMatch(/hunter\d/);
      expect(output).toContain("pattern too complex");
    }
    const line = JSON.parse(logged("json", (log) => log.error({ err: error }, "failed"))) as object;
    expect(line).toMatchObject({ err: { type: "QueryFailedError", code: "SQLITE_ERROR" } });
  });

  it("has no long line, whatever is logged", () => {
    const long = fc.string({ maxLength: 20 }).chain((text) => fc.nat(50_000).map((times) => text.repeat(times)));
    const values = fc.oneof(
      long,
      fc.array(long, { maxLength: 4 }),
      long.map((text) => new Error(text)),
      fc.integer(),
    );
    const fields = fc.dictionary(fc.constantFrom("path", "err", "a", "b", "requestId"), values, { maxKeys: 4 });
    fc.assert(
      fc.property(fields, long, (given, message) => {
        const line = logged("json", (log) => log.info(given, message));
        expect(line.length).toBeLessThanOrEqual(MAX_LINE_LENGTH + 1);
        expect(JSON.parse(line)).toMatchObject({ level: "info" });
        expect(logged("text", (log) => log.info(given, message)).length).toBeLessThan(2 * MAX_LINE_LENGTH);
      }),
      { numRuns: 50 },
    );
  });

  it("shows people the stack of an error", () => {
    const output = logged("text", (log) => log.error({ err: new Error("broken") }, "failed"));
    expect(output).toMatch(/error failed\nError: broken\n +at .*log\.test\.ts/);
  });
});
