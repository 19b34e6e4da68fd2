import { In, type EntityManager } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { insertRows, lockRow } from "../../infra/db/query/rows";
import { toInstant, type Clock } from "../../kernel/clock";
import { newId } from "../../kernel/ids";
import { MailOptOutEntity } from "../../infra/mail/mail-opt-out.entity";
import { jobCause } from "../../infra/mail/letter-quota";
import { enqueueMail, type NewMail } from "../../infra/mail/mail-outbox";
import { readersOf, type Reader } from "../../infra/mail/reader";
import { MemberEntity } from "../../directory/members/member.entity";
import { isEmpty, type Digest } from "./digest";
import { DigestDayEntity } from "./digest-day.entity";
import { digestLetter, type DigestLetter } from "./digest-letter";
import { readDigests } from "./digest-reading";
import type { DigestRights } from "./digest-rights";
import { dayNow, digestDayOf } from "./digest-time";

/** People whose digests are read in one go. */
const BATCH_SIZE = 25;

export interface DigestParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly rights: DigestRights;
  readonly publicUrl: string;
}

/** A digest as it would be sent. */
export interface DigestPreview {
  readonly digest: Digest;
  readonly letter: DigestLetter;
}

/** Somebody whose digest of the day is to be written. */
interface Due {
  readonly member: MemberEntity;
  readonly reader: Reader;
  readonly day: string;
}

/**
 * Tells accounting approvers once a working day what waits for them, as the platform's own daily summary does: for who
 * may push to accounting, is active, has it switched on in their directory record and has not declined it.
 */
export class DigestService {
  constructor(private readonly parts: DigestParts) {}

  /** Writes what is due now; answers how many letters. Doing it twice, or two at once, writes no letter twice. */
  async run(): Promise<number> {
    const manager = this.parts.database.read();
    const people = await manager.findBy(MemberEntity, { digest: true, active: true, canPushToAccounting: true });
    const byCompany = new Map<string, MemberEntity[]>();
    for (const one of people) byCompany.set(one.companyId, [...(byCompany.get(one.companyId) ?? []), one]);
    const companies = await manager.findBy(CompanyEntity, { id: In([...byCompany.keys()]) });
    let written = 0;
    for (const company of companies) written += await this.runCompany(company, byCompany.get(company.id) ?? []);
    return written;
  }

  /** What the member would be told now; null: nothing waits for them, so nothing would be sent. */
  async preview(company: CompanyEntity, member: MemberEntity): Promise<DigestPreview | null> {
    const { database, clock, rights } = this.parts;
    const now = clock.now();
    const filters = await rights.filters(company, [member], toInstant(now));
    const digest = (await readDigests(database.read(), filters)).get(member.id);
    if (!digest || isEmpty(digest)) return null;
    const reader = (await readersOf(database.read(), company, [member.email]))(member.email);
    const letter = this.letter(company, { member, reader, day: dayNow(now, reader.zone) }, digest);
    return { digest, letter };
  }

  private async runCompany(company: CompanyEntity, people: readonly MemberEntity[]): Promise<number> {
    const due = await this.due(company, people);
    let written = 0;
    for (let start = 0; start < due.length; start += BATCH_SIZE)
      written += await this.write(company, due.slice(start, start + BATCH_SIZE));
    return written;
  }

  private async due(company: CompanyEntity, people: readonly MemberEntity[]): Promise<Due[]> {
    const { database, clock } = this.parts;
    const manager = database.read();
    const readerOf = await readersOf(
      manager,
      company,
      people.map(({ email }) => email),
    );
    const now = clock.now();
    const asked = people.flatMap((member) => {
      const reader = readerOf(member.email);
      const day = digestDayOf(now, { zone: reader.zone, hour: company.digestHour, lastDay: null });
      return day === null ? [] : [{ member, reader, day }];
    });
    return asked.length === 0 ? [] : wanted(manager, asked);
  }

  private async write(company: CompanyEntity, due: readonly Due[]): Promise<number> {
    const { database, clock, rights } = this.parts;
    const at = toInstant(clock.now());
    const members = due.map(({ member }) => member);
    const digests = await readDigests(database.read(), await rights.filters(company, members, at));
    return database.write(async (manager) => {
      // One after another: what another process has done meanwhile is not done again.
      await lockRow(manager, CompanyEntity, company.id);
      const open = await wanted(manager, due);
      const told = open.flatMap((one) => {
        const digest = digests.get(one.member.id);
        return digest && !isEmpty(digest) ? [{ one, digest }] : [];
      });
      const isTold = new Set(told.map(({ one }) => one.member.id));
      await keepDays(manager, open, isTold, at);
      const letters = told.map(({ one, digest }) => this.mail(company, one, digest));
      return enqueueMail(manager, letters, { at, by: jobCause("digest") });
    });
  }

  private mail(company: CompanyEntity, due: Due, digest: Digest): NewMail {
    const { member, day, reader } = due;
    const key = `digest|${company.id}|${member.id}|${day}`;
    const about = { companyId: company.id, key, kind: "digest", to: member, locale: reader.locale };
    return { ...about, ...this.letter(company, due, digest) };
  }

  private letter(company: CompanyEntity, { member, reader, day }: Due, digest: Digest): DigestLetter {
    const link = `${this.parts.publicUrl}/erp-integrations/${company.slug}`;
    return digestLetter(digest, { name: member.name, company: company.name, ...reader, day, link });
  }
}

/** Those whose day is not done yet, and who have not declined the digest. */
async function wanted(manager: EntityManager, due: readonly Due[]): Promise<Due[]> {
  const days = await manager.findBy(DigestDayEntity, { memberId: In(due.map(({ member }) => member.id)) });
  const done = new Map(days.map(({ memberId, day }) => [memberId, day]));
  const email = In(due.map(({ member }) => member.email));
  const declined = await manager.findBy(MailOptOutEntity, { email, kind: "digest" });
  const isDeclined = new Set(declined.map((row) => row.email));
  return due.filter(({ member, day }) => (done.get(member.id) ?? "") < day && !isDeclined.has(member.email));
}

async function keepDays(
  manager: EntityManager,
  due: readonly Due[],
  isTold: ReadonlySet<string>,
  at: string,
): Promise<void> {
  await manager.delete(DigestDayEntity, { memberId: In(due.map(({ member }) => member.id)) });
  const rows = due.map(({ member: { id: memberId, companyId }, day }) => {
    return { id: newId(), companyId, memberId, day, written: isTold.has(memberId), createdAt: at };
  });
  await insertRows(manager, DigestDayEntity, rows);
}
