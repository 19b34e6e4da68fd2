import type { FactColumns } from "../../policy/judgement/condition-sql";

/** Where the facts of a record lie in `erp_record`, for policy/condition-sql.ts. `alias` names the table in the query. */
export function recordColumns(alias: string): FactColumns {
  return {
    companyId: `${alias}.companyId`,
    project: `${alias}.projectId`,
    connection: `${alias}.connectionId`,
    amountMinor: `${alias}.amountMinor`,
    amountCurrency: `${alias}.amountCurrency`,
    submittedBy: `${alias}.submittedById`,
    state: `${alias}.state`,
    documentDate: `${alias}.documentDate`,
    firstApprover: `${alias}.firstApproverId`,
    hasFirstApproval: `${alias}.hasFirstApproval`,
    prerequisitesBlocked: `${alias}.prerequisitesBlocked`,
    misfits: `${alias}.misfits`,
    workflowCompleted: `${alias}.workflowCompleted`,
    // Only grants have a grantee.
    grantee: "NULL",
    projectOutOfUse: `EXISTS (SELECT 1 FROM "project" "idle" WHERE "idle"."id" = ${alias}.projectId AND "idle"."active" = false)`,
  };
}

/** The same for raw SQL: PostgreSQL reads an unquoted name in lower case. */
export function quotedRecordColumns(alias: string): FactColumns {
  const pairs = Object.entries(recordColumns(alias)).map(([fact, column]) => [
    fact,
    column.replace(new RegExp(`\\b${alias}\\.(\\w+)`, "g"), `${alias}."$1"`),
  ]);
  return Object.fromEntries(pairs) as FactColumns;
}
