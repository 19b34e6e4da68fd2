import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import { listUnder } from "../../tenant/companies/batched-list";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { pagesByParent } from "../../infra/db/query/keyset-batch";
import { actorOf } from "../../infra/graphql/actor";
import { ConnectionArgs, type Connection } from "../../infra/graphql/connection";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { payload } from "../../tenant/graphql/payload";
import type { RecordAnswers } from "../types/stale-record.graphql";
import { ErpIntegrationType } from "../types/erp-integration.graphql";
import type { RecordRights } from "../record/record-rights";
import { RecordType } from "../types/record-type.graphql";
import { RecordEntity } from "../record/record.entity";
import { actionsFor, proposalText } from "./proposals";
import { ReconciliationRowEntity, type ReconcileAction } from "./reconciliation-row.entity";
import { ReconciliationEntity } from "./reconciliation.entity";
import type { ReconciliationService, RowResult } from "./reconciliation.service";
import {
  ApplyReconciliationInput,
  ApplyReconciliationPayload,
  ReconcileActions,
  ReconcileInput,
  ReconcilePayload,
  ReconciliationConnection,
  ReconciliationResult,
  ReconciliationRowConnection,
  ReconciliationRowType,
  ReconciliationType,
} from "./reconciliation-types";

/** Comparing both sides, and carrying out the plan. */
@Resolver()
export class ReconcileResolver {
  constructor(
    private readonly service: ReconciliationService,
    private readonly answers: RecordAnswers,
  ) {}

  @Mutation(() => ReconcilePayload, {
    description: "Compares what was delivered with what the ledger holds now, by date of change, and lays down a plan.",
  })
  reconcile(@Arg("input") input: ReconcileInput, @Ctx() context: GraphQLContext): Promise<ReconcilePayload> {
    const actor = actorOf(context);
    return payload(ReconcilePayload, async () => {
      const made = await this.service.reconcile(actor, input.company, input.connection ?? null);
      return { reconciliation: ReconciliationType.of(made) };
    });
  }

  @Mutation(() => ApplyReconciliationPayload, {
    description:
      "Carries out rows of the newest plan, each for itself; refused with PLAN_STALE where it is no longer true.",
  })
  applyReconciliation(
    @Arg("input") input: ApplyReconciliationInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ApplyReconciliationPayload> {
    const actor = actorOf(context);
    const { company, reconciliation, rows, dryRun } = input;
    return payload(ApplyReconciliationPayload, async () => {
      const results = await this.service.apply(actor, company, reconciliation, rows, dryRun);
      return { results: await Promise.all(results.map((one) => this.told(context, one))) };
    });
  }

  private async told(
    context: GraphQLContext,
    { row: rowId, record, action, outcome, refusal }: RowResult,
  ): Promise<ReconciliationResult> {
    const result = await this.answers.of(ReconciliationResult, context, () =>
      refusal ? Promise.reject(refusal) : Promise.resolve({ record: record && RecordType.of(record) }),
    );
    return Object.assign(result, { rowId, action, outcome });
  }
}

/** The comparisons of a company, in the tool. */
@Resolver(() => ErpIntegrationType)
export class ReconciliationListResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => ReconciliationConnection, { description: "Comparisons with the ledger, the newest first." })
  reconciliations(
    @Root() { companyId }: ErpIntegrationType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<ReconciliationType>> {
    return listUnder(context, companyId, args, {
      name: "reconciliations of companies",
      pages: (parentIds, request) => {
        const query = this.database.read().createQueryBuilder(ReconciliationEntity, "plan");
        const orderBy = [{ column: "madeAt", direction: "desc" }] as const;
        return pagesByParent({ ...request, query, alias: "plan", parent: "companyId", parentIds, orderBy });
      },
      node: (entity) => ReconciliationType.of(entity),
    });
  }
}

/** The rows of a plan, as far as the viewer may see their records. */
@Resolver(() => ReconciliationType)
export class ReconciliationRowsResolver {
  constructor(
    private readonly database: Database,
    private readonly rights: RecordRights,
  ) {}

  @FieldResolver(() => ReconciliationRowConnection, {
    description: "The records that you may see, the oldest change first.",
  })
  rows(
    @Root() { entity }: ReconciliationType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<ReconciliationRowType>> {
    const { id, companyId } = entity;
    const actor = actorOf(context);
    return listUnder(context, id, args, {
      name: `rows of reconciliations ${companyId}`,
      pages: async (parentIds, request) => {
        const manager = this.database.read();
        const companies = await manager.findBy(CompanyEntity, { id: companyId });
        const [may] = await this.rights.filters(actor, companies, ["view"], "record");
        const query = manager
          .createQueryBuilder(ReconciliationRowEntity, "row")
          .innerJoin(RecordEntity, "record", "record.id = row.recordId")
          .andWhere(may?.where ?? "1 = 0", may?.parameters ?? {});
        const orderBy = [{ column: "changedAt", direction: "asc" }] as const;
        return pagesByParent({ ...request, query, alias: "row", parent: "reconciliationId", parentIds, orderBy });
      },
      node: (row) => ReconciliationRowType.of(row),
    });
  }
}

@Resolver(() => ReconciliationRowType)
export class ReconciliationRowResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => RecordType)
  async record(@Root() row: ReconciliationRowType, @Ctx() context: GraphQLContext): Promise<RecordType> {
    return RecordType.of(await this.recordOf(row, context));
  }

  @FieldResolver(() => String, { description: "Why that is proposed." })
  async reason(@Root() row: ReconciliationRowType, @Ctx() context: GraphQLContext): Promise<string> {
    return proposalText((await this.recordOf(row, context)).feature, row.drift, context.locale);
  }

  @FieldResolver(() => [ReconcileActions], { description: "What can be done about it, the proposal first." })
  async allowedActions(
    @Root() row: ReconciliationRowType,
    @Ctx() context: GraphQLContext,
  ): Promise<readonly ReconcileAction[]> {
    return actionsFor((await this.recordOf(row, context)).feature, row.drift);
  }

  private recordOf({ entity }: ReconciliationRowType, context: GraphQLContext): Promise<RecordEntity> {
    const loader = loaderFor(context, "records of plans", async (ids: readonly string[]) => {
      const found = await this.database.read().findBy(RecordEntity, { id: In([...ids]) });
      const byId = new Map(found.map((one) => [one.id, one]));
      return ids.map((id) => byId.get(id) ?? new Error("A row without its record"));
    });
    return loader.load(entity.recordId);
  }
}
