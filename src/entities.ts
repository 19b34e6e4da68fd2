import { ApiKeyEntity } from "./directory/api-keys/api-key.entity";
import { DecisionEntryEntity } from "./authorization/log/decision-entry.entity";
import { GrantUseEntity } from "./authorization/log/grant-use.entity";
import { CompanyVersionEntity } from "./authorization/history/company-version.entity";
import { MemberVersionEntity } from "./authorization/history/member-version.entity";
import { ReviewCampaignEntity } from "./authorization/review/review-campaign.entity";
import { ReviewItemEntity } from "./authorization/review/review-item.entity";
import { AuditEntryEntity } from "./tenant/audit/audit-entry.entity";
import { AuditHeadEntity } from "./tenant/audit/audit-head.entity";
import { CompanyEntity } from "./tenant/companies/company.entity";
import { StaffAssignmentEntity } from "./tenant/companies/staff-assignment.entity";
import { VendorStaffEntity } from "./tenant/companies/vendor-staff.entity";
import { ConnectionEntity } from "./erp/connections/connection.entity";
import { DigestDayEntity } from "./records/digest/digest-day.entity";
import { FeatureSwitchEntity } from "./erp/switches/feature-switch.entity";
import { CALL_TABLES } from "./onboarding/calls/call/call-tables";
import { ImplementationPlanEntity } from "./onboarding/plan/implementation-plan.entity";
import { ItemEntity } from "./onboarding/items/item.entity";
import { QuestionPostEntity } from "./onboarding/questions/question/question-post.entity";
import { QuestionEntity } from "./onboarding/questions/question/question.entity";
import { ReminderEntity } from "./onboarding/reminders/reminder.entity";
import { MailMessageEntity } from "./infra/mail/mail-message.entity";
import { MailOptOutEntity } from "./infra/mail/mail-opt-out.entity";
import { MailReaderEntity } from "./infra/mail/mail-reader.entity";
import { GrantEntity } from "./directory/grants/grant.entity";
import { MemberEntity } from "./directory/members/member.entity";
import { OUTBOX_TABLES } from "./infra/outbox/outbox-tables";
import { ProjectLevelEntity } from "./directory/projects/project-level.entity";
import { ProjectEntity } from "./directory/projects/project.entity";
import { ErpWatermarkEntity } from "./records/import/erp-watermark.entity";
import { RECONCILIATION_TABLES } from "./records/reconciliation/reconciliation-tables";
import { RecordReferenceEntity } from "./records/record/record-reference.entity";
import { RecordRevisionEntity } from "./records/record/record-revision.entity";
import { RecordEntity } from "./records/record/record.entity";
import { UnknownFaultEntity } from "./records/faults/unknown-fault.entity";
import { DutyEntity } from "./infra/jobs/duty.entity";
import { StakeholderEntity } from "./directory/stakeholders/stakeholder.entity";
import { TENANCY_TABLES } from "./erp/oauth/tenancy-tables";

/** Every table of Ledgergate; goes to `Database.open` as `entities`. */
export const ENTITIES = [
  CompanyEntity,
  VendorStaffEntity,
  StaffAssignmentEntity,
  MemberEntity,
  GrantEntity,
  ProjectEntity,
  ProjectLevelEntity,
  StakeholderEntity,
  ConnectionEntity,
  FeatureSwitchEntity,
  ImplementationPlanEntity,
  ItemEntity,
  MailMessageEntity,
  MailOptOutEntity,
  MailReaderEntity,
  ReminderEntity,
  DutyEntity,
  DigestDayEntity,
  ...CALL_TABLES,
  QuestionEntity,
  QuestionPostEntity,
  AuditEntryEntity,
  AuditHeadEntity,
  ApiKeyEntity,
  DecisionEntryEntity,
  GrantUseEntity,
  ReviewCampaignEntity,
  ReviewItemEntity,
  CompanyVersionEntity,
  MemberVersionEntity,
  RecordEntity,
  RecordReferenceEntity,
  RecordRevisionEntity,
  UnknownFaultEntity,
  ErpWatermarkEntity,
  ...RECONCILIATION_TABLES,
  ...OUTBOX_TABLES,
  ...TENANCY_TABLES,
] as const;
