import { fill } from "../../kernel/catalogue";
import { canQuery, READ_DECISIONS } from "../../directory/api-keys/api-key-scopes";
import type { KnownSubject } from "../../directory/subjects/subject-directory";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import type { Locale } from "../../kernel/locale";
import type { Authorizer, Need, Question } from "../../policy/ports";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { RequestReading } from "./request-reading";
import type { SubjectResolver } from "./subject-resolver";
import { AUTHORIZATION_TEXTS } from "../texts/authorization-texts";

/** Who may ask about whom: people about themselves, who may review about everybody, services by their scope. */
export class AskingRights {
  constructor(
    private readonly resolver: SubjectResolver,
    private readonly authorizer: Pick<Authorizer, "permits" | "require">,
  ) {}

  /** The company of that id or slug, if it is there and knows the asker; else null, whichever of the two it is. */
  async companyFor(asker: Actor, reference: string, reading = new RequestReading()): Promise<CompanyEntity | null> {
    const company = await this.resolver.company(reference, reading);
    if (!company) return null;
    if (asker.kind === "person") return (await this.resolver.self(asker, company, reading)) ? company : null;
    return (await this.resolver.isMember(asker, company.id)) ? company : null;
  }

  /** Who the reference is; null, or no reference, is the asker. Throws BAD_INPUT where they are no person. */
  subjectFor(
    asker: Actor,
    company: CompanyEntity,
    reference: string | null | undefined,
    reading = new RequestReading(),
    kind?: Question["subjectIs"],
  ): Promise<KnownSubject | null> {
    return this.resolver.subject(asker, company, reference, reading, kind);
  }

  /** Rights of others are for those who may review; services need the scope for decisions. */
  async mayReview(asker: Actor, company: CompanyEntity): Promise<boolean> {
    if (asker.kind === "service") return canQuery(asker, company.id);
    return this.authorizer.permits(asker, reviewOf(company));
  }

  /** Passes when the asker may hear of this subject's rights; throws as `DecisionPoint.decide` does. */
  async requireAbout(
    asker: Actor,
    company: CompanyEntity,
    subject: KnownSubject | null,
    locale: Locale,
    reading = new RequestReading(),
  ): Promise<void> {
    const self = await this.resolver.asking(asker, company, reading);
    if (self !== null && self.id === subject?.id) return;
    await this.requireReview(asker, company, locale, reading);
  }

  /** Passes when the asker may hear of everybody's rights in the company; throws as `DecisionPoint.decide` does. */
  async requireReview(
    asker: Actor,
    company: CompanyEntity,
    locale: Locale,
    reading = new RequestReading(),
  ): Promise<void> {
    if (await reading.once(`review|${company.id}`, () => this.mayReview(asker, company))) return;
    if (asker.kind !== "service") await this.authorizer.require(asker, reviewOf(company), locale);
    throw new BilingualRefusal("FORBIDDEN", fill(AUTHORIZATION_TEXTS.keyLacksScope, { scope: READ_DECISIONS }));
  }
}

function reviewOf({ id }: CompanyEntity): Need {
  return { companyId: id, action: "review", resource: "company" };
}
