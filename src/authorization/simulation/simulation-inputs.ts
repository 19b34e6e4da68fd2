import { Field, ID, InputType } from "type-graphql";
import { AccessLevel, ConnectionState, DirectExport, FeatureName, PhaseName } from "../../tenant/graphql/enums";
import { MisfitChoiceInput } from "../../tenant/companies/contract-control.graphql";
import { MoneyInput } from "../../infra/graphql/money";
import { FeatureGrantInput } from "../../directory/grants/grant-inputs";
import type { ConnectionStatus, DirectExportMode, Feature, Level, Phase } from "../../policy/model/vocabulary";
import { DateOrDateTime } from "../../infra/graphql/scalars";

@InputType({ description: "A right that would be given." })
export class ProposedGrantInput extends FeatureGrantInput {
  @Field(() => ID, { description: "Who would receive it: id or e-mail." })
  member!: string;
}

@InputType({ description: "A directory record as it would be; what is left out stays." })
export class ProposedMemberInput {
  @Field(() => ID, { description: "Id or e-mail." })
  member!: string;

  @Field(() => AccessLevel, { nullable: true })
  toolLevel?: Level | null;

  @Field(() => AccessLevel, { nullable: true })
  directoryLevel?: Level | null;

  @Field(() => Boolean, { nullable: true })
  canPushToAccounting?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  active?: boolean | null;
}

@InputType({ description: "Somebody who would come into the directory, and is not in it." })
export class ProposedPersonInput {
  @Field({ description: "By which the other changes name them." })
  email!: string;

  @Field(() => String, { nullable: true, description: "The e-mail if left out." })
  name?: string | null;

  @Field(() => AccessLevel, { nullable: true, description: "NONE if left out." })
  toolLevel?: Level | null;

  @Field(() => AccessLevel, { nullable: true, description: "NONE if left out." })
  directoryLevel?: Level | null;

  @Field(() => Boolean, { nullable: true, description: "False if left out." })
  canPushToAccounting?: boolean | null;
}

@InputType({ description: "A feature's switch as it would be; what is left out stays." })
export class ProposedSwitchInput {
  @Field(() => FeatureName)
  feature!: Feature;

  @Field(() => Boolean, { nullable: true })
  enabled?: boolean | null;

  @Field(() => DirectExport, { nullable: true })
  directExport?: DirectExportMode | null;
}

@InputType({ description: "The company's settings as they would be; what is left out stays." })
export class ProposedSettingsInput {
  @Field(() => PhaseName, { nullable: true, description: "Also one that may not follow the present one." })
  phase?: Phase | null;

  @Field(() => ConnectionState, { nullable: true })
  connection?: ConnectionStatus | null;

  @Field(() => ID, {
    nullable: true,
    description: "Which of several connections: id or name; the default if left out.",
  })
  ofConnection?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: "Above it two people must agree; null: no such rule." })
  twoPersonAbove?: MoneyInput | null;

  @Field(() => [MisfitChoiceInput], { nullable: true, description: "A misfit that is not named stays as it is." })
  contractControl?: MisfitChoiceInput[] | null;
}

@InputType({ description: "One change that somebody thinks of: exactly one of the fields." })
export class ProposedChangeInput {
  @Field(() => ProposedGrantInput, { nullable: true })
  give?: ProposedGrantInput | null;

  @Field(() => ID, { nullable: true, description: "Id of the grant that would be revoked." })
  revoke?: string | null;

  @Field(() => ProposedMemberInput, { nullable: true })
  member?: ProposedMemberInput | null;

  @Field(() => ProposedPersonInput, { nullable: true })
  join?: ProposedPersonInput | null;

  @Field(() => ProposedSwitchInput, { nullable: true })
  featureSwitch?: ProposedSwitchInput | null;

  @Field(() => ProposedSettingsInput, { nullable: true })
  settings?: ProposedSettingsInput | null;
}

@InputType({ description: "Of which period the logged decisions are looked at." })
export class DecisionPeriodInput {
  @Field(() => DateOrDateTime, { description: "Inclusive; a day is the company's." })
  from!: string;

  @Field(() => DateOrDateTime, {
    nullable: true,
    description: "Exclusive; a day is the company's, and counts whole; now if left out.",
  })
  until?: string | null;
}
