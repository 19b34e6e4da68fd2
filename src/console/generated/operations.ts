/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

/** In which part somebody attends. */
export type CallAttendeeRole =
  /** Who speaks for the company in the implementation. */
  | 'ERP_IMPLEMENTATION_CONTACT'
  /** Who looks after the company's IT. */
  | 'IT_ADMINISTRATOR'
  /** Who administers the construction platform. */
  | 'PLATFORM_ADMINISTRATOR'
  /** The vendor's implementation specialist. */
  | 'SPECIALIST'
  /** Who administers the organisation in Xero. */
  | 'XERO_ADMINISTRATOR';

/** What a call is there for. */
export type CallGoalName =
  /** Talk the plan of the set-up through. */
  | 'DISCUSS_PLAN'
  /** Show what the integration does, and what it does not. */
  | 'GIVE_OVERVIEW'
  /** Whether the contract number serves as the id in Xero. */
  | 'REVIEW_CONTRACT_NUMBER'
  /** The project template for jobs that come from Xero. */
  | 'REVIEW_PROJECT_TEMPLATE'
  /** The cost type of bids that become purchase orders. */
  | 'REVIEW_PURCHASE_ORDER_COST_TYPE'
  /** The service account, which nobody edits. */
  | 'REVIEW_SERVICE_ACCOUNT'
  /** The cost type of bids that become subcontracts. */
  | 'REVIEW_SUBCONTRACT_COST_TYPE'
  /** Whether refreshing vendors overwrites what the platform holds. */
  | 'REVIEW_VENDOR_REFRESH'
  /** Agree on a time for the go-live call. */
  | 'SCHEDULE_GO_LIVE'
  /** Share out the tasks that follow. */
  | 'SHARE_OUT_TASKS'
  /** The tab of change orders. */
  | 'TOUR_CHANGE_ORDERS'
  /** The tab of commitments. */
  | 'TOUR_COMMITMENTS'
  /** The tab of companies. */
  | 'TOUR_COMPANIES'
  /** The tab of cost codes. */
  | 'TOUR_COST_CODES'
  /** The tab of jobs. */
  | 'TOUR_JOBS'
  /** The tab of job costs. */
  | 'TOUR_JOB_COSTS'
  /** The tab of payments. */
  | 'TOUR_PAYMENTS'
  /** The tab of subcontractors' invoices. */
  | 'TOUR_SUBCONTRACTOR_INVOICES';

/** The calls of the implementation. */
export type CallKind =
  /** The call at which the company goes live. */
  | 'GO_LIVE'
  /** The first call. */
  | 'KICK_OFF';

/** What can be done with a call. */
export type CallMove =
  /** Share out a task. */
  | 'ADD_FOLLOW_UP'
  /** Say who can attend. */
  | 'ANSWER'
  /** Call it off. */
  | 'CANCEL'
  /** End it. */
  | 'CLOSE'
  /** Agree on a time. */
  | 'CONFIRM'
  /** Write something down. */
  | 'NOTE'
  /** Offer times. */
  | 'PROPOSE'
  /** Give the agreed time up for others. */
  | 'RESCHEDULE'
  /** Begin it. */
  | 'START'
  /** Suggest other times. */
  | 'SUGGEST'
  /** Tick off a goal. */
  | 'TICK'
  /** Take a time back. */
  | 'WITHDRAW';

/** What `confirmSlot` is to do, and to what. */
export type CallSlotChoiceInput = {
  /** Slug or id. */
  company: string;
  /** Which kind. */
  kind: CallKind;
  /** The time, by id. */
  slot: string;
};

/** Offered by the specialist or suggested by the company; then one is agreed, and the others are history. */
export type CallSlotState =
  /** The agreed time. */
  | 'AGREED'
  /** Offered by the specialist. */
  | 'OFFERED'
  /** Another time was agreed. */
  | 'PASSED_OVER'
  /** Given up for other times. */
  | 'RELEASED'
  /** Suggested by the company. */
  | 'SUGGESTED'
  /** Taken back. */
  | 'WITHDRAWN';

/** How far a call is. */
export type CallState =
  /** A time is being looked for. */
  | 'ARRANGING'
  /** It will not be held. */
  | 'CANCELLED'
  /** Its goals are reached. */
  | 'CLOSED'
  /** It is being held. */
  | 'RUNNING'
  /** A time is agreed. */
  | 'SCHEDULED';

/** What of a company changed. */
export type CompanyEventArea =
  /** What carries records: lanes, connections, reconciliations. */
  | 'DELIVERIES'
  /** The set-up: items, calls, questions, phases. */
  | 'PLAN'
  /** Records were offered, sent, delivered, rejected. */
  | 'RECORDS'
  /** Somebody asked for a right, or was answered. */
  | 'REQUESTS'
  /** Members, grants, switches, keys: what somebody may do. */
  | 'RIGHTS'
  /** The company, its projects, its bookings. */
  | 'SETTINGS';

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

/** What kept a record from the ERP: a fault of docs/faults.md, or the policy's own code where the right to send was gone. */
export type DeliveryFaultCode =
  /** The account of an item is missing in the ledger, archived, or does not fit. */
  | 'ACCOUNT_INVALID'
  /** There is no such action on this feature. */
  | 'ACTION_NOT_APPLICABLE'
  /** Nothing is against it. */
  | 'ALLOWED'
  /** The service's API key lacks the scope, or no service does this. */
  | 'API_KEY_LACKS_SCOPE'
  /** The service's API key was revoked, has expired, or rests on nobody's right any more. */
  | 'API_KEY_NOT_IN_FORCE'
  /** The organisation's plan lets no more bills be approved this month. */
  | 'APPROVAL_LIMIT_REACHED'
  /** The vendor staff's assignment to the company is over. */
  | 'ASSIGNMENT_ENDED'
  /** The connection to the ERP is not authorised. */
  | 'CONNECTION_NOT_AUTHORISED'
  /** The vendor's contact is archived in the ledger. */
  | 'CONTACT_ARCHIVED'
  /** The ledger does not know the vendor as a contact. */
  | 'CONTACT_MISSING'
  /** The ledger does not take the vendor's name: it is too long, or has characters such as < and >. */
  | 'CONTACT_NAME_INVALID'
  /** Another contact of the ledger has the vendor's name. */
  | 'CONTACT_NAME_TAKEN'
  /** An archived contact of the ledger came from this vendor before, and still has its number. */
  | 'CONTACT_NUMBER_TAKEN'
  /** It does not fit its contract, and the company refuses such records. */
  | 'CONTRACT_MISFIT'
  /** What it builds on is no longer in the ledger. */
  | 'COUNTERPART_MISSING'
  /** The ledger does not hold the document's currency. */
  | 'CURRENCY_NOT_SUBSCRIBED'
  /** The ledger does not take one of the document's dates. */
  | 'DATE_INVALID'
  /** A date that the ledger asks for is missing. */
  | 'DATE_MISSING'
  /** A line's description is empty or too long for the ledger. */
  | 'DESCRIPTION_INVALID'
  /** The level on the company directory is too low. */
  | 'DIRECTORY_LEVEL_TOO_LOW'
  /** The ERP's edition or country is not supported. */
  | 'EDITION_NOT_SUPPORTED'
  /** The ledger does not take the vendor's e-mail address. */
  | 'EMAIL_INVALID'
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
  /** The ledger has another item with this code. */
  | 'ITEM_CODE_TAKEN'
  /** The cost code is longer than the 30 characters that the ledger takes. */
  | 'ITEM_CODE_TOO_LONG'
  /** The ledger holds 4,000 items, and takes no more. */
  | 'ITEM_LIMIT_REACHED'
  /** The description is longer than the 50 characters that the ledger takes. */
  | 'ITEM_NAME_TOO_LONG'
  /** A line names a cost code that the ledger does not have as an item. */
  | 'ITEM_UNKNOWN'
  /** The ledger has seen the same key with other contents. */
  | 'KEY_REUSED'
  /** This server was too slow to begin the call in time, so nothing was sent. */
  | 'LATE'
  /** The document has no line that the ledger takes. */
  | 'LINES_MISSING'
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
  /** The ledger cannot hold what it says: it would be cut, rounded or tidied there, so it was not sent. */
  | 'NOT_HELD_BY_LEDGER'
  /** The ledger could not be reached over the network. */
  | 'NOT_REACHED'
  /** Only who submitted the record. */
  | 'NOT_THE_SUBMITTER'
  /** Only the vendor's staff assigned to the company do this. */
  | 'NOT_VENDOR_STAFF'
  /** The number is longer than the 255 characters that the ledger takes. */
  | 'NUMBER_TOO_LONG'
  /** The ledger has another purchase order with this number. It was looked up: it is not this commitment's. */
  | 'ORDER_NUMBER_TAKEN'
  /** The organisation is not active in the ledger: its subscription or trial has ended. */
  | 'ORGANISATION_INACTIVE'
  /** The ledger did not answer, so it is not known whether it arrived. */
  | 'OUTCOME_UNKNOWN'
  /** The grant is limited to other projects. */
  | 'OUT_OF_PROJECT_SCOPE'
  /** The amount is above the grant's ceiling, or in another currency. */
  | 'OVER_AMOUNT_CEILING'
  /** Who submitted a record does not send it. */
  | 'OWN_RECORD'
  /** The document's date lies in a period that is locked in the ledger. */
  | 'PERIOD_LOCKED'
  /** The user who authorised the connection may not do this in the ledger. */
  | 'PERMISSION_MISSING'
  /** Something that the record builds on, or something of its own, is missing. */
  | 'PREREQUISITE_NOT_SYNCED'
  /** The level on the project's tool is too low. */
  | 'PROJECT_LEVEL_TOO_LOW'
  /** Nothing new is offered or sent from a project that is out of use. */
  | 'PROJECT_NOT_IN_USE'
  /** The ledger's limit of calls is reached. */
  | 'RATE_LIMITED'
  /** The record was offered again since it was sent. */
  | 'RECORD_CHANGED'
  /** The record's state does not allow it. */
  | 'RECORD_STATE'
  /** Above the company's amount, or where the company wants it of what does not fit its contract, another person must have agreed first. */
  | 'SECOND_APPROVAL_NEEDED'
  /** Nobody gives rights to themselves. */
  | 'SELF_GRANT'
  /** What is to be changed is paid, billed, voided or deleted in the ledger. */
  | 'STATUS_FORBIDS_CHANGE'
  /** A tax rate in the ledger does not fit the document or the item's account. */
  | 'TAX_TYPE_INVALID'
  /** The level on the ERP Integrations tool is too low. */
  | 'TOOL_LEVEL_TOO_LOW'
  /** The ledger has no tracking category of the name that the connection gives. */
  | 'TRACKING_CATEGORY_UNKNOWN'
  /** The ledger has as many tracking categories or options as it takes. */
  | 'TRACKING_LIMIT_REACHED'
  /** The tracking category has an option of the project's name already. */
  | 'TRACKING_OPTION_TAKEN'
  /** The project's name is longer than the ledger takes for a tracking option. */
  | 'TRACKING_OPTION_TOO_LONG'
  /** The ledger has no tracking option for the project, or it is archived. */
  | 'TRACKING_OPTION_UNKNOWN'
  /** The ledger does not accept the connection any more. */
  | 'UNAUTHORISED'
  /** The ledger says that it is not available. */
  | 'UNAVAILABLE'
  /** There is no action of that name. */
  | 'UNKNOWN_ACTION'
  /** The ledger gave a reason that is not known here; its words are kept. */
  | 'UNKNOWN_FAULT'
  /** There is no feature of that name. */
  | 'UNKNOWN_RESOURCE'
  /** Whoever sent it was no longer allowed to when it was about to leave. */
  | 'WITHHELD'
  /** The record's workflow on the platform is not at its end. */
  | 'WORKFLOW_NOT_COMPLETED'
  /** The record is not of the company and feature that were asked about. */
  | 'WRONG_RECORD';

/** UNKNOWN: it may have arrived, and is looked up. WITHHELD: the right to send it was gone. DEAD: given up. */
export type DeliveryState =
  /** Given up after too many tries. */
  | 'DEAD'
  /** The ERP took it. */
  | 'DELIVERED'
  /** Being delivered right now. */
  | 'IN_FLIGHT'
  /** The ERP refused it. */
  | 'REFUSED'
  /** It may have arrived, and is looked up. */
  | 'UNKNOWN'
  /** Due at its time. */
  | 'WAITING'
  /** The right to send it was gone at the last look. */
  | 'WITHHELD';

/** PARENT: what must arrive first has not. SHARED: what shares its purchase order is under way or unknown. UNKNOWN_OUTCOME: the ERP is asked whether it arrived. */
export type DeliveryWaitReason =
  /** Nothing goes to this organisation for a while. */
  | 'LANE_PAUSED'
  /** The next try has its time. */
  | 'NOT_BEFORE'
  /** What must arrive first has not. */
  | 'PARENT'
  /** What shares its purchase order is under way or unknown. */
  | 'SHARED'
  /** The ERP is asked whether it arrived. */
  | 'UNKNOWN_OUTCOME';

/** Into the platform, or out to the ERP. */
export type Direction =
  /** Out to the ERP. */
  | 'EXPORT'
  /** Into the platform. */
  | 'IMPORT';

/** A tab of the ERP Integrations tool. */
export type ErpToolTab =
  /** Change orders. */
  | 'CHANGE_ORDERS'
  /** Subcontracts and purchase orders. */
  | 'COMMITMENTS'
  /** Vendors. */
  | 'COMPANIES'
  /** Cost codes. */
  | 'COST_CODES'
  /** Costs that were booked to jobs. */
  | 'JOB_COSTS'
  /** Projects. */
  | 'PROJECTS'
  /** Subcontractors' invoices and their payments. */
  | 'SUBCONTRACTOR_INVOICES';

/** Who can mend a fault. LEDGER: it passes by itself. */
export type FaultOwner =
  /** An approver. */
  | 'APPROVER'
  /** Who administers the company. */
  | 'COMPANY_ADMINISTRATOR'
  /** Nobody: it passes by itself. */
  | 'LEDGER'
  /** Who keeps the item on the platform. */
  | 'PROJECT_USER'
  /** The vendor's implementation specialist. */
  | 'SPECIALIST'
  /** Who administers the organisation in Xero. */
  | 'XERO_ADMINISTRATOR';

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

/** How far a task is. */
export type FollowUpState =
  /** Done. */
  | 'DONE'
  /** Let go. */
  | 'DROPPED'
  /** Not done yet. */
  | 'OPEN';

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

/** Whose work it is. */
export type ImplementationSide =
  /** The customer's. */
  | 'CUSTOMER'
  /** The vendor's. */
  | 'SPECIALIST';

/** What `importRecord` is to do, and to what. */
export type ImportRecordInput = {
  /** Slug or id. */
  company: string;
  /** `version` of the record that you saw. Where it is another by now, nothing is done: STALE_EDIT, and `stale` tells the difference. */
  expectedVersion: number;
  /** Number or project code on the platform; the ERP's if left out. */
  number?: string | null | undefined;
  /** Id of the record. */
  record: string;
};

/** What can be done with an action item. */
export type ItemMove =
  /** Say that it is done, and what shows it. */
  | 'COMPLETE'
  /** Open it again. */
  | 'REOPEN'
  /** Begin it. */
  | 'START'
  /** Do without it. */
  | 'WAIVE';

/** A part at the customer, or of the vendor's staff. */
export type ItemOwner =
  /** Who speaks for the company in the implementation. */
  | 'ERP_IMPLEMENTATION_CONTACT'
  /** Who looks after the company's IT. */
  | 'IT_ADMINISTRATOR'
  /** Who administers the construction platform. */
  | 'PLATFORM_ADMINISTRATOR'
  /** The vendor's point of contact. */
  | 'POINT_OF_CONTACT'
  /** The vendor's implementation specialist. */
  | 'SPECIALIST'
  /** Who administers the organisation in Xero. */
  | 'XERO_ADMINISTRATOR';

/** By when an action item has to be settled. */
export type ItemStage =
  /** In the first thirty days. */
  | 'GETTING_STARTED'
  /** Before going live. */
  | 'IMPLEMENTATION'
  /** Before the kick-off call. */
  | 'PREPARATION';

/** How an action item stands. */
export type ItemState =
  /** Done. */
  | 'DONE'
  /** Somebody is at it. */
  | 'IN_PROGRESS'
  /** Nothing has happened yet. */
  | 'OPEN'
  /** Not asked for here. */
  | 'WAIVED';

/** Language of texts for people. */
export type Locale =
  /** English. */
  | 'EN'
  /** French. */
  | 'FR';

/** What `moveActionItem` is to do, and to what. */
export type MoveActionItemInput = {
  /** Id or slug. */
  company: string;
  /** For COMPLETE: what shows that it is done. */
  evidence?: string | null | undefined;
  /** Code of the item. */
  item: string;
  /** What to do with it. */
  move: ItemMove;
  /** For WAIVE and REOPEN: why. */
  reason?: string | null | undefined;
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

/** What `retryRecord` is to do, and to what. */
export type RecordAddressInput = {
  /** Slug or id. */
  company: string;
  /** `version` of the record that you saw. Where it is another by now, nothing is done: STALE_EDIT, and `stale` tells the difference. */
  expectedVersion: number;
  /** Id of the record. */
  record: string;
};

/** FIRST_APPROVAL: a second person must agree before it goes. */
export type RecordAnswerOutcome =
  /** A second person must agree before it goes. */
  | 'FIRST_APPROVAL'
  /** Nothing was done. */
  | 'REFUSED'
  /** It was given back. */
  | 'REJECTED'
  /** It goes to the ERP. */
  | 'SENT';

/** What can happen to a record. */
export type RecordEvent =
  /** Taken by the ERP. */
  | 'ACCEPTED'
  /** The first approval fell, with the right that it rested on. */
  | 'APPROVAL_LAPSED'
  /** Agreed to by the first of two. */
  | 'APPROVE_FIRST'
  /** Put aside. */
  | 'ARCHIVE'
  /** Closed: nothing more is expected of it. */
  | 'CLOSE'
  /** Taken over from the ERP. */
  | 'IMPORT'
  /** Found invalid. */
  | 'INVALIDATE'
  /** Tied to what the ERP holds. */
  | 'LINK'
  /** Payments of it have changed. */
  | 'PAID'
  /** Moved to another connection, with its project. */
  | 'REBIND'
  /** Refused by the ERP. */
  | 'REFUSED'
  /** Given back to be corrected. */
  | 'REJECT'
  /** Opened again. */
  | 'REOPEN'
  /** Brought back. */
  | 'RESTORE'
  /** Offered again. */
  | 'RESUBMIT'
  /** Pulled back by who offered it. */
  | 'RETRIEVE'
  /** Tried once more. */
  | 'RETRY'
  /** Sent to the ERP. */
  | 'SEND'
  /** Read from the ERP. */
  | 'STAGE'
  /** Offered to the ERP. */
  | 'SUBMIT'
  /** Left without an answer by the ERP. */
  | 'UNANSWERED'
  /** The tie to the ERP was taken off. */
  | 'UNLINK';

/** A filter of the tool; each record is in exactly one. WITH_SUBMITTER: drafts, rejected and unlinked ones. */
export type RecordFilter =
  /** Put aside. */
  | 'ARCHIVED'
  /** Refused by the ERP, or read from it and invalid. */
  | 'FAILED'
  /** On their way. */
  | 'IN_PROGRESS'
  /** Wait for an approver. */
  | 'READY_TO_EXPORT'
  /** Read from the ERP. */
  | 'READY_TO_IMPORT'
  /** In the ERP, or imported from it. */
  | 'SYNCED'
  /** Drafts, rejected and unlinked ones: their submitters have to act. */
  | 'WITH_SUBMITTER';

/** What `rejectRecord` is to do, and to what. */
export type RecordReasonInput = {
  /** Slug or id. */
  company: string;
  /** `version` of the record that you saw. Where it is another by now, nothing is done: STALE_EDIT, and `stale` tells the difference. */
  expectedVersion: number;
  /** Kept in the history, and told to whom it concerns. */
  reason?: string | null | undefined;
  /** Id of the record. */
  record: string;
};

/** What a list of records is sorted by. */
export type RecordSort =
  /** Its amount. */
  | 'AMOUNT'
  /** Its own day. */
  | 'DOCUMENT_DATE'
  /** Its number. */
  | 'NUMBER'
  /** When it was last offered. */
  | 'SUBMITTED'
  /** Its title. */
  | 'TITLE'
  /** When it last changed. */
  | 'UPDATED';

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

/** What `sendRecords` is to do, and to what. */
export type RecordsInput = {
  /** Slug or id. */
  company: string;
  /** Of a rejection. */
  reason?: string | null | undefined;
  /** The records as you saw them. */
  records: Array<SeenRecordInput>;
};

/** What `resumeDeliveryLane` is to do, and to what. */
export type ResumeDeliveryLaneInput = {
  /** Slug or id. */
  company: string;
  /** Id of the lane, or of its connection. */
  lane: string;
};

/** A record as you saw it. */
export type SeenRecordInput = {
  /** `version` of the record that you saw. Where it is another by now, nothing is done: STALE_EDIT, and `stale` tells the difference. */
  expectedVersion: number;
  /** Id of the record. */
  record: string;
};

/** Part of vendor staff in a company. */
export type StaffRole =
  /** Is there for the company after that. */
  | 'POINT_OF_CONTACT'
  /** Leads the implementation, and helps for thirty days after it. */
  | 'SPECIALIST';

/** What `unlinkRecord` is to do, and to what. */
export type UnlinkRecordInput = {
  /** Slug or id. */
  company: string;
  /** You have seen that the ERP no longer holds it; asked for only where that cannot be looked up. */
  counterpartGone?: boolean;
  /** `version` of the record that you saw. Where it is another by now, nothing is done: STALE_EDIT, and `stale` tells the difference. */
  expectedVersion: number;
  /** Kept in the history, and told to whom it concerns. */
  reason?: string | null | undefined;
  /** Id of the record. */
  record: string;
};

/** Why a record may not be sent yet. */
export type UnmetPrerequisiteCode =
  /** It is mapped to an account that the ERP does not have, or has archived. */
  | 'ACCOUNT_NOT_IN_ERP'
  /** No account is mapped for a line. Only told: the ERP's item may have one. */
  | 'ACCOUNT_NOT_MAPPED'
  /** The connection that it travels by cannot be used. */
  | 'CONNECTION_NOT_USABLE'
  /** Nobody has looked whether the ERP knows the vendor already. */
  | 'COUNTERPART_NOT_LOOKED_FOR'
  /** The ERP's organisation does not keep its currency. */
  | 'CURRENCY_NOT_IN_ERP'
  /** It would be more than the ERP takes. */
  | 'ERP_LIMIT_REACHED'
  /** A field that the ERP needs is empty. */
  | 'FIELD_MISSING'
  /** The ERP cannot hold it as it is: too long, or characters, digits or days that it does not take. */
  | 'NOT_HELD_BY_ERP'
  /** What it builds on was never offered. */
  | 'NOT_SUBMITTED'
  /** What it builds on is not in the ERP. */
  | 'NOT_SYNCED'
  /** No line has a cost code of the ERP's list. */
  | 'NO_CODED_LINE'
  /** Another invoice of the vendor has the same number, however it is spelled. */
  | 'NUMBER_USED_BEFORE'
  /** What it builds on is offered for the books of another connection alone. */
  | 'ONLY_IN_ANOTHER_LEDGER'
  /** Its order would fall below zero. */
  | 'ORDER_BELOW_ZERO'
  /** Its order is closed: nothing more is expected of it. */
  | 'ORDER_CLOSED'
  /** It is in another currency than its order. */
  | 'ORDER_CURRENCY'
  /** It would go beyond what is left of its order. */
  | 'OVER_ORDER'
  /** It bills more of a cost code than its order has left of it. */
  | 'OVER_ORDER_LINE'
  /** Its date lies in a period that is locked in the ERP. */
  | 'PERIOD_LOCKED'
  /** The project is not set up for the ERP. */
  | 'SETTING_OFF'
  /** Its status on the platform does not allow it. */
  | 'STATUS_NOT_READY'
  /** It is mapped to a tax rate that the ERP does not have. */
  | 'TAX_NOT_IN_ERP'
  /** It is mapped to a tax rate that the ERP does not allow on the account. */
  | 'TAX_NOT_ON_ACCOUNT'
  /** It is of another vendor than its order. */
  | 'VENDOR_DIFFERS'
  /** It bills nothing. */
  | 'ZERO_INVOICE';

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

/** A person, or a service with an API key. */
export type ViewerKind =
  /** Somebody who has signed in. */
  | 'PERSON'
  /** A service with an API key. */
  | 'SERVICE'
  /** Ledgergate itself; never over the network. */
  | 'SYSTEM';

export type SendRecordsMutationVariables = Exact<{
  input: RecordsInput;
}>;


export type SendRecordsMutation = { sendRecords: { results: Array<{ recordId: string, outcome: RecordAnswerOutcome, record: { id: string, version: number, feature: FeatureName, number: string, title: string, state: RecordState, direction: Direction, rejectReason: string | null, documentDate: string | null, submittedAt: string | null, amount: { value: string, currency: string } | null, project: { id: string, code: string, name: string } | null, readiness: Array<{ code: UnmetPrerequisiteCode, message: string }>, send: { allowed: boolean, code: DecisionCode, message: string }, reject: { allowed: boolean, code: DecisionCode, message: string } } | null, decision: { allowed: boolean, code: DecisionCode, message: string } | null, stale: { expectedVersion: number, version: number, differences: Array<{ path: string, seen: unknown, now: unknown }>, revisions: Array<{ id: string, event: RecordEvent, actorName: string, at: string }> } | null, userErrors: Array<{ code: UserErrorCode, message: string }> }>, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type RejectRecordsMutationVariables = Exact<{
  input: RecordsInput;
}>;


export type RejectRecordsMutation = { rejectRecords: { results: Array<{ recordId: string, outcome: RecordAnswerOutcome, record: { id: string, version: number, feature: FeatureName, number: string, title: string, state: RecordState, direction: Direction, rejectReason: string | null, documentDate: string | null, submittedAt: string | null, amount: { value: string, currency: string } | null, project: { id: string, code: string, name: string } | null, readiness: Array<{ code: UnmetPrerequisiteCode, message: string }>, send: { allowed: boolean, code: DecisionCode, message: string }, reject: { allowed: boolean, code: DecisionCode, message: string } } | null, decision: { allowed: boolean, code: DecisionCode, message: string } | null, stale: { expectedVersion: number, version: number, differences: Array<{ path: string, seen: unknown, now: unknown }>, revisions: Array<{ id: string, event: RecordEvent, actorName: string, at: string }> } | null, userErrors: Array<{ code: UserErrorCode, message: string }> }>, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type RowsFragment = { results: Array<{ recordId: string, outcome: RecordAnswerOutcome, record: { id: string, version: number, feature: FeatureName, number: string, title: string, state: RecordState, direction: Direction, rejectReason: string | null, documentDate: string | null, submittedAt: string | null, amount: { value: string, currency: string } | null, project: { id: string, code: string, name: string } | null, readiness: Array<{ code: UnmetPrerequisiteCode, message: string }>, send: { allowed: boolean, code: DecisionCode, message: string }, reject: { allowed: boolean, code: DecisionCode, message: string } } | null, decision: { allowed: boolean, code: DecisionCode, message: string } | null, stale: { expectedVersion: number, version: number, differences: Array<{ path: string, seen: unknown, now: unknown }>, revisions: Array<{ id: string, event: RecordEvent, actorName: string, at: string }> } | null, userErrors: Array<{ code: UserErrorCode, message: string }> }>, userErrors: Array<{ code: UserErrorCode, message: string }> };

export type RetrieveRecordMutationVariables = Exact<{
  input: RecordAddressInput;
}>;


export type RetrieveRecordMutation = { retrieveRecord: { record: { id: string, version: number, feature: FeatureName, number: string, title: string, state: RecordState, direction: Direction, rejectReason: string | null, documentDate: string | null, submittedAt: string | null, amount: { value: string, currency: string } | null, project: { id: string, code: string, name: string } | null, readiness: Array<{ code: UnmetPrerequisiteCode, message: string }>, send: { allowed: boolean, code: DecisionCode, message: string }, reject: { allowed: boolean, code: DecisionCode, message: string } } | null, stale: { version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type ResubmitRecordMutationVariables = Exact<{
  input: RecordAddressInput;
}>;


export type ResubmitRecordMutation = { resubmitRecord: { record: { id: string, version: number, feature: FeatureName, number: string, title: string, state: RecordState, direction: Direction, rejectReason: string | null, documentDate: string | null, submittedAt: string | null, amount: { value: string, currency: string } | null, project: { id: string, code: string, name: string } | null, readiness: Array<{ code: UnmetPrerequisiteCode, message: string }>, send: { allowed: boolean, code: DecisionCode, message: string }, reject: { allowed: boolean, code: DecisionCode, message: string } } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type RetryRecordMutationVariables = Exact<{
  input: RecordAddressInput;
}>;


export type RetryRecordMutation = { retryRecord: { record: { id: string, version: number, feature: FeatureName, number: string, title: string, state: RecordState, direction: Direction, rejectReason: string | null, documentDate: string | null, submittedAt: string | null, amount: { value: string, currency: string } | null, project: { id: string, code: string, name: string } | null, readiness: Array<{ code: UnmetPrerequisiteCode, message: string }>, send: { allowed: boolean, code: DecisionCode, message: string }, reject: { allowed: boolean, code: DecisionCode, message: string } } | null, stale: { version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type ImportRecordMutationVariables = Exact<{
  input: ImportRecordInput;
}>;


export type ImportRecordMutation = { importRecord: { record: { id: string, version: number, feature: FeatureName, number: string, title: string, state: RecordState, direction: Direction, rejectReason: string | null, documentDate: string | null, submittedAt: string | null, amount: { value: string, currency: string } | null, project: { id: string, code: string, name: string } | null, readiness: Array<{ code: UnmetPrerequisiteCode, message: string }>, send: { allowed: boolean, code: DecisionCode, message: string }, reject: { allowed: boolean, code: DecisionCode, message: string } } | null, stale: { version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type ArchiveRecordMutationVariables = Exact<{
  input: RecordReasonInput;
}>;


export type ArchiveRecordMutation = { archiveRecord: { record: { id: string, version: number, feature: FeatureName, number: string, title: string, state: RecordState, direction: Direction, rejectReason: string | null, documentDate: string | null, submittedAt: string | null, amount: { value: string, currency: string } | null, project: { id: string, code: string, name: string } | null, readiness: Array<{ code: UnmetPrerequisiteCode, message: string }>, send: { allowed: boolean, code: DecisionCode, message: string }, reject: { allowed: boolean, code: DecisionCode, message: string } } | null, stale: { version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type UnlinkRecordMutationVariables = Exact<{
  input: UnlinkRecordInput;
}>;


export type UnlinkRecordMutation = { unlinkRecord: { record: { id: string, version: number, feature: FeatureName, number: string, title: string, state: RecordState, direction: Direction, rejectReason: string | null, documentDate: string | null, submittedAt: string | null, amount: { value: string, currency: string } | null, project: { id: string, code: string, name: string } | null, readiness: Array<{ code: UnmetPrerequisiteCode, message: string }>, send: { allowed: boolean, code: DecisionCode, message: string }, reject: { allowed: boolean, code: DecisionCode, message: string } } | null, stale: { version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type OneFragment = { record: { id: string, version: number, feature: FeatureName, number: string, title: string, state: RecordState, direction: Direction, rejectReason: string | null, documentDate: string | null, submittedAt: string | null, amount: { value: string, currency: string } | null, project: { id: string, code: string, name: string } | null, readiness: Array<{ code: UnmetPrerequisiteCode, message: string }>, send: { allowed: boolean, code: DecisionCode, message: string }, reject: { allowed: boolean, code: DecisionCode, message: string } } | null, stale: { version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null };

export type DeliveriesQueryVariables = Exact<{
  company: string;
}>;


export type DeliveriesQuery = { company: { id: string, erpIntegration: { id: string, lanes: Array<{ id: string, pausedUntil: string | null, underWay: number, deadLetters: number, fault: { code: DeliveryFaultCode, owner: FaultOwner, cause: string, fix: string, retryHelps: boolean } | null }>, underWay: { totalCount: number, edges: Array<{ node: { id: string, feature: FeatureName, state: DeliveryState, recordId: string, attempts: number, nextAttemptAt: string | null, text: string | null, fault: { code: DeliveryFaultCode, owner: FaultOwner, cause: string, fix: string, retryHelps: boolean } | null, waits: Array<{ reason: DeliveryWaitReason, message: string, recordId: string | null }> } }> }, dead: { totalCount: number, edges: Array<{ node: { id: string, feature: FeatureName, state: DeliveryState, recordId: string, attempts: number, nextAttemptAt: string | null, text: string | null, fault: { code: DeliveryFaultCode, owner: FaultOwner, cause: string, fix: string, retryHelps: boolean } | null, waits: Array<{ reason: DeliveryWaitReason, message: string, recordId: string | null }> } }> }, limits: Array<{ feature: FeatureName, used: number, most: number, hard: boolean }> } | null } | null, configure: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> } | null };

export type DeliveryListFragment = { totalCount: number, edges: Array<{ node: { id: string, feature: FeatureName, state: DeliveryState, recordId: string, attempts: number, nextAttemptAt: string | null, text: string | null, fault: { code: DeliveryFaultCode, owner: FaultOwner, cause: string, fix: string, retryHelps: boolean } | null, waits: Array<{ reason: DeliveryWaitReason, message: string, recordId: string | null }> } }> };

export type ResumeLaneMutationVariables = Exact<{
  input: ResumeDeliveryLaneInput;
}>;


export type ResumeLaneMutation = { resumeDeliveryLane: { userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type PortfolioQueryVariables = Exact<{ [key: string]: never; }>;


export type PortfolioQuery = { portfolio: Array<{ id: string, company: { id: string, slug: string, name: string }, implementation: { id: string, phase: Phase, openQuestions: number, ball: { side: ImplementationSide, since: string } | null, nextDate: { day: string, days: number, what: string } | null, late: Array<{ id: string }> } }> | null };

export type CompanyEventsSubscriptionVariables = Exact<{
  company: string;
  after?: string | null | undefined;
}>;


export type CompanyEventsSubscription = { companyEvents: { cursor: string, areas: Array<CompanyEventArea> } };

export type SetUpQueryVariables = Exact<{
  company: string;
}>;


export type SetUpQuery = { company: { id: string, name: string, implementation: { id: string, phase: Phase, live: boolean, liveAt: string | null, helpUntil: string | null, enteredAt: string, customerPercent: number, specialistPercent: number, items: Array<{ id: string, code: string, title: string, stage: ItemStage, side: ImplementationSide, state: ItemState, settled: boolean, late: boolean, dueOn: string | null, ownerRole: ItemOwner, ownerEmail: string | null, automatic: boolean, moves: Array<ItemMove>, evidence: string | null, reason: string | null, changedBy: string | null, waitsFor: Array<string>, missingConnections: Array<string> }>, goLiveReadiness: Array<{ id: string, title: string, side: ImplementationSide }>, ball: { side: ImplementationSide, since: string } | null, nextDate: { day: string, days: number, what: string } | null, nextStep: { id: string, title: string, side: ImplementationSide } | null } | null, calls: { edges: Array<{ node: { id: string, kind: CallKind, state: CallState, startsAt: string | null, minutes: number, moves: Array<CallMove>, host: { name: string, email: string }, attendees: Array<{ name: string, role: CallAttendeeRole, required: boolean, present: boolean }>, agenda: Array<{ goal: CallGoalName, text: string, ticked: boolean }>, slots: Array<{ id: string, state: CallSlotState, startsAt: string, why: string | null, madeBy: string }>, notes: Array<{ id: string, text: string, writtenBy: string, createdAt: string }>, followUps: Array<{ id: string, title: string, ownerName: string, dueOn: string, state: FollowUpState, late: boolean }> } }> } | null } | null, carryOut: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> } | null, lead: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> } | null, waive: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> } | null, confirm: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> } | null };

export type PlanFragment = { id: string, phase: Phase, live: boolean, liveAt: string | null, helpUntil: string | null, enteredAt: string, customerPercent: number, specialistPercent: number, ball: { side: ImplementationSide, since: string } | null, nextDate: { day: string, days: number, what: string } | null, nextStep: { id: string, title: string, side: ImplementationSide } | null };

export type ItemFragment = { id: string, code: string, title: string, stage: ItemStage, side: ImplementationSide, state: ItemState, settled: boolean, late: boolean, dueOn: string | null, ownerRole: ItemOwner, ownerEmail: string | null, automatic: boolean, moves: Array<ItemMove>, evidence: string | null, reason: string | null, changedBy: string | null, waitsFor: Array<string>, missingConnections: Array<string> };

export type CallDetailFragment = { id: string, kind: CallKind, state: CallState, startsAt: string | null, minutes: number, moves: Array<CallMove>, host: { name: string, email: string }, attendees: Array<{ name: string, role: CallAttendeeRole, required: boolean, present: boolean }>, agenda: Array<{ goal: CallGoalName, text: string, ticked: boolean }>, slots: Array<{ id: string, state: CallSlotState, startsAt: string, why: string | null, madeBy: string }>, notes: Array<{ id: string, text: string, writtenBy: string, createdAt: string }>, followUps: Array<{ id: string, title: string, ownerName: string, dueOn: string, state: FollowUpState, late: boolean }> };

export type MoveItemMutationVariables = Exact<{
  input: MoveActionItemInput;
}>;


export type MoveItemMutation = { moveActionItem: { item: { id: string, code: string, title: string, stage: ItemStage, side: ImplementationSide, state: ItemState, settled: boolean, late: boolean, dueOn: string | null, ownerRole: ItemOwner, ownerEmail: string | null, automatic: boolean, moves: Array<ItemMove>, evidence: string | null, reason: string | null, changedBy: string | null, waitsFor: Array<string>, missingConnections: Array<string> } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type ConfirmSlotMutationVariables = Exact<{
  input: CallSlotChoiceInput;
}>;


export type ConfirmSlotMutation = { confirmSlot: { remarks: Array<string>, call: { id: string, kind: CallKind, state: CallState, startsAt: string | null, minutes: number, moves: Array<CallMove>, host: { name: string, email: string }, attendees: Array<{ name: string, role: CallAttendeeRole, required: boolean, present: boolean }>, agenda: Array<{ goal: CallGoalName, text: string, ticked: boolean }>, slots: Array<{ id: string, state: CallSlotState, startsAt: string, why: string | null, madeBy: string }>, notes: Array<{ id: string, text: string, writtenBy: string, createdAt: string }>, followUps: Array<{ id: string, title: string, ownerName: string, dueOn: string, state: FollowUpState, late: boolean }> } | null, userErrors: Array<{ code: UserErrorCode, message: string }>, decision: { message: string } | null } };

export type ToolQueryVariables = Exact<{
  company: string;
}>;


export type ToolQuery = { company: { policyRevision: number, id: string, slug: string, name: string, currency: string, erpIntegration: { id: string, tabs: Array<{ tab: ErpToolTab, features: Array<FeatureName>, counts: Array<{ filter: RecordFilter, count: number }> }> } | null } | null };

export type RecordsQueryVariables = Exact<{
  company: string;
  tab?: ErpToolTab | null | undefined;
  filter?: RecordFilter | null | undefined;
  search?: string | null | undefined;
  sort?: RecordSort | null | undefined;
  descending?: boolean | null | undefined;
  iMay?: Action | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type RecordsQuery = { company: { id: string, erpIntegration: { id: string, records: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, version: number, feature: FeatureName, number: string, title: string, state: RecordState, direction: Direction, rejectReason: string | null, documentDate: string | null, submittedAt: string | null, amount: { value: string, currency: string } | null, project: { id: string, code: string, name: string } | null, readiness: Array<{ code: UnmetPrerequisiteCode, message: string }>, send: { allowed: boolean, code: DecisionCode, message: string }, reject: { allowed: boolean, code: DecisionCode, message: string } } }> } } | null } | null };

export type RowFragment = { id: string, version: number, feature: FeatureName, number: string, title: string, state: RecordState, direction: Direction, rejectReason: string | null, documentDate: string | null, submittedAt: string | null, amount: { value: string, currency: string } | null, project: { id: string, code: string, name: string } | null, readiness: Array<{ code: UnmetPrerequisiteCode, message: string }>, send: { allowed: boolean, code: DecisionCode, message: string }, reject: { allowed: boolean, code: DecisionCode, message: string } };

export type RecordQueryVariables = Exact<{
  id: string;
}>;


export type RecordQuery = { node:
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
    | { __typename: 'ErpRecord', companyId: string, allowedEvents: Array<RecordEvent>, item: Record<string, unknown>, vendorNumber: string | null, parentNumber: string | null, externalId: string | null, sentAt: string | null, id: string, version: number, feature: FeatureName, number: string, title: string, state: RecordState, direction: Direction, rejectReason: string | null, documentDate: string | null, submittedAt: string | null, submittedBy: { id: string, name: string } | null, sentBy: { id: string, name: string } | null, readiness: Array<{ code: UnmetPrerequisiteCode, message: string, fix: string, recordId: string | null, number: string }>, failure: { text: string | null, fault: { code: DeliveryFaultCode, owner: FaultOwner, cause: string, fix: string, retryHelps: boolean } } | null, delivery: { id: string, state: DeliveryState, attempts: number, enqueuedAt: string, finishedAt: string | null, nextAttemptAt: string | null, text: string | null, fault: { code: DeliveryFaultCode, owner: FaultOwner, cause: string, fix: string, retryHelps: boolean } | null, waits: Array<{ reason: DeliveryWaitReason, message: string, until: string | null, recordId: string | null }> } | null, history: { edges: Array<{ node: { id: string, event: RecordEvent, toState: RecordState, actorName: string, at: string, reason: string | null } }> }, sendWhy: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> }, rejectWhy: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> }, retrieveWhy: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> }, resubmitWhy: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> }, archiveWhy: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> }, unlinkWhy: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> }, importWhy: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> }, amount: { value: string, currency: string } | null, project: { id: string, code: string, name: string } | null, send: { allowed: boolean, code: DecisionCode, message: string }, reject: { allowed: boolean, code: DecisionCode, message: string } }
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
   | null };

export type DetailFragment = { companyId: string, allowedEvents: Array<RecordEvent>, item: Record<string, unknown>, vendorNumber: string | null, parentNumber: string | null, externalId: string | null, sentAt: string | null, id: string, version: number, feature: FeatureName, number: string, title: string, state: RecordState, direction: Direction, rejectReason: string | null, documentDate: string | null, submittedAt: string | null, submittedBy: { id: string, name: string } | null, sentBy: { id: string, name: string } | null, readiness: Array<{ code: UnmetPrerequisiteCode, message: string, fix: string, recordId: string | null, number: string }>, failure: { text: string | null, fault: { code: DeliveryFaultCode, owner: FaultOwner, cause: string, fix: string, retryHelps: boolean } } | null, delivery: { id: string, state: DeliveryState, attempts: number, enqueuedAt: string, finishedAt: string | null, nextAttemptAt: string | null, text: string | null, fault: { code: DeliveryFaultCode, owner: FaultOwner, cause: string, fix: string, retryHelps: boolean } | null, waits: Array<{ reason: DeliveryWaitReason, message: string, until: string | null, recordId: string | null }> } | null, history: { edges: Array<{ node: { id: string, event: RecordEvent, toState: RecordState, actorName: string, at: string, reason: string | null } }> }, sendWhy: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> }, rejectWhy: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> }, retrieveWhy: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> }, resubmitWhy: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> }, archiveWhy: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> }, unlinkWhy: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> }, importWhy: { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> }, amount: { value: string, currency: string } | null, project: { id: string, code: string, name: string } | null, send: { allowed: boolean, code: DecisionCode, message: string }, reject: { allowed: boolean, code: DecisionCode, message: string } };

export type FaultFragment = { code: DeliveryFaultCode, owner: FaultOwner, cause: string, fix: string, retryHelps: boolean };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string | null, email: string | null, kind: ViewerKind, mailPreferences: { id: string, locale: Locale | null, timezone: string | null } | null, memberships: Array<{ company: { id: string, slug: string, name: string, currency: string }, member: { id: string } }>, assignments: Array<{ role: StaffRole, company: { id: string, slug: string, name: string, currency: string } }> } };

export type CompanyNameFragment = { id: string, slug: string, name: string, currency: string };

export type RulesQueryVariables = Exact<{
  company: string;
}>;


export type RulesQuery = { abilityRules: { rules: unknown, policyRevision: number, validUntil: string | null } | null };

export type SetLanguageMutationVariables = Exact<{
  locale: Locale;
}>;


export type SetLanguageMutation = { setMailPreferences: { mailPreferences: { id: string, locale: Locale | null } | null, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type WhyFragment = { allowed: boolean, code: DecisionCode, message: string, action: Action | null, feature: FeatureName | null, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, givenBy: string, reason: string | null, validUntil: string | null } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { message: string, mutation: string | null, who: string, people: Array<{ name: string, email: string }> } | null }> };

export const RowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"documentDate"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"send"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"reject"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"REJECT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<RowFragment, unknown>;
export const RowsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Rows"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordRowsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordId"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Row"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stale"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expectedVersion"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"differences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"seen"}},{"kind":"Field","name":{"kind":"Name","value":"now"}}]}},{"kind":"Field","name":{"kind":"Name","value":"revisions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"documentDate"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"send"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"reject"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"REJECT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<RowsFragment, unknown>;
export const OneFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"One"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Row"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stale"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"documentDate"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"send"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"reject"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"REJECT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<OneFragment, unknown>;
export const FaultFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Fault"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeliveryFault"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"owner"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"fix"}},{"kind":"Field","name":{"kind":"Name","value":"retryHelps"}}]}}]} as unknown as DocumentNode<FaultFragment, unknown>;
export const DeliveryListFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeliveryConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"fault"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Fault"}}]}},{"kind":"Field","name":{"kind":"Name","value":"waits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Fault"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeliveryFault"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"owner"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"fix"}},{"kind":"Field","name":{"kind":"Name","value":"retryHelps"}}]}}]} as unknown as DocumentNode<DeliveryListFragment, unknown>;
export const PlanFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Plan"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Implementation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"live"}},{"kind":"Field","name":{"kind":"Name","value":"liveAt"}},{"kind":"Field","name":{"kind":"Name","value":"helpUntil"}},{"kind":"Field","name":{"kind":"Name","value":"enteredAt"}},{"kind":"Field","name":{"kind":"Name","value":"customerPercent"}},{"kind":"Field","name":{"kind":"Name","value":"specialistPercent"}},{"kind":"Field","name":{"kind":"Name","value":"ball"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextDate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"what"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextStep"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"side"}}]}}]}}]} as unknown as DocumentNode<PlanFragment, unknown>;
export const ItemFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Item"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActionItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"settled"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"ownerRole"}},{"kind":"Field","name":{"kind":"Name","value":"ownerEmail"}},{"kind":"Field","name":{"kind":"Name","value":"automatic"}},{"kind":"Field","name":{"kind":"Name","value":"moves"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"}},{"kind":"Field","name":{"kind":"Name","value":"waitsFor"}},{"kind":"Field","name":{"kind":"Name","value":"missingConnections"}}]}}]} as unknown as DocumentNode<ItemFragment, unknown>;
export const CallDetailFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CallDetail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Call"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"moves"}},{"kind":"Field","name":{"kind":"Name","value":"host"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attendees"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"present"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agenda"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"goal"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"ticked"}}]}},{"kind":"Field","name":{"kind":"Name","value":"slots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"madeBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"writtenBy"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"followUps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"ownerName"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"late"}}]}}]}}]} as unknown as DocumentNode<CallDetailFragment, unknown>;
export const WhyFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Why"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Decision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenBy"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"who"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhyFragment, unknown>;
export const DetailFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Detail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Row"}},{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"allowedEvents"}},{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"vendorNumber"}},{"kind":"Field","name":{"kind":"Name","value":"parentNumber"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"sentBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"fix"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"fault"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Fault"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"enqueuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"fault"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Fault"}}]}},{"kind":"Field","name":{"kind":"Name","value":"waits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"toState"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"sendWhy"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"rejectWhy"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"REJECT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"retrieveWhy"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"RETRIEVE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"resubmitWhy"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"RESUBMIT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"archiveWhy"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"ARCHIVE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unlinkWhy"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"UNLINK"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"importWhy"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"IMPORT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"documentDate"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"send"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"reject"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"REJECT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Fault"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeliveryFault"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"owner"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"fix"}},{"kind":"Field","name":{"kind":"Name","value":"retryHelps"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Why"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Decision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenBy"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"who"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DetailFragment, unknown>;
export const CompanyNameFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CompanyName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Company"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<CompanyNameFragment, unknown>;
export const SendRecordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendRecords"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendRecords"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Rows"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"documentDate"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"send"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"reject"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"REJECT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Rows"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordRowsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordId"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Row"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stale"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expectedVersion"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"differences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"seen"}},{"kind":"Field","name":{"kind":"Name","value":"now"}}]}},{"kind":"Field","name":{"kind":"Name","value":"revisions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<SendRecordsMutation, SendRecordsMutationVariables>;
export const RejectRecordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RejectRecords"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rejectRecords"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Rows"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"documentDate"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"send"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"reject"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"REJECT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Rows"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordRowsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordId"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Row"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stale"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expectedVersion"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"differences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"seen"}},{"kind":"Field","name":{"kind":"Name","value":"now"}}]}},{"kind":"Field","name":{"kind":"Name","value":"revisions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<RejectRecordsMutation, RejectRecordsMutationVariables>;
export const RetrieveRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetrieveRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAddressInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retrieveRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"One"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"documentDate"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"send"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"reject"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"REJECT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"One"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Row"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stale"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<RetrieveRecordMutation, RetrieveRecordMutationVariables>;
export const ResubmitRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResubmitRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAddressInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resubmitRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Row"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"documentDate"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"send"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"reject"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"REJECT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<ResubmitRecordMutation, ResubmitRecordMutationVariables>;
export const RetryRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAddressInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"One"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"documentDate"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"send"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"reject"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"REJECT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"One"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Row"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stale"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<RetryRecordMutation, RetryRecordMutationVariables>;
export const ImportRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportRecordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"One"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"documentDate"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"send"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"reject"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"REJECT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"One"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Row"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stale"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<ImportRecordMutation, ImportRecordMutationVariables>;
export const ArchiveRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ArchiveRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordReasonInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"archiveRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"One"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"documentDate"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"send"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"reject"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"REJECT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"One"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Row"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stale"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<ArchiveRecordMutation, ArchiveRecordMutationVariables>;
export const UnlinkRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnlinkRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnlinkRecordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unlinkRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"One"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"documentDate"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"send"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"reject"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"REJECT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"One"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Row"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stale"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<UnlinkRecordMutation, UnlinkRecordMutationVariables>;
export const DeliveriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Deliveries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"erpIntegration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lanes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pausedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"underWay"}},{"kind":"Field","name":{"kind":"Name","value":"deadLetters"}},{"kind":"Field","name":{"kind":"Name","value":"fault"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Fault"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"underWay"},"name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"EnumValue","value":"UNDER_WAY"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryList"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"dead"},"name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"EnumValue","value":"DEAD_LETTERS"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryList"}}]}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"used"}},{"kind":"Field","name":{"kind":"Name","value":"most"}},{"kind":"Field","name":{"kind":"Name","value":"hard"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"configure"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"CONFIGURE"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Fault"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeliveryFault"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"owner"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"fix"}},{"kind":"Field","name":{"kind":"Name","value":"retryHelps"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeliveryConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"fault"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Fault"}}]}},{"kind":"Field","name":{"kind":"Name","value":"waits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Why"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Decision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenBy"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"who"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DeliveriesQuery, DeliveriesQueryVariables>;
export const ResumeLaneDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResumeLane"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResumeDeliveryLaneInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resumeDeliveryLane"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ResumeLaneMutation, ResumeLaneMutationVariables>;
export const PortfolioDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Portfolio"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"portfolio"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"implementation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"ball"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextDate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"what"}}]}},{"kind":"Field","name":{"kind":"Name","value":"late"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"openQuestions"}}]}}]}}]}}]} as unknown as DocumentNode<PortfolioQuery, PortfolioQueryVariables>;
export const CompanyEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"CompanyEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"areas"}}]}}]}}]} as unknown as DocumentNode<CompanyEventsSubscription, CompanyEventsSubscriptionVariables>;
export const SetUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SetUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"implementation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Plan"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Item"}}]}},{"kind":"Field","name":{"kind":"Name","value":"goLiveReadiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"side"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"calls"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CallDetail"}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"carryOut"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"CARRY_OUT_ITEM"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"lead"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"LEAD_ITEM"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"waive"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"WAIVE"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"confirm"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"CONFIRM_SLOT"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Plan"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Implementation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"live"}},{"kind":"Field","name":{"kind":"Name","value":"liveAt"}},{"kind":"Field","name":{"kind":"Name","value":"helpUntil"}},{"kind":"Field","name":{"kind":"Name","value":"enteredAt"}},{"kind":"Field","name":{"kind":"Name","value":"customerPercent"}},{"kind":"Field","name":{"kind":"Name","value":"specialistPercent"}},{"kind":"Field","name":{"kind":"Name","value":"ball"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextDate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"what"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextStep"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"side"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Item"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActionItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"settled"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"ownerRole"}},{"kind":"Field","name":{"kind":"Name","value":"ownerEmail"}},{"kind":"Field","name":{"kind":"Name","value":"automatic"}},{"kind":"Field","name":{"kind":"Name","value":"moves"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"}},{"kind":"Field","name":{"kind":"Name","value":"waitsFor"}},{"kind":"Field","name":{"kind":"Name","value":"missingConnections"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CallDetail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Call"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"moves"}},{"kind":"Field","name":{"kind":"Name","value":"host"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attendees"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"present"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agenda"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"goal"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"ticked"}}]}},{"kind":"Field","name":{"kind":"Name","value":"slots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"madeBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"writtenBy"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"followUps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"ownerName"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"late"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Why"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Decision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenBy"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"who"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SetUpQuery, SetUpQueryVariables>;
export const MoveItemDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MoveItem"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MoveActionItemInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moveActionItem"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Item"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Item"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActionItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"settled"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"ownerRole"}},{"kind":"Field","name":{"kind":"Name","value":"ownerEmail"}},{"kind":"Field","name":{"kind":"Name","value":"automatic"}},{"kind":"Field","name":{"kind":"Name","value":"moves"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"}},{"kind":"Field","name":{"kind":"Name","value":"waitsFor"}},{"kind":"Field","name":{"kind":"Name","value":"missingConnections"}}]}}]} as unknown as DocumentNode<MoveItemMutation, MoveItemMutationVariables>;
export const ConfirmSlotDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmSlot"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CallSlotChoiceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmSlot"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"call"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CallDetail"}}]}},{"kind":"Field","name":{"kind":"Name","value":"remarks"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CallDetail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Call"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"moves"}},{"kind":"Field","name":{"kind":"Name","value":"host"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attendees"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"present"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agenda"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"goal"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"ticked"}}]}},{"kind":"Field","name":{"kind":"Name","value":"slots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"madeBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"writtenBy"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"followUps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"ownerName"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"late"}}]}}]}}]} as unknown as DocumentNode<ConfirmSlotMutation, ConfirmSlotMutationVariables>;
export const ToolDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Tool"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CompanyName"}},{"kind":"Field","name":{"kind":"Name","value":"policyRevision"}},{"kind":"Field","name":{"kind":"Name","value":"erpIntegration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tabs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tab"}},{"kind":"Field","name":{"kind":"Name","value":"features"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"filter"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CompanyName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Company"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<ToolQuery, ToolQueryVariables>;
export const RecordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Records"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"tab"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ErpToolTab"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sort"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSort"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"descending"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"iMay"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Action"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"erpIntegration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"records"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"tab"},"value":{"kind":"Variable","name":{"kind":"Name","value":"tab"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sort"}}},{"kind":"Argument","name":{"kind":"Name","value":"descending"},"value":{"kind":"Variable","name":{"kind":"Name","value":"descending"}}},{"kind":"Argument","name":{"kind":"Name","value":"iMay"},"value":{"kind":"Variable","name":{"kind":"Name","value":"iMay"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Row"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"documentDate"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"send"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"reject"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"REJECT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<RecordsQuery, RecordsQueryVariables>;
export const RecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Record"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Detail"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Row"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"documentDate"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"send"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"reject"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"REJECT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Fault"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeliveryFault"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"owner"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"fix"}},{"kind":"Field","name":{"kind":"Name","value":"retryHelps"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Why"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Decision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenBy"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"who"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Detail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Row"}},{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"allowedEvents"}},{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"vendorNumber"}},{"kind":"Field","name":{"kind":"Name","value":"parentNumber"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"sentBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"fix"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"fault"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Fault"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"enqueuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"fault"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Fault"}}]}},{"kind":"Field","name":{"kind":"Name","value":"waits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"toState"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"sendWhy"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"rejectWhy"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"REJECT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"retrieveWhy"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"RETRIEVE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"resubmitWhy"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"RESUBMIT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"archiveWhy"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"ARCHIVE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unlinkWhy"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"UNLINK"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"importWhy"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"IMPORT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Why"}}]}}]}}]} as unknown as DocumentNode<RecordQuery, RecordQueryVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mailPreferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CompanyName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CompanyName"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CompanyName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Company"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const RulesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Rules"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"abilityRules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rules"}},{"kind":"Field","name":{"kind":"Name","value":"policyRevision"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}}]}}]} as unknown as DocumentNode<RulesQuery, RulesQueryVariables>;
export const SetLanguageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetLanguage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"locale"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Locale"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setMailPreferences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailPreferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SetLanguageMutation, SetLanguageMutationVariables>;