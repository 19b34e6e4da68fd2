import { resolver, type Module } from "../infra/module/module";
import type { RecordNeeds } from "./needs";
import { DigestDayEntity } from "./digest/digest-day.entity";
import { DigestService } from "./digest/digest.service";
import { DigestPreviewResolver } from "./digest/rights/digest-preview.graphql";
import { PolicyDigestRights } from "./digest/rights/digest-rights";

function services({ database, clock, policies, config: { publicUrl } }: RecordNeeds) {
  return { digest: new DigestService({ database, clock, publicUrl, rights: new PolicyDigestRights(policies) }) };
}

export type DigestServices = ReturnType<typeof services>;

/** The daily letter to approvers. */
export const digestModule: Module<RecordNeeds, DigestServices> = {
  name: "digest",
  entities: [DigestDayEntity],
  services,
  resolvers: [
    resolver(DigestPreviewResolver, (s) => new DigestPreviewResolver(s.database, s.companies, s.subjects, s.digest)),
  ],
  // Who is told when, the digest says itself.
  jobs: ({ digest }) => [{ name: "digest", everyMs: 60_000, work: () => digest.run() }],
};
