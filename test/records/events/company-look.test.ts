import type { Database } from "../../../src/infra/db/database";
import { CompanyWatch } from "../../../src/records/events/company-watch";
import type { EventCursor } from "../../../src/records/events/event-cursor";
import type { EventReading } from "../../../src/records/events/event-reading";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const at = (revision: number): EventCursor => ({ revision, records: 0, lanes: "00000000" });

test("a commit that could not be read at a look is told of at the next one", async () => {
  const away = new Error("SQLITE_BUSY");
  let revision = 1;
  let isAway = false;
  const feed = { onChange: () => undefined, dataVersion: () => revision };
  const reading = {
    heads: () => (isAway ? Promise.reject(away) : Promise.resolve(new Map([["demo", at(revision)]]))),
    since: (companyId: string) =>
      Promise.resolve({ companyId, cursor: at(revision), areas: [], recordIds: [], readAnew: false }),
  };
  const warn = jest.fn();
  const watch = new CompanyWatch(
    { kind: "sqlite", feed } as unknown as Database,
    reading as unknown as EventReading,
    warn,
  );
  const stop = new AbortController();
  const events = watch.events("demo", null, stop.signal);
  await events.next();
  await watch.look();
  await jest.runOnlyPendingTimersAsync();
  const told = jest.fn();
  const next = events.next().then(({ value }) => void told((value as { cursor: EventCursor } | undefined)?.cursor));
  await jest.advanceTimersByTimeAsync(0);
  revision = 2;
  isAway = true;
  await watch.look();
  expect(warn).toHaveBeenCalledWith(away);
  isAway = false;
  await watch.look();
  await jest.advanceTimersByTimeAsync(0);
  expect(told.mock.calls).toEqual([[at(2)]]);
  stop.abort();
  await next;
  await events.return(undefined);
  watch.stop();
});
