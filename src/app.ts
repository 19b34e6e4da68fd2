import "reflect-metadata";
import { authorizationModule } from "./authorization/authorization.module";
import { decisionPointModule } from "./authorization/decision-point.module";
import { lettersModule } from "./authorization/letters.module";
import { logModule } from "./authorization/log.module";
import { proofModule } from "./authorization/proof.module";
import { requestsModule } from "./authorization/requests.module";
import { reviewModule } from "./authorization/review.module";
import { simulationModule } from "./authorization/simulation.module";
import { loadConfig } from "./config/config";
import { directoryModule } from "./directory/directory.module";
import { identityModule } from "./directory/identity.module";
import { privacyModule } from "./directory/privacy.module";
import { viewerModule } from "./directory/viewer.module";
import { erpModule } from "./erp/erp.module";
import type { TenancySettings } from "./erp/oauth/tenancy";
import type { Database } from "./infra/db/database";
import { infraModule, type Base } from "./infra/infra.module";
import { mailModule } from "./infra/mail.module";
import { Assembly } from "./infra/module/module";
import { createLogger } from "./infra/telemetry/log";
import type { Clock } from "./kernel/clock";
import { platformModule } from "./platform/platform.module";
import { callsModule } from "./onboarding/calls.module";
import { onboardingModule } from "./onboarding/onboarding.module";
import { digestModule } from "./records/digest.module";
import { importModule } from "./records/import.module";
import { reconciliationModule } from "./records/reconciliation.module";
import { recordsModule } from "./records/records.module";
import { buildGraphqlSchema } from "./server/graphql/schema";
import { sessionModule } from "./server/session.module";
import { letterPagesModule } from "./server/letter-pages.module";
import { tenantModule } from "./tenant/tenant.module";

type Given = Base & { readonly tenancySettings?: TenancySettings };

/** The product: its modules in order. Each sees the services of those before it. */
export const PRODUCT = Assembly.over<Given>()
  .with(infraModule)
  .with(decisionPointModule)
  .with(tenantModule)
  .with(directoryModule)
  .with(identityModule)
  .with(privacyModule)
  .with(viewerModule)
  .with(erpModule)
  .with(authorizationModule)
  .with(logModule)
  .with(reviewModule)
  .with(requestsModule)
  .with(proofModule)
  .with(lettersModule)
  .with(simulationModule)
  .with(importModule)
  .with(recordsModule)
  .with(reconciliationModule)
  .with(digestModule)
  .with(callsModule)
  .with(onboardingModule)
  .with(platformModule)
  .with(letterPagesModule)
  .with(sessionModule)
  .with(mailModule);

export type Services = ReturnType<typeof PRODUCT.services>;

/** Every table of Ledgergate; goes to `Database.open`. */
export const TABLES = PRODUCT.tables;

/** All services over one database. What is left out of `given` is as in development, and is not logged. */
export function createServices(database: Database, clock: Clock, given: Partial<Given> = {}): Services {
  const config = given.config ?? loadConfig({});
  return PRODUCT.services({
    config,
    log: createLogger({ level: "silent", format: "json" }),
    ...given,
    database,
    clock,
  });
}

/** The executable schema. Without services it can be printed, but not asked. */
export const createSchema = (services: Services | null) => buildGraphqlSchema(PRODUCT, services);
