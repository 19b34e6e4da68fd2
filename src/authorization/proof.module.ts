import type { Base } from "../infra/infra.module";
import { resolver, type Module } from "../infra/module/module";
import { AuditProof } from "../tenant/audit/audit-proof";
import type { TenantServices } from "../tenant/tenant.module";
import type { DecisionPointServices } from "./decision-point.module";
import { AuditProofResolver } from "./proof/audit-proof.graphql";
import { RightsProof } from "./proof/rights-proof";

type Needs = Base & DecisionPointServices & TenantServices;

function services({ database, clock, facts }: Needs) {
  return { rightsProof: new RightsProof(database, facts, new AuditProof(database), clock) };
}

export type ProofServices = ReturnType<typeof services>;

/** The proof of the audit trail, and of rights, their versions and reviews by it. */
export const proofModule: Module<Needs, ProofServices> = {
  name: "proof",
  services,
  resolvers: [resolver(AuditProofResolver, (s) => new AuditProofResolver(s.rightsProof, s.companies, s.authorizer))],
};
