import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { StaffRoleName } from "../graphql/enums";
import { Node } from "../../infra/graphql/node";
import { TakesIdempotencyKey } from "../graphql/keyed-mutations";
import { MutationPayload, payload } from "../graphql/payload";
import type { Actor } from "../../kernel/actor";
import type { StaffRole } from "../../policy/model/vocabulary";
import type { CompanyReader } from "../companies/company-reader";
import { CompanyType } from "../companies/company.graphql";
import { StaffAssignmentEntity } from "../companies/staff-assignment.entity";
import type { AssignedStaff, StaffService } from "./staff.service";
import { VendorStaffEntity } from "../companies/vendor-staff.entity";
import { DateOrDateTime, DateTime } from "../../infra/graphql/scalars";

@ObjectType("StaffAssignment", { implements: Node, description: "The part of a person of the vendor in a company." })
export class StaffAssignmentType extends Node {
  @Field()
  email!: string;

  @Field()
  name!: string;

  @Field(() => StaffRoleName)
  role!: StaffRole;

  @Field(() => DateTime)
  assignedFrom!: string;

  @Field(() => DateTime, { nullable: true, description: "First instant at which it counts no more; null: open." })
  assignedUntil!: string | null;

  static of({ assignment, staff }: AssignedStaff): StaffAssignmentType {
    const { id, role, assignedFrom, assignedUntil } = assignment;
    const { email, name } = staff;
    return Object.assign(new StaffAssignmentType(), { id, email, name, role, assignedFrom, assignedUntil });
  }
}

@InputType()
export class AssignVendorStaffInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field({ description: "Of somebody on the vendor's staff." })
  email!: string;

  @Field(() => StaffRoleName)
  role!: StaffRole;

  @Field(() => DateOrDateTime, {
    nullable: true,
    description: "Its last day in the company's zone, or the instant at which it ends; open if left out.",
  })
  until?: string | null;
}

@InputType()
export class EndVendorAssignmentInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => ID)
  assignment!: string;

  @Field(() => String, { nullable: true, description: "Kept in the audit trail." })
  reason?: string | null;
}

@ObjectType()
export class StaffAssignmentPayload extends MutationPayload {
  @Field(() => StaffAssignmentType, { nullable: true })
  assignment: StaffAssignmentType | null = null;
}

/** The vendor's staff under Company, and the mutations that assign them. */
@Resolver(() => CompanyType)
export class StaffResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
    private readonly service: StaffService,
  ) {}

  @FieldResolver(() => [StaffAssignmentType], {
    nullable: true,
    description: "Who of the vendor has or had a part in the company.",
  })
  async vendorStaff(@Root() company: CompanyType, @Ctx() context: GraphQLContext): Promise<StaffAssignmentType[]> {
    await this.reader.require(context, company.entity, "view");
    const load = (ids: readonly string[]) => this.ofCompanies(ids);
    return loaderFor(context, "vendor staff of companies", load).load(company.id);
  }

  @Mutation(() => StaffAssignmentPayload, {
    description:
      "Gives a person of the vendor a part in a company. Once the help is over, only the customer makes somebody specialist.",
  })
  @TakesIdempotencyKey(StaffAssignmentPayload)
  assignVendorStaff(
    @Arg("input", () => AssignVendorStaffInput) input: AssignVendorStaffInput,
    @Ctx() context: GraphQLContext,
  ) {
    const assign = () => this.service.assign(actorOf(context), input.company, input);
    return payload(StaffAssignmentPayload, async () => ({ assignment: StaffAssignmentType.of(await assign()) }));
  }

  @Mutation(() => StaffAssignmentPayload, {
    description:
      "Ends a part now; it stays on record. For the vendor's staff who look after the company, and its administrators.",
  })
  endVendorAssignment(
    @Arg("input", () => EndVendorAssignmentInput) input: EndVendorAssignmentInput,
    @Ctx() context: GraphQLContext,
  ) {
    const end = () => this.service.end(actorOf(context), input.company, input);
    return payload(StaffAssignmentPayload, async () => ({ assignment: StaffAssignmentType.of(await end()) }));
  }

  /** For `node(id)`; null: no such assignment, or not for this actor. */
  async find(actor: Actor, id: string): Promise<StaffAssignmentType | null> {
    const manager = this.database.read();
    const assignment = await manager.findOneBy(StaffAssignmentEntity, { id });
    if (!assignment || !(await this.reader.permits(actor, assignment.companyId, "view"))) return null;
    const staff = await manager.findOneByOrFail(VendorStaffEntity, { id: assignment.staffId });
    return StaffAssignmentType.of({ assignment, staff });
  }

  private async ofCompanies(ids: readonly string[]): Promise<StaffAssignmentType[][]> {
    const manager = this.database.read();
    const where = { companyId: In([...ids]) };
    const found = await manager.find(StaffAssignmentEntity, { where, order: { assignedFrom: "ASC", id: "ASC" } });
    const people = await manager.findBy(VendorStaffEntity, { id: In(found.map(({ staffId }) => staffId)) });
    const byId = new Map(people.map((staff) => [staff.id, staff]));
    return ids.map((id) =>
      found
        .filter(({ companyId }) => companyId === id)
        .flatMap((assignment) => {
          const staff = byId.get(assignment.staffId);
          return staff ? [StaffAssignmentType.of({ assignment, staff })] : [];
        }),
    );
  }
}
