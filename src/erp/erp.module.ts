import { ACCESS_WAITS } from "./oauth/disconnect.service";
import type { Base, InfraServices } from "../infra/infra.module";
import { ExtensionPoint } from "../infra/module/extension-point";
import { resolver, type Module } from "../infra/module/module";
import type { TenantServices } from "../tenant/tenant.module";
import { ConnectionEntity } from "./connections/connection.entity";
import { ConnectionResolver } from "./connections/connection.graphql";
import { ConnectionService } from "./connections/connection.service";
import type { ConnectionUse } from "./connections/connection-use";
import { ContactTermsEntity } from "./mapping/contact-terms.entity";
import { LedgerListEntity } from "./mapping/ledger-list.entity";
import { MappingRuleEntity } from "./mapping/mapping-rule.entity";
import { mappingUse } from "./mapping/mapping-use";
import { MappingResolver } from "./mapping/mapping.graphql";
import { MappingService } from "./mapping/mapping.service";
import { ErpTables } from "./migrations/erp-tables";
import { MappingTableResolver } from "./mapping/table/mapping-table.graphql";
import { MappingTableService } from "./mapping/table/mapping-table.service";
import { connectionConsent, hasConsent } from "./oauth/connection-consent";
import { ConnectionConsentResolver, ConsentResolver } from "./oauth/consent.graphql";
import { addConsentRoutes } from "./oauth/http/consent-routes";
import { addWebhook } from "./oauth/http/webhook-route";
import { createTenancy, SETTINGS_OF_A_PROCESS, type TenancySettings } from "./oauth/tenancy";
import { TENANCY_TABLES } from "./oauth/tenancy-tables";
import { FeatureSwitchEntity } from "./switches/feature-switch.entity";
import { FeatureResolver } from "./switches/feature-switch.graphql";
import { FeatureSwitchService } from "./switches/feature-switch.service";
import { initialSwitches } from "./switches/initial-switches";
import { derivedFinder } from "../infra/graphql/node-finder";
import { underCompany } from "../tenant/companies/company-node";

type Needs = Base & InfraServices & TenantServices & { readonly tenancySettings?: TenancySettings };

function services(s: Needs) {
  const { changes, tenancySettings } = s;
  const connectionUses = new ExtensionPoint<ConnectionUse>();
  connectionUses.add(connectionConsent);
  connectionUses.add(mappingUse);
  s.founding.add(initialSwitches);
  const mapping = new MappingService(changes);
  return {
    /** What hangs on connections. */
    connectionUses,
    connection: new ConnectionService(changes, connectionUses, tenancySettings?.consentOnly ? hasConsent : null),
    featureSwitch: new FeatureSwitchService(changes),
    mapping,
    mappingTable: new MappingTableService(changes, mapping),
    tenancy: createTenancy(s, tenancySettings ?? SETTINGS_OF_A_PROCESS),
  };
}

export type ErpServices = ReturnType<typeof services>;

/** The ERP: what it can carry, a company's connections to it, and the consent that they rest on. */
export const erpModule: Module<Needs, ErpServices> = {
  name: "erp",
  entities: [
    ConnectionEntity,
    FeatureSwitchEntity,
    MappingRuleEntity,
    LedgerListEntity,
    ContactTermsEntity,
    ...TENANCY_TABLES,
  ],
  migrations: [ErpTables],
  services,
  resolvers: [
    resolver(ConnectionResolver, (s) => new ConnectionResolver(s.database, s.reader, s.connection)),
    resolver(FeatureResolver, (s) => new FeatureResolver(s.database, s.reader, s.featureSwitch)),
    resolver(MappingResolver, (s) => new MappingResolver(s.database, s.mapping)),
    resolver(MappingTableResolver, (s) => new MappingTableResolver(s.database, s.mappingTable)),
    resolver(ConsentResolver, ({ tenancy }) => new ConsentResolver(tenancy.consent, tenancy.disconnect)),
    resolver(ConnectionConsentResolver, (s) => new ConnectionConsentResolver(s.database, s.reader)),
  ],
  nodes: (made) => [
    derivedFinder("feature", ([name], context) => {
      const all = made(FeatureResolver).catalogue(context);
      return Promise.resolve(all.find(({ feature }) => feature === name));
    }),
    underCompany(made, "company-feature", async (company, [name], context) =>
      (await made(FeatureResolver).features(company, context)).find(({ feature }) => feature === name),
    ),
  ],
  routes: (scope, { tenancy }) => {
    addConsentRoutes(scope, tenancy.consent);
    if (tenancy.webhooks) addWebhook(scope, tenancy.webhooks);
  },
  // Consents that are over are forgotten, those given up are told to the ERP.
  waits: ACCESS_WAITS,
  jobs: ({ tenancy: { consent, disconnect, resealTokens } }) => [
    { name: "consents", everyMs: 60_000, work: () => consent.forgetOver() },
    { name: "disconnects", everyMs: 60_000, work: () => disconnect.endAll() },
    { name: "token keys", everyMs: 3_600_000, work: () => resealTokens() },
  ],
};
