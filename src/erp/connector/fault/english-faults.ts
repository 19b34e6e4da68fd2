import type { FaultCode } from "./fault-codes";

/** Why it happens, and what to do. */
export interface FaultWords {
  readonly cause: string;
  readonly fix: string;
}

export const ENGLISH_FAULTS: Readonly<Record<FaultCode, FaultWords>> = {
  CONTACT_MISSING: {
    cause: "The ledger does not know the vendor as a contact.",
    fix: "Send the vendor, or link it to its contact, then retry.",
  },
  CONTACT_ARCHIVED: {
    cause: "The vendor's contact is archived in the ledger.",
    fix: "Restore the contact in the ledger, then retry.",
  },
  CONTACT_NAME_TAKEN: {
    cause: "Another contact of the ledger has the vendor's name.",
    fix: "Link the vendor to that contact; or rename one of the two, and retry or submit it again.",
  },
  CONTACT_NUMBER_TAKEN: {
    cause: "An archived contact of the ledger came from this vendor before, and still has its number.",
    fix: "Restore that contact in the ledger and link the vendor to it, or clear its contact number there and retry.",
  },
  CONTACT_NAME_INVALID: {
    cause: "The ledger does not take the vendor's name: it is too long, or has characters such as < and >.",
    fix: "Reject the vendor, correct the name and submit it again.",
  },
  EMAIL_INVALID: {
    cause: "The ledger does not take the vendor's e-mail address.",
    fix: "Reject the vendor, correct the address and submit it again.",
  },
  ITEM_UNKNOWN: {
    cause: "A line names a cost code that the ledger does not have as an item.",
    fix: "Send the cost code, then retry.",
  },
  ITEM_CODE_TOO_LONG: {
    cause: "The cost code is longer than the 30 characters that the ledger takes.",
    fix: "Reject it, shorten the code and submit it again.",
  },
  ITEM_NAME_TOO_LONG: {
    cause: "The description is longer than the 50 characters that the ledger takes.",
    fix: "Reject it, shorten the description and submit it again.",
  },
  ITEM_CODE_TAKEN: {
    cause: "The ledger has another item with this code.",
    fix: "Link the cost code to that item; or change the code of one of the two, and retry or submit it again.",
  },
  ITEM_LIMIT_REACHED: {
    cause: "The ledger holds 4,000 items, and takes no more.",
    fix: "Delete items in the ledger that nobody uses, then retry.",
  },
  TRACKING_CATEGORY_UNKNOWN: {
    cause: "The ledger has no tracking category of the name that the connection gives.",
    fix: "Create the category in the ledger, or correct its name in the connection, then retry.",
  },
  TRACKING_OPTION_UNKNOWN: {
    cause: "The ledger has no tracking option for the project, or it is archived.",
    fix: "Restore the option in the ledger, then retry; where it is gone or merged, unlink the project, link it to the option that stands for it, or send it again, then retry.",
  },
  TRACKING_OPTION_TAKEN: {
    cause: "The tracking category has an option of the project's name already.",
    fix: "Link the project to that option; or rename one of the two, and retry or submit it again.",
  },
  TRACKING_OPTION_TOO_LONG: {
    cause: "The project's name is longer than the ledger takes for a tracking option.",
    fix: "Reject the project, shorten its name and submit it again.",
  },
  TRACKING_LIMIT_REACHED: {
    cause: "The ledger has as many tracking categories or options as it takes.",
    fix: "Archive what is no longer used in the ledger, then retry.",
  },
  ORDER_NUMBER_TAKEN: {
    cause: "The ledger has another purchase order with this number. It was looked up: it is not this commitment's.",
    fix: "Where it is the same purchase, made by hand, delete it there and retry; else reject the commitment, give it another number and submit it again.",
  },
  NUMBER_TOO_LONG: {
    cause: "The number is longer than the 255 characters that the ledger takes.",
    fix: "Reject it, shorten the number and submit it again.",
  },
  LINES_MISSING: {
    cause: "The document has no line that the ledger takes.",
    fix: "Reject it, give it a coded line and submit it again.",
  },
  DESCRIPTION_INVALID: {
    cause: "A line's description is empty or too long for the ledger.",
    fix: "Reject it, correct the description and submit it again.",
  },
  DATE_MISSING: {
    cause: "A date that the ledger asks for is missing.",
    fix: "Reject it, fill in the date and submit it again.",
  },
  DATE_INVALID: {
    cause: "The ledger does not take one of the document's dates.",
    fix: "Reject it, correct the date and submit it again.",
  },
  PERIOD_LOCKED: {
    cause: "The document's date lies in a period that is locked in the ledger.",
    fix: "Move the lock date in the ledger, then retry; or reject it and have the date corrected.",
  },
  ACCOUNT_INVALID: {
    cause: "The account of an item is missing in the ledger, archived, or does not fit.",
    fix: "Set the item's account in the ledger, then retry.",
  },
  TAX_TYPE_INVALID: {
    cause: "A tax rate in the ledger does not fit the document or the item's account.",
    fix: "Correct the tax rate of the item or of its account in the ledger, then retry.",
  },
  CURRENCY_NOT_SUBSCRIBED: {
    cause: "The ledger does not hold the document's currency.",
    fix: "Add the currency in the ledger, then retry.",
  },
  STATUS_FORBIDS_CHANGE: {
    cause: "What is to be changed is paid, billed, voided or deleted in the ledger.",
    fix: "Bring it back to a status that can be changed in the ledger, then retry.",
  },
  APPROVAL_LIMIT_REACHED: {
    cause: "The organisation's plan lets no more bills be approved this month.",
    fix: "Change the plan in the ledger or wait for the next month, then retry.",
  },
  PERMISSION_MISSING: {
    cause: "The user who authorised the connection may not do this in the ledger.",
    fix: "Give that user the right in the ledger, or authorise the connection as another user, then retry.",
  },
  ORGANISATION_INACTIVE: {
    cause: "The organisation is not active in the ledger: its subscription or trial has ended.",
    fix: "Renew the subscription in the ledger, then retry.",
  },
  COUNTERPART_MISSING: {
    cause: "What it builds on is no longer in the ledger.",
    fix: "Unlink what is gone and send it again, then retry.",
  },
  KEY_REUSED: {
    cause: "The ledger has seen the same key with other contents.",
    fix: "Retry; where it happens again, tell the vendor's support.",
  },
  UNKNOWN_FAULT: {
    cause: "The ledger gave a reason that is not known here; its words are kept.",
    fix: "Read the ledger's words and do what they say, then retry; the vendor's support sees the text too.",
  },
  RATE_LIMITED: {
    cause: "The ledger's limit of calls is reached.",
    fix: "Nothing: it goes on by itself.",
  },
  UNAVAILABLE: {
    cause: "The ledger says that it is not available.",
    fix: "It is tried again by itself for about half a day; retry where it was given up.",
  },
  NOT_REACHED: {
    cause: "The ledger could not be reached over the network.",
    fix: "Check the network and the address; it is tried again by itself. Retry where it was given up.",
  },
  LATE: {
    cause: "This server was too slow to begin the call in time, so nothing was sent.",
    fix: "Nothing: it goes on by itself. Where it happens often, the server is overloaded.",
  },
  OUTCOME_UNKNOWN: {
    cause: "The ledger did not answer, so it is not known whether it arrived.",
    fix: "Nothing: it is looked up by our reference before anything is sent again.",
  },
  UNAUTHORISED: {
    cause: "The ledger does not accept the connection any more.",
    fix: "Authorise the connection anew; then everything that waits goes on.",
  },
  RECORD_CHANGED: {
    cause: "The record was offered again since it was sent.",
    fix: "Send the record as it is now.",
  },
  NOT_HELD_BY_LEDGER: {
    cause: "The ledger cannot hold what it says: it would be cut, rounded or tidied there, so it was not sent.",
    fix: "Reject it, correct the fields that are named and submit it again.",
  },
  WITHHELD: {
    cause: "Whoever sent it was no longer allowed to when it was about to leave.",
    fix: "Somebody who may send it retries; or the right is given back, then retry.",
  },
};
