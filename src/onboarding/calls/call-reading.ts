import { In, type FindOptionsOrder, type FindOptionsWhere, type ObjectLiteral } from "typeorm";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import type { Database } from "../../infra/db/database";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { toInstant, type Clock } from "../../kernel/clock";
import { zoneOfAsker } from "../../infra/mail/reader";
import { CALL_MACHINE } from "./call/call-machine";
import type { CallMove } from "./call/call-move";
import { CallEntity } from "./call/call.entity";
import { FollowUpEntity } from "./call/follow-up.entity";
import { GoalEntity } from "./call/goal.entity";
import { SlotAnswerEntity } from "./call/slot-answer.entity";
import { shownIn, type SlotType } from "./types/slot-type";

type OfCall = ObjectLiteral & { companyId: string; callId: string };

/** Reads what hangs on calls, for all calls of a request at once. */
export class CallReading {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  now(): string {
    return toInstant(this.clock.now());
  }

  /** The instant on the clocks of `zone`; else of the zone that the reader has set for themselves; else of the company's. */
  async shown(context: GraphQLContext, instant: string, zone: string | null, companyZone: string): Promise<string> {
    return shownIn(instant, zone ?? (await zoneOfAsker(context, this.database)), companyZone);
  }

  /** Rows of one table that belong to the call, in order. */
  rows<Row extends OfCall>(
    context: GraphQLContext,
    entity: new () => Row,
    { companyId, id }: CallEntity,
    order: FindOptionsOrder<Row>,
  ): Promise<readonly Row[]> {
    const loader = loaderFor(context, entity, async (keys: readonly string[]) => {
      const pairs = keys.map((key) => key.split(" ") as [string, string]);
      // With the company: that is how the tables' indices begin.
      const companies = In([...new Set(pairs.map(([company]) => company))]);
      const calls = In(pairs.map(([, call]) => call));
      const where = { companyId: companies, callId: calls } as FindOptionsWhere<Row>;
      const found = await this.database.read().find(entity, { where, order });
      return pairs.map(([, call]) => found.filter((row) => row.callId === call));
    });
    return loader.load(`${companyId} ${id}`);
  }

  answers(context: GraphQLContext, { companyId, id }: SlotType): Promise<readonly SlotAnswerEntity[]> {
    const loader = loaderFor(context, SlotAnswerEntity, async (keys: readonly string[]) => {
      const pairs = keys.map((key) => key.split(" ") as [string, string]);
      const companies = In([...new Set(pairs.map(([company]) => company))]);
      const where = { companyId: companies, slotId: In(pairs.map(([, slot]) => slot)) };
      const found = await this.database.read().find(SlotAnswerEntity, { where, order: { email: "ASC" } });
      return pairs.map(([, slot]) => found.filter((row) => row.slotId === slot));
    });
    return loader.load(`${companyId} ${id}`);
  }

  host(context: GraphQLContext, { hostId }: CallEntity): Promise<VendorStaffEntity> {
    const loader = loaderFor(context, "hosts of calls", async (ids: readonly string[]) => {
      const found = await this.database.read().findBy(VendorStaffEntity, { id: In([...ids]) });
      return ids.map((id) => found.find((staff) => staff.id === id) ?? new Error("A call without its host"));
    });
    return loader.load(hostId);
  }

  /** What can be done with the call now, whoever does it. */
  async moves(context: GraphQLContext, call: CallEntity): Promise<readonly CallMove[]> {
    const calls = await this.livingCalls(context, call.companyId);
    const other = calls.find((one) => one.kind !== call.kind) ?? null;
    const goals = await this.rows(context, GoalEntity, call, { position: "ASC" });
    const tasks = await Promise.all(
      calls.map((one) => this.rows(context, FollowUpEntity, one, { dueOn: "ASC", id: "ASC" })),
    );
    return CALL_MACHINE.allowed({
      kind: call.kind,
      state: call.state,
      other: { state: other?.state ?? "none", endsAt: other?.endsAt ?? null },
      now: this.now(),
      startsAt: call.startsAt,
      openGoals: goals.filter(({ tickedAt }) => tickedAt === null).length,
      openFollowUps: tasks.flat().filter(({ state }) => state === "open").length,
    });
  }

  /** The company's calls that are not cancelled, one of each kind at most. */
  livingCalls(context: GraphQLContext, companyId: string): Promise<readonly CallEntity[]> {
    const loader = loaderFor(context, "living calls of companies", async (ids: readonly string[]) => {
      const found = await this.database.read().findBy(CallEntity, { companyId: In([...ids]) });
      return ids.map((id) => found.filter((call) => call.companyId === id && call.state !== "cancelled"));
    });
    return loader.load(companyId);
  }
}
