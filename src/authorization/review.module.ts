import type { DirectoryServices } from "../directory/directory.module";
import type { Base } from "../infra/infra.module";
import { resolver, type Module } from "../infra/module/module";
import type { TenantServices } from "../tenant/tenant.module";
import type { DecisionPointServices } from "./decision-point.module";
import { AccessReviewService } from "./review/access-review.service";
import { CompanyHoldings } from "./review/company-holdings";
import { ReviewCampaignEntity } from "./review/review-campaign.entity";
import { ReviewItemEntity } from "./review/review-item.entity";
import { AccessReviewItemResolver } from "./review/review-item.graphql";
import { ReviewReading } from "./review/review-reading";
import { ReviewSigningService } from "./review/review-signing.service";
import { AccessReviewListResolver, AccessReviewResolver, GrantUseResolver } from "./review/review.graphql";

type Needs = Base & DecisionPointServices & TenantServices & DirectoryServices;

function services(s: Needs) {
  const { database, clock, changes, companies, facts } = s;
  const holdings = new CompanyHoldings(database, facts);
  return {
    holdings,
    reviews: new ReviewReading(database, clock),
    accessReview: new AccessReviewService(changes, holdings),
    reviewSigning: new ReviewSigningService(changes, companies, holdings, s, clock),
  };
}

export type ReviewServices = ReturnType<typeof services>;

/** Access reviews: who may do what, looked through and signed. */
export const reviewModule: Module<Needs, ReviewServices> = {
  name: "review",
  entities: [ReviewCampaignEntity, ReviewItemEntity],
  services,
  resolvers: [
    resolver(
      AccessReviewResolver,
      (s) => new AccessReviewResolver(s.reviews, s.reader, s.accessReview, s.reviewSigning),
    ),
    resolver(AccessReviewListResolver, (s) => new AccessReviewListResolver(s.reviews)),
    resolver(
      AccessReviewItemResolver,
      (s) => new AccessReviewItemResolver(s.database, s.policies, s.holdings, s.reviews),
    ),
    resolver(GrantUseResolver, (s) => new GrantUseResolver(s.reviews)),
  ],
};
