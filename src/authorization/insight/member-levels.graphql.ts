import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import type { Database } from "../../infra/db/database";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { AccessLevel, ProjectToolName } from "../../tenant/graphql/enums";
import { MemberType } from "../../directory/members/member.graphql";
import type { Level, ProjectTool } from "../../policy/model/vocabulary";
import { ProjectLevelEntity } from "../../directory/projects/project-level.entity";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { ProjectType } from "../../directory/projects/project.graphql";

@ObjectType("MemberProjectLevel", { description: "The member's level on one tool of one project." })
export class MemberProjectLevelType {
  @Field(() => ProjectType)
  project!: ProjectType;

  @Field(() => ProjectToolName)
  tool!: ProjectTool;

  @Field(() => AccessLevel)
  level!: Level;
}

/** A member's levels in projects. Here, since member/ and project/ stand side by side. */
@Resolver(() => MemberType)
export class MemberLevelResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
  ) {}

  @FieldResolver(() => [MemberProjectLevelType], {
    nullable: true,
    description: "What the member may do in which project.",
  })
  async projectLevels(
    @Root() member: MemberType,
    @Ctx() context: GraphQLContext,
  ): Promise<readonly MemberProjectLevelType[]> {
    await this.reader.requireFor(context, member.companyId, "review");
    const load = (ids: readonly string[]) => this.ofMembers(ids);
    return loaderFor(context, "project levels of members", load).load(member.id);
  }

  private async ofMembers(ids: readonly string[]): Promise<MemberProjectLevelType[][]> {
    const manager = this.database.read();
    const held = await manager.findBy(ProjectLevelEntity, { memberId: In([...ids]) });
    const projectIds = [...new Set(held.map(({ projectId }) => projectId))];
    const found = await manager.find(ProjectEntity, { where: { id: In(projectIds) }, order: { code: "ASC" } });
    const byMember = new Map(ids.map((id): [string, MemberProjectLevelType[]] => [id, []]));
    const projects = new Map(found.map((entity) => [entity.id, entity]));
    const place = new Map(found.map(({ id }, index) => [id, index]));
    held.sort((a, b) => (place.get(a.projectId) ?? 0) - (place.get(b.projectId) ?? 0));
    for (const { memberId, projectId, tool, level } of held) {
      const entity = projects.get(projectId);
      if (!entity) continue;
      const fields = { project: ProjectType.of(entity), tool, level };
      byMember.get(memberId)?.push(Object.assign(new MemberProjectLevelType(), fields));
    }
    return ids.map((id) => byMember.get(id) ?? []);
  }
}
