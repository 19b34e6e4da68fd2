import type { Notification } from "pg";
import { noticeStatement, PostgresFeed, type ListeningClient } from "../../../src/infra/db/feed/postgres-feed";

const COMPANY = "0193a6f0-0000-7000-8000-000000000001";

/** A connection whose notices come back only while it is whole. */
class Wire {
  whole = true;
  ended = false;
  readonly said: string[] = [];
  private readonly hearing: ((message: Notification) => void)[] = [];
  private readonly losing: (() => void)[] = [];

  client(): ListeningClient {
    return {
      connect: () => Promise.resolve(),
      query: (text: string) => Promise.resolve(this.query(text)),
      end: () => Promise.resolve(void (this.ended = true)),
      on: (event: string, listener: never) => (event === "notification" ? this.hearing : this.losing).push(listener),
    } as unknown as ListeningClient;
  }

  query(text: string): void {
    this.said.push(text);
    const payload = /^NOTIFY \w+, '(.*)'$/.exec(text)?.[1];
    if (payload !== undefined && this.whole) this.tell(payload);
  }

  tell(payload: string, channel = "ledgergate_revision"): void {
    for (const listener of this.hearing) listener({ channel, payload } as Notification);
  }

  lose(): void {
    for (const listener of this.losing) listener();
  }
}

const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(met: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !met(); turn++) await soon(10);
  expect(met()).toBe(true);
}

let wires: Wire[];
let feed: PostgresFeed;
beforeEach(() => {
  wires = [];
  feed = feedOf(1_500);
});
afterEach(() => feed.stop());

function feedOf(staleMilliseconds: number): PostgresFeed {
  const connect = () => {
    const wire = new Wire();
    wires.push(wire);
    return wire.client();
  };
  return new PostgresFeed({ staleMilliseconds, connect });
}

describe("the feed of PostgreSQL's notices", () => {
  it("is trusted once its own beat has come back, and not before it listens", async () => {
    expect(feed.live()).toBe(false);
    await feed.start();
    expect(wires[0]?.said[0]).toBe("LISTEN ledgergate_revision");
    expect(feed.live()).toBe(true);
    await feed.stop();
    expect([feed.live(), wires[0]?.ended]).toEqual([false, true]);
  });

  it("tells of revisions, and of nothing that is none", async () => {
    const heard: unknown[] = [];
    feed.onNotice((notice) => heard.push(notice));
    await feed.start();
    for (const payload of [`${COMPANY}:7`, "nonsense", `${COMPANY}:`, "beat:somebody-else:1:0"])
      wires[0]?.tell(payload);
    wires[0]?.tell(`${COMPANY}:8`, "another_channel");
    expect(heard).toEqual([{ companyId: COMPANY, revision: 7 }]);
  });

  it("loses the trust within the bound where notices are swallowed, and begins a new era afterwards", async () => {
    await feed.start();
    const era = feed.dataVersion();
    const [wire] = wires;
    if (!wire) throw new Error("No connection");
    wire.whole = false;
    await until(() => !feed.live());
    wire.whole = true;
    await until(() => feed.live());
    expect(feed.dataVersion()).toBeGreaterThan(era);
  });

  it("begins a new era where a single beat is missing: a notice may be missing too", async () => {
    await feed.start();
    const era = feed.dataVersion();
    wires[0]?.tell(`beat:${beatOf(wires[0])}:9:${performance.now()}`);
    expect(feed.dataVersion()).toBe(era + 1);
  });

  it("is not trusted when the connection is lost, and connects again by itself", async () => {
    await feed.start();
    wires[0]?.lose();
    expect(feed.live()).toBe(false);
    await until(() => wires.length === 2 && feed.live());
  });

  it("does not hear a connection that it has given up", async () => {
    const heard: unknown[] = [];
    feed.onNotice((notice) => heard.push(notice));
    await feed.start();
    wires[0]?.lose();
    wires[0]?.tell(`${COMPANY}:7`);
    expect(heard).toEqual([]);
  });
});

it("a notice is of a company's revision, or is not sent", () => {
  expect(noticeStatement({ companyId: COMPANY, revision: 3 })).toBe(`NOTIFY ledgergate_revision, '${COMPANY}:3'`);
  expect(() => noticeStatement({ companyId: "'; DROP TABLE company", revision: 3 })).toThrow("no company");
});

/** The name by which the feed knows its own beats. */
function beatOf(wire: Wire | undefined): string {
  const beat = wire?.said.map((text) => /'beat:([^:]+):/.exec(text)?.[1]).find((name) => name !== undefined);
  return beat ?? "";
}
