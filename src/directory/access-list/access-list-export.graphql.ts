import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { csvTable, TABLE_FORMATS, workbookTable, type TableFormat } from "../../infra/tables/write-table";
import { toInstant, type Clock } from "../../kernel/clock";
import { enumOf } from "../../tenant/graphql/enums";
import type { AccessListExport } from "./access-list-export";

const AccessListFormatName = enumOf(TABLE_FORMATS, "AccessListFormat", "What an access list is exported as.");

@ObjectType("AccessListFile", {
  description: "The access list as the company stands, to start from: imported again, it changes nothing.",
})
export class AccessListFileType {
  @Field({ description: "What to call the file." })
  name!: string;

  @Field(() => AccessListFormatName, { description: "What it is." })
  format!: TableFormat;

  @Field({ description: "The file's bytes in base64." })
  base64!: string;
}

@Resolver()
export class AccessListExportResolver {
  constructor(
    private readonly list: AccessListExport,
    private readonly clock: Clock,
  ) {}

  @Query(() => AccessListFileType, {
    nullable: true,
    description:
      "Who may handle which features, as `importAccessList` reads it, in your language. Needs the right to grant access.",
  })
  async accessListFile(
    @Arg("company", () => ID, { description: "Slug or id." }) company: string,
    @Arg("format", () => AccessListFormatName, { defaultValue: "csv", description: "A workbook, if not CSV." })
    format: TableFormat,
    @Ctx() context: GraphQLContext,
  ): Promise<AccessListFileType> {
    const { locale } = context;
    const rows = await this.list.rows(actorOf(context), company, { locale, at: toInstant(this.clock.now()) });
    const bytes = format === "csv" ? Buffer.from(csvTable(rows, locale)) : await workbookTable(rows);
    const name = locale === "fr" ? `liste-des-acces.${format}` : `access-list.${format}`;
    return Object.assign(new AccessListFileType(), { name, format, base64: bytes.toString("base64") });
  }
}
