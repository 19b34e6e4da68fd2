import type { CompanyChanges } from "./audit/company-changes";
import type { CompanyDirectory } from "./company/company-directory";
import { StaffService } from "./company/staff.service";
import type { VendorDesk } from "./company/vendor-desk";
import { ConnectionService } from "./connection/connection.service";
import type { Database } from "./db/database";
import { ImplementationService } from "./implementation/implementation.service";
import { ItemService } from "./implementation/item/item.service";
import { PurchaseService } from "./implementation/purchase.service";
import { WelcomeService } from "./implementation/welcome/welcome.service";
import type { Clock } from "./kernel/clock";
import { MemberService } from "./member/member.service";
import type { Authorizer } from "./policy/ports";
import { StakeholderService } from "./stakeholder/stakeholder.service";

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly companies: CompanyDirectory;
  readonly changes: CompanyChanges;
  readonly authorizer: Authorizer;
  readonly desk: VendorDesk;
  readonly publicUrl: string;
}

/** The services of the set-up. */
export function createImplementation({ database, clock, companies, changes, authorizer, desk, publicUrl }: Parts) {
  const staff = new StaffService({ database, changes, companies, authorizer, desk, clock });
  return {
    implementation: new ImplementationService(database, changes, authorizer, clock),
    item: new ItemService(changes),
    welcome: new WelcomeService(changes, publicUrl),
    purchase: new PurchaseService({
      database,
      changes,
      companies,
      desk,
      clock,
      staff,
      connection: new ConnectionService(changes),
      member: new MemberService(changes, authorizer),
      stakeholder: new StakeholderService(changes),
    }),
  };
}
