import { Field, ID, InputType, Int } from "type-graphql";
import { ConnectionState } from "../../tenant/graphql/enums";
import type { ConnectionStatus } from "../../policy/model/vocabulary";
import { CountryCode } from "../../infra/graphql/scalars";

@InputType()
abstract class ConnectionSettingsInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => String, { nullable: true, description: "xero if left out." })
  connector?: string | null;

  @Field({ description: "The commercial plan of the ERP's organisation, as people write it." })
  edition!: string;

  @Field(() => CountryCode, { description: "ISO 3166-1 alpha-2 code of the organisation in the ERP." })
  country!: string;

  @Field(() => ConnectionState, {
    nullable: true,
    description:
      "As it is if left out; PENDING for a new connection. In production AUTHORISED asks for a consent (authorizeConnection): " +
      "CONSENT_NEEDED.",
  })
  status?: ConnectionStatus | null;

  @Field(() => String, { nullable: true, description: "As it is if left out; null clears it." })
  organisationName?: string | null;

  @Field(() => String, { nullable: true, description: "As it is if left out; null clears it." })
  trackingCategory?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: the company's default from now on. Projects that have records stay where they are.",
  })
  makeDefault?: boolean | null;
}

@InputType()
export class ConfigureConnectionInput extends ConnectionSettingsInput {
  @Field(() => ID, { nullable: true, description: "Id or name of the one that is meant; the default if left out." })
  connection?: string | null;

  @Field(() => String, { nullable: true, description: "A new name; as it is if left out." })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: "The version you saw, 0 for no connection yet." })
  expectedVersion?: number | null;
}

@InputType()
export class AddConnectionInput extends ConnectionSettingsInput {
  @Field({ description: "The legal entity whose books it leads to; unique in the company." })
  name!: string;
}

@InputType()
export class RemoveConnectionInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => ID, { description: "Id or name." })
  connection!: string;

  @Field(() => Int, {
    description: "`version` of the connection that you saw; of another nothing is done (STALE_EDIT).",
  })
  expectedVersion!: number;
}
