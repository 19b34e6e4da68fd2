import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { TERMS_SOURCES, type TermsSource } from "../../erp/mapping/bill-terms";
import type { Database } from "../../infra/db/database";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { LocalDate } from "../../infra/graphql/scalars";
import type { Locale } from "../../kernel/locale";
import { enumOf } from "../../tenant/graphql/enums";
import { dueDatesOf, type Due } from "../document/due-dates";
import type { RecordEntity } from "../record/record.entity";
import { dueText } from "../texts/due-texts";
import { RecordType } from "./record-type.graphql";

const SourceName = enumOf(TERMS_SOURCES, "PaymentTermsSource", "Who says when an invoice is due, the nearest first.", {
  contact: "The ERP, for its contact of this vendor.",
  organisation: "The ERP, for all contacts that have no terms of their own.",
  mapping: "The mapping of the connection.",
  default: "Nobody: 30 days after the billing date.",
});

@ObjectType("InvoiceDue", { description: "When an invoice is due in the ERP, and why." })
export class InvoiceDueType {
  @Field(() => LocalDate, { description: "The due date of its bill." })
  date!: string;

  @Field(() => SourceName, { nullable: true, description: "Null: it was sent with this date." })
  source!: TermsSource | null;

  @Field({ description: "Why it is that day, in words." })
  text!: string;

  static of({ date, by }: Due, locale: Locale): InvoiceDueType {
    const text = dueText(by && { ...by.terms, source: by.source }, locale);
    return Object.assign(new InvoiceDueType(), { date, source: by?.source ?? null, text });
  }
}

/** When invoices are due, read for all records of the request together. */
@Resolver(() => RecordType)
export class InvoiceDueResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => InvoiceDueType, {
    nullable: true,
    description: "When it is due: as it was sent, or as it would be sent now. Null: it is no invoice for the ERP.",
  })
  async due(@Root() { entity }: RecordType, @Ctx() context: GraphQLContext): Promise<InvoiceDueType | null> {
    const loader = loaderFor(context, "due dates of records", async (records: readonly RecordEntity[]) => {
      const found = await dueDatesOf(this.database.read(), records);
      return records.map(({ id }) => found.get(id) ?? null);
    });
    const due = await loader.load(entity);
    return due && InvoiceDueType.of(due, context.locale);
  }
}
