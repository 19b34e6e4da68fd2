import { createHash } from "node:crypto";
import { MAX_LIST_TEXT_LENGTH, MaxLength } from "../../infra/graphql/input-bounds";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { enumOf } from "../../tenant/graphql/enums";
import { MutationPayload, payload, UserError } from "../../tenant/graphql/payload";
import type { Locale } from "../../kernel/locale";
import { tableOf } from "../../infra/graphql/table-input";
import type { RowError, RowNote } from "./access-list-errors";
import { LIST_NOTE_CODES, type ListNoteCode } from "./access-list-notes";
import type { ImportOutcome, ImportSummary, PersonChange } from "./access-list-outcome";
import { LIST_ERROR_CODES, type ListErrorCode } from "./access-list-text";
import { AccessListService } from "./access-list.service";
import { BilingualRefusal, type Refusal } from "../../kernel/errors";
import { StaleEdit } from "../../kernel/stale-edit";

const ListErrorCodeName = enumOf(LIST_ERROR_CODES, "AccessListErrorCode", "What is wrong in a row of an access list.");
const ListNoteCodeName = enumOf(
  LIST_NOTE_CODES,
  "AccessListNoteCode",
  "What is told of an access list that is no error.",
);

@InputType({ description: "The list of people and the features each may handle, as the company keeps it." })
export class ImportAccessListInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @MaxLength(MAX_LIST_TEXT_LENGTH)
  @Field(() => String, {
    nullable: true,
    description: "CSV as spreadsheets save it: comma, semicolon or tab; headings in English or French.",
  })
  csv?: string | null;

  @MaxLength(MAX_LIST_TEXT_LENGTH)
  @Field(() => String, {
    nullable: true,
    description: "Instead of `csv`, a workbook (.xlsx) in base64; its first sheet that holds anything is the list.",
  })
  workbook?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Headings of columns that are left aside. Others that are no columns of the list are errors.",
  })
  ignoreColumns?: string[] | null;

  @Field({ defaultValue: true, description: "Shows what would change, and writes nothing." })
  dryRun!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "`digest` of the dry run that you saw; needed where `dryRun` is off. Of another nothing is written.",
  })
  digest?: string | null;

  @Field({ defaultValue: false, description: "The list names everybody: who is not in it loses all rights." })
  complete!: boolean;

  @Field(() => String, { nullable: true, description: "Kept in the audit trail for rows that give none." })
  reason!: string | null;
}

@ObjectType("AccessListRowError", { description: "What is wrong in the list, for a program and for a person." })
export class RowErrorType {
  @Field(() => Int, { nullable: true, description: "Line of the file, from 1; null: the list as a whole." })
  line!: number | null;

  @Field(() => String, { nullable: true, description: "The heading as in the file; null: the row as a whole." })
  column!: string | null;

  @Field(() => ListErrorCodeName)
  code!: ListErrorCode;

  @Field()
  message!: string;

  static of(error: RowError): RowErrorType {
    return Object.assign(new RowErrorType(), error);
  }
}

@ObjectType("AccessListNote", { description: "What whoever imports should know of the list; it keeps nothing back." })
export class RowNoteType {
  @Field(() => Int, { nullable: true, description: "Line of the file, from 1." })
  line!: number | null;

  @Field(() => String, { nullable: true, description: "The heading as in the file; null: the row as a whole." })
  column!: string | null;

  @Field(() => ListNoteCodeName, { description: "Which note it is." })
  code!: ListNoteCode;

  @Field({ description: "In the reader's language." })
  message!: string;

  static of(note: RowNote): RowNoteType {
    return Object.assign(new RowNoteType(), note);
  }
}

@ObjectType("AccessListSummary", { description: "How many people and rights an import touches." })
export class ImportSummaryType {
  @Field(() => Int, { description: "People new to the company." })
  added!: number;

  @Field(() => Int, { description: "People whose rights change." })
  updated!: number;

  @Field(() => Int)
  grantsGiven!: number;

  @Field(() => Int)
  grantsRevoked!: number;

  @Field(() => Int, { description: "People of the list whose rights are so already." })
  unchanged!: number;

  static of(summary: ImportSummary): ImportSummaryType {
    return Object.assign(new ImportSummaryType(), summary);
  }
}

@ObjectType("AccessListChange", { description: "Who gains and who loses which right, in words." })
export class PersonChangeType {
  @Field()
  email!: string;

  @Field()
  name!: string;

  @Field(() => [String])
  gains!: readonly string[];

  @Field(() => [String])
  loses!: readonly string[];

  static of(change: PersonChange): PersonChangeType {
    return Object.assign(new PersonChangeType(), change);
  }
}

@ObjectType()
export class ImportAccessListPayload extends MutationPayload {
  @Field(() => [RowErrorType], { description: "At most 1,000 of them, in the order of the file." })
  rowErrors: RowErrorType[] = [];

  @Field(() => Int, { description: "All of them." })
  errorCount: number = 0;

  @Field(() => [RowNoteType], { description: "What whoever imports should know of the list." })
  notes: RowNoteType[] = [];

  @Field(() => ImportSummaryType, { nullable: true })
  summary: ImportSummaryType | null = null;

  @Field(() => [PersonChangeType], { description: "What changes for each person, or would change." })
  changes: PersonChangeType[] = [];

  @Field({ description: "Whether this was asked as a dry run." })
  dryRun: boolean = true;

  @Field({ description: "Whether anything was kept. All or nothing: one bad row, and nothing is." })
  written: boolean = false;

  @Field(() => Int, { nullable: true, description: "From which the rights count." })
  policyRevision: number | null = null;

  @Field(() => String, {
    nullable: true,
    description: "Of a dry run: stands for this list and the rights as they were. Give it back to carry it out.",
  })
  digest: string | null = null;

  static of(outcome: ImportOutcome, input: ImportAccessListInput, locale: Locale): Partial<ImportAccessListPayload> {
    const { rowErrors, errorCount, notes, summary, changes, dryRun, written, policyRevision } = outcome;
    const stale = outcome.stale ? [refused(new StaleEdit(null, ["input", "digest"], locale))] : [];
    return {
      rowErrors: rowErrors.map((error) => RowErrorType.of(error)),
      notes: notes.map((note) => RowNoteType.of(note)),
      summary: ImportSummaryType.of(summary),
      changes: changes.map((change) => PersonChangeType.of(change)),
      ...{ errorCount, dryRun, written, policyRevision },
      digest: written ? null : digestOf(input, policyRevision),
      userErrors: errorCount === 0 ? stale : [badList(errorCount, locale)],
    };
  }
}

/** Stands for what was shown: what an import changes follows from the list and from the rights as they are. */
function digestOf(input: ImportAccessListInput, policyRevision: number): string {
  const { csv, workbook, complete, ignoreColumns } = input;
  return createHash("sha256")
    .update(JSON.stringify([policyRevision, complete, csv ?? null, workbook ?? null, ignoreColumns ?? []]))
    .digest("hex");
}

function requireDigest({ dryRun, digest }: ImportAccessListInput, locale: Locale): void {
  if (dryRun || digest != null) return;
  throw new BilingualRefusal(
    "BAD_INPUT",
    {
      en: "Try it with dryRun first, and give the digest of what you saw.",
      fr: "Essayez d’abord avec dryRun, puis donnez le digest de ce que vous avez vu.",
    },
    ["input", "digest"],
    locale,
  );
}

function refused({ code, message, field }: Refusal): UserError {
  return Object.assign(new UserError(), { code, message, field });
}

function badList(count: number, locale: Locale): UserError {
  const message = {
    en: `The list has ${count} errors, so nothing was imported. rowErrors tells them.`,
    fr: `La liste a ${count} erreurs : rien n’a été importé. rowErrors les donne.`,
  }[locale];
  return Object.assign(new UserError(), { code: "BAD_INPUT", message, field: ["input", "csv"] });
}

@Resolver()
export class AccessListResolver {
  constructor(private readonly accessList: AccessListService) {}

  @Mutation(() => ImportAccessListPayload, {
    description:
      "Imports who may handle which features: a dry run unless told otherwise, all or nothing, one audit entry for " +
      "each person that changes. Needs the right to grant access; nobody changes their own rights with it.",
  })
  async importAccessList(
    @Arg("input") input: ImportAccessListInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ImportAccessListPayload> {
    const actor = actorOf(context);
    const { company, dryRun, complete, reason, digest } = input;
    const ignoreColumns = input.ignoreColumns ?? [];
    const { locale } = context;
    const isAsSeen = (revision: number) => digestOf(input, revision) === digest;
    return payload(ImportAccessListPayload, async () => {
      requireDigest(input, locale);
      const options = { dryRun, complete, reason, locale, isAsSeen, ignoreColumns };
      const outcome = await this.accessList.import(actor, company, tableOf(input, ["csv"]), options);
      return ImportAccessListPayload.of(outcome, input, locale);
    });
  }
}
