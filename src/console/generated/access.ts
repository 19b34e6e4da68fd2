/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What is wrong in a row of an access list. */
export type AccessListErrorCode =
  /** The amount can be read in two ways. */
  | 'AMOUNT_AMBIGUOUS'
  /** It is no amount. */
  | 'AMOUNT_INVALID'
  /** The amount carries another currency than is told for it. */
  | 'CURRENCY_CONTRADICTED'
  /** The amount needs a currency. */
  | 'CURRENCY_MISSING'
  /** It is no currency. */
  | 'CURRENCY_UNKNOWN'
  /** The day can be read in two ways. */
  | 'DATE_AMBIGUOUS'
  /** It is no day. */
  | 'DATE_INVALID'
  /** It is no e-mail address. */
  | 'EMAIL_INVALID'
  /** The person stands in an earlier row already, with another role or the same features within the same bounds. */
  | 'EMAIL_REPEATED'
  /** The list names nobody. */
  | 'EMPTY_LIST'
  /** The right would have ended already. */
  | 'ENDED_ALREADY'
  /** The right would end before it begins. */
  | 'ENDS_BEFORE_START'
  /** Only approvers have features. */
  | 'FEATURES_NEED_APPROVER'
  /** The connector does not carry the feature that way. */
  | 'FEATURE_NOT_CARRIED'
  /** It is none of the features. */
  | 'FEATURE_UNKNOWN'
  /** The feature's records have no amount. */
  | 'FEATURE_WITHOUT_AMOUNT'
  /** The feature's records belong to no project. */
  | 'FEATURE_WITHOUT_PROJECT'
  /** Nobody would be left who can give rights. */
  | 'LAST_ADMINISTRATOR'
  /** The mark in a feature's column is none that is known. */
  | 'MARK_UNKNOWN'
  /** The person's directory record is deactivated. */
  | 'MEMBER_INACTIVE'
  /** A column is missing. */
  | 'MISSING_COLUMN'
  /** Somebody new to the company needs a name. */
  | 'NAME_MISSING'
  /** The person is on the vendor's staff. */
  | 'ON_BOTH_SIDES'
  /** The level is kept on the construction platform. */
  | 'OWNED_BY_PLATFORM'
  /** The company has no such project. */
  | 'PROJECT_UNKNOWN'
  /** Two columns are for the same. */
  | 'REPEATED_COLUMN'
  /** It is none of the roles. */
  | 'ROLE_UNKNOWN'
  /** Projects, amounts or days limit nothing without features. */
  | 'SCOPE_WITHOUT_FEATURES'
  /** Nobody changes their own rights. */
  | 'SELF_GRANT'
  /** The text has characters that it may not have. */
  | 'TEXT_INVALID'
  /** The row has more cells than there are headings. */
  | 'TOO_MANY_CELLS'
  /** The heading is none of an access list. */
  | 'UNKNOWN_COLUMN'
  /** The file cannot be read from this row on. */
  | 'UNREADABLE'
  /** The text was damaged by another encoding. */
  | 'WRONG_ENCODING';

/** How far a request for a right is. */
export type AccessRequestState =
  /** One of two has agreed; a second person has to. */
  | 'AGREED'
  /** The right was given: see `grant`. */
  | 'GRANTED'
  /** Nobody decided in time. */
  | 'LAPSED'
  /** Nobody has decided yet. */
  | 'PENDING'
  /** It was refused, with a reason. */
  | 'REFUSED'
  /** Who asked has taken it back. */
  | 'WITHDRAWN';

/** How a request for a right is decided. */
export type AccessRequestVerdict =
  /** As it was asked, or with a smaller scope. */
  | 'GRANT'
  /** Not at all; the reason must be said. */
  | 'REFUSE';

/** What a subject may want to do. */
export type Action =
  /** Keep the company's people, projects and keys. */
  | 'ADMINISTER'
  /** Say when one can attend a call. */
  | 'ANSWER_AVAILABILITY'
  /** Answer questions about the implementation. */
  | 'ANSWER_QUESTION'
  /** Put it aside, or bring it back. */
  | 'ARCHIVE'
  /** Ask about the implementation. */
  | 'ASK_QUESTION'
  /** Do the customer's action items. */
  | 'CARRY_OUT_ITEM'
  /** Change the company's settings and its connections. */
  | 'CONFIGURE'
  /** Agree to a time of a call. */
  | 'CONFIRM_SLOT'
  /** Let the specialist be asked for longer. */
  | 'EXTEND_HELP'
  /** Take the company live, or to another phase. */
  | 'GO_LIVE'
  /** Give rights to others, and take them away. */
  | 'GRANT_ACCESS'
  /** Take it over from the ERP. */
  | 'IMPORT'
  /** Do the vendor's action items. */
  | 'LEAD_ITEM'
  /** Tie it to what the ERP holds already. */
  | 'LINK'
  /** Offer times for a call. */
  | 'PROPOSE_SLOTS'
  /** Give it back to be corrected. */
  | 'REJECT'
  /** Offer it again. */
  | 'RESUBMIT'
  /** Pull back one's own before anybody has answered. */
  | 'RETRIEVE'
  /** See who may do what, and why. */
  | 'REVIEW'
  /** Hold a call, and share out its tasks. */
  | 'RUN_CALL'
  /** Accept it, so that it goes to the ERP. */
  | 'SEND'
  /** Offer it to the ERP. */
  | 'SUBMIT'
  /** Close the way to the ERP, and open it again. */
  | 'SUSPEND'
  /** Take the tie to the ERP off. */
  | 'UNLINK'
  /** See it. */
  | 'VIEW'
  /** Waive a condition of going live. */
  | 'WAIVE';

/** Who can have done something. */
export type ActorKind =
  /** Somebody who did not sign in, by the link of a letter that was sent to them. */
  | 'LETTER'
  /** Somebody of the company's directory. */
  | 'MEMBER'
  /** A service with an API key. */
  | 'SERVICE'
  /** Somebody of the vendor's staff. */
  | 'STAFF'
  /** Ledgergate itself, or the command line. */
  | 'SYSTEM';

/** Who can have asked for a decision. */
export type AskerKind =
  /** Somebody who has signed in. */
  | 'PERSON'
  /** A service with an API key. */
  | 'SERVICE'
  /** Ledgergate itself. */
  | 'SYSTEM';

/** Which entries; what is left out does not narrow. */
export type AuditFilter = {
  /** Exactly this action, such as grant.given. */
  action?: string | null | undefined;
  /** By them: `actorId` of an entry, which is a member's id or that of vendor staff. */
  actorId?: string | null | undefined;
  /** From this day of the company's, or instant, on. */
  from?: string | null | undefined;
  /** Of one member, grant, project, ... */
  targetId?: string | null | undefined;
  /** Until the end of this day of the company's, or before this instant. */
  until?: string | null | undefined;
};

/** What `closeAccessReview` is to do, and to what. */
export type CloseAccessReviewInput = {
  /** Id or slug. */
  company: string;
  /** Id of the review. */
  review: string;
};

/** Whether the ledger is connected. */
export type ConnectionStatus =
  /** Connected. */
  | 'AUTHORISED'
  /** Not begun. */
  | 'NONE'
  /** Waits for somebody to consent in the ERP. */
  | 'PENDING'
  /** The consent was withdrawn or lost. */
  | 'REVOKED';

/** How an invoice or a change order may not fit its contract. */
export type ContractMisfit =
  /** Another invoice of the vendor has the same number, however it is spelled. */
  | 'NUMBER_USED_BEFORE'
  /** Its order is closed: nothing more is expected of it. */
  | 'ORDER_CLOSED'
  /** It bills more than its order has left. */
  | 'OVER_ORDER'
  /** It bills more of a cost code than its order has left of it. */
  | 'OVER_ORDER_LINE'
  /** It is of another vendor than its order. */
  | 'VENDOR_DIFFERS'
  /** It bills nothing. */
  | 'ZERO_INVOICE';

/** What `createApiKey` is to do, and to what. */
export type CreateApiKeyInput = {
  /** Ids or slugs of the companies it may ask about; you must administer them all. */
  companies: Array<string>;
  /** ISO-8601 instant, or a day of the first company's, which counts whole; a year from now at most, and if left out. */
  expiresAt?: string | null | undefined;
  /** A text of your own, such as a UUID for each form that is filled in. What comes twice with the same key and input is made once, and answered with the same ids, for 24 hours; another input is refused with IDEMPOTENCY_KEY_REUSED. What was refused keeps no key. */
  idempotencyKey?: string | null | undefined;
  /** What it is for. */
  name: string;
  /** Any of: decisions:read, rights:review. */
  scopes: Array<string>;
};

/** What `decideAccessRequest` is to do, and to what. */
export type DecideAccessRequestInput = {
  /** A smaller amount than asked; as asked if left out. */
  ceiling?: MoneyInput | null | undefined;
  /** Id or slug. */
  company: string;
  /** Version of the request as you saw it. */
  expectedVersion: number;
  /** Fewer projects than asked, by id or code; as asked if left out. At most 500. */
  projects?: Array<string> | null | undefined;
  /** Needed where it is refused. Who asked reads it. */
  reason?: string | null | undefined;
  /** Id of the request. */
  request: string;
  /** Later than asked; as asked if left out. */
  validFrom?: string | null | undefined;
  /** Sooner than asked; as asked if left out. */
  validUntil?: string | null | undefined;
  /** What is to become of it. */
  verdict: AccessRequestVerdict;
};

/** Why a decision came out as it did. */
export type DecisionCode =
  /** There is no such action on this feature. */
  | 'ACTION_NOT_APPLICABLE'
  /** Nothing is against it. */
  | 'ALLOWED'
  /** The service's API key lacks the scope, or no service does this. */
  | 'API_KEY_LACKS_SCOPE'
  /** The service's API key was revoked, has expired, or rests on nobody's right any more. */
  | 'API_KEY_NOT_IN_FORCE'
  /** The vendor staff's assignment to the company is over. */
  | 'ASSIGNMENT_ENDED'
  /** The connection to the ERP is not authorised. */
  | 'CONNECTION_NOT_AUTHORISED'
  /** It does not fit its contract, and the company refuses such records. */
  | 'CONTRACT_MISFIT'
  /** The level on the company directory is too low. */
  | 'DIRECTORY_LEVEL_TOO_LOW'
  /** The ERP's edition or country is not supported. */
  | 'EDITION_NOT_SUPPORTED'
  /** The company has switched the feature off. */
  | 'FEATURE_DISABLED'
  /** No grant covers the feature in this direction. */
  | 'FEATURE_NOT_GRANTED'
  /** The connector does not carry the feature that way; no right changes this. */
  | 'FEATURE_NOT_SUPPORTED_BY_CONNECTOR'
  /** The grant's validity is over. */
  | 'GRANT_EXPIRED'
  /** The grant's validity has not begun. */
  | 'GRANT_NOT_YET_VALID'
  /** The company is not live yet, or suspended. */
  | 'INTEGRATION_NOT_LIVE'
  /** The directory record is deactivated. */
  | 'MEMBER_INACTIVE'
  /** Lacks the privilege to push to accounting. */
  | 'NOT_AN_APPROVER'
  /** Neither in the company's directory nor vendor staff assigned to it. */
  | 'NOT_A_MEMBER'
  /** Only who has the part in the implementation that includes this. */
  | 'NOT_A_STAKEHOLDER'
  /** A fact is not known, and what is not known is never allowed. */
  | 'NOT_EVALUABLE'
  /** Only who submitted the record. */
  | 'NOT_THE_SUBMITTER'
  /** Only the vendor's staff assigned to the company do this. */
  | 'NOT_VENDOR_STAFF'
  /** The grant is limited to other projects. */
  | 'OUT_OF_PROJECT_SCOPE'
  /** The amount is above the grant's ceiling, or in another currency. */
  | 'OVER_AMOUNT_CEILING'
  /** Who submitted a record does not send it. */
  | 'OWN_RECORD'
  /** Something that the record builds on, or something of its own, is missing. */
  | 'PREREQUISITE_NOT_SYNCED'
  /** The level on the project's tool is too low. */
  | 'PROJECT_LEVEL_TOO_LOW'
  /** Nothing new is offered or sent from a project that is out of use. */
  | 'PROJECT_NOT_IN_USE'
  /** The record's state does not allow it. */
  | 'RECORD_STATE'
  /** Above the company's amount, or where the company wants it of what does not fit its contract, another person must have agreed first. */
  | 'SECOND_APPROVAL_NEEDED'
  /** Nobody gives rights to themselves. */
  | 'SELF_GRANT'
  /** The level on the ERP Integrations tool is too low. */
  | 'TOOL_LEVEL_TOO_LOW'
  /** There is no action of that name. */
  | 'UNKNOWN_ACTION'
  /** There is no feature of that name. */
  | 'UNKNOWN_RESOURCE'
  /** The record's workflow on the platform is not at its end. */
  | 'WORKFLOW_NOT_COMPLETED'
  /** The record is not of the company and feature that were asked about. */
  | 'WRONG_RECORD';

/** May the subject do the action on the feature, or on this record of it? */
export type DecisionInput = {
  /** What is to be done. */
  action: Action;
  /** ISO-8601 instant as of which to decide; now if left out. */
  at?: string | null | undefined;
  /** A policy revision that the answer must not be older than, such as the one that a change returned; BAD_INPUT where the company has not reached it. */
  atLeast?: number | null | undefined;
  /** Id or slug. */
  company: string;
  /** Left out: the company as a whole, its people and settings. */
  feature?: FeatureName | null | undefined;
  /** Reads the policy revision in force before answering. Left out: what is known of it may be used, which is outdated by less than a stated bound where another instance has made a change. */
  fullyConsistent?: boolean | null | undefined;
  /** ISO-8601 instant: by what was known then. Left out: by what is known now, with rights recorded later in retrospect. */
  knownAt?: string | null | undefined;
  /** Left out: whether there is any record that would be allowed, and within which limits. */
  record?: RecordInput | null | undefined;
  /** A member's or vendor staff's id or e-mail, or the id of a service's API key; yourself if left out. */
  subject?: string | null | undefined;
};

/** Which decisions; what is left out does not narrow. */
export type DecisionLogFilter = {
  /** In lower case: send, view, ... */
  action?: string | null | undefined;
  /** Only yeses, or only noes. */
  allowed?: boolean | null | undefined;
  /** E-mail, account, or an API key's id. */
  asker?: string | null | undefined;
  /** Exactly this code. */
  code?: DecisionCode | null | undefined;
  /** Inclusive; a day is the company's. */
  from?: string | null | undefined;
  /** About this record. */
  record?: string | null | undefined;
  /** In lower case: commitment, company, ... */
  resource?: string | null | undefined;
  /** Member's or staff's id, or as the asker named the subject. */
  subject?: string | null | undefined;
  /** Exclusive; a day is the company's, and counts whole. */
  until?: string | null | undefined;
};

/** Whether records skip the approver. */
export type DirectExportMode =
  /** Every record waits for an approver. */
  | 'OFF'
  /** Records skip the approver. */
  | 'WITHOUT_WORKFLOW'
  /** Records skip the approver once their workflow on the platform is at its end. */
  | 'WITH_WORKFLOW';

/** Into the platform, or out to the ERP. */
export type Direction =
  /** Out to the ERP. */
  | 'EXPORT'
  /** Into the platform. */
  | 'IMPORT';

/** One kind of data that the connector can carry, or not. */
export type FeatureName =
  /** On the platform: Budgets. */
  | 'BUDGET'
  /** On the platform: Commitments: subcontracts and purchase orders. */
  | 'COMMITMENT'
  /** On the platform: Commitment change orders (CCO). */
  | 'COMMITMENT_CHANGE_ORDER'
  /** On the platform: Payments issued. */
  | 'COMMITMENT_PAYMENT'
  /** On the platform: WBS codes: cost codes and cost types. */
  | 'COST_CODE'
  /** On the platform: Job costs (direct costs). */
  | 'JOB_COST'
  /** On the platform: Prime contract invoices (payment applications). */
  | 'OWNER_INVOICE'
  /** On the platform: Payments received. */
  | 'OWNER_PAYMENT'
  /** On the platform: Prime contracts. */
  | 'PRIME_CONTRACT'
  /** On the platform: Prime contract change orders (PCCO). */
  | 'PRIME_CONTRACT_CHANGE_ORDER'
  /** On the platform: Projects (jobs). */
  | 'PROJECT'
  /** On the platform: Subcontractor invoices (requisitions). */
  | 'SUBCONTRACTOR_INVOICE'
  /** On the platform: Sub jobs, custom WBS segments, project-specific cost codes. */
  | 'SUB_JOB'
  /** On the platform: Timecards, timesheets. */
  | 'TIMECARD'
  /** On the platform: Companies. */
  | 'VENDOR';

/** Reason code of a gate. */
export type GateCode =
  /** There is no such action on this feature. */
  | 'ACTION_NOT_APPLICABLE'
  /** The service's API key lacks the scope, or no service does this. */
  | 'API_KEY_LACKS_SCOPE'
  /** The service's API key was revoked, has expired, or rests on nobody's right any more. */
  | 'API_KEY_NOT_IN_FORCE'
  /** The vendor staff's assignment to the company is over. */
  | 'ASSIGNMENT_ENDED'
  /** The connection to the ERP is not authorised. */
  | 'CONNECTION_NOT_AUTHORISED'
  /** It does not fit its contract, and the company refuses such records. */
  | 'CONTRACT_MISFIT'
  /** The level on the company directory is too low. */
  | 'DIRECTORY_LEVEL_TOO_LOW'
  /** The ERP's edition or country is not supported. */
  | 'EDITION_NOT_SUPPORTED'
  /** The company has switched the feature off. */
  | 'FEATURE_DISABLED'
  /** No grant covers the feature in this direction. */
  | 'FEATURE_NOT_GRANTED'
  /** The connector does not carry the feature that way; no right changes this. */
  | 'FEATURE_NOT_SUPPORTED_BY_CONNECTOR'
  /** The grant's validity is over. */
  | 'GRANT_EXPIRED'
  /** The grant's validity has not begun. */
  | 'GRANT_NOT_YET_VALID'
  /** The company is not live yet, or suspended. */
  | 'INTEGRATION_NOT_LIVE'
  /** The directory record is deactivated. */
  | 'MEMBER_INACTIVE'
  /** Lacks the privilege to push to accounting. */
  | 'NOT_AN_APPROVER'
  /** Neither in the company's directory nor vendor staff assigned to it. */
  | 'NOT_A_MEMBER'
  /** Only who has the part in the implementation that includes this. */
  | 'NOT_A_STAKEHOLDER'
  /** Only who submitted the record. */
  | 'NOT_THE_SUBMITTER'
  /** Only the vendor's staff assigned to the company do this. */
  | 'NOT_VENDOR_STAFF'
  /** The grant is limited to other projects. */
  | 'OUT_OF_PROJECT_SCOPE'
  /** The amount is above the grant's ceiling, or in another currency. */
  | 'OVER_AMOUNT_CEILING'
  /** Who submitted a record does not send it. */
  | 'OWN_RECORD'
  /** Something that the record builds on, or something of its own, is missing. */
  | 'PREREQUISITE_NOT_SYNCED'
  /** The level on the project's tool is too low. */
  | 'PROJECT_LEVEL_TOO_LOW'
  /** Nothing new is offered or sent from a project that is out of use. */
  | 'PROJECT_NOT_IN_USE'
  /** The record's state does not allow it. */
  | 'RECORD_STATE'
  /** Above the company's amount, or where the company wants it of what does not fit its contract, another person must have agreed first. */
  | 'SECOND_APPROVAL_NEEDED'
  /** Nobody gives rights to themselves. */
  | 'SELF_GRANT'
  /** The level on the ERP Integrations tool is too low. */
  | 'TOOL_LEVEL_TOO_LOW'
  /** The record's workflow on the platform is not at its end. */
  | 'WORKFLOW_NOT_COMPLETED';

/** What `grantFeatureAccess` is to do, and to what. */
export type GrantFeatureAccessInput = {
  /** Largest amount of a record. */
  ceiling?: MoneyInput | null | undefined;
  /** Id or slug. */
  company: string;
  /** EXPORT if left out. */
  direction?: Direction | null | undefined;
  /** Which kind of data. */
  feature: FeatureName;
  /** A text of your own, such as a UUID for each form that is filled in. What comes twice with the same key and input is made once, and answered with the same ids, for 24 hours; another input is refused with IDEMPOTENCY_KEY_REUSED. What was refused keeps no key. */
  idempotencyKey?: string | null | undefined;
  /** Who receives the right: id or e-mail. */
  member: string;
  /** Ids or codes of projects; all projects if left out. At most 500. */
  projects?: Array<string> | null | undefined;
  /** Kept with the grant and in the audit trail. */
  reason?: string | null | undefined;
  /** Inclusive; a day is the company's, from its first moment on. */
  validFrom?: string | null | undefined;
  /** Exclusive; a day is the company's, and counts whole. */
  validUntil?: string | null | undefined;
};

/** What rights rest on, alone or together. */
export type HoldingKind =
  /** Sending without grants, as a directory administrator who can push to accounting. */
  | 'ADMINISTRATOR_BYPASS'
  /** An API key that reaches the company. */
  | 'API_KEY'
  /** The level on the company directory. */
  | 'DIRECTORY_LEVEL'
  /** Sending past the approver, where the company lets a feature do so. */
  | 'DIRECT_EXPORT'
  /** A grant of one feature. */
  | 'GRANT'
  /** Being in the company's directory. */
  | 'MEMBERSHIP'
  /** The privilege to push to accounting. */
  | 'PRIVILEGE'
  /** Levels on the tools of a project. */
  | 'PROJECT_LEVEL'
  /** An assignment of vendor staff to the company. */
  | 'STAFF_ASSIGNMENT'
  /** A part in the implementation. */
  | 'STAKEHOLDER_PART'
  /** Acting in every company, as a super-user of the vendor. */
  | 'SUPER_USER'
  /** The level on the ERP Integrations tool. */
  | 'TOOL_LEVEL';

/** The list of people and the features each may handle, as the company keeps it. */
export type ImportAccessListInput = {
  /** Slug or id. */
  company: string;
  /** The list names everybody: who is not in it loses all rights. */
  complete?: boolean;
  /** CSV as spreadsheets save it: comma, semicolon or tab; headings in English or French. At most 4,000,000 characters. */
  csv?: string | null | undefined;
  /** `digest` of the dry run that you saw; needed where `dryRun` is off. Of another nothing is written. */
  digest?: string | null | undefined;
  /** Shows what would change, and writes nothing. */
  dryRun?: boolean;
  /** Headings of columns that are left aside. Others that are no columns of the list are errors. */
  ignoreColumns?: Array<string> | null | undefined;
  /** Kept in the audit trail for rows that give none. */
  reason?: string | null | undefined;
  /** Instead of `csv`, a workbook (.xlsx) in base64; its first sheet that holds anything is the list. At most 4,000,000 characters. */
  workbook?: string | null | undefined;
};

/** Permission level of a tool. */
export type Level =
  /** To work with it and to set it up. */
  | 'ADMIN'
  /** Nothing. */
  | 'NONE'
  /** To look. */
  | 'READ_ONLY'
  /** To work with it. */
  | 'STANDARD';

/** What to do about one misfit with a contract from now on. */
export type MisfitChoiceInput = {
  /** How a record may not fit. */
  misfit: ContractMisfit;
  /** What is done about such a record. */
  response: MisfitResponse;
};

/** What a company does about a misfit. */
export type MisfitResponse =
  /** It is not sent as long as it does not fit. */
  | 'REFUSE'
  /** Two people must agree, as above the company's amount. */
  | 'SECOND_APPROVAL'
  /** It is told, and sent all the same. */
  | 'WARN';

/** An amount of money as a decimal text, exact. */
export type MoneyInput = {
  /** ISO 4217 code: USD, EUR, AUD, ... */
  currency: string;
  /** Plain decimal number: "1250.50". No thousands separators. */
  value: string;
};

/** What `openAccessReview` is to do, and to what. */
export type OpenAccessReviewInput = {
  /** Id or slug. */
  company: string;
  /** ISO-8601 instant, or a day of the company's, which counts whole. */
  dueAt: string;
  /** Only what gives rights on this feature. */
  feature?: FeatureName | null | undefined;
  /** A text of your own, such as a UUID for each form that is filled in. What comes twice with the same key and input is made once, and answered with the same ids, for 24 hours; another input is refused with IDEMPOTENCY_KEY_REUSED. What was refused keeps no key. */
  idempotencyKey?: string | null | undefined;
  /** What the review is called. */
  name: string;
};

/** Phase of the implementation; records move only once it is live. */
export type Phase =
  /** Live, with the specialist's help. */
  | 'GETTING_STARTED'
  /** Being set up. */
  | 'IMPLEMENTATION'
  /** Live. */
  | 'IN_USE'
  /** Bought; nothing is set up yet. */
  | 'PREPARATION'
  /** The way to the ERP is closed for everybody. */
  | 'SUSPENDED';

/** A tool of a project with levels of its own. */
export type ProjectTool =
  /** Change orders of commitments. */
  | 'CHANGE_ORDERS'
  /** Subcontracts and purchase orders. */
  | 'COMMITMENTS'
  /** Contracts with the owner. */
  | 'PRIME_CONTRACTS'
  /** The project itself. */
  | 'PROJECT_ADMIN';

/** One change that somebody thinks of: exactly one of the fields. */
export type ProposedChangeInput = {
  /** Switch a feature. */
  featureSwitch?: ProposedSwitchInput | null | undefined;
  /** Give a grant. */
  give?: ProposedGrantInput | null | undefined;
  /** Add somebody. */
  join?: ProposedPersonInput | null | undefined;
  /** Change a member. */
  member?: ProposedMemberInput | null | undefined;
  /** Id of the grant that would be revoked. */
  revoke?: string | null | undefined;
  /** Change the company's settings. */
  settings?: ProposedSettingsInput | null | undefined;
};

/** A right that would be given. */
export type ProposedGrantInput = {
  /** Largest amount of a record. */
  ceiling?: MoneyInput | null | undefined;
  /** EXPORT if left out. */
  direction?: Direction | null | undefined;
  /** Which kind of data. */
  feature: FeatureName;
  /** Who would receive it: id or e-mail. */
  member: string;
  /** Ids or codes of projects; all projects if left out. At most 500. */
  projects?: Array<string> | null | undefined;
  /** Inclusive; a day is the company's, from its first moment on. */
  validFrom?: string | null | undefined;
  /** Exclusive; a day is the company's, and counts whole. */
  validUntil?: string | null | undefined;
};

/** A directory record as it would be; what is left out stays. */
export type ProposedMemberInput = {
  /** Whether it is in use: false is put out of use. */
  active?: boolean | null | undefined;
  /** The privilege to push to accounting. */
  canPushToAccounting?: boolean | null | undefined;
  /** Level on the company directory. */
  directoryLevel?: Level | null | undefined;
  /** Id or e-mail. */
  member: string;
  /** Level on the ERP Integrations tool. */
  toolLevel?: Level | null | undefined;
};

/** Somebody who would come into the directory, and is not in it. */
export type ProposedPersonInput = {
  /** False if left out. */
  canPushToAccounting?: boolean | null | undefined;
  /** NONE if left out. */
  directoryLevel?: Level | null | undefined;
  /** By which the other changes name them. */
  email: string;
  /** The e-mail if left out. */
  name?: string | null | undefined;
  /** NONE if left out. */
  toolLevel?: Level | null | undefined;
};

/** The company's settings as they would be; what is left out stays. */
export type ProposedSettingsInput = {
  /** How the connection would stand. */
  connection?: ConnectionStatus | null | undefined;
  /** A misfit that is not named stays as it is. */
  contractControl?: Array<MisfitChoiceInput> | null | undefined;
  /** Which of several connections: id or name; the default if left out. */
  ofConnection?: string | null | undefined;
  /** Also one that may not follow the present one. */
  phase?: Phase | null | undefined;
  /** Above it two people must agree; null: no such rule. */
  twoPersonAbove?: MoneyInput | null | undefined;
};

/** A feature's switch as it would be; what is left out stays. */
export type ProposedSwitchInput = {
  /** Whether records skip the approver. */
  directExport?: DirectExportMode | null | undefined;
  /** Whether new records may enter. */
  enabled?: boolean | null | undefined;
  /** Which kind of data. */
  feature: FeatureName;
};

/** What is known of a record. A fact that is left out is unknown, and unknown never lets pass; one that is given and names nobody or nothing of the company is told in `factProblems`. */
export type RecordInput = {
  /** Of either sign: its size counts. */
  amount?: MoneyInput | null | undefined;
  /** Of several connections, the id of the one whose books it belongs to, where it has no project: a project says itself. */
  connection?: string | null | undefined;
  /** ISO-8601 date or instant. */
  documentDate?: string | null | undefined;
  /** Who has agreed already, under the two-person rule: id or e-mail. */
  firstApprover?: string | null | undefined;
  /** Of a right that would be given: who would receive it, by id or e-mail. */
  grantee?: string | null | undefined;
  /** Its id, its number or its id in the ERP. A record that Ledgergate holds speaks for itself: what is said of it does not count. */
  id?: string | null | undefined;
  /** How it does not fit its contract, as readiness tells; an empty list: it fits. */
  misfits?: Array<ContractMisfit> | null | undefined;
  /** Whether something it builds on is not in the ledger yet. */
  prerequisitesBlocked?: boolean | null | undefined;
  /** Id or code. */
  project?: string | null | undefined;
  /** State of the record. */
  state?: RecordState | null | undefined;
  /** Who offered it: id or e-mail. */
  submittedBy?: string | null | undefined;
  /** Whether its workflow on the platform is at its end. */
  workflowCompleted?: boolean | null | undefined;
};

/** State of a record offered to the ERP. */
export type RecordState =
  /** Put aside. */
  | 'ARCHIVED'
  /** Offered; waits for an approver. */
  | 'AWAITING'
  /** Offered to nobody, or pulled back. */
  | 'DRAFT'
  /** On its way to the ERP. */
  | 'EXPORTING'
  /** The ERP refused it. Read from the ERP: invalid. */
  | 'FAILED'
  /** Given back to be corrected. */
  | 'REJECTED'
  /** Read from the ERP, ready to import. */
  | 'STAGED'
  /** It is not known whether it arrived; that is looked up. */
  | 'STALE'
  /** The ERP holds it. Read from the ERP: imported. */
  | 'SYNCED'
  /** The tie to the ERP is off. */
  | 'UNLINKED';

/** What `requestAccess` is to do, and to what. */
export type RequestAccessInput = {
  /** Largest amount of a record. */
  ceiling?: MoneyInput | null | undefined;
  /** Id or slug. */
  company: string;
  /** EXPORT if left out. */
  direction?: Direction | null | undefined;
  /** Which kind of data. */
  feature: FeatureName;
  /** A text of your own, such as a UUID for each form that is filled in. What comes twice with the same key and input is made once, and answered with the same ids, for 24 hours; another input is refused with IDEMPOTENCY_KEY_REUSED. What was refused keeps no key. */
  idempotencyKey?: string | null | undefined;
  /** Ids or codes of projects; all projects if left out. At most 500. */
  projects?: Array<string> | null | undefined;
  /** Why: those who can grant it read it. Kept with the request and in the audit trail. */
  reason: string;
  /** Inclusive; a day is the company's, from its first moment on. */
  validFrom?: string | null | undefined;
  /** Exclusive; a day is the company's, and counts whole. */
  validUntil?: string | null | undefined;
};

/** What became of an item in a review. */
export type ReviewVerdict =
  /** Signed: it stays. */
  | 'KEEP'
  /** It was gone before anybody signed. */
  | 'LAPSED'
  /** Signed: it ends. */
  | 'REVOKE';

/** What `revokeApiKey` is to do, and to what. */
export type RevokeApiKeyInput = {
  /** Id of the key. */
  id: string;
};

/** What `revokeFeatureAccess` is to do, and to what. */
export type RevokeFeatureAccessInput = {
  /** Id or slug. */
  company: string;
  /** Id of the grant. */
  grant: string;
  /** Kept with the grant and in the audit trail. */
  reason: string;
};

/** What `signOffReviewItems` is to do, and to what. */
export type SignOffReviewItemsInput = {
  /** Needed where something is revoked: the reason. */
  comment?: string | null | undefined;
  /** Id or slug. */
  company: string;
  /** 1 to 100; all are signed, or none. */
  items: Array<SignedItemInput>;
  /** What is to become of it. */
  verdict: SignOffVerdict;
};

/** What to do with what somebody holds. */
export type SignOffVerdict =
  /** It stays. */
  | 'KEEP'
  /** It ends, where a review can end it. */
  | 'REVOKE';

/** An item as its signer saw it. */
export type SignedItemInput = {
  /** The item's `digest`: what has changed since is not signed. */
  digest: string;
  /** Id of the item. */
  item: string;
};

/** What a change does to somebody's right to do one thing. */
export type SimulatedEffect =
  /** Could do it then, and cannot now. */
  | 'GAINS'
  /** Can do it now and then, within other limits. */
  | 'LIMITS_CHANGE'
  /** Can do it now, and could not then. */
  | 'LOSES';

/** Why a mutation was refused. Codes are API. */
export type UserErrorCode =
  /** There is no such action on this feature. */
  | 'ACTION_NOT_APPLICABLE'
  /** A goal of the call is not ticked off. */
  | 'AGENDA_OPEN'
  /** Nothing is against it. */
  | 'ALLOWED'
  /** Something of that name, number or address is there already. */
  | 'ALREADY_EXISTS'
  /** The service's API key lacks the scope, or no service does this. */
  | 'API_KEY_LACKS_SCOPE'
  /** The service's API key was revoked, has expired, or rests on nobody's right any more. */
  | 'API_KEY_NOT_IN_FORCE'
  /** The vendor staff's assignment to the company is over. */
  | 'ASSIGNMENT_ENDED'
  /** Somebody who is needed has not said that they can attend. */
  | 'ATTENDEES_NOT_FREE'
  /** The input cannot be used as it is; `field` says where. */
  | 'BAD_INPUT'
  /** The kick-off call comes before the go-live call. */
  | 'CALL_ORDER'
  /** The ERP does not hold one of its characters. */
  | 'CHARACTERS_NOT_HELD'
  /** A setting of the server is missing or wrong. */
  | 'CONFIGURATION'
  /** What is there now does not allow it. */
  | 'CONFLICT'
  /** Records, projects or a consent hang on the connection. */
  | 'CONNECTION_IN_USE'
  /** Other connections need a default: make another one the default first. */
  | 'CONNECTION_IS_DEFAULT'
  /** The connection to the ERP is not authorised. */
  | 'CONNECTION_NOT_AUTHORISED'
  /** Nobody has consented to the connection in the ERP. */
  | 'CONSENT_NEEDED'
  /** It does not fit its contract, and the company refuses such records. */
  | 'CONTRACT_MISFIT'
  /** The ERP still holds the counterpart, or it cannot be looked up. */
  | 'COUNTERPART_STILL_THERE'
  /** The ERP does not hold that currency. */
  | 'CURRENCY_NOT_HELD'
  /** Once the help is over, the customer gives the vendor access. */
  | 'CUSTOMER_CONSENT_NEEDED'
  /** The ERP does not hold that day. */
  | 'DAY_NOT_HELD'
  /** The ERP does not hold that many digits. */
  | 'DIGITS_NOT_HELD'
  /** The level on the company directory is too low. */
  | 'DIRECTORY_LEVEL_TOO_LOW'
  /** The ERP's edition or country is not supported. */
  | 'EDITION_NOT_SUPPORTED'
  /** The company has switched the feature off. */
  | 'FEATURE_DISABLED'
  /** No grant covers the feature in this direction. */
  | 'FEATURE_NOT_GRANTED'
  /** The connector does not carry the feature that way; no right changes this. */
  | 'FEATURE_NOT_SUPPORTED_BY_CONNECTOR'
  /** A task of the call is open. */
  | 'FOLLOW_UPS_OPEN'
  /** Not for you. */
  | 'FORBIDDEN'
  /** The go-live call has no time yet. */
  | 'GO_LIVE_NOT_SCHEDULED'
  /** The grant's validity is over. */
  | 'GRANT_EXPIRED'
  /** The grant's validity has not begun. */
  | 'GRANT_NOT_YET_VALID'
  /** The idempotency key came with another input before: take a new key for what is new. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The state does not allow it; the message says what is possible instead. */
  | 'ILLEGAL_MOVE'
  /** The company is not live yet, or suspended. */
  | 'INTEGRATION_NOT_LIVE'
  /** It has a character that nobody sees. */
  | 'INVISIBLE_CHARACTER'
  /** The ERP takes no more of this kind. */
  | 'ITEM_LIMIT_REACHED'
  /** More is asked for than the limits allow. */
  | 'LIMIT_EXCEEDED'
  /** A line of the commitment changes twice, under two cost codes. */
  | 'LINE_CHANGED_TWICE'
  /** The ERP holds the record, and the field may not change. */
  | 'LOCKED_FIELD'
  /** The directory record is deactivated. */
  | 'MEMBER_INACTIVE'
  /** The total is negative. */
  | 'NEGATIVE_TOTAL'
  /** It was never on its way. */
  | 'NOTHING_TO_RETRY'
  /** It is no amount of the item's currency. */
  | 'NOT_AN_AMOUNT'
  /** Lacks the privilege to push to accounting. */
  | 'NOT_AN_APPROVER'
  /** It is no e-mail address. */
  | 'NOT_AN_EMAIL'
  /** It is no ISO 4217 code. */
  | 'NOT_A_CURRENCY'
  /** It is no date such as 2026-11-24. */
  | 'NOT_A_DATE'
  /** It is neither true nor false. */
  | 'NOT_A_FLAG'
  /** Neither in the company's directory nor vendor staff assigned to it. */
  | 'NOT_A_MEMBER'
  /** Only who has the part in the implementation that includes this. */
  | 'NOT_A_STAKEHOLDER'
  /** The ERP would refuse to book it: an account, a tax rate, a currency or a locked period. */
  | 'NOT_BOOKABLE'
  /** A fact is not known, and what is not known is never allowed. */
  | 'NOT_EVALUABLE'
  /** There is no such thing, or not for you to see. */
  | 'NOT_FOUND'
  /** It has a line break, and belongs on one line. */
  | 'NOT_ONE_LINE'
  /** Conditions of going live are not met. */
  | 'NOT_READY'
  /** It is no plain text. */
  | 'NOT_TEXT'
  /** Only who submitted the record. */
  | 'NOT_THE_SUBMITTER'
  /** Only the vendor's staff assigned to the company do this. */
  | 'NOT_VENDOR_STAFF'
  /** The company has no ERP implementation contact to write to. */
  | 'NO_CONTACT'
  /** It has no line. */
  | 'NO_LINES'
  /** No time is on offer to choose from. */
  | 'NO_OPEN_SLOTS'
  /** Clocks are set forward over that local time. */
  | 'NO_SUCH_LOCAL_TIME'
  /** A number must be written as a text, in quotes, or it may lose digits. */
  | 'NUMBER_WITHOUT_QUOTES'
  /** Somebody would be on the vendor's staff and in a customer's directory. */
  | 'ON_BOTH_SIDES'
  /** A deduction would leave less than nothing of its order. */
  | 'ORDER_BELOW_ZERO'
  /** The invoice is in another currency than its order. */
  | 'ORDER_CURRENCY'
  /** The time lies outside of somebody's working hours. */
  | 'OUTSIDE_WORKING_HOURS'
  /** The grant is limited to other projects. */
  | 'OUT_OF_PROJECT_SCOPE'
  /** The amount is above the grant's ceiling, or in another currency. */
  | 'OVER_AMOUNT_CEILING'
  /** The construction platform keeps it: change it there. */
  | 'OWNED_BY_PLATFORM'
  /** Who submitted a record does not send it. */
  | 'OWN_RECORD'
  /** The period ends before it begins. */
  | 'PERIOD_REVERSED'
  /** The reconciliation plan is no longer what is. */
  | 'PLAN_STALE'
  /** Something that the record builds on, or something of its own, is missing. */
  | 'PREREQUISITE_NOT_SYNCED'
  /** What was sent from the project stays in the books that it is in. */
  | 'PROJECT_HAS_SENT_RECORDS'
  /** The level on the project's tool is too low. */
  | 'PROJECT_LEVEL_TOO_LOW'
  /** Nothing new is offered or sent from a project that is out of use. */
  | 'PROJECT_NOT_IN_USE'
  /** Something that the record builds on is not synced. */
  | 'RECORD_BLOCKED'
  /** The record's state does not allow it. */
  | 'RECORD_STATE'
  /** The field is required. */
  | 'REQUIRED'
  /** As it is it would fail again: the item must change first. */
  | 'RETRY_CANNOT_HELP'
  /** Above the company's amount, or where the company wants it of what does not fit its contract, another person must have agreed first. */
  | 'SECOND_APPROVAL_NEEDED'
  /** A change would give its author more rights than they have. */
  | 'SELF_GRANT'
  /** Somebody has another call then. */
  | 'SLOT_CLASH'
  /** The time is up for this call already. */
  | 'SLOT_TAKEN'
  /** It is no longer what you saw: look again, then decide. */
  | 'STALE_EDIT'
  /** The level on the ERP Integrations tool is too low. */
  | 'TOOL_LEVEL_TOO_LOW'
  /** The text has too many characters. */
  | 'TOO_LONG'
  /** It has too many lines. */
  | 'TOO_MANY_LINES'
  /** The total is too large to be counted exactly. */
  | 'TOTAL_TOO_LARGE'
  /** Nobody said who they are, or the credentials are not good. */
  | 'UNAUTHENTICATED'
  /** There is no action of that name. */
  | 'UNKNOWN_ACTION'
  /** It is none of the choices. */
  | 'UNKNOWN_CHOICE'
  /** The form has no such field. */
  | 'UNKNOWN_FIELD'
  /** The company has no such project. */
  | 'UNKNOWN_PROJECT'
  /** There is no feature of that name. */
  | 'UNKNOWN_RESOURCE'
  /** The record's workflow on the platform is not at its end. */
  | 'WORKFLOW_NOT_COMPLETED'
  /** The record is not of the company and feature that were asked about. */
  | 'WRONG_RECORD';

/** What `withdrawAccessRequest` is to do, and to what. */
export type WithdrawAccessRequestInput = {
  /** Id or slug. */
  company: string;
  /** Version of the request as you saw it. */
  expectedVersion: number;
  /** Id of the request. */
  request: string;
};

export type ExplainQueryVariables = Exact<{
  company: string;
  input: DecisionInput;
}>;


export type ExplainQuery = { company: { id: string, features: Array<{ id: string, feature: FeatureName }> | null } | null, decision: { evaluatedAt: string, policyRevision: number | null, allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, subject: { id: string, name: string } | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> } | null };

export type KeysQueryVariables = Exact<{
  company: string;
}>;


export type KeysQuery = { company: { id: string, slug: string, apiKeys: Array<{ id: string, name: string, prefix: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null }> | null } | null, administer: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> } | null };

export type KeyFragment = { id: string, name: string, prefix: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null };

export type MakeKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type MakeKeyMutation = { createApiKey: { key: string | null, apiKey: { id: string, name: string, prefix: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type RevokeKeyMutationVariables = Exact<{
  input: RevokeApiKeyInput;
}>;


export type RevokeKeyMutation = { revokeApiKey: { apiKey: { id: string, name: string, prefix: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type MatrixQueryVariables = Exact<{
  company: string;
  after?: string | null | undefined;
}>;


export type MatrixQuery = { company: { id: string, accessMatrix: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, approver: boolean, member: { id: string, name: string, email: string }, cells: Array<{ feature: FeatureName, send: { allowed: boolean, conditional: boolean, code: DecisionCode } | null, import: { allowed: boolean, conditional: boolean, code: DecisionCode } | null }> } }> } | null } | null };

export type SummaryFragment = { allowed: boolean, conditional: boolean, code: DecisionCode };

export type PersonQueryVariables = Exact<{
  company: string;
  member: string;
}>;


export type PersonQuery = { company: { id: string, currency: string, features: Array<{ id: string, feature: FeatureName, enabled: boolean }> | null, projects: { edges: Array<{ node: { id: string, code: string, name: string } }> } | null } | null, node:
    | { __typename: 'AccessMatrixRow' }
    | { __typename: 'AccessRequest' }
    | { __typename: 'AccessReview' }
    | { __typename: 'AccessReviewItem' }
    | { __typename: 'ActionItem' }
    | { __typename: 'ApiKey' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'Call' }
    | { __typename: 'CallNote' }
    | { __typename: 'CallSlot' }
    | { __typename: 'Company' }
    | { __typename: 'CompanyFeature' }
    | { __typename: 'Delivery' }
    | { __typename: 'DeliveryLane' }
    | { __typename: 'ErpIntegration' }
    | { __typename: 'ErpLedger' }
    | { __typename: 'ErpRecord' }
    | { __typename: 'Feature' }
    | { __typename: 'FollowUp' }
    | { __typename: 'Grant' }
    | { __typename: 'GuidePage' }
    | { __typename: 'Implementation' }
    | { __typename: 'LoggedDecision' }
    | { __typename: 'MailPreferences' }
    | { __typename: 'Member', id: string, name: string, email: string, active: boolean, directoryLevel: Level, toolLevel: Level, canPushToAccounting: boolean, version: number, grants: { edges: Array<{ node: { id: string, feature: FeatureName, direction: Direction, validFrom: string | null, validUntil: string | null, givenBy: string, givenAt: string, reason: string | null, revokedAt: string | null, revokedBy: string | null, revokeReason: string | null, lastUsedAt: string | null, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null } }> } | null, projectLevels: Array<{ tool: ProjectTool, level: Level, project: { id: string, code: string, name: string } }> | null }
    | { __typename: 'PortfolioEntry' }
    | { __typename: 'Project' }
    | { __typename: 'Question' }
    | { __typename: 'QuestionPost' }
    | { __typename: 'Reconciliation' }
    | { __typename: 'ReconciliationRow' }
    | { __typename: 'RecordRevision' }
    | { __typename: 'StaffAssignment' }
    | { __typename: 'Stakeholder' }
    | { __typename: 'UnknownFault' }
    | { __typename: 'VendorAccess' }
    | { __typename: 'Viewer' }
   | null, whatCan: Array<{ action: Action, feature: FeatureName | null, message: string }> | null, grantAccess: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> } | null };

export type ChoicesFragment = { id: string, currency: string, features: Array<{ id: string, feature: FeatureName, enabled: boolean }> | null, projects: { edges: Array<{ node: { id: string, code: string, name: string } }> } | null };

export type PersonDetailFragment = { id: string, name: string, email: string, active: boolean, directoryLevel: Level, toolLevel: Level, canPushToAccounting: boolean, version: number, grants: { edges: Array<{ node: { id: string, feature: FeatureName, direction: Direction, validFrom: string | null, validUntil: string | null, givenBy: string, givenAt: string, reason: string | null, revokedAt: string | null, revokedBy: string | null, revokeReason: string | null, lastUsedAt: string | null, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null } }> } | null, projectLevels: Array<{ tool: ProjectTool, level: Level, project: { id: string, code: string, name: string } }> | null };

export type GrantDetailFragment = { id: string, feature: FeatureName, direction: Direction, validFrom: string | null, validUntil: string | null, givenBy: string, givenAt: string, reason: string | null, revokedAt: string | null, revokedBy: string | null, revokeReason: string | null, lastUsedAt: string | null, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null };

export type SimulateQueryVariables = Exact<{
  company: string;
  changes: Array<ProposedChangeInput> | ProposedChangeInput;
}>;


export type SimulateQuery = { simulate: { gains: number, loses: number, limitsChange: number, consequences: Array<{ effect: SimulatedEffect, subject: { subjectId: string, name: string }, after: { message: string } }> } | null };

export type GrantMutationVariables = Exact<{
  input: GrantFeatureAccessInput;
}>;


export type GrantMutation = { grantFeatureAccess: { grant: { id: string, feature: FeatureName, direction: Direction, validFrom: string | null, validUntil: string | null, givenBy: string, givenAt: string, reason: string | null, revokedAt: string | null, revokedBy: string | null, revokeReason: string | null, lastUsedAt: string | null, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type RevokeMutationVariables = Exact<{
  input: RevokeFeatureAccessInput;
}>;


export type RevokeMutation = { revokeFeatureAccess: { grant: { id: string, feature: FeatureName, direction: Direction, validFrom: string | null, validUntil: string | null, givenBy: string, givenAt: string, reason: string | null, revokedAt: string | null, revokedBy: string | null, revokeReason: string | null, lastUsedAt: string | null, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type ImportListMutationVariables = Exact<{
  input: ImportAccessListInput;
}>;


export type ImportListMutation = { importAccessList: { dryRun: boolean, written: boolean, digest: string | null, errorCount: number, summary: { added: number, updated: number, unchanged: number, grantsGiven: number, grantsRevoked: number } | null, changes: Array<{ name: string, email: string, gains: Array<string>, loses: Array<string> }>, rowErrors: Array<{ line: number | null, column: string | null, code: AccessListErrorCode, message: string }>, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type AskQueryVariables = Exact<{
  company: string;
}>;


export type AskQuery = { company: { id: string, currency: string, mine: { edges: Array<{ node: { id: string, feature: FeatureName, direction: Direction, createdAt: string } }> } | null, features: Array<{ id: string, feature: FeatureName, enabled: boolean }> | null, projects: { edges: Array<{ node: { id: string, code: string, name: string } }> } | null } | null };

export type RequestsQueryVariables = Exact<{
  company: string;
}>;


export type RequestsQuery = { company: { id: string, currency: string, pending: { totalCount: number, edges: Array<{ node: { id: string, version: number, state: AccessRequestState, feature: FeatureName, direction: Direction, reason: string, refusedCode: DecisionCode, createdAt: string, lapsesAt: string, decidedAt: string | null, decidedBy: string | null, agreedBy: string | null, decisionReason: string | null, decision: { allowed: boolean, code: DecisionCode, message: string }, member: { id: string, name: string, email: string }, asked: { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null }, agreed: { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null } | null } }> } | null, agreed: { totalCount: number, edges: Array<{ node: { id: string, version: number, state: AccessRequestState, feature: FeatureName, direction: Direction, reason: string, refusedCode: DecisionCode, createdAt: string, lapsesAt: string, decidedAt: string | null, decidedBy: string | null, agreedBy: string | null, decisionReason: string | null, decision: { allowed: boolean, code: DecisionCode, message: string }, member: { id: string, name: string, email: string }, asked: { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null }, agreed: { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null } | null } }> } | null, mine: { edges: Array<{ node: { id: string, version: number, state: AccessRequestState, feature: FeatureName, direction: Direction, reason: string, refusedCode: DecisionCode, createdAt: string, lapsesAt: string, decidedAt: string | null, decidedBy: string | null, agreedBy: string | null, decisionReason: string | null, member: { id: string, name: string, email: string }, asked: { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null }, agreed: { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null } | null } }> } | null, features: Array<{ id: string, feature: FeatureName, enabled: boolean }> | null, projects: { edges: Array<{ node: { id: string, code: string, name: string } }> } | null } | null };

export type WaitingFragment = { totalCount: number, edges: Array<{ node: { id: string, version: number, state: AccessRequestState, feature: FeatureName, direction: Direction, reason: string, refusedCode: DecisionCode, createdAt: string, lapsesAt: string, decidedAt: string | null, decidedBy: string | null, agreedBy: string | null, decisionReason: string | null, decision: { allowed: boolean, code: DecisionCode, message: string }, member: { id: string, name: string, email: string }, asked: { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null }, agreed: { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null } | null } }> };

export type AskedFragment = { id: string, version: number, state: AccessRequestState, feature: FeatureName, direction: Direction, reason: string, refusedCode: DecisionCode, createdAt: string, lapsesAt: string, decidedAt: string | null, decidedBy: string | null, agreedBy: string | null, decisionReason: string | null, member: { id: string, name: string, email: string }, asked: { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null }, agreed: { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null } | null };

export type ScopeFragment = { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null };

export type RequestAccessMutationVariables = Exact<{
  input: RequestAccessInput;
}>;


export type RequestAccessMutation = { requestAccess: { accessRequest: { id: string, version: number, state: AccessRequestState, feature: FeatureName, direction: Direction, reason: string, refusedCode: DecisionCode, createdAt: string, lapsesAt: string, decidedAt: string | null, decidedBy: string | null, agreedBy: string | null, decisionReason: string | null, member: { id: string, name: string, email: string }, asked: { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null }, agreed: { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type DecideRequestMutationVariables = Exact<{
  input: DecideAccessRequestInput;
}>;


export type DecideRequestMutation = { decideAccessRequest: { accessRequest: { id: string, version: number, state: AccessRequestState, feature: FeatureName, direction: Direction, reason: string, refusedCode: DecisionCode, createdAt: string, lapsesAt: string, decidedAt: string | null, decidedBy: string | null, agreedBy: string | null, decisionReason: string | null, member: { id: string, name: string, email: string }, asked: { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null }, agreed: { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type WithdrawRequestMutationVariables = Exact<{
  input: WithdrawAccessRequestInput;
}>;


export type WithdrawRequestMutation = { withdrawAccessRequest: { accessRequest: { id: string, version: number, state: AccessRequestState, feature: FeatureName, direction: Direction, reason: string, refusedCode: DecisionCode, createdAt: string, lapsesAt: string, decidedAt: string | null, decidedBy: string | null, agreedBy: string | null, decisionReason: string | null, member: { id: string, name: string, email: string }, asked: { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null }, agreed: { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type OneRequestFragment = { accessRequest: { id: string, version: number, state: AccessRequestState, feature: FeatureName, direction: Direction, reason: string, refusedCode: DecisionCode, createdAt: string, lapsesAt: string, decidedAt: string | null, decidedBy: string | null, agreedBy: string | null, decisionReason: string | null, member: { id: string, name: string, email: string }, asked: { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null }, agreed: { lastDay: string | null, validFrom: string | null, validUntil: string, ceiling: { value: string, currency: string } | null, projects: Array<{ id: string, code: string, name: string }> | null } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null };

export type ReviewsQueryVariables = Exact<{
  company: string;
}>;


export type ReviewsQuery = { company: { id: string, features: Array<{ id: string, feature: FeatureName }> | null, accessReviews: { edges: Array<{ node: { id: string, name: string, feature: FeatureName | null, openedAt: string, openedBy: string, dueAt: string, late: boolean, itemCount: number, unsignedCount: number, closedAt: string | null, closedBy: string | null, addedSince: number | null, signature: string | null } }> } | null } | null, administer: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> } | null };

export type ReviewFragment = { id: string, name: string, feature: FeatureName | null, openedAt: string, openedBy: string, dueAt: string, late: boolean, itemCount: number, unsignedCount: number, closedAt: string | null, closedBy: string | null, addedSince: number | null, signature: string | null };

export type OneReviewQueryVariables = Exact<{
  company: string;
  review: string;
  unsigned: boolean;
  after?: string | null | undefined;
}>;


export type OneReviewQuery = { node:
    | { __typename: 'AccessMatrixRow' }
    | { __typename: 'AccessRequest' }
    | { __typename: 'AccessReview', id: string, name: string, feature: FeatureName | null, openedAt: string, openedBy: string, dueAt: string, late: boolean, itemCount: number, unsignedCount: number, closedAt: string | null, closedBy: string | null, addedSince: number | null, signature: string | null, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, kind: HoldingKind, held: string, digest: string | null, changed: boolean, revocable: boolean, endedBy: string, lastUsedAt: string | null, verdict: ReviewVerdict | null, comment: string | null, signedBy: string | null, signedAt: string | null, holder: { holderId: string, name: string, email: string | null } } }> } }
    | { __typename: 'AccessReviewItem' }
    | { __typename: 'ActionItem' }
    | { __typename: 'ApiKey' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'Call' }
    | { __typename: 'CallNote' }
    | { __typename: 'CallSlot' }
    | { __typename: 'Company' }
    | { __typename: 'CompanyFeature' }
    | { __typename: 'Delivery' }
    | { __typename: 'DeliveryLane' }
    | { __typename: 'ErpIntegration' }
    | { __typename: 'ErpLedger' }
    | { __typename: 'ErpRecord' }
    | { __typename: 'Feature' }
    | { __typename: 'FollowUp' }
    | { __typename: 'Grant' }
    | { __typename: 'GuidePage' }
    | { __typename: 'Implementation' }
    | { __typename: 'LoggedDecision' }
    | { __typename: 'MailPreferences' }
    | { __typename: 'Member' }
    | { __typename: 'PortfolioEntry' }
    | { __typename: 'Project' }
    | { __typename: 'Question' }
    | { __typename: 'QuestionPost' }
    | { __typename: 'Reconciliation' }
    | { __typename: 'ReconciliationRow' }
    | { __typename: 'RecordRevision' }
    | { __typename: 'StaffAssignment' }
    | { __typename: 'Stakeholder' }
    | { __typename: 'UnknownFault' }
    | { __typename: 'VendorAccess' }
    | { __typename: 'Viewer' }
   | null, administer: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> } | null };

export type ReviewItemFragment = { id: string, kind: HoldingKind, held: string, digest: string | null, changed: boolean, revocable: boolean, endedBy: string, lastUsedAt: string | null, verdict: ReviewVerdict | null, comment: string | null, signedBy: string | null, signedAt: string | null, holder: { holderId: string, name: string, email: string | null } };

export type OpenReviewMutationVariables = Exact<{
  input: OpenAccessReviewInput;
}>;


export type OpenReviewMutation = { openAccessReview: { review: { id: string, name: string, feature: FeatureName | null, openedAt: string, openedBy: string, dueAt: string, late: boolean, itemCount: number, unsignedCount: number, closedAt: string | null, closedBy: string | null, addedSince: number | null, signature: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type CloseReviewMutationVariables = Exact<{
  input: CloseAccessReviewInput;
}>;


export type CloseReviewMutation = { closeAccessReview: { review: { id: string, name: string, feature: FeatureName | null, openedAt: string, openedBy: string, dueAt: string, late: boolean, itemCount: number, unsignedCount: number, closedAt: string | null, closedBy: string | null, addedSince: number | null, signature: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type OneReviewPayloadFragment = { review: { id: string, name: string, feature: FeatureName | null, openedAt: string, openedBy: string, dueAt: string, late: boolean, itemCount: number, unsignedCount: number, closedAt: string | null, closedBy: string | null, addedSince: number | null, signature: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null };

export type SignOffMutationVariables = Exact<{
  input: SignOffReviewItemsInput;
}>;


export type SignOffMutation = { signOffReviewItems: { items: Array<{ id: string, kind: HoldingKind, held: string, digest: string | null, changed: boolean, revocable: boolean, endedBy: string, lastUsedAt: string | null, verdict: ReviewVerdict | null, comment: string | null, signedBy: string | null, signedAt: string | null, holder: { holderId: string, name: string, email: string | null } }> | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type DecisionLogQueryVariables = Exact<{
  company: string;
  filter?: DecisionLogFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type DecisionLogQuery = { company: { id: string, decisionLog: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, at: string, asker: string, askerKind: AskerKind, subjectReference: string | null, action: string, resource: string, recordId: string | null, allowed: boolean, enforced: boolean, code: DecisionCode, reasons: Array<GateCode>, policyRevision: number | null, traceId: string | null } }> } | null } | null };

export type TrailQueryVariables = Exact<{
  company: string;
  filter?: AuditFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type TrailQuery = { company: { id: string, auditTrail: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, sequence: number, at: string, actorName: string, actorKind: ActorKind, action: string, targetKind: string, targetId: string, policyRevision: number, why: string | null, before: Record<string, unknown> | null, after: Record<string, unknown> | null } }> } | null } | null };

export type ProofQueryVariables = Exact<{
  company: string;
  after: number;
}>;


export type ProofQuery = { verifyAudit: { intact: boolean, complete: boolean, entries: number, endSequence: number | null, endHash: string | null, problems: Array<{ sequence: number, message: string }>, rights: Array<{ target: string, message: string }> | null } | null };

export type WhyFragment = { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> };

export const KeyFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Key"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiKey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}}]} as unknown as DocumentNode<KeyFragment, unknown>;
export const SummaryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Summary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DecisionSummary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"conditional"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]} as unknown as DocumentNode<SummaryFragment, unknown>;
export const ChoicesFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Choices"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Company"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"features"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ChoicesFragment, unknown>;
export const GrantDetailFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GrantDetail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Grant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"ceiling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"givenBy"}},{"kind":"Field","name":{"kind":"Name","value":"givenAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedBy"}},{"kind":"Field","name":{"kind":"Name","value":"revokeReason"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]} as unknown as DocumentNode<GrantDetailFragment, unknown>;
export const PersonDetailFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonDetail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"directoryLevel"}},{"kind":"Field","name":{"kind":"Name","value":"toolLevel"}},{"kind":"Field","name":{"kind":"Name","value":"canPushToAccounting"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"grants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"includeRevoked"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"GrantDetail"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"projectLevels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tool"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GrantDetail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Grant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"ceiling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"givenBy"}},{"kind":"Field","name":{"kind":"Name","value":"givenAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedBy"}},{"kind":"Field","name":{"kind":"Name","value":"revokeReason"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]} as unknown as DocumentNode<PersonDetailFragment, unknown>;
export const ScopeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Scope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestedScope"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"ceiling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ScopeFragment, unknown>;
export const AskedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Asked"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"refusedCode"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lapsesAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"agreedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decisionReason"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asked"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Scope"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Scope"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Scope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestedScope"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"ceiling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<AskedFragment, unknown>;
export const WaitingFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Waiting"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessRequestConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Asked"}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Scope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestedScope"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"ceiling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Asked"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"refusedCode"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lapsesAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"agreedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decisionReason"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asked"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Scope"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Scope"}}]}}]}}]} as unknown as DocumentNode<WaitingFragment, unknown>;
export const OneRequestFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OneRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessRequestPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessRequest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Asked"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Scope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestedScope"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"ceiling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Asked"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"refusedCode"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lapsesAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"agreedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decisionReason"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asked"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Scope"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Scope"}}]}}]}}]} as unknown as DocumentNode<OneRequestFragment, unknown>;
export const ReviewItemFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReviewItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessReviewItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"revocable"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"comment"}},{"kind":"Field","name":{"kind":"Name","value":"signedBy"}},{"kind":"Field","name":{"kind":"Name","value":"signedAt"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holderId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]} as unknown as DocumentNode<ReviewItemFragment, unknown>;
export const ReviewFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Review"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessReview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedBy"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"itemCount"}},{"kind":"Field","name":{"kind":"Name","value":"unsignedCount"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedBy"}},{"kind":"Field","name":{"kind":"Name","value":"addedSince"}},{"kind":"Field","name":{"kind":"Name","value":"signature"}}]}}]} as unknown as DocumentNode<ReviewFragment, unknown>;
export const OneReviewPayloadFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OneReviewPayload"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessReviewPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"review"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Review"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Review"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessReview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedBy"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"itemCount"}},{"kind":"Field","name":{"kind":"Name","value":"unsignedCount"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedBy"}},{"kind":"Field","name":{"kind":"Name","value":"addedSince"}},{"kind":"Field","name":{"kind":"Name","value":"signature"}}]}}]} as unknown as DocumentNode<OneReviewPayloadFragment, unknown>;
export const WhyFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Why"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Decision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenBy"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"who"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhyFragment, unknown>;
export const ExplainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Explain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DecisionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"features"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}},{"kind":"Field","name":{"kind":"Name","value":"evaluatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"policyRevision"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Why"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Decision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenBy"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"who"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ExplainQuery, ExplainQueryVariables>;
export const KeysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Keys"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"apiKeys"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Key"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"administer"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"ADMINISTER"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Key"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiKey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Why"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Decision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenBy"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"who"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]}}]} as unknown as DocumentNode<KeysQuery, KeysQueryVariables>;
export const MakeKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MakeKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Key"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Key"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiKey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}}]} as unknown as DocumentNode<MakeKeyMutation, MakeKeyMutationVariables>;
export const RevokeKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Key"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Key"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiKey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}}]} as unknown as DocumentNode<RevokeKeyMutation, RevokeKeyMutationVariables>;
export const MatrixDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Matrix"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accessMatrix"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"approver"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"send"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Summary"}}]}},{"kind":"Field","name":{"kind":"Name","value":"import"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Summary"}}]}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Summary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DecisionSummary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"conditional"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]} as unknown as DocumentNode<MatrixQuery, MatrixQueryVariables>;
export const PersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Person"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"member"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Choices"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"member"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonDetail"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"whatCan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"Argument","name":{"kind":"Name","value":"subject"},"value":{"kind":"Variable","name":{"kind":"Name","value":"member"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"grantAccess"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"GRANT_ACCESS"}},{"kind":"ObjectField","name":{"kind":"Name","value":"record"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"grantee"},"value":{"kind":"Variable","name":{"kind":"Name","value":"member"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GrantDetail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Grant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"ceiling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"givenBy"}},{"kind":"Field","name":{"kind":"Name","value":"givenAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedBy"}},{"kind":"Field","name":{"kind":"Name","value":"revokeReason"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Choices"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Company"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"features"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonDetail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"directoryLevel"}},{"kind":"Field","name":{"kind":"Name","value":"toolLevel"}},{"kind":"Field","name":{"kind":"Name","value":"canPushToAccounting"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"grants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"includeRevoked"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"GrantDetail"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"projectLevels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tool"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Why"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Decision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenBy"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"who"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PersonQuery, PersonQueryVariables>;
export const SimulateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Simulate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"changes"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProposedChangeInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"simulate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"Argument","name":{"kind":"Name","value":"changes"},"value":{"kind":"Variable","name":{"kind":"Name","value":"changes"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gains"}},{"kind":"Field","name":{"kind":"Name","value":"loses"}},{"kind":"Field","name":{"kind":"Name","value":"limitsChange"}},{"kind":"Field","name":{"kind":"Name","value":"consequences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subjectId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SimulateQuery, SimulateQueryVariables>;
export const GrantDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Grant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GrantFeatureAccessInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantFeatureAccess"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"GrantDetail"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GrantDetail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Grant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"ceiling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"givenBy"}},{"kind":"Field","name":{"kind":"Name","value":"givenAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedBy"}},{"kind":"Field","name":{"kind":"Name","value":"revokeReason"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]} as unknown as DocumentNode<GrantMutation, GrantMutationVariables>;
export const RevokeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Revoke"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeFeatureAccessInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeFeatureAccess"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"GrantDetail"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GrantDetail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Grant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"ceiling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"givenBy"}},{"kind":"Field","name":{"kind":"Name","value":"givenAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedBy"}},{"kind":"Field","name":{"kind":"Name","value":"revokeReason"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]} as unknown as DocumentNode<RevokeMutation, RevokeMutationVariables>;
export const ImportListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportAccessListInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importAccessList"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dryRun"}},{"kind":"Field","name":{"kind":"Name","value":"written"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"errorCount"}},{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"added"}},{"kind":"Field","name":{"kind":"Name","value":"updated"}},{"kind":"Field","name":{"kind":"Name","value":"unchanged"}},{"kind":"Field","name":{"kind":"Name","value":"grantsGiven"}},{"kind":"Field","name":{"kind":"Name","value":"grantsRevoked"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"gains"}},{"kind":"Field","name":{"kind":"Name","value":"loses"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rowErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ImportListMutation, ImportListMutationVariables>;
export const AskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Ask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Choices"}},{"kind":"Field","alias":{"kind":"Name","value":"mine"},"name":{"kind":"Name","value":"accessRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mine"},"value":{"kind":"BooleanValue","value":true}},{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"PENDING"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Choices"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Company"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"features"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AskQuery, AskQueryVariables>;
export const RequestsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Requests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Choices"}},{"kind":"Field","alias":{"kind":"Name","value":"pending"},"name":{"kind":"Name","value":"accessRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"PENDING"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Waiting"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"agreed"},"name":{"kind":"Name","value":"accessRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"AGREED"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Waiting"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"mine"},"name":{"kind":"Name","value":"accessRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mine"},"value":{"kind":"BooleanValue","value":true}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Asked"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Scope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestedScope"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"ceiling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Asked"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"refusedCode"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lapsesAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"agreedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decisionReason"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asked"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Scope"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Scope"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Choices"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Company"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"features"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Waiting"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessRequestConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Asked"}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RequestsQuery, RequestsQueryVariables>;
export const RequestAccessDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestAccess"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestAccessInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestAccess"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OneRequest"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Scope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestedScope"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"ceiling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Asked"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"refusedCode"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lapsesAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"agreedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decisionReason"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asked"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Scope"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Scope"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OneRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessRequestPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessRequest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Asked"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<RequestAccessMutation, RequestAccessMutationVariables>;
export const DecideRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DecideRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DecideAccessRequestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decideAccessRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OneRequest"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Scope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestedScope"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"ceiling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Asked"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"refusedCode"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lapsesAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"agreedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decisionReason"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asked"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Scope"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Scope"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OneRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessRequestPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessRequest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Asked"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<DecideRequestMutation, DecideRequestMutationVariables>;
export const WithdrawRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WithdrawAccessRequestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawAccessRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OneRequest"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Scope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequestedScope"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"ceiling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Asked"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"refusedCode"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lapsesAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"agreedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decisionReason"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asked"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Scope"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Scope"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OneRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessRequestPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessRequest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Asked"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<WithdrawRequestMutation, WithdrawRequestMutationVariables>;
export const ReviewsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Reviews"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"features"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accessReviews"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Review"}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"administer"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"ADMINISTER"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Review"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessReview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedBy"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"itemCount"}},{"kind":"Field","name":{"kind":"Name","value":"unsignedCount"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedBy"}},{"kind":"Field","name":{"kind":"Name","value":"addedSince"}},{"kind":"Field","name":{"kind":"Name","value":"signature"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Why"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Decision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenBy"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"who"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReviewsQuery, ReviewsQueryVariables>;
export const OneReviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OneReview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"review"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"unsigned"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"review"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessReview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Review"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"unsigned"},"value":{"kind":"Variable","name":{"kind":"Name","value":"unsigned"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReviewItem"}}]}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"administer"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"ADMINISTER"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Review"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessReview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedBy"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"itemCount"}},{"kind":"Field","name":{"kind":"Name","value":"unsignedCount"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedBy"}},{"kind":"Field","name":{"kind":"Name","value":"addedSince"}},{"kind":"Field","name":{"kind":"Name","value":"signature"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReviewItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessReviewItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"revocable"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"comment"}},{"kind":"Field","name":{"kind":"Name","value":"signedBy"}},{"kind":"Field","name":{"kind":"Name","value":"signedAt"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holderId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Why"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Decision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenBy"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"who"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OneReviewQuery, OneReviewQueryVariables>;
export const OpenReviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenReview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OpenAccessReviewInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openAccessReview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OneReviewPayload"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Review"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessReview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedBy"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"itemCount"}},{"kind":"Field","name":{"kind":"Name","value":"unsignedCount"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedBy"}},{"kind":"Field","name":{"kind":"Name","value":"addedSince"}},{"kind":"Field","name":{"kind":"Name","value":"signature"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OneReviewPayload"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessReviewPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"review"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Review"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<OpenReviewMutation, OpenReviewMutationVariables>;
export const CloseReviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseReview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CloseAccessReviewInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeAccessReview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OneReviewPayload"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Review"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessReview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedBy"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"itemCount"}},{"kind":"Field","name":{"kind":"Name","value":"unsignedCount"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedBy"}},{"kind":"Field","name":{"kind":"Name","value":"addedSince"}},{"kind":"Field","name":{"kind":"Name","value":"signature"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OneReviewPayload"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessReviewPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"review"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Review"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<CloseReviewMutation, CloseReviewMutationVariables>;
export const SignOffDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOff"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignOffReviewItemsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOffReviewItems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReviewItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReviewItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessReviewItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"revocable"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"comment"}},{"kind":"Field","name":{"kind":"Name","value":"signedBy"}},{"kind":"Field","name":{"kind":"Name","value":"signedAt"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holderId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]} as unknown as DocumentNode<SignOffMutation, SignOffMutationVariables>;
export const DecisionLogDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DecisionLog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DecisionLogFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"decisionLog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"asker"}},{"kind":"Field","name":{"kind":"Name","value":"askerKind"}},{"kind":"Field","name":{"kind":"Name","value":"subjectReference"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"resource"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"enforced"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"}},{"kind":"Field","name":{"kind":"Name","value":"policyRevision"}},{"kind":"Field","name":{"kind":"Name","value":"traceId"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<DecisionLogQuery, DecisionLogQueryVariables>;
export const TrailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Trail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"auditTrail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"actorKind"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"targetKind"}},{"kind":"Field","name":{"kind":"Name","value":"targetId"}},{"kind":"Field","name":{"kind":"Name","value":"policyRevision"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<TrailQuery, TrailQueryVariables>;
export const ProofDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Proof"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifyAudit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"intact"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}},{"kind":"Field","name":{"kind":"Name","value":"entries"}},{"kind":"Field","name":{"kind":"Name","value":"endSequence"}},{"kind":"Field","name":{"kind":"Name","value":"endHash"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rights"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ProofQuery, ProofQueryVariables>;