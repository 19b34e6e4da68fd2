import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import type { Database } from "../../../infra/db/database";
import { actorOf } from "../../../infra/graphql/actor";
import type { GraphQLContext } from "../../../infra/graphql/context";
import { MAX_LIST_TEXT_LENGTH, MaxLength } from "../../../infra/graphql/input-bounds";
import { tableOf } from "../../../infra/graphql/table-input";
import { csvTable, TABLE_FORMATS, workbookTable, type TableFormat } from "../../../infra/tables/write-table";
import { fill } from "../../../kernel/catalogue";
import type { Locale } from "../../../kernel/locale";
import { enumOf } from "../../../tenant/graphql/enums";
import { MutationPayload, payload, UserError } from "../../../tenant/graphql/payload";
import { MAPPING_TEXTS } from "../../texts/mapping-texts";
import type { ConnectionEntity } from "../../connections/connection.entity";
import { ErpConnectionType } from "../../connections/connection.graphql";
import { knownLists, NO_LISTS } from "../known-lists";
import { MappingRuleType } from "../mapping.graphql";
import { MappingRuleEntity } from "../mapping-rule.entity";
import type { RuleDifference } from "../mapping.service";
import { MAPPING_ROW_ERRORS, type MappingRowErrorCode } from "./mapping-errors";
import { mappingRows } from "./mapping-rows";
import type { MappingImport, MappingTableService } from "./mapping-table.service";

const FormatName = enumOf(TABLE_FORMATS, "MappingFileFormat", "What a mapping is exported as.", {
  csv: "Separated by comma or, in French, by semicolon.",
  xlsx: "A workbook of one sheet.",
});
const RowErrorName = enumOf(MAPPING_ROW_ERRORS, "MappingRowErrorCode", "What is wrong in a row of a mapping.", {
  UNREADABLE: "The file is no table from here on.",
  UNKNOWN_COLUMN: "No column of a mapping is called so.",
  REPEATED_COLUMN: "A column is there twice.",
  MISSING_COLUMN: "A column that is needed is missing.",
  TOO_MANY_CELLS: "There are more cells than headings.",
  UNKNOWN_FEATURE: "No feature with lines that are booked.",
  UNKNOWN_MATCH: "Nothing that a rule matches on.",
  UNKNOWN_ARRIVAL: "No way to arrive in the ERP.",
  DAYS_INVALID: "No whole number of days.",
  REPEATED_RULE: "An earlier line matches the same.",
  NOT_TAKEN: "What `setMapping` would refuse as well.",
});

@ObjectType("MappingFile", { description: "A mapping as a table: imported again, it changes nothing." })
export class MappingFileType {
  @Field({ description: "What to call the file." })
  name!: string;

  @Field(() => FormatName, { description: "What it is." })
  format!: TableFormat;

  @Field({ description: "The file's bytes in base64." })
  base64!: string;
}

@InputType({ description: "A mapping as a table, with headings in English or French." })
export class ImportMappingInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => ID, { nullable: true, description: "Id or name; the company's default if left out." })
  connection?: string | null;

  @MaxLength(MAX_LIST_TEXT_LENGTH)
  @Field(() => String, { nullable: true, description: "CSV as spreadsheets save it." })
  csv?: string | null;

  @MaxLength(MAX_LIST_TEXT_LENGTH)
  @Field(() => String, { nullable: true, description: "Instead of `csv`, a workbook (.xlsx) in base64." })
  workbook?: string | null;

  @Field({ defaultValue: false, description: "True: rules that are not in the table are taken away." })
  replace!: boolean;

  @Field({ defaultValue: true, description: "Shows what would change, and writes nothing." })
  dryRun!: boolean;

  @Field(() => Int, { description: "The version of the connection that you saw." })
  expectedVersion!: number;
}

@ObjectType("MappingRowError", { description: "What is wrong in a row, for a program and for a person." })
export class MappingRowErrorType {
  @Field(() => Int, { description: "Line of the file, from 1." })
  line!: number;

  @Field(() => String, { nullable: true, description: "The heading as in the file; null: the row as a whole." })
  column!: string | null;

  @Field(() => RowErrorName, { description: "Which error it is." })
  code!: MappingRowErrorCode;

  @Field({ description: "In the reader's language." })
  message!: string;
}

@ObjectType("MappingDifference", { description: "A rule as it was and as it is, or would be." })
export class MappingDifferenceType {
  @Field(() => MappingRuleType, { nullable: true, description: "Null: nothing matched this before." })
  before!: MappingRuleType | null;

  @Field(() => MappingRuleType, { nullable: true, description: "Null: the rule is taken away." })
  after!: MappingRuleType | null;

  static of({ before, after }: RuleDifference): MappingDifferenceType {
    const shown = { before: before && MappingRuleType.of(before), after: after && MappingRuleType.of(after) };
    return Object.assign(new MappingDifferenceType(), shown);
  }
}

@ObjectType()
export class ImportMappingPayload extends MutationPayload {
  @Field(() => [MappingRowErrorType], { description: "At most 1,000 of them, in the order of the file." })
  rowErrors: readonly MappingRowErrorType[] = [];

  @Field(() => Int, { description: "All of them." })
  errorCount: number = 0;

  @Field(() => [MappingDifferenceType], { description: "What changes, or would change." })
  changes: MappingDifferenceType[] = [];

  @Field({ description: "Whether anything was kept: all of it, or nothing." })
  written: boolean = false;

  @Field(() => ErpConnectionType, { nullable: true, description: "With its mapping as it is now." })
  connection: ErpConnectionType | null = null;

  @Field(() => Int, { nullable: true, description: "From which policy revision on it counts; null: nothing was kept." })
  policyRevision: number | null = null;
}

/** The mapping as a table. */
@Resolver(() => ErpConnectionType)
export class MappingTableResolver {
  constructor(
    private readonly database: Database,
    private readonly service: MappingTableService,
  ) {}

  @FieldResolver(() => MappingFileType, { description: "The mapping as `importMapping` reads it, in your language." })
  async mappingFile(
    @Root() { id, name }: ErpConnectionType,
    @Arg("format", () => FormatName, { defaultValue: "csv", description: "A workbook, if not CSV." })
    format: TableFormat,
    @Ctx() { locale }: GraphQLContext,
  ): Promise<MappingFileType> {
    const manager = this.database.read();
    const rules = await manager.findBy(MappingRuleEntity, { connectionId: id });
    const lists = (await knownLists(manager, [id])).get(id) ?? NO_LISTS;
    const rows = mappingRows(rules, lists, locale);
    const bytes = format === "csv" ? Buffer.from(csvTable(rows, locale)) : await workbookTable(rows);
    const file = { name: `mapping-${name}.${format}`, format, base64: bytes.toString("base64") };
    return Object.assign(new MappingFileType(), file);
  }

  @Mutation(() => ImportMappingPayload, {
    description:
      "Sets the rules of a table, all or nothing: a dry run unless told otherwise, which does it and takes it back.",
  })
  importMapping(
    @Arg("input") input: ImportMappingInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ImportMappingPayload> {
    const { company, csv, workbook, ...settings } = input;
    const { locale } = context;
    const shown = (connection: ConnectionEntity) => ({ connection: ErpConnectionType.of(connection, locale) });
    const work = async () => {
      const source = tableOf({ csv: csv ?? null, workbook: workbook ?? null }, ["csv"]);
      const done = await this.service.import(actorOf(context), company, source, { ...settings, locale });
      return { ...outcomeOf(done, input, locale), ...(done.change ? shown(done.change.connection) : {}) };
    };
    return payload(ImportMappingPayload, work, shown);
  }
}

function outcomeOf({ errors, change }: MappingImport, { dryRun, csv }: ImportMappingInput, locale: Locale) {
  if (change === null) {
    const message = fill(MAPPING_TEXTS.badTable, { count: errors.count })[locale];
    const field = ["input", csv == null ? "workbook" : "csv"];
    const userErrors = [Object.assign(new UserError(), { code: "BAD_INPUT", message, field })];
    return { rowErrors: errors.sorted(), errorCount: errors.count, userErrors };
  }
  const changes = change.differences.map((one) => MappingDifferenceType.of(one));
  return { changes, written: !dryRun, policyRevision: dryRun ? null : change.policyRevision };
}
