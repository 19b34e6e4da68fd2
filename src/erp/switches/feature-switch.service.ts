import { fill } from "../../kernel/catalogue";
import type { AuditState } from "../../tenant/audit/audit-entry.entity";
import type { ChangeScope, CompanyChanges } from "../../tenant/audit/company-changes";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import type { DirectExportMode, Feature } from "../../policy/model/vocabulary";
import { FEATURE_CATALOGUE } from "../catalogue/catalogue";
import { FeatureSwitchEntity } from "./feature-switch.entity";
import { requireVersion } from "../../kernel/stale-edit";
import { ERP_TEXTS } from "../texts/erp-texts";

export interface SwitchSettings {
  readonly feature: Feature;
  /** Left out: as it is, off at first. */
  readonly enabled?: boolean | null;
  /** Likewise. */
  readonly directExport?: DirectExportMode | null;
  /** Version that the editor saw, 0 for none yet; left out: whatever it is. */
  readonly expectedVersion?: number | null;
}

export interface SwitchChange {
  readonly featureSwitch: FeatureSwitchEntity;
  readonly policyRevision: number;
}

/** Switches the features of a company, and whether their records may skip the approver. */
export class FeatureSwitchService {
  constructor(private readonly changes: CompanyChanges) {}

  /**
   * Throws PolicyRefusal (also where the connector does not carry the feature), Refusal NOT_FOUND (company), BAD_INPUT
   * (direct export of a feature that has none, or nothing to set) or STALE_EDIT.
   */
  async set(actor: Actor, company: string, settings: SwitchSettings): Promise<SwitchChange> {
    const { feature } = settings;
    return this.changes.run({ actor, company, action: "configure", resource: feature }, async (scope) => {
      requireSettable(settings);
      const key = { companyId: scope.company.id, feature };
      const before = await scope.manager.findOneBy(FeatureSwitchEntity, key);
      requireVersion(before, settings.expectedVersion);
      const featureSwitch = merged(before, settings, scope);
      await store(scope, before, featureSwitch);
      const policyRevision = await scope.record({
        action: "feature_switch.set",
        targetKind: "feature_switch",
        targetId: featureSwitch.id,
        before: before && stateOf(before),
        after: stateOf(featureSwitch),
      });
      return { featureSwitch, policyRevision };
    });
  }
}

function requireSettable({ feature, enabled, directExport }: SwitchSettings): void {
  if (enabled == null && directExport == null)
    throw new BilingualRefusal("BAD_INPUT", ERP_TEXTS.sayWhatToSet, ["input"]);
  if (directExport == null || directExport === "off") return;
  if (Object.values(FEATURE_CATALOGUE[feature].connectors).some((item) => item.directExport)) return;
  throw new BilingualRefusal(
    "BAD_INPUT",
    fill(ERP_TEXTS.noDirectExport, { feature: { en: feature, fr: FEATURE_CATALOGUE[feature].name.fr } }),
    ["input", "directExport"],
  );
}

function merged(before: FeatureSwitchEntity | null, settings: SwitchSettings, scope: ChangeScope): FeatureSwitchEntity {
  return Object.assign(new FeatureSwitchEntity(), {
    id: before?.id ?? newId(),
    companyId: scope.company.id,
    feature: settings.feature,
    enabled: settings.enabled ?? before?.enabled ?? false,
    directExport: settings.directExport ?? before?.directExport ?? "off",
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? scope.at,
  });
}

async function store({ manager }: ChangeScope, before: FeatureSwitchEntity | null, after: FeatureSwitchEntity) {
  if (before) await manager.update(FeatureSwitchEntity, { id: before.id, version: before.version }, after);
  else
    await manager.createQueryBuilder().insert().into(FeatureSwitchEntity).values(after).updateEntity(false).execute();
}

function stateOf({ feature, enabled, directExport }: FeatureSwitchEntity): AuditState {
  return { feature, enabled, directExport };
}
