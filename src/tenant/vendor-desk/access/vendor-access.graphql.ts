import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { Database } from "../../../infra/db/database";
import { actorOf } from "../../../infra/graphql/actor";
import { loaderFor, type GraphQLContext } from "../../../infra/graphql/context";
import { Node } from "../../../infra/graphql/node";
import { DateTime } from "../../../infra/graphql/scalars";
import { groupBy } from "../../../kernel/groups";
import type { Actor } from "../../../kernel/actor";
import type { CompanyReader } from "../../companies/company-reader";
import { CompanyType } from "../../companies/company.graphql";
import { VendorStaffEntity } from "../../companies/vendor-staff.entity";
import { enumOf } from "../../graphql/enums";
import { TakesIdempotencyKey } from "../../graphql/keyed-mutations";
import { MutationPayload, payload } from "../../graphql/payload";
import {
  ACCESS_KINDS,
  ACCESS_VERDICTS,
  VendorAccessEntity,
  type AccessKind,
  type AccessVerdict,
} from "./vendor-access.entity";
import {
  MAX_ACCESS_DAYS,
  MAX_EMERGENCY_HOURS,
  type KnownAccess,
  type VendorAccessService,
} from "./vendor-access.service";

const VendorAccessKindName = enumOf(ACCESS_KINDS, "VendorAccessKind", "How the vendor came to ask for access.", {
  request: "The vendor asks beforehand; nothing happens unless the customer agrees.",
  emergency: "The vendor took it for some hours; the customer judges it afterwards, or ends it.",
});
const VendorAccessVerdictName = enumOf(ACCESS_VERDICTS, "VendorAccessVerdict", "What the customer says to an access.", {
  accepted: "It is, or was, right.",
  declined: "It is not given, or was not right; it ends at once.",
});

@ObjectType("VendorAccess", {
  implements: Node,
  description: "Access as specialist that the vendor asked for, or took in an emergency, once its help was over.",
})
export class VendorAccessType extends Node {
  @Field(() => VendorAccessKindName)
  kind!: AccessKind;

  @Field({ description: "Of the vendor's staff whose access it is." })
  email!: string;

  @Field({ description: "Of the vendor's staff whose access it is." })
  name!: string;

  @Field({ description: "Why it is wanted." })
  reason!: string;

  @Field(() => DateTime, { description: "First instant at which it counts no more." })
  until!: string;

  @Field({ description: "Name of who asked for it." })
  askedByName!: string;

  @Field(() => VendorAccessVerdictName, { nullable: true, description: "Null: the customer has not said yet." })
  verdict!: AccessVerdict | null;

  @Field(() => String, { nullable: true, description: "Name of who decided." })
  decidedByName!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was decided." })
  decidedAt!: string | null;

  @Field(() => String, { nullable: true, description: "What was said to it." })
  comment!: string | null;

  @Field(() => Int, { description: "Rises with each change; name it when you decide." })
  version!: number;

  @Field(() => DateTime, { description: "When it was asked for." })
  createdAt!: string;

  static of({ access, staff }: KnownAccess): VendorAccessType {
    const { companyId: _company, staffId: _staff, assignmentId: _assignment, ...shown } = access;
    return Object.assign(new VendorAccessType(), shown, { email: staff.email, name: staff.name });
  }
}

@InputType()
export class RequestVendorAccessInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field({ description: "Of somebody on the vendor's staff, who would be specialist." })
  email!: string;

  @Field({ description: "Why; the customer reads it." })
  reason!: string;

  @Field(() => Int, { description: `How long, from now: 1 to ${MAX_ACCESS_DAYS}.` })
  days!: number;
}

@InputType()
export class OpenEmergencyAccessInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field({ description: "Why; the customer reads it." })
  reason!: string;

  @Field(() => Int, { description: `How long, from now: 1 to ${MAX_EMERGENCY_HOURS}.` })
  hours!: number;
}

@InputType()
export class DecideVendorAccessInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => ID, { description: "Id of the access." })
  access!: string;

  @Field(() => VendorAccessVerdictName, { description: "What the customer says." })
  verdict!: AccessVerdict;

  @Field(() => String, { nullable: true, description: "Kept in the audit trail." })
  comment?: string | null;

  @Field(() => Int, { description: "`version` that you saw; of another nothing is done (STALE_EDIT)." })
  expectedVersion!: number;
}

@ObjectType()
export class VendorAccessPayload extends MutationPayload {
  @Field(() => VendorAccessType, { nullable: true, description: "As it is now." })
  access: VendorAccessType | null = null;
}

/** Vendor access under Company, and how the customer gives it. */
@Resolver(() => CompanyType)
export class VendorAccessResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
    private readonly service: VendorAccessService,
  ) {}

  @FieldResolver(() => [VendorAccessType], {
    nullable: true,
    description:
      "Access that the vendor asked for or took, latest first; what waits for the customer has no verdict. Null: not for you.",
  })
  async vendorAccess(@Root() company: CompanyType, @Ctx() context: GraphQLContext): Promise<VendorAccessType[]> {
    await this.reader.require(context, company.entity, "review");
    const load = (ids: readonly string[]) => this.ofCompanies(ids);
    return loaderFor(context, "vendor access of companies", load).load(company.id);
  }

  @Mutation(() => VendorAccessPayload, {
    description:
      "For the vendor: asks the customer for a specialist once the help is over. All who may give rights are told.",
  })
  @TakesIdempotencyKey(VendorAccessPayload)
  requestVendorAccess(
    @Arg("input", () => RequestVendorAccessInput) input: RequestVendorAccessInput,
    @Ctx() context: GraphQLContext,
  ) {
    return accessPayload(() => this.service.request(actorOf(context), input.company, input));
  }

  @Mutation(() => VendorAccessPayload, {
    description:
      "For the vendor's staff who look after the company: makes its author specialist for some hours, at once. All who may give rights are told, end it if they wish, and judge it afterwards.",
  })
  @TakesIdempotencyKey(VendorAccessPayload)
  openEmergencyAccess(
    @Arg("input", () => OpenEmergencyAccessInput) input: OpenEmergencyAccessInput,
    @Ctx() context: GraphQLContext,
  ) {
    return accessPayload(() => this.service.open(actorOf(context), input.company, input));
  }

  @Mutation(() => VendorAccessPayload, {
    description:
      "For members who may give rights: agrees to an access that the vendor asks for, or judges an emergency.",
  })
  decideVendorAccess(
    @Arg("input", () => DecideVendorAccessInput) input: DecideVendorAccessInput,
    @Ctx() context: GraphQLContext,
  ) {
    return accessPayload(() => this.service.decide(actorOf(context), input.company, input));
  }

  /** For `node(id)`; null: no such access, or not for this actor. */
  async find(actor: Actor, id: string): Promise<VendorAccessType | null> {
    const access = await this.database.read().findOneBy(VendorAccessEntity, { id });
    if (!access || !(await this.reader.permits(actor, access.companyId, "review"))) return null;
    const staff = await this.database.read().findOneByOrFail(VendorStaffEntity, { id: access.staffId });
    return VendorAccessType.of({ access, staff });
  }

  private async ofCompanies(ids: readonly string[]): Promise<VendorAccessType[][]> {
    const manager = this.database.read();
    const where = { companyId: In([...ids]) };
    const found = await manager.find(VendorAccessEntity, { where, order: { createdAt: "DESC", id: "DESC" } });
    const people = await manager.findBy(VendorStaffEntity, { id: In(found.map(({ staffId }) => staffId)) });
    const byId = new Map(people.map((staff) => [staff.id, staff]));
    const grouped = groupBy(found, ({ companyId }) => companyId);
    return ids.map((id) =>
      (grouped.get(id) ?? []).flatMap((access) => {
        const staff = byId.get(access.staffId);
        return staff ? [VendorAccessType.of({ access, staff })] : [];
      }),
    );
  }
}

function accessPayload(work: () => Promise<KnownAccess>): Promise<VendorAccessPayload> {
  return payload(VendorAccessPayload, async () => ({ access: VendorAccessType.of(await work()) }));
}
