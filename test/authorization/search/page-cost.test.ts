import { EntityManager } from "typeorm";
import type { Asker } from "../../../src/authorization/authzen/transport/engine";
import type { Database } from "../../../src/infra/db/database";
import { insertRows } from "../../../src/infra/db/query/rows";
import { GrantEntity } from "../../../src/directory/grants/grant.entity";
import { MemberEntity } from "../../../src/directory/members/member.entity";
import { RecordEntity } from "../../../src/records/record/record.entity";
import type { RecordState } from "../../../src/policy/model/vocabulary";
import { openTestDatabase } from "../../support/database";
import { SEED, START } from "../../support/house";
import { createServices, type Services } from "../../../src/app";
import { FixedClock } from "../../../src/kernel/clock";
import { grantOf, memberOf } from "../../support/rows";
import { recordRow, settle, type Settled } from "./crowd";

/*
 * A page costs the same in a small company and in a large one: the same statements, each through an index, about as many
 * rows. Nothing is expected of times, which say more of the machine.
 */

const SMALL = 100;
const LARGE = 10_000;
const FEW_RECORDS = 1_000;
/** `SEARCH_RECORDS=1000000 npx jest test/authorization/search/page-cost` takes a million. */
const MANY_RECORDS = Number(process.env["SEARCH_RECORDS"] ?? 50_000);
/** Handed on by all statements of a page of 20, however many there are; those who may send are 500 of the 10,000. */
const MAX_ROWS = 400;

let services: Services;
const companies = new Map<number, Settled>();
beforeAll(async () => {
  services = createServices(await openTestDatabase(), new FixedClock(START));
  for (const size of [SMALL, LARGE]) companies.set(size, await company(services.database, size));
  await analyse(services.database);
}, 120_000);

const EMPTY = { phase: "in_use", connection: "authorised", twoPersonAbove: null, staff: [], records: [] } as const;
const COMMITMENTS = { feature: "commitment", enabled: true, directExport: "off" } as const;
const CLERK = { toolLevel: "read_only", directoryLevel: "none", canPushToAccounting: false, active: true } as const;

/** One in twenty holds a grant that counts; one in four holds one that does not count any more. */
async function company(database: Database, size: number): Promise<Settled> {
  const made = { ...EMPTY, switches: [COMMITMENTS], members: [{ ...CLERK, grants: [], levels: [], part: null }] };
  const settled = await settle(database, made as never);
  const own = { id: settled.members[0]!.companyId };
  const members = Array.from({ length: size }, (_, index) =>
    memberOf(own, index % 20 === 0 ? {} : { toolLevel: "read_only", canPushToAccounting: false }),
  );
  const grants = members.flatMap((member, index) => {
    if (index % 20 === 0) return [grantOf(member)];
    return index % 4 === 1 ? [grantOf(member, { revokedAt: START, revokedBy: "test" })] : [];
  });
  await database.write(async (manager) => {
    await insertRows(manager, MemberEntity, members);
    await insertRows(manager, GrantEntity, grants);
  });
  return { ...settled, members };
}

async function analyse(database: Database): Promise<void> {
  await database.write((manager) => manager.query("ANALYZE"));
}

const asker = (): Asker => ({ caller: SEED as never, locale: "en" });
type Run = () => Promise<number>;

const people =
  (settled: Settled, action: string, limit = 20): Run =>
  async () => {
    const id = action === "administer" ? "company" : "commitment";
    const resource = { type: "feature", id, properties: { company: settled.slug } };
    const request = { subject: { type: "user" }, action: { name: action }, resource };
    return (await services.authzen.searchSubjects(asker(), request, { limit, after: null })).results.length;
  };

/** The statements of a run, with their parameters and how many rows each handed on. */
async function statements(run: Run): Promise<{ text: string; parameters: unknown[]; rows: number }[]> {
  const seen: { text: string; parameters: unknown[]; rows: number }[] = [];
  const original = Object.getOwnPropertyDescriptor(EntityManager.prototype, "query")!.value as EntityManager["query"];
  const spy = jest.spyOn(EntityManager.prototype, "query").mockImplementation(async function (
    this: EntityManager,
    text,
    rest,
  ) {
    const one = { text: String(text), parameters: (rest ?? []) as unknown[], rows: 0 };
    seen.push(one);
    const found: unknown = await original.call(this, text, rest);
    if (Array.isArray(found)) one.rows = found.length;
    return found;
  });
  await run().finally(() => spy.mockRestore());
  return seen;
}

async function plan(text: string, parameters: unknown[]): Promise<string> {
  const explain = services.database.kind === "postgres" ? "EXPLAIN (ANALYZE, TIMING OFF) " : "EXPLAIN QUERY PLAN ";
  const rows = await services.database.read().query<Record<string, unknown>[]>(explain + text, parameters);
  return rows.map((row) => String(row["detail"] ?? row["QUERY PLAN"])).join("\n");
}

/** Rows that PostgreSQL's scans handed on, all loops together. */
function rowsIn(explained: string): number {
  const scans = explained.split("\n").filter((line) => /Scan/.test(line));
  return scans.reduce((sum, line) => {
    const [, rows = "0", loops = "0"] = /actual rows=([\d.]+) loops=(\d+)/.exec(line) ?? [];
    return sum + Number(rows) * Number(loops);
  }, 0);
}

async function sameWork(small: Run, large: Run, indices: RegExp): Promise<void> {
  const [few, many] = [await statements(small), await statements(large)];
  expect(many.map(({ text }) => text)).toEqual(few.map(({ text }) => text));
  const handedOn = (run: typeof few) => run.reduce((sum, { rows }) => sum + rows, 0);
  expect(Math.max(handedOn(few), handedOn(many))).toBeLessThan(MAX_ROWS);
  const plans = await Promise.all(many.map(({ text, parameters }) => plan(text, parameters)));
  expect(plans.join("\n")).toMatch(indices);
  if (services.database.kind === "sqlite") {
    for (const one of plans) expect(one).not.toMatch(/SCAN (?!b\d|u\b|g\b|r\b|s\d|\(|CONSTANT)/);
    return;
  }
  for (const one of plans) {
    expect(one).not.toMatch(/Seq Scan on (?:member|access_grant|project_level|erp_record)/);
    expect(rowsIn(one)).toBeLessThan(2_000);
  }
}

test.each([
  ["send", "who may send, one in twenty, among the holders of grants", /ix_access_grant_/],
  ["view", "who may view, everybody", /ix_member_rights/],
  ["administer", "who may administer, nobody", /ix_member_rights|staff/],
])(
  "%s, %s: a page of people costs the same with 100 and with 10,000 members",
  async (action, _what, indices) => {
    const runs = [people(companies.get(SMALL)!, action), people(companies.get(LARGE)!, action)] as const;
    await sameWork(...runs, indices);
  },
  60_000,
);

test("a page does not grow with those who once could: it ends early, and the next goes on", async () => {
  const settled = await company(services.database, SMALL);
  const own = { id: settled.members[0]!.companyId };
  const idle = Array.from({ length: 5_000 }, () => memberOf(own));
  await services.database.write(async (manager) => {
    await insertRows(manager, MemberEntity, idle);
    await insertRows(
      manager,
      GrantEntity,
      idle.map((member) => grantOf(member, { revokedAt: START, revokedBy: "test" })),
    );
  });
  let [after, pages, found] = [null as string | null, 0, 0];
  do {
    const resource = { type: "feature", id: "commitment", properties: { company: settled.slug } };
    const request = { subject: { type: "user" }, action: { name: "send" }, resource };
    const window = services.database.countStatements();
    const page = await services.authzen.searchSubjects(asker(), request, { limit: 20, after });
    expect(window.stop()).toBeLessThan(60);
    [after, pages, found] = [page.next, pages + 1, found + page.results.length];
  } while (after !== null);
  expect(found).toBe(5);
  expect(pages).toBeGreaterThan(3);
}, 60_000);

describe("records", () => {
  const approver: Record<number, { settled: Settled; email: string }> = {};
  beforeAll(
    async () => {
      for (const size of [FEW_RECORDS, MANY_RECORDS]) {
        // The many lie in a company of many.
        const settled = await company(services.database, size === FEW_RECORDS ? SMALL : LARGE);
        const [member] = settled.members;
        await services.database.write((manager) =>
          manager.update(GrantEntity, { memberId: member!.id }, { projectIds: [settled.projects[0]!] }),
        );
        await shelve(settled, size);
        approver[size] = { settled, email: member!.email };
      }
      await analyse(services.database);
    },
    Math.max(180_000, MANY_RECORDS),
  );

  /** One in fifty waits in the approver's project; copies in the database, which is quicker than rows one by one. */
  async function shelve({ members, projects }: Settled, size: number): Promise<void> {
    const states: RecordState[] = ["synced", "synced", "synced", "failed", "awaiting"];
    const people = { id: () => members[1]!.id, project: (index: number) => projects[index]! };
    const rows = Array.from({ length: 500 }, (_, index) =>
      recordRow(
        { id: members[0]!.companyId },
        {
          ...{ feature: "commitment", project: index % 50 === 4 ? 0 : 1, amount: null, submittedBy: 0 },
          ...{ state: states[index % 5]!, firstApprover: null, prerequisitesBlocked: false, workflowCompleted: false },
        },
        people,
      ),
    );
    await services.database.write(async (manager) => {
      await insertRows(manager, RecordEntity, rows as never[]);
      const names = manager.dataSource.getMetadata(RecordEntity).columns.map(({ databaseName }) => databaseName);
      const hex = services.database.kind === "postgres" ? "lpad(to_hex(n.n), 8, '0')" : "printf('%08x', n.n)";
      const copied = names.map((name) =>
        /^(id|sourceKey)$/.test(name) ? `${hex} || substr(r."id", 9)` : `r."${name}"`,
      );
      const numbers = `WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${size / 500 - 1})`;
      const into = `INSERT INTO "erp_record" (${names.map((name) => `"${name}"`).join(", ")})`;
      const company = `'${members[0]!.companyId}'`;
      await manager.query(
        `${into} ${numbers} SELECT ${copied.join(", ")} FROM "erp_record" r CROSS JOIN n WHERE r."companyId" = ${company}`,
      );
    });
  }

  const records =
    (size: number, action: string): Run =>
    async () => {
      const { settled, email } = approver[size]!;
      const resource = { type: "commitment", properties: { company: settled.slug } };
      const request = { subject: { type: "user", id: email }, action: { name: action }, resource };
      return (await services.authzen.searchResources(asker(), request, { limit: 20, after: null })).results.length;
    };

  test.each([
    ["send", "what waits in one's project", /ix_erp_record_search_project/],
    ["view", "everything", /erp_record_companyId_feature_id|pk_erp_record/],
    ["retrieve", "what one offered oneself, nothing", /./],
  ])(
    "%s, %s: a page costs the same with few and with many records",
    async (action, _what, indices) => {
      const runs = [records(FEW_RECORDS, action), records(MANY_RECORDS, action)] as const;
      const full = action === "retrieve" ? 0 : 20;
      expect([await runs[0](), await runs[1]()]).toEqual([full, full]);
      if (full > 0) await sameWork(...runs, indices);
    },
    60_000,
  );
});
