import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import type { ChainPlace } from "../../tenant/audit/chain";
import type { HeadKeys } from "../../tenant/audit/head-keys";
import { checkAnchors, type AnchoredEnds } from "./anchors/anchor-check";
import type { AnchorPlace, TimestampAuthority } from "./anchors/anchor-places";
import { checkLog } from "./log-check";
import { RightsProblems, type RightsProblem } from "./rights-problem";
import type { RightsProof, WholeProof } from "./rights-proof";
import type { LogEnd } from "./trail-memory";

export interface WholeCheckParts {
  readonly database: Database;
  readonly rightsProof: RightsProof;
  readonly keys: HeadKeys;
  readonly places: readonly AnchorPlace[];
  readonly timestamps: TimestampAuthority | null;
  /** For how many days decisions are kept; 0: for ever. */
  readonly retentionDays: number;
}

export interface CompanyCheck {
  readonly company: CompanyEntity;
  readonly proof: WholeProof;
}

/** What is of no single company. */
export interface CommonCheck {
  readonly anchors: number;
  readonly problems: readonly RightsProblem[];
}

/** Everything that can be proven: anchors outside, each company's trail and rights against them, the decision log. */
export class WholeCheck {
  constructor(private readonly parts: WholeCheckParts) {}

  /** Company by company, as they are checked; then what is of none. */
  async *run(
    companies: readonly CompanyEntity[],
    kept: readonly ChainPlace[] = [],
  ): AsyncGenerator<CompanyCheck, CommonCheck> {
    const problems = new RightsProblems();
    const ends = await this.anchored(problems);
    const logEnds: LogEnd[] = [];
    for (const company of companies) {
      const anchors = [...kept, ...(ends.companies.get(company.id) ?? [])];
      const proof = await this.parts.rightsProof.verify(company, { anchors });
      logEnds.push(...proof.logEnds);
      yield { company, proof };
    }
    const expected = { days: this.parts.retentionDays, ends: logEnds, anchors: ends.decisionLog };
    await checkLog(this.parts.database.read(), expected, problems);
    return { anchors: ends.anchors, problems: problems.all };
  }

  private anchored(problems: RightsProblems): Promise<AnchoredEnds> {
    const { database, keys, places, timestamps } = this.parts;
    return checkAnchors({ manager: database.read(), keys, places, timestamps, problems });
  }
}
