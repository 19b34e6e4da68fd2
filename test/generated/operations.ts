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

/** Whether somebody can attend. */
export type Availability =
  /** Can attend. */
  | 'CAN'
  /** Cannot attend. */
  | 'CANNOT';

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

/** Why a consent is in force no more. */
export type ConsentLossCode =
  /** The ledger does not accept the consent any more. */
  | 'CONSENT_REFUSED'
  /** The organisation was disconnected in the ledger. */
  | 'ORGANISATION_DISCONNECTED';

/** Whether the ledger's organisation can be reached. */
export type ConsentState =
  /** In force. */
  | 'ACTIVE'
  /** Given back; the ledger has not confirmed that yet. */
  | 'ENDING'
  /** The ledger does not accept it any more. */
  | 'LOST';

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

/** A call to the ERP, a look-up of what became of one, or a last look at the rights that withheld it. */
export type DeliveryAttemptKind =
  /** A call to the ERP. */
  | 'CALL'
  /** A last look at the rights, which withheld it. */
  | 'LAST_LOOK'
  /** A look-up of what became of a call. */
  | 'LOOK_UP';

/** What came of one try. */
export type DeliveryAttemptOutcome =
  /** Put off: the ERP was busy or away. */
  | 'DEFERRED'
  /** The ERP took it. */
  | 'DELIVERED'
  /** Looked up, and not there. */
  | 'NOT_THERE'
  /** The ERP refused it. */
  | 'REFUSED'
  /** The ERP did not accept the connection. */
  | 'UNAUTHORISED'
  /** It is not known whether it arrived. */
  | 'UNKNOWN'
  /** The right to send it was gone. */
  | 'WITHHELD';

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

/** What the ledger is read for by date of change. */
export type ErpChangeKind =
  /** Bills. */
  | 'BILL'
  /** Contacts. */
  | 'CONTACT'
  /** Products and services. */
  | 'ITEM'
  /** Payments. */
  | 'PAYMENT'
  /** Purchase orders. */
  | 'PURCHASE_ORDER'
  /** Money spent from a bank account. */
  | 'SPEND_MONEY'
  /** Credit notes of suppliers. */
  | 'SUPPLIER_CREDIT'
  /** Options of the tracking category. */
  | 'TRACKING_OPTION';

/** PUT_OFF: the ledger's allowance is used up; the schedule goes on. NOT_OPEN: switched off, not live or not authorised. */
export type ErpReadingOutcome =
  /** Read to its end. */
  | 'COMPLETE'
  /** The ledger answered with an error. */
  | 'FAILED'
  /** Nothing leads to the ledger. */
  | 'NOT_CONNECTED'
  /** Switched off, not live or not authorised. */
  | 'NOT_OPEN'
  /** The ledger's allowance is used up; the schedule goes on. */
  | 'PUT_OFF';

/** What a reading of the ledger is for. */
export type ErpReadingPurpose =
  /** To import what is new. */
  | 'IMPORT'
  /** To see what is paid. */
  | 'PAYMENTS'
  /** To compare with what was delivered. */
  | 'RECONCILE'
  /** To know on which terms contacts are paid. */
  | 'TERMS';

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

/** What has become of a record in the ledger. MISSING: it is gone without a trace. */
export type LedgerDrift =
  /** It was archived there. */
  | 'ARCHIVED'
  /** It was deleted there. */
  | 'DELETED'
  /** A field was changed there. */
  | 'EDITED'
  /** It is gone without a trace. */
  | 'MISSING'
  /** It was voided there. */
  | 'VOIDED';

/** A kind of letters that people can decline. */
export type LetterKind =
  /** Reminders of calls. */
  | 'CALL_REMINDER'
  /** The daily letter to approvers. */
  | 'DIGEST'
  /** News of the integration: live, suspended, other vendor staff. */
  | 'INTEGRATION_NEWS'
  /** Reminders of action items. */
  | 'ITEM_REMINDER'
  /** That rights are about to end. */
  | 'RIGHTS_ENDING';

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

/** Language of texts for people. */
export type Locale =
  /** English. */
  | 'EN'
  /** French. */
  | 'FR';

/** Why two may be the same. NAME: equal but for case. SIMILAR_NAME: equal without accents, punctuation and legal forms. */
export type MatchReason =
  /** Equal e-mail addresses. */
  | 'EMAIL'
  /** Equal names, but for case. */
  | 'NAME'
  /** Equal numbers. */
  | 'NUMBER'
  /** Equal names without accents, punctuation and legal forms. */
  | 'SIMILAR_NAME'
  /** Equal letters and digits of the tax number. */
  | 'TAX_NUMBER';

/** An amount of money as a decimal text, exact. */
export type MoneyInput = {
  /** ISO 4217 code: USD, EUR, AUD, ... */
  currency: string;
  /** Plain decimal number: "1250.50". No thousands separators. */
  value: string;
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

/** What can be done with a question. */
export type QuestionMove =
  /** Answer it. */
  | 'ANSWER'
  /** Settle it. */
  | 'CLOSE'
  /** Say what is still open. */
  | 'REOPEN';

/** How far a question is. */
export type QuestionState =
  /** Answered. */
  | 'ANSWERED'
  /** Waits for an answer. */
  | 'ASKED'
  /** Settled. */
  | 'CLOSED';

/** RESUBMIT: the platform's version is offered again. KEEP: it stays as it is, until it changes again. */
export type ReconcileAction =
  /** It stays as it is, until it changes again. */
  | 'KEEP'
  /** The platform's version is offered again. */
  | 'RESUBMIT'
  /** The tie is taken off, so that it can be offered anew. */
  | 'UNLINK';

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

/** UNCHANGED: the very same item is there already. */
export type RecordOfferOutcome =
  /** Nothing was kept. */
  | 'REFUSED'
  /** It waits for an approver again. */
  | 'RESUBMITTED'
  /** It waits for an approver. */
  | 'SUBMITTED'
  /** The very same item is there already. */
  | 'UNCHANGED';

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

/** Who can open a missed gate. */
export type RemedyRole =
  /** Another approver. */
  | 'ANOTHER_APPROVER'
  /** Whoever asks, by saying what is not known. */
  | 'ASKER'
  /** Who has Admin on the company directory. */
  | 'DIRECTORY_ADMINISTRATOR'
  /** A directory administrator who can push to accounting. */
  | 'GRANTOR'
  /** Nobody: no right changes this. */
  | 'NOBODY'
  /** Who runs the project on the platform. */
  | 'PROJECT_ADMINISTRATOR'
  /** The vendor's implementation specialist. */
  | 'SPECIALIST'
  /** Who submitted the record. */
  | 'SUBMITTER'
  /** Who has Admin on the ERP Integrations tool. */
  | 'TOOL_ADMINISTRATOR'
  /** The vendor. */
  | 'VENDOR';

/** A record as you saw it. */
export type SeenRecordInput = {
  /** `version` of the record that you saw. Where it is another by now, nothing is done: STALE_EDIT, and `stale` tells the difference. */
  expectedVersion: number;
  /** Id of the record. */
  record: string;
};

/** What a right to send rests on. */
export type SendingBasis =
  /** Being a directory administrator who can push to accounting. */
  | 'DIRECTORY_ADMINISTRATOR'
  /** The company lets the feature skip the approver. */
  | 'DIRECT_EXPORT'
  /** A grant. */
  | 'GRANT'
  /** Nothing that would have been enough. */
  | 'NO_GRANT'
  /** The person's role alone. */
  | 'ROLE';

/** Part of vendor staff in a company. */
export type StaffRole =
  /** Is there for the company after that. */
  | 'POINT_OF_CONTACT'
  /** Leads the implementation, and helps for thirty days after it. */
  | 'SPECIALIST';

/** The customer's parts in the implementation. */
export type StakeholderRole =
  /** Speaks for the company in the implementation. */
  | 'ERP_IMPLEMENTATION_CONTACT'
  /** Looks after the company's IT. */
  | 'IT_ADMINISTRATOR'
  /** Administers the construction platform. */
  | 'PLATFORM_ADMINISTRATOR'
  /** Administers the organisation in Xero. */
  | 'XERO_ADMINISTRATOR';

/** Member of the company, the vendor's staff, or a service with an API key. */
export type SubjectKind =
  /** A member of the company. */
  | 'MEMBER'
  /** A service with an API key. */
  | 'SERVICE'
  /** The vendor's staff. */
  | 'STAFF';

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

export type MayISendQueryVariables = Exact<{
  company?: string | null | undefined;
}>;


export type MayISendQuery = { commitments: { allowed: boolean, code: DecisionCode, message: string } | null, invoices: { allowed: boolean, code: DecisionCode, message: string } | null };

export type WhyAndWhoCouldChangeItQueryVariables = Exact<{
  company?: string | null | undefined;
  subject?: string | null | undefined;
}>;


export type WhyAndWhoCouldChangeItQuery = { decision: { allowed: boolean, code: DecisionCode, message: string, policyRevision: number | null, evaluatedAt: string, subject: { id: string, name: string, toolLevel: Level, canPushToAccounting: boolean } | null, gates: Array<{ code: GateCode, passed: boolean, message: string, remedy: { role: RemedyRole, message: string, mutation: string | null, people: Array<{ name: string, email: string }> } | null }> } | null };

export type AccessMatrixQueryVariables = Exact<{
  company?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AccessMatrixQuery = { company: { id: string, name: string, accessMatrix: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, approver: boolean, member: { id: string, name: string, email: string }, cells: Array<{ feature: FeatureName, send: { allowed: boolean, conditional: boolean, code: DecisionCode } | null, import: { allowed: boolean, code: DecisionCode } | null }> } }> } | null } | null };

export type WhoCanQueryVariables = Exact<{
  company?: string | null | undefined;
  subject?: string | null | undefined;
}>;


export type WhoCanQuery = { commitments: { totalCount: number, edges: Array<{ node: { subject: { kind: SubjectKind, name: string, email: string }, decision: { message: string } } }> } | null, invoices: { totalCount: number, edges: Array<{ node: { subject: { kind: SubjectKind, name: string, email: string }, decision: { message: string } } }> } | null, whatCan: Array<{ action: Action, feature: FeatureName | null, conditional: boolean, message: string }> | null };

export type AllowedFragment = { totalCount: number, edges: Array<{ node: { subject: { kind: SubjectKind, name: string, email: string }, decision: { message: string } } }> };

export type GrantInvoicesMutationVariables = Exact<{
  company?: string | null | undefined;
  member?: string | null | undefined;
  ceiling?: MoneyInput | null | undefined;
  reason?: string | null | undefined;
}>;


export type GrantInvoicesMutation = { grantFeatureAccess: { policyRevision: number | null, grant: { id: string, feature: FeatureName, direction: Direction, ceiling: { value: string, currency: string } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }>, decision: { message: string, gates: Array<{ code: GateCode, passed: boolean, message: string }> } | null } };

export type AfterTheGrantQueryVariables = Exact<{
  company?: string | null | undefined;
  subject?: string | null | undefined;
}>;


export type AfterTheGrantQuery = { decision: { allowed: boolean, message: string, limits: Array<{ code: GateCode, message: string }>, grant: { id: string, reason: string | null, givenBy: string } | null } | null };

export type CompanyOverviewQueryVariables = Exact<{
  company?: string | null | undefined;
}>;


export type CompanyOverviewQuery = { viewer: { id: string, email: string | null, name: string | null, memberships: Array<{ company: { id: string, slug: string } }>, assignments: Array<{ role: StaffRole, company: { id: string, slug: string } }> }, company: { id: string, name: string, country: string, currency: string, policyRevision: number, implementation: { id: string, phase: Phase, live: boolean, nextPhases: Array<Phase> } | null, connection: { id: string, connector: string, edition: string, editionSupported: boolean, status: ConnectionStatus, organisationName: string | null } | null, features: Array<{ id: string, feature: FeatureName, enabled: boolean, directExport: DirectExportMode }> | null, stakeholders: Array<{ id: string, role: StakeholderRole, name: string, email: string }> | null, vendorStaff: Array<{ id: string, role: StaffRole, name: string, email: string }> | null, projects: { totalCount: number, edges: Array<{ node: { id: string, code: string, name: string } }> } | null, grants: { totalCount: number, edges: Array<{ node: { id: string, feature: FeatureName, direction: Direction, reason: string | null, member: { id: string, name: string } } }> } | null } | null };

export type AuditTrailQueryVariables = Exact<{
  company?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditTrailQuery = { company: { id: string, auditTrail: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, sequence: number, at: string, actorKind: ActorKind, actorName: string, action: string, targetKind: string, before: Record<string, unknown> | null, after: Record<string, unknown> | null, why: string | null, policyRevision: number } }> } | null } | null };

export type ThisRecordQueryVariables = Exact<{
  company?: string | null | undefined;
  subject?: string | null | undefined;
}>;


export type ThisRecordQuery = { sent: { allowed: boolean, code: DecisionCode, message: string, gates: Array<{ code: GateCode, passed: boolean, evaluable: boolean, wanted: Array<string>, message: string, remedy: { message: string, people: Array<{ name: string }> } | null }> } | null, own: { allowed: boolean, code: DecisionCode, message: string, gates: Array<{ code: GateCode, passed: boolean, evaluable: boolean, wanted: Array<string>, message: string, remedy: { message: string, people: Array<{ name: string }> } | null }> } | null, unknown: { allowed: boolean, code: DecisionCode, message: string, gates: Array<{ code: GateCode, passed: boolean, evaluable: boolean, wanted: Array<string>, message: string, remedy: { message: string, people: Array<{ name: string }> } | null }> } | null };

export type ReasonsFragment = { allowed: boolean, code: DecisionCode, message: string, gates: Array<{ code: GateCode, passed: boolean, evaluable: boolean, wanted: Array<string>, message: string, remedy: { message: string, people: Array<{ name: string }> } | null }> };

export type SetUpQueryVariables = Exact<{
  company?: string | null | undefined;
}>;


export type SetUpQuery = { company: { id: string, implementation: { id: string, phase: Phase, live: boolean, helpUntil: string | null, nextPhases: Array<Phase>, openQuestions: number, customerPercent: number, specialistPercent: number, nextStep: { id: string, code: string, title: string, ownerRole: ItemOwner } | null, ball: { side: ImplementationSide, since: string } | null, nextDate: { what: string, day: string, days: number } | null, late: Array<{ id: string, code: string }>, lateTasks: Array<{ id: string, title: string, ownerName: string, dueOn: string }>, goLiveReadiness: Array<{ id: string, code: string, title: string, side: ImplementationSide, ownerRole: ItemOwner, ownerEmail: string | null, waitsFor: Array<string> }>, items: Array<{ id: string, code: string, title: string, side: ImplementationSide, stage: ItemStage, state: ItemState, automatic: boolean, moves: Array<ItemMove>, dueOn: string | null, evidence: string | null, reason: string | null, changedBy: string | null }> } | null } | null };

export type AgreeMutationVariables = Exact<{ [key: string]: never; }>;


export type AgreeMutation = { agreeActionItem: { item: { id: string, code: string, ownerEmail: string | null, dueOn: string | null, late: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type CallsQueryVariables = Exact<{
  company?: string | null | undefined;
  zone?: string | null | undefined;
}>;


export type CallsQuery = { company: { id: string, calls: { totalCount: number, edges: Array<{ node: { id: string, kind: CallKind, state: CallState, minutes: number, startsAt: string | null, localStart: string | null, agreedBy: string | null, moves: Array<CallMove>, host: { name: string }, slots: Array<{ id: string, state: CallSlotState, localStart: string, madeBy: string, why: string | null, answers: Array<{ email: string, availability: Availability }> }>, attendees: Array<{ role: CallAttendeeRole, name: string, required: boolean, present: boolean }>, agenda: Array<{ text: string, ticked: boolean, tickedBy: string | null }>, notes: Array<{ id: string, text: string, writtenBy: string }> } }> } | null, followUps: { totalCount: number, edges: Array<{ node: { id: string, title: string, ownerName: string, dueOn: string, late: boolean } }> } | null } | null };

export type ErpIntegrationQueryVariables = Exact<{
  company?: string | null | undefined;
  filter?: RecordFilter | null | undefined;
  search?: string | null | undefined;
  connection?: string | null | undefined;
}>;


export type ErpIntegrationQuery = { company: { id: string, erpIntegration: { id: string, counts: Array<{ filter: RecordFilter, count: number }>, mayBeSent: Array<{ filter: RecordFilter, count: number }>, tabs: Array<{ tab: ErpToolTab, counts: Array<{ filter: RecordFilter, count: number }> }>, records: { totalCount: number, edges: Array<{ node: { id: string, feature: FeatureName, number: string, title: string, state: RecordState, version: number, amount: { value: string, currency: string } | null, project: { id: string, code: string } | null, submittedBy: { id: string, name: string } | null, readiness: Array<{ code: UnmetPrerequisiteCode, message: string, fix: string, direct: boolean }>, delivery: { id: string, state: DeliveryState, nextAttemptAt: string | null, fault: { code: DeliveryFaultCode, fix: string } | null, waits: Array<{ reason: DeliveryWaitReason, message: string, until: string | null }> } | null, send: { allowed: boolean, code: DecisionCode, message: string }, reject: { allowed: boolean, code: DecisionCode }, history: { edges: Array<{ node: { id: string, event: RecordEvent, toState: RecordState, actorName: string, at: string } }> } } }> } } | null } | null };

export type QuestionsQueryVariables = Exact<{
  company?: string | null | undefined;
}>;


export type QuestionsQuery = { company: { id: string, questionsGoTo: { name: string, role: StaffRole } | null, questions: { totalCount: number, edges: Array<{ node: { id: string, text: string, askedBy: string, waitsSince: string | null, itemTitle: string | null, moves: Array<QuestionMove>, responsible: { name: string } | null, posts: Array<{ id: string, move: QuestionMove, text: string, writtenBy: string }> } }> } | null } | null };

export type AskMutationVariables = Exact<{ [key: string]: never; }>;


export type AskMutation = { askQuestion: { question: { id: string, state: QuestionState, responsible: { name: string, role: StaffRole } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type DailyDigestQueryVariables = Exact<{
  company?: string | null | undefined;
}>;


export type DailyDigestQuery = { viewer: { id: string, email: string | null, digestPreview: { subject: string, waiting: number, failed: number, text: string } | null } };

export type MailPreferencesQueryVariables = Exact<{ [key: string]: never; }>;


export type MailPreferencesQuery = { viewer: { id: string, mailPreferences: { id: string, email: string, locale: Locale | null, timezone: string | null, letters: Array<{ kind: LetterKind, title: string, wanted: boolean }> } | null } };

export type SetMailPreferencesMutationVariables = Exact<{ [key: string]: never; }>;


export type SetMailPreferencesMutation = { setMailPreferences: { mailPreferences: { id: string, locale: Locale | null, timezone: string | null, letters: Array<{ kind: LetterKind, wanted: boolean }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type EvidenceQueryVariables = Exact<{
  company?: string | null | undefined;
}>;


export type EvidenceQuery = { company: { id: string, erpIntegration: { id: string, records: { edges: Array<{ node: { id: string, number: string, title: string, externalId: string | null, evidence: Array<{ revision: number, itemDigest: string | null, basis: SendingBasis | null, state: DeliveryState, submitted: { at: string, actorName: string } | null, firstApproval: { at: string, actorName: string, grantId: string | null } | null, sent: { at: string, actorName: string, grantId: string | null, policyRevision: number } | null, attempts: Array<{ number: number, kind: DeliveryAttemptKind, idempotencyKey: string | null, startedAt: string, outcome: DeliveryAttemptOutcome | null, detail: string | null }>, answer: { at: string | null, externalId: string | null, code: DeliveryFaultCode | null, text: string | null } }> | null } }> } } | null } | null };

export type ConnectionQueryVariables = Exact<{
  company?: string | null | undefined;
}>;


export type ConnectionQuery = { company: { id: string, connection: { id: string, status: ConnectionStatus, organisationName: string | null, editionMessage: string, consent: { state: ConsentState, organisationName: string, authorisedByName: string, authorisedAt: string, lostCode: ConsentLossCode | null, lostMessage: string | null } | null } | null } | null };

export type SuggestedMatchesQueryVariables = Exact<{
  company?: string | null | undefined;
}>;


export type SuggestedMatchesQuery = { company: { id: string, erpIntegration: { id: string, duplicateVendors: Array<{ direction: Direction, reasons: Array<MatchReason>, records: Array<{ id: string, number: string, title: string }> }>, suggestedMatches: { totalCount: number, matches: Array<{ score: number, reasons: Array<MatchReason>, ambiguous: boolean, record: { id: string, version: number, number: string, title: string, link: { allowed: boolean, code: DecisionCode } }, counterpart: { id: string, version: number, title: string, externalId: string | null } }> } } | null } | null };

export type ReadLedgerMutationVariables = Exact<{
  company?: string | null | undefined;
}>;


export type ReadLedgerMutation = { importFromErp: { results: Array<{ feature: FeatureName, outcome: ErpReadingOutcome, read: number, staged: number, imported: number, reason: string | null }>, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type ReconcileMutationVariables = Exact<{
  company?: string | null | undefined;
}>;


export type ReconcileMutation = { reconcile: { reconciliation: { id: string, complete: boolean, reason: string | null, compared: number, rows: { totalCount: number, edges: Array<{ node: { id: string, drift: LedgerDrift, changedAt: string, proposed: ReconcileAction, reason: string, differences: Array<{ field: string, sent: string | null, ledger: string | null }>, record: { id: string, version: number, feature: FeatureName, number: string, title: string } } }> } } | null, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type LedgerReadingsQueryVariables = Exact<{
  company?: string | null | undefined;
}>;


export type LedgerReadingsQuery = { company: { id: string, erpIntegration: { id: string, records: { edges: Array<{ node: { id: string, feature: FeatureName, number: string, title: string, prerequisitesBlocked: boolean } }> }, readings: Array<{ purpose: ErpReadingPurpose, kind: ErpChangeKind, changedUpTo: string | null, sweptAt: string | null, lastError: string | null }> } | null } | null };

export type DeliveriesQueryVariables = Exact<{
  company?: string | null | undefined;
  connection?: string | null | undefined;
}>;


export type DeliveriesQuery = { company: { id: string, erpIntegration: { id: string, deliveries: { totalCount: number, edges: Array<{ node: { id: string, feature: FeatureName, state: DeliveryState, recordId: string, attempts: number, nextAttemptAt: string | null, text: string | null, fault: { code: DeliveryFaultCode, owner: FaultOwner, cause: string, fix: string, retryHelps: boolean } | null, waits: Array<{ reason: DeliveryWaitReason, until: string | null, recordId: string | null }> } }> }, lanes: Array<{ id: string, pausedUntil: string | null, underWay: number, deadLetters: number }>, limits: Array<{ feature: FeatureName, used: number, most: number, hard: boolean }>, unknownFaults: { edges: Array<{ node: { id: string, text: string, count: number, lastSeenAt: string } }> } | null } | null } | null };

export type ConnectionsQueryVariables = Exact<{
  company?: string | null | undefined;
}>;


export type ConnectionsQuery = { company: { id: string, connections: { edges: Array<{ node: { id: string, name: string, isDefault: boolean, country: string, status: ConnectionStatus, consent: { state: ConsentState, organisationName: string } | null } }> } | null, projects: { edges: Array<{ node: { id: string, code: string, connection: { id: string, name: string } | null } }> } | null } | null };

export type FindRecordQueryVariables = Exact<{
  company?: string | null | undefined;
  number?: string | null | undefined;
}>;


export type FindRecordQuery = { company: { id: string, erpIntegration: { id: string, records: { edges: Array<{ node: { id: string, version: number, number: string, title: string, state: RecordState, decision: { allowed: boolean, code: DecisionCode } } }> } } | null } | null };

export type SendRecordsMutationVariables = Exact<{
  company?: string | null | undefined;
  records?: Array<SeenRecordInput> | SeenRecordInput | null | undefined;
}>;


export type SendRecordsMutation = { sendRecords: { results: Array<{ outcome: RecordAnswerOutcome, record: { id: string, number: string, state: RecordState, version: number } | null, stale: { expectedVersion: number, version: number, differences: Array<{ path: string, seen: unknown, now: unknown }>, revisions: Array<{ id: string, at: string, actorName: string, event: RecordEvent }> } | null, userErrors: Array<{ code: UserErrorCode, message: string }> }>, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type FindOfferedQueryVariables = Exact<{
  company?: string | null | undefined;
}>;


export type FindOfferedQuery = { company: { id: string, erpIntegration: { id: string, rejected: { edges: Array<{ node: { id: string, version: number, number: string, title: string, state: RecordState, rejectReason: string | null, resubmit: { allowed: boolean, code: DecisionCode, message: string }, unlink: { allowed: boolean, code: DecisionCode, message: string } } }> }, held: { edges: Array<{ node: { id: string, version: number, number: string, title: string, state: RecordState, rejectReason: string | null, resubmit: { allowed: boolean, code: DecisionCode, message: string }, unlink: { allowed: boolean, code: DecisionCode, message: string } } }> } } | null } | null };

export type OfferAgainMutationVariables = Exact<{
  company?: string | null | undefined;
  record?: string | null | undefined;
  version?: number | null | undefined;
  really?: boolean | null | undefined;
}>;


export type OfferAgainMutation = { resubmitRecord?: { outcome: RecordOfferOutcome | null, record: { id: string, number: string, state: RecordState, submittedBy: { id: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type UnlinkMutationVariables = Exact<{
  company?: string | null | undefined;
  record?: string | null | undefined;
  version?: number | null | undefined;
  really?: boolean | null | undefined;
}>;


export type UnlinkMutation = { unlinkRecord?: { record: { id: string, number: string, state: RecordState } | null, userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type OfferedFragment = { edges: Array<{ node: { id: string, version: number, number: string, title: string, state: RecordState, rejectReason: string | null, resubmit: { allowed: boolean, code: DecisionCode, message: string }, unlink: { allowed: boolean, code: DecisionCode, message: string } } }> };

export const AllowedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Allowed"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AllowedSubjectConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AllowedFragment, unknown>;
export const ReasonsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Reasons"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Decision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"gates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"evaluable"}},{"kind":"Field","name":{"kind":"Name","value":"wanted"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReasonsFragment, unknown>;
export const OfferedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Offered"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecordConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","alias":{"kind":"Name","value":"resubmit"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"RESUBMIT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unlink"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"UNLINK"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OfferedFragment, unknown>;
export const MayISendDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MayISend"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"commitments"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}},{"kind":"ObjectField","name":{"kind":"Name","value":"feature"},"value":{"kind":"EnumValue","value":"COMMITMENT"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"invoices"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}},{"kind":"ObjectField","name":{"kind":"Name","value":"feature"},"value":{"kind":"EnumValue","value":"SUBCONTRACTOR_INVOICE"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<MayISendQuery, MayISendQueryVariables>;
export const WhyAndWhoCouldChangeItDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhyAndWhoCouldChangeIt"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"subject"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"commitments-only@demo.test","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"subject"},"value":{"kind":"Variable","name":{"kind":"Name","value":"subject"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}},{"kind":"ObjectField","name":{"kind":"Name","value":"feature"},"value":{"kind":"EnumValue","value":"SUBCONTRACTOR_INVOICE"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"toolLevel"}},{"kind":"Field","name":{"kind":"Name","value":"canPushToAccounting"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"policyRevision"}},{"kind":"Field","name":{"kind":"Name","value":"evaluatedAt"}}]}}]}}]} as unknown as DocumentNode<WhyAndWhoCouldChangeItQuery, WhyAndWhoCouldChangeItQueryVariables>;
export const AccessMatrixDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccessMatrix"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"accessMatrix"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"approver"}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"send"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"conditional"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"import"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<AccessMatrixQuery, AccessMatrixQueryVariables>;
export const WhoCanDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoCan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"subject"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"commitments-only@demo.test","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"commitments"},"name":{"kind":"Name","value":"whoCan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}},{"kind":"Argument","name":{"kind":"Name","value":"feature"},"value":{"kind":"EnumValue","value":"COMMITMENT"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Allowed"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"invoices"},"name":{"kind":"Name","value":"whoCan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}},{"kind":"Argument","name":{"kind":"Name","value":"feature"},"value":{"kind":"EnumValue","value":"SUBCONTRACTOR_INVOICE"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Allowed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"whatCan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"Argument","name":{"kind":"Name","value":"subject"},"value":{"kind":"Variable","name":{"kind":"Name","value":"subject"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"conditional"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Allowed"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AllowedSubjectConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhoCanQuery, WhoCanQueryVariables>;
export const GrantInvoicesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GrantInvoices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"member"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"commitments-only@demo.test","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ceiling"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MoneyInput"}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"value"},"value":{"kind":"StringValue","value":"10000.00","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"currency"},"value":{"kind":"StringValue","value":"USD","block":false}}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"Covers for Bruno while he is away","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantFeatureAccess"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"member"},"value":{"kind":"Variable","name":{"kind":"Name","value":"member"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"feature"},"value":{"kind":"EnumValue","value":"SUBCONTRACTOR_INVOICE"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"EXPORT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"ceiling"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ceiling"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"ceiling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"policyRevision"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"gates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<GrantInvoicesMutation, GrantInvoicesMutationVariables>;
export const AfterTheGrantDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AfterTheGrant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"subject"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"commitments-only@demo.test","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"subject"},"value":{"kind":"Variable","name":{"kind":"Name","value":"subject"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}},{"kind":"ObjectField","name":{"kind":"Name","value":"feature"},"value":{"kind":"EnumValue","value":"SUBCONTRACTOR_INVOICE"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"givenBy"}}]}}]}}]}}]} as unknown as DocumentNode<AfterTheGrantQuery, AfterTheGrantQueryVariables>;
export const CompanyOverviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CompanyOverview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"policyRevision"}},{"kind":"Field","name":{"kind":"Name","value":"implementation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"live"}},{"kind":"Field","name":{"kind":"Name","value":"nextPhases"}}]}},{"kind":"Field","name":{"kind":"Name","value":"connection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"connector"}},{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"editionSupported"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"organisationName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"features"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"directExport"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stakeholders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"vendorStaff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"grants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CompanyOverviewQuery, CompanyOverviewQueryVariables>;
export const AuditTrailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditTrail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"auditTrail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorKind"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"targetKind"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"policyRevision"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<AuditTrailQuery, AuditTrailQueryVariables>;
export const ThisRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ThisRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"subject"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"commitments-and-invoices@demo.test","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"sent"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"subject"},"value":{"kind":"Variable","name":{"kind":"Name","value":"subject"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}},{"kind":"ObjectField","name":{"kind":"Name","value":"feature"},"value":{"kind":"EnumValue","value":"COMMITMENT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"record"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"project"},"value":{"kind":"StringValue","value":"P-100","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"amount"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"value"},"value":{"kind":"StringValue","value":"12500.50","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"currency"},"value":{"kind":"StringValue","value":"USD","block":false}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"submittedBy"},"value":{"kind":"StringValue","value":"project-manager@demo.test","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"AWAITING"}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Reasons"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"own"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"subject"},"value":{"kind":"Variable","name":{"kind":"Name","value":"subject"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}},{"kind":"ObjectField","name":{"kind":"Name","value":"feature"},"value":{"kind":"EnumValue","value":"COMMITMENT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"record"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"project"},"value":{"kind":"StringValue","value":"P-100","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"amount"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"value"},"value":{"kind":"StringValue","value":"12500.50","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"currency"},"value":{"kind":"StringValue","value":"USD","block":false}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"submittedBy"},"value":{"kind":"StringValue","value":"commitments-and-invoices@demo.test","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"AWAITING"}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Reasons"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unknown"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"subject"},"value":{"kind":"Variable","name":{"kind":"Name","value":"subject"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}},{"kind":"ObjectField","name":{"kind":"Name","value":"feature"},"value":{"kind":"EnumValue","value":"COMMITMENT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"record"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"project"},"value":{"kind":"StringValue","value":"P-100","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"submittedBy"},"value":{"kind":"StringValue","value":"project-manager@demo.test","block":false}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Reasons"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Reasons"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Decision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"gates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"evaluable"}},{"kind":"Field","name":{"kind":"Name","value":"wanted"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ThisRecordQuery, ThisRecordQueryVariables>;
export const SetUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SetUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"implementation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"live"}},{"kind":"Field","name":{"kind":"Name","value":"helpUntil"}},{"kind":"Field","name":{"kind":"Name","value":"nextPhases"}},{"kind":"Field","name":{"kind":"Name","value":"nextStep"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"ownerRole"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ball"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextDate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"what"}},{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"days"}}]}},{"kind":"Field","name":{"kind":"Name","value":"late"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lateTasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"ownerName"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"openQuestions"}},{"kind":"Field","name":{"kind":"Name","value":"customerPercent"}},{"kind":"Field","name":{"kind":"Name","value":"specialistPercent"}},{"kind":"Field","name":{"kind":"Name","value":"goLiveReadiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"ownerRole"}},{"kind":"Field","name":{"kind":"Name","value":"ownerEmail"}},{"kind":"Field","name":{"kind":"Name","value":"waitsFor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"automatic"}},{"kind":"Field","name":{"kind":"Name","value":"moves"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SetUpQuery, SetUpQueryVariables>;
export const AgreeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Agree"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agreeActionItem"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"StringValue","value":"demo","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"item"},"value":{"kind":"StringValue","value":"clean_vendors","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"ownerEmail"},"value":{"kind":"StringValue","value":"admin@demo.test","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"dueOn"},"value":{"kind":"StringValue","value":"2027-01-29","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"ownerEmail"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"late"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AgreeMutation, AgreeMutationVariables>;
export const CallsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Calls"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"zone"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"Europe/Paris","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"calls"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"localStart"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"zone"},"value":{"kind":"Variable","name":{"kind":"Name","value":"zone"}}}]},{"kind":"Field","name":{"kind":"Name","value":"agreedBy"}},{"kind":"Field","name":{"kind":"Name","value":"moves"}},{"kind":"Field","name":{"kind":"Name","value":"host"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"slots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"localStart"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"zone"},"value":{"kind":"Variable","name":{"kind":"Name","value":"zone"}}}]},{"kind":"Field","name":{"kind":"Name","value":"madeBy"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"availability"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attendees"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"present"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agenda"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"ticked"}},{"kind":"Field","name":{"kind":"Name","value":"tickedBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"writtenBy"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"followUps"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"OPEN"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"ownerName"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"late"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CallsQuery, CallsQueryVariables>;
export const ErpIntegrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ErpIntegration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordFilter"}},"defaultValue":{"kind":"EnumValue","value":"READY_TO_EXPORT"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"connection"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"erpIntegration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"connection"},"value":{"kind":"Variable","name":{"kind":"Name","value":"connection"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"filter"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"mayBeSent"},"name":{"kind":"Name","value":"counts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"iMay"},"value":{"kind":"EnumValue","value":"SEND"}},{"kind":"Argument","name":{"kind":"Name","value":"connection"},"value":{"kind":"Variable","name":{"kind":"Name","value":"connection"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"filter"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tabs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"connection"},"value":{"kind":"Variable","name":{"kind":"Name","value":"connection"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tab"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"filter"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"records"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"connection"},"value":{"kind":"Variable","name":{"kind":"Name","value":"connection"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readiness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"fix"}},{"kind":"Field","name":{"kind":"Name","value":"direct"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"fault"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"fix"}}]}},{"kind":"Field","name":{"kind":"Name","value":"waits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"send"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"reject"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"REJECT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"toState"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ErpIntegrationQuery, ErpIntegrationQueryVariables>;
export const QuestionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Questions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"questionsGoTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}},{"kind":"Field","name":{"kind":"Name","value":"questions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"ASKED"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"askedBy"}},{"kind":"Field","name":{"kind":"Name","value":"waitsSince"}},{"kind":"Field","name":{"kind":"Name","value":"itemTitle"}},{"kind":"Field","name":{"kind":"Name","value":"responsible"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"posts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"move"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"writtenBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"moves"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<QuestionsQuery, QuestionsQueryVariables>;
export const AskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Ask"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"askQuestion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"StringValue","value":"demo","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"item"},"value":{"kind":"StringValue","value":"build_cost_codes","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"text"},"value":{"kind":"StringValue","value":"May our cost codes have three tiers in the old projects?","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"question"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"responsible"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AskMutation, AskMutationVariables>;
export const DailyDigestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DailyDigest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"digestPreview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"companyId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"waiting"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]} as unknown as DocumentNode<DailyDigestQuery, DailyDigestQueryVariables>;
export const MailPreferencesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MailPreferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mailPreferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}},{"kind":"Field","name":{"kind":"Name","value":"letters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"wanted"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MailPreferencesQuery, MailPreferencesQueryVariables>;
export const SetMailPreferencesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetMailPreferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setMailPreferences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"locale"},"value":{"kind":"EnumValue","value":"FR"}},{"kind":"ObjectField","name":{"kind":"Name","value":"timezone"},"value":{"kind":"StringValue","value":"America/New_York","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"declined"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DIGEST"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailPreferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}},{"kind":"Field","name":{"kind":"Name","value":"letters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"wanted"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<SetMailPreferencesMutation, SetMailPreferencesMutationVariables>;
export const EvidenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Evidence"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"erpIntegration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"records"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"EnumValue","value":"SYNCED"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"itemDigest"}},{"kind":"Field","name":{"kind":"Name","value":"submitted"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"firstApproval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"grantId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"grantId"}},{"kind":"Field","name":{"kind":"Name","value":"policyRevision"}}]}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"idempotencyKey"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<EvidenceQuery, EvidenceQueryVariables>;
export const ConnectionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Connection"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"connection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"organisationName"}},{"kind":"Field","name":{"kind":"Name","value":"editionMessage"}},{"kind":"Field","name":{"kind":"Name","value":"consent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"organisationName"}},{"kind":"Field","name":{"kind":"Name","value":"authorisedByName"}},{"kind":"Field","name":{"kind":"Name","value":"authorisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lostCode"}},{"kind":"Field","name":{"kind":"Name","value":"lostMessage"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ConnectionQuery, ConnectionQueryVariables>;
export const SuggestedMatchesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SuggestedMatches"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"erpIntegration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"duplicateVendors"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"}},{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"suggestedMatches"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"feature"},"value":{"kind":"EnumValue","value":"VENDOR"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"matches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"}},{"kind":"Field","name":{"kind":"Name","value":"ambiguous"}},{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","alias":{"kind":"Name","value":"link"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"LINK"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"counterpart"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SuggestedMatchesQuery, SuggestedMatchesQueryVariables>;
export const ReadLedgerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReadLedger"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importFromErp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"read"}},{"kind":"Field","name":{"kind":"Name","value":"staged"}},{"kind":"Field","name":{"kind":"Name","value":"imported"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ReadLedgerMutation, ReadLedgerMutationVariables>;
export const ReconcileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Reconcile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reconcile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reconciliation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"compared"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"drift"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"proposed"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"differences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"sent"}},{"kind":"Field","name":{"kind":"Name","value":"ledger"}}]}},{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ReconcileMutation, ReconcileMutationVariables>;
export const LedgerReadingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LedgerReadings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"erpIntegration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"records"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"EnumValue","value":"READY_TO_IMPORT"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"prerequisitesBlocked"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"readings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"changedUpTo"}},{"kind":"Field","name":{"kind":"Name","value":"sweptAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LedgerReadingsQuery, LedgerReadingsQueryVariables>;
export const DeliveriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Deliveries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"connection"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"erpIntegration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"connection"},"value":{"kind":"Variable","name":{"kind":"Name","value":"connection"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"fault"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"owner"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"fix"}},{"kind":"Field","name":{"kind":"Name","value":"retryHelps"}}]}},{"kind":"Field","name":{"kind":"Name","value":"waits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"lanes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"connection"},"value":{"kind":"Variable","name":{"kind":"Name","value":"connection"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pausedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"underWay"}},{"kind":"Field","name":{"kind":"Name","value":"deadLetters"}}]}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"used"}},{"kind":"Field","name":{"kind":"Name","value":"most"}},{"kind":"Field","name":{"kind":"Name","value":"hard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unknownFaults"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<DeliveriesQuery, DeliveriesQueryVariables>;
export const ConnectionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Connections"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"connections"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"consent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"organisationName"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"connection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ConnectionsQuery, ConnectionsQueryVariables>;
export const FindRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FindRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"PO-002","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"erpIntegration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"records"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"SEND"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FindRecordQuery, FindRecordQueryVariables>;
export const SendRecordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendRecords"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"records"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SeenRecordInput"}}}},"defaultValue":{"kind":"ListValue","values":[]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendRecords"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"records"},"value":{"kind":"Variable","name":{"kind":"Name","value":"records"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stale"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expectedVersion"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"differences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"seen"}},{"kind":"Field","name":{"kind":"Name","value":"now"}}]}},{"kind":"Field","name":{"kind":"Name","value":"revisions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"event"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SendRecordsMutation, SendRecordsMutationVariables>;
export const FindOfferedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FindOffered"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"erpIntegration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","alias":{"kind":"Name","value":"rejected"},"name":{"kind":"Name","value":"records"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"StringValue","value":"PO-004","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"feature"},"value":{"kind":"EnumValue","value":"COMMITMENT"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Offered"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"held"},"name":{"kind":"Name","value":"records"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"StringValue","value":"SC-001","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"feature"},"value":{"kind":"EnumValue","value":"COMMITMENT"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Offered"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Offered"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErpRecordConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","alias":{"kind":"Name","value":"resubmit"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"RESUBMIT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"unlink"},"name":{"kind":"Name","value":"decision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"action"},"value":{"kind":"EnumValue","value":"UNLINK"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FindOfferedQuery, FindOfferedQueryVariables>;
export const OfferAgainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OfferAgain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"record"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"really"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}},"defaultValue":{"kind":"BooleanValue","value":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resubmitRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"record"},"value":{"kind":"Variable","name":{"kind":"Name","value":"record"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"expectedVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}]}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"really"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<OfferAgainMutation, OfferAgainMutationVariables>;
export const UnlinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Unlink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"demo","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"record"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}},"defaultValue":{"kind":"StringValue","value":"","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"0"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"really"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}},"defaultValue":{"kind":"BooleanValue","value":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unlinkRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"record"},"value":{"kind":"Variable","name":{"kind":"Name","value":"record"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"expectedVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"StringValue","value":"It was ordered twice","block":false}}]}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"really"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<UnlinkMutation, UnlinkMutationVariables>;