import type { CompanyChanges } from "./tenant/audit/company-changes";
import type { CompanyDirectory } from "./tenant/companies/company-directory";
import type { StaffService } from "./tenant/vendor-desk/staff.service";
import type { VendorDesk } from "./tenant/companies/vendor-desk";
import type { ConnectionService } from "./erp/connections/connection.service";
import type { Database } from "./infra/db/database";
import { ImplementationService } from "./onboarding/progress/implementation.service";
import { ItemService } from "./onboarding/items/item.service";
import { PurchaseService } from "./onboarding/progress/purchase.service";
import { QuestionService } from "./onboarding/questions/question.service";
import { ReminderService } from "./onboarding/reminders/reminder.service";
import { WelcomeService } from "./onboarding/welcome/welcome.service";
import type { Clock } from "./kernel/clock";
import type { MemberService } from "./directory/members/member.service";
import type { Authorizer } from "./policy/ports";
import type { StakeholderService } from "./directory/stakeholders/stakeholder.service";

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
