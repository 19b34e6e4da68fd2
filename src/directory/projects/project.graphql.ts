import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import { In } from "typeorm";
import { listUnder } from "../../tenant/companies/batched-list";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { CompanyType } from "../../tenant/companies/company.graphql";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import { connectionOf, type Connection } from "../../infra/graphql/connection";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { AccessLevel, ProjectToolName } from "../../tenant/graphql/enums";
import { Node } from "../../infra/graphql/node";
import { TakesIdempotencyKey } from "../../tenant/graphql/keyed-mutations";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import type { Actor } from "../../kernel/actor";
import type { Level, ProjectTool } from "../../policy/model/vocabulary";
import { ProjectLevelEntity } from "./project-level.entity";
import { projectPages, ProjectsArgs } from "./project-list.graphql";
import { ProjectEntity } from "./project.entity";
import type { ProjectService } from "./project.service";

@ObjectType("ProjectLevel", { description: "A member's level on one tool of one project." })
export class ProjectLevelType {
  @Field(() => ID)
  memberId!: string;

  @Field(() => ProjectToolName)
  tool!: ProjectTool;

  @Field(() => AccessLevel)
  level!: Level;
}

@ObjectType("Project", { implements: Node, description: "A construction project of a company." })
export class ProjectType extends Node {
  @Field({ description: "Its code, unique in the company." })
  code!: string;

  @Field()
  name!: string;

  @Field()
  active!: boolean;

  @Field({ description: "Whether the project is kept on the construction platform: it is changed there." })
  mirrored!: boolean;

  @Field(() => Int, { description: "Send it back as `expectedVersion` when you change the project." })
  version!: number;

  /** Not a field: for the resolvers of what hangs on a project. */
  companyId!: string;

  /** Likewise: the connection that it is bound to; null: the company's default. */
  connectionId!: string | null;

  static of({ id, code, name, active, mirrored, version, companyId, connectionId }: ProjectEntity): ProjectType {
    return Object.assign(new ProjectType(), { id, code, name, active, mirrored, version, companyId, connectionId });
  }
}

const ProjectConnection = connectionOf(ProjectType, "Project");

@InputType()
export class AddProjectInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field()
  code!: string;

  @Field()
  name!: string;
}

@InputType()
export class UpdateProjectInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => ID, { description: "Id or code." })
  project!: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => Boolean, { nullable: true })
  active?: boolean | null;

  @Field(() => Int, { nullable: true, description: "The version you saw; a later one is not overwritten." })
  expectedVersion?: number | null;
}

@InputType({ description: "A member's level on one tool of a project." })
export class ProjectLevelInput {
  @Field(() => ProjectToolName)
  tool!: ProjectTool;

  @Field(() => AccessLevel, { description: "NONE takes the level away." })
  level!: Level;
}

@InputType()
export class SetProjectLevelsInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => ID, { description: "Id or code." })
  project!: string;

  @Field(() => ID, { description: "Id or e-mail." })
  member!: string;

  @Field(() => [ProjectLevelInput], { description: "Tools that are not named stay as they are." })
  levels!: ProjectLevelInput[];
}

@ObjectType()
export class ProjectPayload extends MutationPayload {
  @Field(() => ProjectType, { nullable: true })
  project: ProjectType | null = null;
}

/** Projects under Company, and the levels in them. */
@Resolver(() => CompanyType)
export class ProjectResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
    private readonly service: ProjectService,
  ) {}

  @FieldResolver(() => ProjectConnection, { nullable: true, description: "The company's projects." })
  async projects(
    @Root() company: CompanyType,
    @Args(() => ProjectsArgs) { filter, sort, descending, ...args }: ProjectsArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<ProjectType>> {
    await this.reader.require(context, company.entity, "view");
    const narrowed = { filter, sort, descending };
    return listUnder(context, company.id, args, {
      name: `projects ${JSON.stringify(narrowed)}`,
      pages: (ids, request) => projectPages(this.database, ids, request, narrowed),
      node: (entity) => ProjectType.of(entity),
    });
  }

  @Mutation(() => ProjectPayload, { description: "Adds a project to a company." })
  @TakesIdempotencyKey(ProjectPayload)
  addProject(@Arg("input", () => AddProjectInput) input: AddProjectInput, @Ctx() context: GraphQLContext) {
    const add = () => this.service.add(actorOf(context), input.company, input);
    return payload(ProjectPayload, async () => ({ project: ProjectType.of(await add()) }));
  }

  @Mutation(() => ProjectPayload, { description: "Renames a project, or takes it out of use." })
  updateProject(@Arg("input", () => UpdateProjectInput) input: UpdateProjectInput, @Ctx() context: GraphQLContext) {
    const update = () => this.service.update(actorOf(context), input.company, input);
    const shown = (row: ProjectEntity) => ({ project: ProjectType.of(row) });
    return payload(ProjectPayload, async () => shown(await update()), shown);
  }

  @Mutation(() => ProjectPayload, { description: "Sets a member's levels on the tools of a project." })
  setProjectLevels(
    @Arg("input", () => SetProjectLevelsInput) input: SetProjectLevelsInput,
    @Ctx() context: GraphQLContext,
  ) {
    const set = () => this.service.setLevels(actorOf(context), input.company, input);
    return payload(ProjectPayload, async () => ({ project: ProjectType.of(await set()) }));
  }

  /** For `node(id)`; null: no such project, or not for this actor. */
  async find(actor: Actor, id: string): Promise<ProjectType | null> {
    const entity = await this.database.read().findOneBy(ProjectEntity, { id });
    return entity && (await this.reader.permits(actor, entity.companyId, "view")) ? ProjectType.of(entity) : null;
  }
}

/** Levels under Project. */
@Resolver(() => ProjectType)
export class ProjectLevelResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
  ) {}

  @FieldResolver(() => [ProjectLevelType], {
    nullable: true,
    description: "Who holds which level on the project's tools.",
  })
  async levels(@Root() project: ProjectType, @Ctx() context: GraphQLContext): Promise<ProjectLevelType[]> {
    await this.reader.requireFor(context, project.companyId, "review");
    const loader = loaderFor(context, "levels of projects", async (ids: readonly string[]) => {
      const rows = await this.database.read().findBy(ProjectLevelEntity, { projectId: In([...ids]) });
      return ids.map((id) => rows.filter(({ projectId }) => projectId === id));
    });
    const held = await loader.load(project.id);
    return held.map(({ memberId, tool, level }) => Object.assign(new ProjectLevelType(), { memberId, tool, level }));
  }
}
