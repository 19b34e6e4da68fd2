import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { ErpConnectionType } from "../connections/connection.graphql";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { enumOf } from "../../tenant/graphql/enums";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import type { ConsentService } from "./consent.service";
import { lossText } from "./loss-letter";
import type { DisconnectService } from "./disconnect.service";
import { ACCESS_STATES, LedgerAccessEntity, type AccessState } from "./ledger-access.entity";
import type { ConnectionEntity } from "../connections/connection.entity";
import { LOSS_CODES, type LossCode } from "./consent-loss";
import { DateTime } from "../../infra/graphql/scalars";

const LossCodeName = enumOf(LOSS_CODES, "ConsentLossCode", "Why a consent is in force no more.");
const ConsentState = enumOf(ACCESS_STATES, "ConsentState", "Whether the ledger's organisation can be reached.");

@InputType()
export class AuthorizeConnectionInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => ID, { nullable: true, description: "Which of several; the only one if left out." })
  connection?: string | null;
}

@InputType()
export class DisconnectConnectionInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => Int, {
    description: "`version` of the connection that you saw; of another nothing is done (STALE_EDIT).",
  })
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: "Which of several; the only one if left out." })
  connection?: string | null;
}

@ObjectType()
export class AuthorizeConnectionPayload extends MutationPayload {
  @Field(() => String, {
    nullable: true,
    description: "Open it in the browser of whoever consents in Xero. Good once; it shows who began the consent.",
  })
  consentAddress: string | null = null;

  @Field(() => DateTime, { nullable: true, description: "Instant (ISO 8601) from which on the address is of no use." })
  expiresAt: string | null = null;
}

@ObjectType()
export class DisconnectConnectionPayload extends MutationPayload {
  @Field(() => ErpConnectionType, { nullable: true })
  connection: ErpConnectionType | null = null;

  @Field(() => Int, { nullable: true, description: "From which policy revision on it counts." })
  policyRevision: number | null = null;
}

@ObjectType("ConnectionConsent", { description: "The consent that a connection rests on. Its tokens are never shown." })
export class ConnectionConsentType {
  @Field(() => ConsentState)
  state!: AccessState;

  @Field({ description: "The organisation in the ledger." })
  organisationName!: string;

  @Field({ description: "Whoever consented." })
  authorisedByName!: string;

  @Field(() => DateTime)
  authorisedAt!: string;

  @Field(() => LossCodeName, { nullable: true, description: "Why it is lost; null: it is not." })
  lostCode!: LossCode | null;

  @Field(() => String, { nullable: true, description: "The same in words." })
  lostMessage!: string | null;
}

/** The consent to an organisation of the ledger, and its end. */
@Resolver()
export class ConsentResolver {
  constructor(
    private readonly consent: ConsentService,
    private readonly ending: DisconnectService,
  ) {}

  @Mutation(() => AuthorizeConnectionPayload, {
    description: "Begins the consent of a Xero organisation: answers the address where it is given.",
  })
  async authorizeConnection(
    @Arg("input", () => AuthorizeConnectionInput) { company, connection }: AuthorizeConnectionInput,
    @Ctx() context: GraphQLContext,
  ): Promise<AuthorizeConnectionPayload> {
    return payload(AuthorizeConnectionPayload, async () => {
      const { address, expiresAt } = await this.consent.begin(actorOf(context), company, connection ?? null);
      return { consentAddress: address, expiresAt };
    });
  }

  @Mutation(() => DisconnectConnectionPayload, {
    description: "Gives the consent back: nothing is sent any more, and Xero is told.",
  })
  async disconnectConnection(
    @Arg("input", () => DisconnectConnectionInput) { company, connection, expectedVersion }: DisconnectConnectionInput,
    @Ctx() context: GraphQLContext,
  ): Promise<DisconnectConnectionPayload> {
    const shown = (row: ConnectionEntity) => ({ connection: ErpConnectionType.of(row, context.locale) });
    const work = async () => {
      const ended = await this.ending.disconnect(actorOf(context), company, connection ?? null, expectedVersion);
      return { ...shown(ended.connection), policyRevision: ended.policyRevision };
    };
    return payload(DisconnectConnectionPayload, work, shown);
  }
}

@Resolver(() => ErpConnectionType)
export class ConnectionConsentResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
  ) {}

  @FieldResolver(() => ConnectionConsentType, { nullable: true, description: "Null: nobody has consented." })
  async consent(
    @Root() connection: ErpConnectionType,
    @Ctx() context: GraphQLContext,
  ): Promise<ConnectionConsentType | null> {
    const loader = loaderFor(context, "consent of connection", async (ids: readonly string[]) => {
      const found = await this.database.read().findBy(LedgerAccessEntity, { id: In([...ids]) });
      const byId = new Map(found.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    });
    const access = await loader.load(connection.id);
    if (!access) return null;
    await this.reader.requireFor(context, access.companyId, "view");
    const { state, tenantName, authorisedByName, authorisedAt, lostCode } = access;
    const lostMessage = lostCode === null ? null : lossText(lostCode, context.locale);
    const shown = { state, organisationName: tenantName, authorisedByName, authorisedAt, lostCode, lostMessage };
    return Object.assign(new ConnectionConsentType(), shown);
  }
}
