import { MaxItems } from "../../infra/graphql/input-bounds";
import { Field, ID, InputType, type ClassType } from "type-graphql";
import { enumOf } from "../../tenant/graphql/enums";
import type { FieldSpec } from "../item/field";
import { formOf, MAX_LINES, OFFERED, type ItemForm, type Offered } from "../item/forms";
import type { OfferedItem } from "../approval/offering.service";
import { CurrencyCode, Decimal, LocalDate } from "../../infra/graphql/scalars";

/** Names of the enums of choices, by the field that has them. */
const ENUM_NAMES: Readonly<Record<string, string>> = {
  kind: "CommitmentKind",
  status: "ItemStatus",
  costType: "CostType",
};
const SCALARS: Readonly<Partial<Record<FieldSpec["kind"], object>>> = {
  flag: Boolean,
  date: LocalDate,
  amount: Decimal,
  currency: CurrencyCode,
};
const ENUMS = new Map<readonly string[], object>();

/** Made before the schema is built, which knows only the enums that are there by then. */
function typeOf(spec: FieldSpec): object {
  const scalar = SCALARS[spec.kind];
  if (scalar) return scalar;
  if (spec.kind !== "choice" || !spec.choices) return String;
  const made = ENUMS.get(spec.choices) ?? enumOf(spec.choices, ENUM_NAMES[spec.name] ?? spec.name, spec.about);
  ENUMS.set(spec.choices, made);
  return made;
}

/** The input type of a form: made from the same data that checks its items. */
function inputOf(name: string, about: string, fields: readonly FieldSpec[], lines: ClassType<object> | null) {
  class ItemInput {}
  Object.defineProperty(ItemInput, "name", { value: name });
  for (const spec of fields) {
    const type = typeOf(spec) as ClassType<object>;
    Field(() => type, { nullable: !spec.required, description: spec.about })(ItemInput.prototype, spec.name);
  }
  if (lines) {
    MaxItems(MAX_LINES)(ItemInput.prototype, "lines");
    Field(() => [lines], { description: "One at least." })(ItemInput.prototype, "lines");
  }
  InputType(name, { description: about })(ItemInput);
  return ItemInput;
}

function inputOfForm({ feature, about, fields, lines }: ItemForm): ClassType<object> {
  const name = feature
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  return inputOf(`${name}ItemInput`, about, fields, lines && inputOf(`${name}LineInput`, "A line of it.", lines, null));
}

const INPUTS = Object.fromEntries(OFFERED.map((feature) => [feature, inputOfForm(formOf(feature))])) as Readonly<
  Record<Offered, ClassType<object>>
>;

@InputType({ description: "An item of the platform. Exactly one of the items is given." })
export class SubmitRecordInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => INPUTS.cost_code, { nullable: true })
  costCode?: object | null;

  @Field(() => INPUTS.project, { nullable: true })
  project?: object | null;

  @Field(() => INPUTS.vendor, { nullable: true })
  vendor?: object | null;

  @Field(() => INPUTS.commitment, { nullable: true })
  commitment?: object | null;

  @Field(() => INPUTS.commitment_change_order, { nullable: true })
  commitmentChangeOrder?: object | null;

  @Field(() => INPUTS.subcontractor_invoice, { nullable: true })
  subcontractorInvoice?: object | null;

  @Field({ defaultValue: false, description: "Judges and checks, and changes nothing." })
  dryRun!: boolean;
}

/** The one item of the input, with the field that holds it; null: none, or several. */
export function itemGiven(input: SubmitRecordInput): (OfferedItem & { readonly field: string }) | null {
  const given: [Offered, string, object | null | undefined][] = [
    ["cost_code", "costCode", input.costCode],
    ["project", "project", input.project],
    ["vendor", "vendor", input.vendor],
    ["commitment", "commitment", input.commitment],
    ["commitment_change_order", "commitmentChangeOrder", input.commitmentChangeOrder],
    ["subcontractor_invoice", "subcontractorInvoice", input.subcontractorInvoice],
  ];
  const items = given.filter(([, , values]) => values != null);
  const [only] = items;
  if (!only || items.length > 1) return null;
  return { feature: only[0], field: only[1], values: { ...only[2] } };
}
