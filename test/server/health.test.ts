import { MIN_FREE_BYTES, requireRoomFor } from "../../src/infra/db/disk-room";
import { type Stub, stubServer } from "./support/stub-server";

const open: Stub[] = [];
async function serve(...args: Parameters<typeof stubServer>): Promise<Stub> {
  const stub = await stubServer(...args);
  open.push(stub);
  return stub;
}
afterEach(() => Promise.all(open.splice(0).map(({ app }) => app.close())));

describe("health", () => {
  it("tells a living process from a ready one", async () => {
    let broken = false;
    const ping = async () => {
      if (broken) throw new Error("connect ECONNREFUSED 10.1.2.3");
    };
    const { app, lines } = await serve({}, { database: { ping } });
    expect((await app.inject("/healthz")).json()).toEqual({ status: "ok" });
    expect((await app.inject("/readyz")).json()).toEqual({ status: "ready" });
    broken = true;
    const down = await app.inject("/readyz");
    expect([down.statusCode, down.json()]).toEqual([503, { status: "unavailable" }]);
    expect((await app.inject("/healthz")).statusCode).toBe(200);
    expect(lines.join("")).toContain("ECONNREFUSED");
  });

  it("is not ready without room to write, and asks the database once at a time", async () => {
    let asked = 0;
    let end: () => void = () => undefined;
    const ping = () => {
      asked += 1;
      return new Promise<void>((resolve) => (end = resolve));
    };
    const requireRoom = () => requireRoomFor("/data/ledgergate.sqlite", async () => MIN_FREE_BYTES - 1);
    const { app, lines } = await serve({}, { database: { ping, requireRoom } });
    const many = Array.from({ length: 20 }, () => app.inject("/readyz"));
    while (asked === 0) await new Promise((resolve) => setImmediate(resolve));
    end();
    expect((await Promise.all(many)).map(({ statusCode }) => statusCode)).toEqual(Array(20).fill(503));
    expect(asked).toBe(1);
    expect(lines.join("")).toContain("bytes left");
  });

  it("does not wait for a database that never answers", async () => {
    const { app } = await serve({}, { database: { ping: () => new Promise(() => undefined) } });
    expect((await app.inject("/readyz")).statusCode).toBe(503);
  });
});
