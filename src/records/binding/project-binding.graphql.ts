import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import { ErpConnectionType } from "../../erp/connections/connection.graphql";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import { ProjectType } from "../../directory/projects/project.graphql";
import { RecordType } from "../types/record-type.graphql";
import type { ProjectBindingService } from "./project-binding.service";

@InputType()
export class BindProjectConnectionInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => ID, { description: "Id or code." })
  project!: string;

  @Field(() => ID, { nullable: true, description: "Id or name; null: the company's default, whichever that is." })
  connection?: string | null;

  @Field(() => Int, { nullable: true, description: "The version of the project that you saw." })
  expectedVersion?: number | null;
}

@ObjectType()
export class BindProjectConnectionPayload extends MutationPayload {
  @Field(() => ProjectType, { nullable: true })
  project: ProjectType | null = null;

  @Field(() => Int, { nullable: true, description: "From which policy revision on it counts." })
  policyRevision: number | null = null;
}

/** Connections in one reading, by id. */
async function connectionsById(
  context: GraphQLContext,
  database: Database,
  id: string,
): Promise<ConnectionEntity | null> {
  const loader = loaderFor(context, "connections by id", async (ids: readonly string[]) => {
    const found = await database.read().findBy(ConnectionEntity, { id: In([...ids]) });
    const byId = new Map(found.map((one) => [one.id, one]));
    return ids.map((one) => byId.get(one) ?? null);
  });
  return loader.load(id);
}

async function defaultOf(
  context: GraphQLContext,
  database: Database,
  companyId: string,
): Promise<ConnectionEntity | null> {
  const loader = loaderFor(context, "default connections", async (ids: readonly string[]) => {
    const found = await database.read().findBy(ConnectionEntity, { defaultOf: In([...ids]) });
    const byCompany = new Map(found.map((one) => [one.companyId, one]));
    return ids.map((one) => byCompany.get(one) ?? null);
  });
  return loader.load(companyId);
}

/** By which connection the records of a project travel, and the mutation that says it. */
@Resolver(() => ProjectType)
export class ProjectBindingResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
    private readonly service: ProjectBindingService,
  ) {}

  @FieldResolver(() => ErpConnectionType, {
    nullable: true,
    description:
      "The connection that its records travel by: its own, or the company's default. Null: there is none yet.",
  })
  async connection(@Root() project: ProjectType, @Ctx() context: GraphQLContext): Promise<ErpConnectionType | null> {
    await this.reader.requireFor(context, project.companyId, "view");
    const { connectionId, companyId } = project;
    const entity = connectionId
      ? await connectionsById(context, this.database, connectionId)
      : await defaultOf(context, this.database, companyId);
    return entity && ErpConnectionType.of(entity, context.locale);
  }

  @Mutation(() => BindProjectConnectionPayload, {
    description:
      "Says by which connection a project's records travel. Refused once something of it was sent over another.",
  })
  bindProjectConnection(
    @Arg("input", () => BindProjectConnectionInput) input: BindProjectConnectionInput,
    @Ctx() context: GraphQLContext,
  ): Promise<BindProjectConnectionPayload> {
    return payload(BindProjectConnectionPayload, async () => {
      const binding = { ...input, connection: input.connection ?? null };
      const { project, policyRevision } = await this.service.bind(actorOf(context), input.company, binding);
      return { project: ProjectType.of(project), policyRevision };
    });
  }
}

/** The connection under a record. */
@Resolver(() => RecordType)
export class RecordConnectionResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => ErpConnectionType, {
    nullable: true,
    description: "The connection that it travels by, or was read over. Null: the company had none when it came.",
  })
  async connection(@Root() { entity }: RecordType, @Ctx() context: GraphQLContext): Promise<ErpConnectionType | null> {
    if (entity.connectionId === null) return null;
    const found = await connectionsById(context, this.database, entity.connectionId);
    return found && ErpConnectionType.of(found, context.locale);
  }
}
