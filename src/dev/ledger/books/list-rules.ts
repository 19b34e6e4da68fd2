import { isJson, listOf, textOf, type Json } from "../ledger-object";

/** What the organisation's lists hold already. */
export interface Lists {
  activeContactsNamed(name: string): readonly Json[];
  contactsNumbered(number: string): readonly Json[];
  itemByCode(code: string): Json | null;
  itemCount(): number;
  categories(): readonly Json[];
}

/** Lengths and counts as Xero's accounting API documents them. */
const CONTACT_NAME = 255;
const ITEM_CODE = 30;
const ITEM_NAME = 50;
const MAX_ITEMS = 4000;
const OPTION_NAME = 50;
const ACTIVE_CATEGORIES = 2;

export function contactFaults(body: Json, before: Json | null, lists: Lists): string[] {
  const name = textOf(body.Name);
  if (name === "") return ["The contact name cannot be empty"];
  const faults =
    name.length > CONTACT_NAME ? [`The contact name must not be longer than ${CONTACT_NAME} characters`] : [];
  const taken = lists.activeContactsNamed(name).some(({ ContactID }) => ContactID !== before?.ContactID);
  if (taken) {
    faults.push(
      `The contact name ${name} is already assigned to another contact. The contact name must be unique across all active contacts.`,
    );
  }
  const number = textOf(body.ContactNumber);
  if (number !== "" && lists.contactsNumbered(number).some(({ ContactID }) => ContactID !== before?.ContactID))
    faults.push("Another contact has this contact number. Please enter a different contact number.");
  const email = textOf(body.EmailAddress);
  if (email !== "" && !/^[^\s@]+@[^\s@]+$/.test(email)) faults.push("Email address must be valid.");
  return [...faults, ...termsFaults(body.PaymentTerms)];
}

/** Xero OpenAPI, PaymentTermType; the numbers are those that help.xero.com (PaymentTerms) lets enter. */
export const TERM_TYPES = ["DAYSAFTERBILLDATE", "DAYSAFTERBILLMONTH", "OFCURRENTMONTH", "OFFOLLOWINGMONTH"] as const;

function termsFaults(terms: unknown): string[] {
  if (!isJson(terms)) return [];
  const faulty = Object.values(terms)
    .filter(isJson)
    .some(({ Type, Day }) => {
      const known = TERM_TYPES.find((one) => one === Type);
      const [least, most] = known?.startsWith("OF") ? [1, 31] : [0, 999];
      return !known || !(Number.isInteger(Day) && Number(Day) >= least && Number(Day) <= most);
    });
  return faulty ? ["Payment terms are not valid"] : [];
}

/** @param creating PUT makes only; POST makes or changes */
export function itemFaults(body: Json, before: Json | null, lists: Lists, creating: boolean): string[] {
  const code = textOf(body.Code);
  if (code === "") return ["Price List Item Code must not be empty"];
  const faults: string[] = [];
  if (code.length > ITEM_CODE) faults.push(`Price List Item Code must not be longer than ${ITEM_CODE} characters`);
  if (textOf(body.Name).length > ITEM_NAME)
    faults.push(`Price List Item Name must not be longer than ${ITEM_NAME} characters`);
  const same = lists.itemByCode(code);
  if (same && (creating || (before !== null && same.ItemID !== before.ItemID)))
    faults.push(`Price List Item with Code '${code}' already exists`);
  if (!before && lists.itemCount() >= MAX_ITEMS) faults.push(`The limit of ${MAX_ITEMS} items has been reached`);
  return faults;
}

export function categoryFaults(body: Json, lists: Lists): string[] {
  const name = textOf(body.Name);
  if (name === "") return ["Tracking category name must not be empty"];
  const active = lists.categories().filter(({ Status }) => Status === "ACTIVE");
  if (active.some(({ Name }) => Name === name)) return ["A tracking category with this name already exists"];
  return active.length >= ACTIVE_CATEGORIES ? ["There may be at most 2 active tracking categories"] : [];
}

export function optionFaults(name: string, category: Json): string[] {
  if (name === "") return ["Tracking option name must not be empty"];
  if (name.length > OPTION_NAME) return [`Tracking option name must not be longer than ${OPTION_NAME} characters`];
  const taken = listOf(category.Options).some(({ Name }) => Name === name);
  return taken ? ["A tracking option with this name already exists"] : [];
}
