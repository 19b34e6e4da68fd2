import { In, type EntityManager } from "typeorm";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import { editionSupport } from "../../erp/connections/editions";
import { groupBy } from "../../kernel/groups";
import { inLedger, keyPrefixOf } from "../item/placing";
import { RecordEntity } from "../record/record.entity";
import type { ReadinessNode, Unmet } from "./readiness";

/** A record, and what it misses within its own ledger. */
export interface Missing {
  readonly record: RecordEntity;
  readonly node: ReadinessNode;
  readonly unmet: readonly Unmet[];
}

type Connections = ReadonlyMap<string, readonly ConnectionEntity[]>;

/**
 * What there is to say where a company has several ledgers: that the record's own cannot be used, and that what is missing
 * there was submitted for another one, so that it may look as if it were there. Two SELECTs at most.
 */
export async function acrossLedgers(manager: EntityManager, all: readonly Missing[]): Promise<readonly Unmet[][]> {
  const companyIds = [...new Set(all.map(({ record }) => record.companyId))];
  const connections = groupBy(
    await manager.findBy(ConnectionEntity, { companyId: In(companyIds) }),
    ({ companyId }) => companyId,
  );
  const elsewhere = await submittedElsewhere(manager, all, connections);
  return all.map((one) => {
    const own = connections.get(one.record.companyId) ?? [];
    if (own.length < 2) return [...one.unmet];
    const told = one.unmet.map((unmet) => ofAnotherLedger(unmet, one.record.companyId, own, elsewhere));
    return [...told, ...unusable(one, own)];
  });
}

function unusable({ record, node }: Missing, connections: readonly ConnectionEntity[]): Unmet[] {
  const connection = connections.find(({ id }) => id === record.connectionId);
  if (!connection || node.synced) return [];
  const { status, country, edition, name } = connection;
  if (status === "authorised" && editionSupport(country, edition).supported) return [];
  const { id: recordId, feature, sourceKey, number, state } = node;
  return [{ code: "CONNECTION_NOT_USABLE", feature, sourceKey, number, recordId, state, wanted: [name], direct: true }];
}

function ofAnotherLedger(
  unmet: Unmet,
  companyId: string,
  connections: readonly ConnectionEntity[],
  elsewhere: ReadonlySet<string>,
): Unmet {
  if (unmet.code !== "NOT_SUBMITTED") return unmet;
  const others = connections.filter(({ keyPrefix }) => elsewhere.has(keyIn(companyId, unmet, keyPrefix)));
  return others.length === 0
    ? unmet
    : { ...unmet, code: "ONLY_IN_ANOTHER_LEDGER", wanted: others.map(({ name }) => name).sort() };
}

function keyIn(companyId: string, { feature, sourceKey }: Pick<Unmet, "feature" | "sourceKey">, keyPrefix: string) {
  return `${companyId}|${feature}|${inLedger(sourceKey, keyPrefix)}`;
}

/** Names of what is missing in one ledger and is a record in some other one. */
async function submittedElsewhere(
  manager: EntityManager,
  all: readonly Missing[],
  connections: Connections,
): Promise<ReadonlySet<string>> {
  const wanted = all.flatMap(({ record: { companyId }, unmet }) => {
    const own = connections.get(companyId) ?? [];
    const missing = own.length < 2 ? [] : unmet.filter(({ code }) => code === "NOT_SUBMITTED");
    return missing.flatMap(({ feature, sourceKey }) =>
      own.map(({ keyPrefix }) => ({ companyId, feature, sourceKey: inLedger(sourceKey, keyPrefix) })),
    );
  });
  if (wanted.length === 0) return new Set();
  const rows = await manager.find(RecordEntity, {
    select: { id: true, companyId: true, feature: true, sourceKey: true },
    where: {
      companyId: In([...new Set(wanted.map(({ companyId }) => companyId))]),
      feature: In([...new Set(wanted.map(({ feature }) => feature))]),
      sourceKey: In([...new Set(wanted.map(({ sourceKey }) => sourceKey))]),
    },
  });
  return new Set(rows.map((row) => keyIn(row.companyId, row, keyPrefixOf(row.sourceKey))));
}
