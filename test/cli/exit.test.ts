import { createServer, type AddressInfo, type Server } from "node:net";
import { complaintOf } from "../../src/cli/commands/exit";
import { OperatorRefusal } from "../../src/kernel/errors";

describe("how a command that fails says so", () => {
  let taken: Server;

  beforeAll((done) => {
    taken = createServer().listen(0, "127.0.0.1", done);
  });

  afterAll((done) => {
    taken.close(done);
  });

  it("a port that is taken: what to do, and no stack", async () => {
    const { port } = taken.address() as AddressInfo;
    const error = await new Promise((resolve) => {
      createServer().on("error", resolve).listen(port, "127.0.0.1");
    });
    expect(complaintOf(error)).toMatch(/address already in use 127\.0\.0\.1:\d+\nAnother program .* set PORT/);
    expect(complaintOf(error)).not.toMatch(/\n\s+at /);
  });

  it("a refusal: its message alone", () => {
    expect(complaintOf(new OperatorRefusal("NOT_FOUND", "There is no such company."))).toBe(
      "There is no such company.",
    );
  });

  it("what nobody foresaw: with its stack, for a report", () => {
    expect(complaintOf(new Error("odd"))).toMatch(/^Error: odd\n\s+at /);
    expect(complaintOf("odd")).toBe("odd");
  });
});
