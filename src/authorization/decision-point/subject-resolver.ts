import { includesCompany } from "../../directory/api-keys/api-key-scopes";
import type { KnownSubject, SubjectDirectory } from "../../directory/subjects/subject-directory";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import type { Question } from "../../policy/ports";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { DecisionCache } from "../cache/decision-cache";
import type { RequestReading } from "./request-reading";
import { AUTHORIZATION_TEXTS } from "../texts/authorization-texts";

type Person = Extract<Actor, { kind: "person" }>;
type LetterReader = Extract<Actor, { kind: "letter" }>;

/** Reads which company and person a question is about, and keeps whom it found in the cache. */
export class SubjectResolver {
  constructor(
    private readonly companies: CompanyDirectory,
    private readonly subjects: SubjectDirectory,
    private readonly cache: DecisionCache,
  ) {}

  /** The company of that id or slug, whoever asks. */
  company(reference: string, reading: RequestReading): Promise<CompanyEntity | null> {
    return reading.once(`company|${reference}`, async () => {
      const dataVersion = this.cache.dataVersion();
      const found = await this.companies.find(reference);
      if (found) this.cache.keepCompany(found, dataVersion);
      return found;
    });
  }

  /** Whether the asker belongs to the company. */
  async isMember(asker: Actor, companyId: string): Promise<boolean> {
    if (asker.kind === "system") return true;
    if (asker.kind === "service") return includesCompany(asker, companyId);
    if (asker.kind === "letter") return (await this.byLetter(asker, companyId)) !== null;
    return (await this.subjects.findPerson(companyId, asker)) !== null;
  }

  /** Whom the asker is in the company: the person, or whom the letter went to; of a service, null. */
  async asking(asker: Actor, company: CompanyEntity, reading: RequestReading): Promise<KnownSubject | null> {
    if (asker.kind === "person") return this.self(asker, company, reading);
    return asker.kind === "letter" ? this.byLetter(asker, company.id) : null;
  }

  /** A letter is about one company; to all others its reader is nobody. */
  private async byLetter({ companyId, email }: LetterReader, wanted: string): Promise<KnownSubject | null> {
    return companyId === wanted ? this.subjects.findByLetter(companyId, email) : null;
  }

  self(asker: Person, company: CompanyEntity, reading: RequestReading): Promise<KnownSubject | null> {
    return reading.once(`self|${company.id}|${asker.subject}|${asker.email ?? ""}`, async () => {
      const found = await this.subjects.findPerson(company.id, asker);
      if (found && this.mayKeep()) this.cache.keepPerson(company, asker, found);
      return found;
    });
  }

  /** Who the reference is; null, or no reference, is the asker. Throws BAD_INPUT where they are no person. */
  async subject(
    asker: Actor,
    company: CompanyEntity,
    reference: string | null | undefined,
    reading: RequestReading,
    kind?: Question["subjectIs"],
  ): Promise<KnownSubject | null> {
    if (typeof reference === "string") {
      const found = await this.named(company, reference, reading);
      return isOfKind(found, kind) ? found : null;
    }
    if (asker.kind === "person" || asker.kind === "letter") return this.asking(asker, company, reading);
    throw new BilingualRefusal("BAD_INPUT", AUTHORIZATION_TEXTS.nameTheSubject, ["input", "subject"]);
  }

  /** The person that the company knows by the reference. */
  async person(company: CompanyEntity, reference: string, reading: RequestReading): Promise<KnownSubject | null> {
    const found = await this.named(company, reference, reading);
    return isOfKind(found, "person") ? found : null;
  }

  /** Whom the company knows by the reference: a person, or a service. */
  named(company: CompanyEntity, reference: string, reading: RequestReading): Promise<KnownSubject | null> {
    return reading.once(`subject|${company.id}|${reference}`, async () => {
      const found = await this.subjects.find(company.id, reference);
      if (this.mayKeep()) this.cache.keepSubject(company, reference, found);
      return found;
    });
  }

  /** Inside a write people may be seen who are never committed. */
  private mayKeep(): boolean {
    return this.cache.dataVersion() !== null;
  }
}

/** Whether they may be who is meant: a record's people are people, and a question can say what its subject is. */
export function isOfKind(subject: KnownSubject | null, kind: Question["subjectIs"]): boolean {
  return kind === undefined || subject === null || (subject.kind === "service") === (kind === "service");
}
