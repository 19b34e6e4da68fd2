import type { EntityManager } from "typeorm";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { jobCause } from "../../infra/mail/letter-quota";
import { enqueueMail, type NewMail } from "../../infra/mail/mail-outbox";
import type { LetterLinks } from "../../infra/mail/letter-links";
import { readersOf } from "../../infra/mail/reader";
import type { Database } from "../../infra/db/database";
import { toInstant, type Clock } from "../../kernel/clock";
import { endInWords } from "../../kernel/days";
import { groupBy, oneBy } from "../../kernel/groups";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { zoneOf } from "../../tenant/companies/time-zone";
import type { PolicySource } from "../policies/policy-source";
import { heldText } from "../review/review-texts";
import { endingLetter } from "./ending-letter";
import { companiesOfEndings, endingRights, type EndingRight } from "./ending-rights";
import { grantorsOf } from "./grantors";

export interface RightsEndingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly policies: PolicySource;
  readonly links: LetterLinks;
}

/**
 * Tells holders, and whoever could give the right anew, that grants and assignments of vendor staff end: seven days before and
 * one day before, once each.
 */
export class RightsEnding {
  constructor(private readonly parts: RightsEndingParts) {}

  /** A recurring duty; doing it twice does no harm. */
  async run(): Promise<void> {
    const at = toInstant(this.parts.clock.now());
    for (const companyId of await companiesOfEndings(this.parts.database, at))
      await this.parts.database.write((manager) => this.write(manager, companyId, at));
  }

  private async write(manager: EntityManager, companyId: string, at: string): Promise<void> {
    const company = await manager.findOneByOrFail(CompanyEntity, { id: companyId });
    const endings = await endingRights(manager, company, at);
    if (endings.length === 0) return;
    const grantors = await grantorsOf(manager, company, this.parts.policies, at);
    const letters: NewMail[] = [];
    // What ends together is told together.
    for (const group of groupBy(endings, ({ until }) => until).values())
      letters.push(...(await this.letters(manager, company, group, grantors)));
    await enqueueMail(manager, letters, { at, by: jobCause("rights that end") });
  }

  private async letters(
    manager: EntityManager,
    company: CompanyEntity,
    group: readonly EndingRight[],
    grantors: readonly EndingRight["holder"][],
  ): Promise<NewMail[]> {
    const [{ until, days } = { until: "", days: 1 }] = group;
    const people = [...oneBy([...group.map(({ holder }) => holder), ...grantors], ({ id }) => id).values()];
    const readerOf = await readersOf(
      manager,
      company,
      people.map(({ email }) => email),
    );
    const projects = await manager.findBy(ProjectEntity, { companyId: company.id });
    const names = new Map(projects.map(({ id, code, name }) => [id, `${code} ${name}`]));
    const isGrantor = new Set(grantors.map(({ id }) => id));
    return people.map((person) => {
      const { locale } = readerOf(person.email);
      // A day is the company's, whoever reads it.
      const reader = { locale, zone: zoneOf(company), projectName: (id: string) => names.get(id) ?? id };
      const text = ({ state, reference }: EndingRight) => heldText(state, reference, reader);
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
