import type { Actor } from "../../kernel/actor";
import { Refusal } from "../../kernel/errors";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { CompanyMemory } from "./memory/company-memory";
import { serves } from "./memory/passes";
import type { Reading } from "./reading";
import type { KnownSubject, SubjectDirectory } from "../../directory/subjects/subject-directory";

type Person = Extract<Actor, { kind: "person" }>;

/** Reads which company and person a question is about, and keeps in memory whom it found. */
export class Acquaintance {
  constructor(
    private readonly companies: CompanyDirectory,
    private readonly subjects: SubjectDirectory,
    private readonly memory: CompanyMemory | null,
  ) {}

  /** The company of that id or slug, whoever asks. */
  company(reference: string, reading: Reading): Promise<CompanyEntity | null> {
    return reading.once(`company|${reference}`, async () => {
      const era = this.memory?.era() ?? null;
      const found = await this.companies.find(reference);
      if (found) this.memory?.keep(found, era);
      return found;
    });
  }

  /** Whether the asker belongs to the company. */
  async knows(asker: Actor, companyId: string): Promise<boolean> {
    if (asker.kind === "system") return true;
    if (asker.kind === "service") return serves(asker, companyId);
    return (await this.subjects.findPerson(companyId, asker)) !== null;
  }

  self(asker: Person, company: CompanyEntity, reading: Reading): Promise<KnownSubject | null> {
    return reading.once(`self|${company.id}|${asker.subject}|${asker.email ?? ""}`, async () => {
      const found = await this.subjects.findPerson(company.id, asker);
      if (found && this.mayKeep()) this.memory?.keepPerson(company, asker, found);
      return found;
    });
  }

  /** Who the reference is; null, or no reference, is the asker himself. Throws BAD_INPUT where he is no person. */
  async subject(
    asker: Actor,
    company: CompanyEntity,
    reference: string | null | undefined,
    reading: Reading,
  ): Promise<KnownSubject | null> {
    if (typeof reference === "string") return this.named(company, reference, reading);
    if (asker.kind === "person") return this.self(asker, company, reading);
    throw new Refusal("BAD_INPUT", "Name the subject: a service is not somebody who could act.", ["input", "subject"]);
  }

  /** Whom the reference names in the company, an id or e-mail; null: nobody that it knows. */
  named(company: CompanyEntity, reference: string, reading: Reading): Promise<KnownSubject | null> {
    return reading.once(`subject|${company.id}|${reference}`, async () => {
      const found = await this.subjects.find(company.id, reference);
      if (this.mayKeep()) this.memory?.keepSubject(company, reference, found);
      return found;
    });
  }

  /** Inside a write people may be seen who are never committed. */
  private mayKeep(): boolean {
    return this.memory !== null && this.memory.era() !== null;
  }
}
