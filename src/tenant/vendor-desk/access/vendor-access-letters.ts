import { enqueueMail } from "../../../infra/mail/mail-outbox";
import { readersOf } from "../../../infra/mail/reader";
import type { Locale } from "../../../kernel/locale";
import type { ChangeScope } from "../../companies/company-change";
import type { VendorStaffEntity } from "../../companies/vendor-staff.entity";
import { grantingMembers } from "./granting-members";
import type { AccessKind, VendorAccessEntity } from "./vendor-access.entity";

interface Told {
  readonly reader: string;
  readonly company: string;
  readonly staff: string;
  readonly by: string;
  readonly reason: string;
  readonly until: string;
}

interface Words {
  readonly subject: (told: Told) => string;
  readonly text: (told: Told) => string;
}

const WORDS: Readonly<Record<Locale, Readonly<Record<AccessKind, Words>>>> = {
  en: {
    request: {
      subject: ({ company, staff }) => `${company}: ${staff} asks for access as specialist`,
      text: ({ reader, company, staff, by, reason, until }) =>
        `Hello ${reader},\n\n${by} asks that ${staff} may act in ${company} as specialist until ${until}. A specialist may ` +
        `change settings and give rights.\n\nWhy: ${reason}\n\nNothing happens unless somebody of you who may give rights ` +
        "agrees (decideVendorAccess).\n",
    },
    emergency: {
      subject: ({ company, staff }) => `${company}: ${staff} has taken emergency access`,
      text: ({ reader, company, staff, by, reason, until }) =>
        `Hello ${reader},\n\n${by} has opened the emergency door: ${staff} acts in ${company} as specialist until ${until}.\n\n` +
        `Why: ${reason}\n\nYou can end it at once, and please say afterwards whether it was right ` +
        "(decideVendorAccess). Everything that was done stands in the audit trail.\n",
    },
  },
  fr: {
    request: {
      subject: ({ company, staff }) => `${company} : ${staff} demande un accès de spécialiste`,
      text: ({ reader, company, staff, by, reason, until }) =>
        `Bonjour ${reader},\n\n${by} demande que ${staff} puisse agir dans ${company} comme spécialiste jusqu’au ${until}. Un ` +
        `spécialiste peut changer les réglages et accorder des droits.\n\nPourquoi : ${reason}\n\nRien ne se passe sans l’accord ` +
        "de l’une des personnes qui peuvent accorder des droits (decideVendorAccess).\n",
    },
    emergency: {
      subject: ({ company, staff }) => `${company} : ${staff} a pris un accès d’urgence`,
      text: ({ reader, company, staff, by, reason, until }) =>
        `Bonjour ${reader},\n\n${by} a ouvert la porte d’urgence : ${staff} agit dans ${company} comme spécialiste jusqu’au ${until}.\n\n` +
        `Pourquoi : ${reason}\n\nVous pouvez y mettre fin immédiatement ; dites ensuite si c’était justifié ` +
        "(decideVendorAccess). Tout ce qui a été fait figure dans le journal d’audit.\n",
    },
  },
};

/** To all of the company who may give rights, in the transaction of the change. */
export async function tellThoseWhoGrant(
  { manager, company, by, at }: ChangeScope,
  access: VendorAccessEntity,
  staff: VendorStaffEntity,
): Promise<void> {
  const people = await grantingMembers(manager, company.id);
  const readerOf = await readersOf(
    manager,
    company,
    people.map(({ email }) => email),
  );
  const letters = people.map(({ id, email, name }) => {
    const { locale, zone } = readerOf(email);
    const until = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "long", timeZone: zone });
    const told = {
      ...{ reader: name, company: company.name, staff: staff.name, by: by.name, reason: access.reason },
      until: until.format(new Date(access.until)),
    };
    const words = WORDS[locale][access.kind];
    const texts = { subject: words.subject(told), text: words.text(told) };
    const key = `vendor-access|${access.id}|${id}`;
    return { companyId: company.id, key, kind: "vendor_access", to: { email, name }, locale, ...texts };
  });
  await enqueueMail(manager, letters, { at, by });
}
