import type { AuditProof, Proof, ProofRequest } from "../../tenant/audit/audit-proof";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { toInstant, type Clock } from "../../kernel/clock";
import type { FactsLoader } from "../facts/facts-loader";
import { checkReviews } from "./review-check";
import { checkRights } from "./rights-check";
import { RightsProblems, type RightsProblem } from "./rights-problem";
import { TrailMemory, type LogEnd } from "./trail-memory";
import { checkVersions } from "./version-check";

/** A company's trail, and what stands in the tables held against it. */
export interface WholeProof extends Proof {
  /** Null: only a part of the trail was read, which says nothing of the present. */
  readonly rights: readonly RightsProblem[] | null;
  /** Ends of the decision log's chain that the trail saw. */
  readonly logEnds: readonly LogEnd[];
}

/** Somebody may change the company while it is read; then it is read again. */
const MAX_READINGS = 3;

/** Proves rights, versions and reviews by the audit trail, not the trail alone. Whoever may, that is for the caller to ask. */
export class RightsProof {
  constructor(
    private readonly database: Database,
    private readonly loader: FactsLoader,
    private readonly trail: AuditProof,
    private readonly clock: Clock,
  ) {}

  /** Checks the trail as `AuditProof` does, and the tables against it where all of it was read. */
  async verify(company: Pick<CompanyEntity, "id">, request: ProofRequest = {}): Promise<WholeProof> {
    for (let reading = 1; ; reading += 1) {
      const memory = new TrailMemory();
      const proof = await this.trail.verify(company, { ...request, seen: (entry) => memory.read(entry) });
      const { logEnds } = memory;
      if ((request.after ?? 0) > 0 || !proof.complete) return { ...proof, rights: null, logEnds };
      const rights = await this.compare(company.id, memory);
      const { last } = await this.trail.ends(company.id);
      const isStill = last === (proof.end?.sequence ?? 0);
      if (rights.length === 0 || isStill || reading === MAX_READINGS) return { ...proof, rights, logEnds };
    }
  }

  private async compare(companyId: string, trail: TrailMemory): Promise<readonly RightsProblem[]> {
    const manager = this.database.read();
    const problems = new RightsProblems();
    const versions = await checkVersions(manager, companyId, trail, problems);
    const at = toInstant(this.clock.now());
    await checkRights({ manager, loader: this.loader, companyId, at, trail, versions, problems });
    await checkReviews(manager, companyId, trail, problems);
    return problems.all;
  }
}
