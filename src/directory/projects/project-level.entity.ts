import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn } from "../../infra/db/schema/columns";
import { LEVELS, PROJECT_TOOLS, type Level, type ProjectTool } from "../../policy/model/vocabulary";
import { ProjectEntity } from "./project.entity";

/** A member's level on one tool of one project. */
@Entity({ name: "project_level" })
@ForeignKey(() => ProjectEntity, ["companyId", "projectId"], ["companyId", "id"], { onDelete: "RESTRICT" })
// By the table's name: project/ does not import member/.
@ForeignKey("member", ["companyId", "memberId"], ["companyId", "id"], { onDelete: "RESTRICT" })
@Unique(["projectId", "memberId", "tool"])
@Index(["companyId", "memberId"])
@Index("ix_project_level_admins", ["companyId", "tool", "level", "memberId"])
export class ProjectLevelEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  companyId!: string;

  @TextColumn()
  projectId!: string;

  @TextColumn()
  memberId!: string;

  @OneOfColumn(PROJECT_TOOLS)
  tool!: ProjectTool;

  @OneOfColumn(LEVELS)
  level!: Level;

  @InstantColumn()
  createdAt!: string;
}
