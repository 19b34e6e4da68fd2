import type { Locale } from "../../kernel/locale";
import type { Direction, Feature } from "../../policy/model/vocabulary";
import type { AccessListBounds } from "./access-list-bounds";
import type { PlanFacts } from "./access-list-plan";
import type { AccessListRow } from "./access-list-row";

/** Features and projects of one company, each looked up once and for many rows together. */
export class CompanyNames {
  private readonly carried = new Map<string, boolean>();
  private readonly ids = new Map<string, string | null>();
  private readonly codes = new Map<string, string>();

  constructor(
    private readonly companyId: string,
    private readonly bounds: AccessListBounds,
    private readonly locale: Locale,
  ) {}

  /** Looks up what these rows speak of. */
  async learn(rows: readonly AccessListRow[]): Promise<void> {
    for (const { exports, imports } of rows) {
      for (const feature of exports) await this.learnFeature(feature, "export");
      for (const feature of imports) await this.learnFeature(feature, "import");
    }
    const codes = new Set(rows.flatMap(({ projects }) => projects ?? []));
    const unknown = [...codes].filter((code) => !this.ids.has(code));
    if (unknown.length === 0) return;
    const ids = await this.bounds.projectIds(this.companyId, unknown);
    for (const [index, code] of unknown.entries()) {
      const id = ids[index] ?? null;
      this.ids.set(code, id);
      if (id !== null) this.codes.set(id, code);
    }
  }

  /** Looks up how these projects are called. */
  async learnCodes(ids: readonly string[]): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.codes.has(id));
    if (unknown.length === 0) return;
    for (const [id, code] of await this.bounds.projectCodes(this.companyId, unknown)) this.codes.set(id, code);
  }

  projectCode(id: string): string {
    return this.codes.get(id) ?? id;
  }

  facts(): Pick<PlanFacts, "carries" | "projectId" | "featureName"> {
    return {
      carries: (feature, direction) => this.carried.get(`${direction} ${feature}`) ?? false,
      projectId: (code) => this.ids.get(code) ?? null,
      featureName: (feature) => this.bounds.featureNames[feature][this.locale][0],
    };
  }

  private async learnFeature(feature: Feature, direction: Direction): Promise<void> {
    const key = `${direction} ${feature}`;
    if (!this.carried.has(key)) this.carried.set(key, await this.bounds.carries(this.companyId, feature, direction));
  }
}
