import type { Base } from "../infra/infra.module";
import { resolver, type Module } from "../infra/module/module";
import type { TenantServices } from "../tenant/tenant.module";
import type { DecisionPointServices } from "./decision-point.module";
import type { AnchorPlace } from "./proof/anchors/anchor-places";
import { AnchorEntity } from "./proof/anchors/anchor.entity";
import { Anchoring } from "./proof/anchors/anchoring";
import { FilePlace } from "./proof/anchors/file-place";
import { ObjectStore } from "./proof/anchors/object-store";
import { HttpTimestampAuthority } from "./proof/anchors/timestamps";
import { AuditProofResolver } from "./proof/audit-proof.graphql";
import { RightsProof } from "./proof/rights-proof";
import { WholeCheck } from "./proof/whole-check";

type Needs = Base & DecisionPointServices & TenantServices;

function services({ database, clock, config, facts, auditProof, headKeys: keys }: Needs) {
  const { anchorFile, anchorStore, timestamps: authority } = config.audit;
  const places: AnchorPlace[] = [
    ...(anchorFile === null ? [] : [new FilePlace(anchorFile)]),
    ...(anchorStore === null ? [] : [new ObjectStore(anchorStore)]),
  ];
  const timestamps = authority && new HttpTimestampAuthority(authority.url, authority.caFile);
  const rightsProof = new RightsProof(database, facts, auditProof, clock);
  const { retentionDays } = config.decisionLog;
  return {
    rightsProof,
    anchoring: new Anchoring({ database, clock, keys, places, timestamps }),
    wholeCheck: new WholeCheck({ database, rightsProof, keys, places, timestamps, retentionDays }),
  };
}

export type ProofServices = ReturnType<typeof services>;

/** The proof of the audit trail, and of rights, their versions and reviews by it; its anchors outside. */
export const proofModule: Module<Needs, ProofServices> = {
  name: "proof",
  entities: [AnchorEntity],
  services,
  resolvers: [resolver(AuditProofResolver, (s) => new AuditProofResolver(s.rightsProof, s.companies, s.authorizer))],
  jobs: ({ anchoring, config }) => [
    { name: "audit anchors", everyMs: config.audit.anchorMinutes * 60_000, work: () => anchoring.run() },
  ],
};
