import type { CompanyChanges } from "./audit/company-changes";
import type { CompanyDirectory } from "./company/company-directory";
import type { StaffService } from "./company/staff.service";
import type { VendorDesk } from "./company/vendor-desk";
import type { ConnectionService } from "./connection/connection.service";
import type { Database } from "./db/database";
import { ImplementationService } from "./implementation/implementation.service";
import { ItemService } from "./implementation/item/item.service";
import { PurchaseService } from "./implementation/purchase.service";
import { QuestionService } from "./implementation/question/question.service";
import { ReminderService } from "./implementation/reminder/reminder.service";
import { WelcomeService } from "./implementation/welcome/welcome.service";
import type { Clock } from "./kernel/clock";
import type { MemberService } from "./member/member.service";
import type { Authorizer } from "./policy/ports";
import type { StakeholderService } from "./stakeholder/stakeholder.service";

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly companies: CompanyDirectory;
  readonly changes: CompanyChanges;
  readonly authorizer: Authorizer;
  readonly desk: VendorDesk;
  readonly staff: StaffService;
  readonly member: MemberService;
  readonly stakeholder: StakeholderService;
  readonly connection: ConnectionService;
  readonly publicUrl: string;
}

/** The services of the set-up. */
export function createImplementation({ publicUrl, ...parts }: Parts) {
  const { database, clock, companies, changes, authorizer } = parts;
  return {
    implementation: new ImplementationService(database, changes, authorizer, clock),
    item: new ItemService(changes),
    welcome: new WelcomeService(changes, publicUrl),
    reminder: new ReminderService(database, clock, publicUrl),
    question: new QuestionService(changes, companies, authorizer),
    purchase: new PurchaseService(parts),
  };
}
