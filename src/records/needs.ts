import type { AuthorizationServices } from "../authorization/authorization.module";
import type { DecisionPointServices } from "../authorization/decision-point.module";
import type { DirectoryServices } from "../directory/directory.module";
import type { ErpServices } from "../erp/erp.module";
import type { Base, InfraServices } from "../infra/infra.module";
import type { TenantServices } from "../tenant/tenant.module";

/** What records and whatever is above them find. */
export type RecordNeeds = Base &
  InfraServices &
  DecisionPointServices &
  TenantServices &
  DirectoryServices &
  ErpServices &
  AuthorizationServices;
