import { PlatformStore, textOf } from "../../../src/dev/platform/platform-store";
import { DEMO_PLATFORM_COMPANY as COMPANY } from "../../../src/dev/platform/tool/world-parts";
import { PlatformObjectEntity } from "../../../src/platform/link/platform-object.entity";
import { PlatformRequestEntity } from "../../../src/platform/link/platform-request.entity";
import { RecordEntity } from "../../../src/records/record/record.entity";
import type { RunFolder } from "../house";

export interface BridgeVerdict {
  readonly violations: readonly string[];
  readonly requests: number;
  /** Events that reached a hook, and that the platform gave up. */
  readonly events: Readonly<Record<string, number>>;
  readonly calls: number;
  /** Calls that the platform refused because they were beyond its limits. */
  readonly beyondLimits: number;
}

/** Looks into the platform's own books and ours, once everything has ended. */
export async function judgeBridge(folder: RunFolder): Promise<BridgeVerdict> {
  const app = await folder.openApp();
  const store = new PlatformStore(folder.platformFile);
  try {
    const manager = app.database.read();
    const objects = await manager.find(PlatformObjectEntity);
    const records = new Map((await manager.find(RecordEntity)).map((record) => [record.id, record]));
    const requests = new Map((await manager.find(PlatformRequestEntity)).map((row) => [row.requestId, row]));
    const count = (sql: string) => (store.sql(sql).get({}) as { n: number }).n;
    return {
      violations: [...untrue(store, objects, records), ...unclosed(store, requests)],
      requests: requests.size,
      events: Object.fromEntries(
        (
          store.sql("SELECT state, COUNT(*) AS n FROM delivery GROUP BY state").all({}) as {
            state: string;
            n: number;
          }[]
        ).map(({ state, n }) => [state, n]),
      ),
      calls: count("SELECT COUNT(*) AS n FROM arrival"),
      beyondLimits: count("SELECT COUNT(*) AS n FROM arrival WHERE note = 'beyond the allowance'"),
    };
  } finally {
    store.close();
    await app.close();
  }
}

/** What is green is in the ledger, by the id that the platform keeps for it, with each of its lines. */
function untrue(
  store: PlatformStore,
  objects: readonly PlatformObjectEntity[],
  records: ReadonlyMap<string, RecordEntity>,
): string[] {
  return objects.flatMap(({ itemType, itemId, recordId, lines }) => {
    const record = recordId === null ? undefined : records.get(recordId);
    const told = store.external(COMPANY, itemType, Number(itemId))?.origin_id ?? null;
    if (!record || told === null) return [];
    const name = `${itemType} ${itemId}`;
    if (record.state !== "synced" || record.externalId === null || !told.startsWith(record.externalId))
      return [`${name} is green as ${told}, and ${record.state} as ${record.externalId ?? "nothing"}`];
    const untied = lines.filter((line) => {
      return store.external(COMPANY, line.itemType, Number(line.itemId))?.origin_id?.startsWith(told) !== true;
    });
    return untied.length === 0 ? [] : [`${untied.length} lines of ${name} are not tied`];
  });
}

/** Every request is known and closed here, and each of its details has ended over there. */
function unclosed(store: PlatformStore, requests: ReadonlyMap<string, PlatformRequestEntity>): string[] {
  const known = store.list("request", COMPANY).flatMap(({ id }) => {
    const state = requests.get(String(id))?.state ?? "unknown";
    return state === "closed" ? [] : [`Request ${id} is ${state} here`];
  });
  const open = store.list("detail", COMPANY).flatMap(({ id, body }) => {
    const status = textOf(body["status"]);
    return status === "success" || status === "failed" ? [] : [`Detail ${id} is ${status} over there`];
  });
  return [...known, ...open];
}
