import { Field, ObjectType } from "type-graphql";
import { FeatureName } from "../../tenant/graphql/enums";
import type { Locale } from "../../kernel/locale";
import { hasFact } from "../../policy/model/record-facts";
import { FEATURES, type Feature } from "../../policy/model/vocabulary";
import { FEATURE_CATALOGUE } from "../catalogue/catalogue";
import { DEFAULT_CONNECTOR, type ErpObject } from "../catalogue/catalogue-item";
import { catalogueText } from "./catalogue-text";
import { Node } from "../../infra/graphql/node";
import { derivedId } from "../../infra/graphql/global-id";

@ObjectType("Feature", {
  implements: Node,
  description: "One kind of data of the platform, and what the connector does with it. Texts in the caller's language.",
})
export class FeatureType extends Node {
  @Field(() => FeatureName)
  feature!: Feature;

  @Field()
  name!: string;

  @Field({ description: "What the construction platform calls it." })
  platformName!: string;

  @Field({ description: "In a few sentences: which way it travels, and who must send it." })
  summary!: string;

  @Field({ description: "Whether it travels at all, in either direction." })
  synchronises!: boolean;

  @Field({ description: "Whether records go out to the ERP." })
  exports!: boolean;

  @Field({ description: "Whether records come in from the ERP." })
  imports!: boolean;

  @Field(() => [String], { description: "What a record becomes in the ERP, or is read from there." })
  erpObjects!: readonly ErpObject[];

  @Field({ description: "Whether an accounting approver must send each record." })
  approverNeeded!: boolean;

  @Field({ description: "Whether the company may let records skip the approver." })
  directExportPossible!: boolean;

  @Field({ description: "Whether the company may do without it." })
  optional!: boolean;

  @Field({ description: "Whether its records have an amount; without one, no right to them has a ceiling." })
  hasAmount!: boolean;

  @Field({ description: "Whether its records belong to a project; else no right to them is limited to projects." })
  hasProject!: boolean;

  @Field(() => [String], { description: "What must be true before a record can travel." })
  prerequisites!: readonly string[];

  @Field(() => [String], { description: "Bounds on a record, or on how many there can be." })
  limits!: readonly string[];

  @Field(() => [String], { description: "What can no longer be changed on the platform, and from when." })
  locks!: readonly string[];

  @Field(() => [String], { description: "When records travel." })
  schedule!: readonly string[];

  @Field(() => [String])
  notes!: readonly string[];

  @Field(() => String, { nullable: true, description: "Why nothing travels; null when something does." })
  whyNot!: string | null;

  static of(feature: Feature, locale: Locale): FeatureType {
    const { exports, imports, optional, erpObjects, ...item } =
      FEATURE_CATALOGUE[feature].connectors[DEFAULT_CONNECTOR];
    return Object.assign(new FeatureType(), {
      ...catalogueText(feature, locale, DEFAULT_CONNECTOR),
      ...{ feature, exports, imports, optional, erpObjects },
      id: derivedId("feature", feature),
      synchronises: exports || imports,
      approverNeeded: item.approverToExport,
      directExportPossible: item.directExport,
      hasAmount: hasFact(feature, "amount"),
      hasProject: hasFact(feature, "project"),
    });
  }

  /** The whole catalogue, those that do not travel included. */
  static all(locale: Locale): FeatureType[] {
    return FEATURES.map((feature) => FeatureType.of(feature, locale));
  }
}
