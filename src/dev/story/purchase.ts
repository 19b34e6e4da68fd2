import {
  ANTOINE,
  CAMILLE,
  COMPANY,
  COMPANY_NAME,
  FARID,
  HANA,
  LUCIE,
  RAVI,
  SPECIALIST_ZONE,
  type Person,
} from "./story-people";
import type { Chapter, Step } from "./story";

const PURCHASE = { country: "CA", specialist: FARID.email, contact: { email: CAMILLE.email, name: CAMILLE.name } };
const REGISTRATION = {
  slug: COMPANY,
  name: COMPANY_NAME,
  country: "CA",
  locale: "FR",
  currency: "CAD",
  administrator: { email: ANTOINE.email, name: ANTOINE.name },
};

const STEPS: readonly Step[] = [
  {
    who: FARID,
    what: "says how he reads: in English, on the clocks of Paris",
    run: async (play) => {
      const input = { locale: "EN", timezone: SPECIALIST_ZONE };
      await play.does(FARID, "setMailPreferences", input, "mailPreferences { timezone }");
      return [];
    },
  },
  {
    who: FARID,
    what: "registers the company, and so becomes its specialist",
    run: async (play) => {
      await play.does(FARID, "registerCompany", REGISTRATION, "company { slug }");
      return [`${COMPANY_NAME} is there, and ${ANTOINE.name} administers it`];
    },
  },
  {
    who: FARID,
    what: "notes the purchase with the edition that the order form says, “Early”",
    run: async (play) => [
      await play.isRefused(FARID, "purchaseIntegration", { ...PURCHASE, edition: "Early" }, "BAD_INPUT"),
    ],
  },
  {
    who: FARID,
    what: "notes the purchase with the edition that the company moves to, “Growing”",
    run: async (play) => {
      await play.does(FARID, "purchaseIntegration", { ...PURCHASE, edition: "Growing" });
      return [`${CAMILLE.name} is named as the ERP implementation contact`];
    },
  },
  {
    who: FARID,
    what: "assigns the point of contact for the time after his help",
    run: async (play) => {
      const input = { email: HANA.email, role: "POINT_OF_CONTACT" };
      await play.does(FARID, "assignVendorStaff", input, "assignment { role }");
      return [`${HANA.name} is the point of contact`];
    },
  },
  {
    who: ANTOINE,
    what: "brings his people in and names who has which part",
    run: async (play) => {
      await play.does(ANTOINE, "addMember", { ...nameOf(LUCIE), toolLevel: "ADMIN" });
      await play.does(ANTOINE, "addMember", nameOf(RAVI));
      const stakeholders = [
        { ...nameOf(CAMILLE), role: "ERP_IMPLEMENTATION_CONTACT", required: true },
        { ...nameOf(ANTOINE), role: "PLATFORM_ADMINISTRATOR", required: true },
        { ...nameOf(LUCIE), role: "XERO_ADMINISTRATOR", required: true },
        { ...nameOf(RAVI), role: "IT_ADMINISTRATOR", required: false },
      ];
      await play.does(ANTOINE, "setStakeholders", { stakeholders });
      return [`needed in the calls: ${CAMILLE.name}, ${ANTOINE.name}, ${LUCIE.name}; ${RAVI.name} is asked too`];
    },
  },
];

function nameOf({ email, name }: Person) {
  return { email, name };
}

/** The integration is bought, and everybody is named. */
export const PURCHASE_CHAPTER: Chapter = { title: "The purchase", steps: STEPS };
