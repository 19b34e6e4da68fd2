import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver } from "type-graphql";
import type { CompanyDirectory } from "../../../tenant/companies/company-directory";
import type { Database } from "../../../infra/db/database";
import { waitingCount } from "../digest";
import type { DigestService } from "../digest.service";
import { actorOf } from "../../../infra/graphql/actor";
import type { GraphQLContext } from "../../../infra/graphql/context";
import { MemberEntity } from "../../../directory/members/member.entity";
import type { SubjectDirectory } from "../../../directory/subjects/subject-directory";
import { ViewerType } from "../../../directory/viewer/viewer.graphql";

@ObjectType("DigestPreview", { description: "The viewer's daily summary of a company, as it would be sent now." })
export class DigestPreviewType {
  @Field()
  subject!: string;

  @Field({ description: "Plain text." })
  text!: string;

  @Field({ description: "A part of an HTML document, with inline styles; what people wrote is escaped." })
  html!: string;

  @Field(() => Int, { description: "Records that they may send." })
  waiting!: number;

  @Field(() => Int, { description: "Records that failed, and that they may reject." })
  failed!: number;
}

/** Shows everybody their own digest, and nobody else's. */
@Resolver(() => ViewerType)
export class DigestPreviewResolver {
  constructor(
    private readonly database: Database,
    private readonly companies: CompanyDirectory,
    private readonly subjects: SubjectDirectory,
    private readonly digests: DigestService,
  ) {}

  @FieldResolver(() => DigestPreviewType, {
    nullable: true,
    description: "Null: nothing waits for the viewer there, so nothing would be sent.",
  })
  async digestPreview(
    @Arg("companyId", () => ID, { description: "Slug or id." }) reference: string,
    @Ctx() context: GraphQLContext,
  ): Promise<DigestPreviewType | null> {
    const actor = actorOf(context);
    if (actor.kind !== "person") return null;
    const company = await this.companies.find(reference);
    const subject = company && (await this.subjects.findPerson(company.id, actor));
    if (!company || subject?.kind !== "member") return null;
    const member = await this.database.read().findOneBy(MemberEntity, { companyId: company.id, id: subject.id });
    const preview = member?.active ? await this.digests.preview(company, member) : null;
    if (!preview) return null;
    const { digest, letter } = preview;
    const counts = { waiting: waitingCount(digest), failed: digest.failedCount };
    return Object.assign(new DigestPreviewType(), letter, counts);
  }
}
