import { In, IsNull, type EntityManager } from "typeorm";
import { GrantEntity } from "../../directory/grants/grant.entity";
import { MemberEntity } from "../../directory/members/member.entity";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { jobCause } from "../../infra/mail/letter-quota";
import { enqueueMail, type NewMail } from "../../infra/mail/mail-outbox";
import type { LetterLinks } from "../../infra/mail/letter-links";
import { readersOf } from "../../infra/mail/reader";
import type { Database } from "../../infra/db/database";
import { type Clock, DAY_MS, instantAfter, toInstant } from "../../kernel/clock";
import { endInWords } from "../../kernel/days";
import { groupBy, oneBy } from "../../kernel/groups";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { zoneOf } from "../../tenant/companies/time-zone";
import { grantFacts } from "../facts/facts-loader";
import type { PolicySource } from "../policies/policy-source";
import { heldText } from "../review/review-texts";
import { endingLetter } from "./ending-letter";
import { grantorsOf } from "./grantors";

export interface RightsEndingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly policies: PolicySource;
  readonly links: LetterLinks;
}

/** How many days before the end people hear of it. */
export const ENDING_DAYS = [7, 1] as const;
type EndingDays = (typeof ENDING_DAYS)[number];

interface Ending {
  readonly grant: GrantEntity;
  readonly holder: MemberEntity;
}

/** Tells holders, and whoever could give the right anew, that grants end: seven days before and one day before, once each. */
export class RightsEnding {
  constructor(private readonly parts: RightsEndingParts) {}

  /** A recurring duty; doing it twice does no harm. */
  async run(): Promise<void> {
    for (const days of ENDING_DAYS) {
      const due = groupBy(await this.due(days), ({ companyId }) => companyId);
      for (const [companyId, grants] of due)
        await this.parts.database.write((manager) => this.write(manager, companyId, grants, days));
    }
  }

  /** Open grants that end within so many days, and were given before that: who gets a right for a day knows it. */
  private async due(days: EndingDays): Promise<GrantEntity[]> {
    const now = this.parts.clock.now().getTime();
    const horizon = toInstant(new Date(now + days * DAY_MS));
    const query = this.parts.database.read().createQueryBuilder(GrantEntity, "held").where("held.revokedAt IS NULL");
    query.andWhere("held.validUntil > :now AND held.validUntil <= :horizon", {
      now: toInstant(new Date(now)),
      horizon,
    });
    const found = await query.orderBy("held.id").getMany();
    const warned = ({ validUntil }: GrantEntity) => instantAfter(validUntil ?? "", -(days * DAY_MS));
    return found.filter((grant) => grant.givenAt < warned(grant));
  }

  private async write(
    manager: EntityManager,
    companyId: string,
    grants: readonly GrantEntity[],
    days: EndingDays,
  ): Promise<void> {
    const company = await manager.findOneByOrFail(CompanyEntity, { id: companyId });
    const holders = await manager.findBy(MemberEntity, {
      id: In(grants.map(({ memberId }) => memberId)),
      active: true,
    });
    const byId = oneBy(holders, ({ id }) => id);
    const endings = grants.flatMap((grant) => {
      const holder = byId.get(grant.memberId);
      return holder ? [{ grant, holder }] : [];
    });
    const current = await this.stillNeeded(manager, endings);
    if (current.length === 0) return;
    const grantors = await grantorsOf(manager, company, this.parts.policies, toInstant(this.parts.clock.now()));
    const letters: NewMail[] = [];
    // What ends together is told together.
    for (const group of groupBy(current, ({ grant }) => grant.validUntil ?? "").values())
      letters.push(...(await this.letters(manager, company, { group, grantors, days })));
    await enqueueMail(manager, letters, { at: toInstant(this.parts.clock.now()), by: jobCause("rights that end") });
  }

  /** A right that goes on by another grant of the same kind, without a closer limit, does not end. */
  private async stillNeeded(manager: EntityManager, endings: readonly Ending[]): Promise<Ending[]> {
    const ids = endings.map(({ holder }) => holder.id);
    const open = await manager.findBy(GrantEntity, { memberId: In(ids), revokedAt: IsNull() });
    const goesOn = (ended: GrantEntity) => open.some((one) => isOther(one, ended) && reaches(one, ended));
    return endings.filter(({ grant }) => !goesOn(grant));
  }

  private async letters(
    manager: EntityManager,
    company: CompanyEntity,
    { group, grantors, days }: { group: readonly Ending[]; grantors: readonly MemberEntity[]; days: EndingDays },
  ): Promise<NewMail[]> {
    const until = group[0]?.grant.validUntil ?? "";
    const people = oneBy([...group.map(({ holder }) => holder), ...grantors], ({ id }) => id);
    const readerOf = await readersOf(
      manager,
      company,
      [...people.values()].map(({ email }) => email),
    );
    const projects = await manager.findBy(ProjectEntity, { companyId: company.id });
    const names = new Map(projects.map(({ id, code, name }) => [id, `${code} ${name}`]));
    const isGrantor = new Set(grantors.map(({ id }) => id));
    return [...people.values()].map((person) => {
      const { locale } = readerOf(person.email);
      // A day is the company's, whoever reads it.
      const reader = { locale, zone: zoneOf(company), projectName: (id: string) => names.get(id) ?? id };
      const text = ({ grant: { id, ...grant } }: Ending) => {
        const { grantId: _id, ...facts } = grantFacts({ id, ...grant });
        return heldText({ kind: "grant", ...facts, validUntil: null }, id, reader);
      };
      const own = group.filter(({ holder }) => holder.id === person.id).map(text);
      const others = isGrantor.has(person.id) ? group.filter(({ holder }) => holder.id !== person.id) : [];
      const words = endingLetter({
        ...{ locale, name: person.name, company: company.name, until: endInWords(reader.zone, until, locale), own },
        others: others.map((one) => `${one.holder.name}: ${text(one)}`),
        link: this.parts.links.page("rights", company.slug),
      });
      const key = `rights-ending|${company.id}|${until}|${days}|${person.id}`;
      const to = { email: person.email, name: person.name };
      return { companyId: company.id, key, kind: "rights_ending", to, locale, ...words };
    });
  }
}

/** A grant of the same, to the same person, that ends later. */
function isOther(one: GrantEntity, ended: GrantEntity): boolean {
  const isSame = one.memberId === ended.memberId && one.feature === ended.feature && one.direction === ended.direction;
  return isSame && one.id !== ended.id && (one.validUntil === null || one.validUntil > (ended.validUntil ?? ""));
}

function reaches(one: GrantEntity, ended: GrantEntity): boolean {
  const projects = one.projectIds === null || (ended.projectIds ?? []).every((id) => one.projectIds?.includes(id));
  const anyProject = one.projectIds === null || ended.projectIds !== null;
  const ceiling = one.ceilingMinor === null || (ended.ceilingMinor !== null && one.ceilingMinor >= ended.ceilingMinor);
  return projects && anyProject && ceiling && (one.validFrom === null || one.validFrom <= (ended.validUntil ?? ""));
}
