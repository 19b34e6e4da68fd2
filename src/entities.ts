import { ApiKeyEntity } from "./access/api-key.entity";
import { DecisionEntryEntity } from "./access/decision-log/decision-entry.entity";
import { GrantUseEntity } from "./access/decision-log/grant-use.entity";
import { CompanyVersionEntity } from "./access/past/company-version.entity";
import { MemberVersionEntity } from "./access/past/member-version.entity";
import { ReviewCampaignEntity } from "./access/review/review-campaign.entity";
import { ReviewItemEntity } from "./access/review/review-item.entity";
import { AuditEntryEntity } from "./audit/audit-entry.entity";
import { AuditHeadEntity } from "./audit/audit-head.entity";
import { CompanyEntity } from "./company/company.entity";
import { StaffAssignmentEntity } from "./company/staff-assignment.entity";
import { VendorStaffEntity } from "./company/vendor-staff.entity";
import { ConnectionEntity } from "./connection/connection.entity";
import { DigestDayEntity } from "./digest/digest-day.entity";
import { FeatureSwitchEntity } from "./feature/feature-switch.entity";
import { CALL_TABLES } from "./implementation/call/call-tables";
import { ImplementationPlanEntity } from "./implementation/implementation-plan.entity";
import { ItemEntity } from "./implementation/item/item.entity";
import { QuestionPostEntity } from "./implementation/question/question-post.entity";
import { QuestionEntity } from "./implementation/question/question.entity";
import { ReminderEntity } from "./implementation/reminder/reminder.entity";
import { MailMessageEntity } from "./mail/mail-message.entity";
import { MailOptOutEntity } from "./mail/mail-opt-out.entity";
import { MailReaderEntity } from "./mail/mail-reader.entity";
import { GrantEntity } from "./member/grant.entity";
import { MemberEntity } from "./member/member.entity";
import { OUTBOX_TABLES } from "./outbox/outbox-tables";
import { ProjectLevelEntity } from "./project/project-level.entity";
import { ProjectEntity } from "./project/project.entity";
import { ErpWatermarkEntity } from "./record/import/erp-watermark.entity";
import { RECONCILIATION_TABLES } from "./record/reconciliation/reconciliation-tables";
import { RecordReferenceEntity } from "./record/record-reference.entity";
import { RecordRevisionEntity } from "./record/record-revision.entity";
import { RecordEntity } from "./record/record.entity";
import { UnknownFaultEntity } from "./record/trouble/unknown-fault.entity";
import { DutyEntity } from "./schedule/duty.entity";
import { StakeholderEntity } from "./stakeholder/stakeholder.entity";
import { TENANCY_TABLES } from "./tenancy/tenancy-tables";

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
