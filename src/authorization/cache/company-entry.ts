import type { KnownSubject } from "../../directory/subjects/subject-directory";
import type { Actor } from "../../kernel/actor";
import type { CompanyFacts } from "../../policy/model/facts";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { CompiledPolicy } from "../answer/compiled-policy";
import type { ProjectBook } from "../facts/project-book";

type Person = Extract<Actor, { kind: "person" }>;

/** Somebody as a company knows them, with their compiled policy. */
export interface ResolvedSubject {
  /** Null: nobody that the company knows. All of those are one. */
  readonly known: KnownSubject | null;
  policy: CompiledPolicy | null;
}

/** Subjects count as one, policies as many times more memory. */
export const POLICY_WEIGHT = 10;

/** What was read of one company at one policy revision. */
export class CompanyEntry {
  facts: CompanyFacts | null = null;
  projects: ProjectBook | null = null;
  private readonly nobody: ResolvedSubject = { known: null, policy: null };
  /** By member's or staff's id. */
  private readonly byId = new Map<string, ResolvedSubject>();
  /** By whatever they were asked about by: e-mail or id. */
  private readonly byReference = new Map<string, ResolvedSubject>();
  /** By the token's subject; the e-mail belongs to it. */
  private readonly byPerson = new Map<string, { readonly email: string | null; readonly subject: ResolvedSubject }>();
  private policies = 0;

  /** @param dataVersion at which its revision was last known to be in force; NaN: at none any more */
  constructor(
    readonly company: CompanyEntity,
    public dataVersion: number,
  ) {}

  /** For the bound of the whole cache. */
  get weight(): number {
    return 1 + this.byReference.size + this.byPerson.size + POLICY_WEIGHT * this.policies;
  }

  /** Undefined: not kept. */
  subject(reference: string): ResolvedSubject | undefined {
    return this.byReference.get(reference) ?? this.byId.get(reference);
  }

  /** Who the person of the token is; undefined: not kept. */
  person({ subject, email }: Person): ResolvedSubject | undefined {
    const found = this.byPerson.get(subject);
    return found?.email === email ? found.subject : undefined;
  }

  keepSubject(reference: string, known: KnownSubject | null): void {
    this.byReference.set(reference, this.resolved(known));
  }

  keepPerson({ subject, email }: Person, known: KnownSubject): void {
    this.byPerson.set(subject, { email, subject: this.resolved(known) });
  }

  /** The policy of a subject, or of those whom the company does not know. */
  policyOf(subjectId: string | null): CompiledPolicy | null {
    return (subjectId === null ? this.nobody : this.byId.get(subjectId))?.policy ?? null;
  }

  keepPolicy(known: KnownSubject | null, policy: CompiledPolicy): void {
    const resolved = this.resolved(known);
    if (resolved.policy === null) this.policies += 1;
    resolved.policy = policy;
  }

  /** Makes room in a company that alone has grown too large. */
  clear(): void {
    this.byId.clear();
    this.byReference.clear();
    this.byPerson.clear();
    this.nobody.policy = null;
    this.policies = 0;
  }

  private resolved(known: KnownSubject | null): ResolvedSubject {
    if (known === null) return this.nobody;
    let found = this.byId.get(known.id);
    if (!found) this.byId.set(known.id, (found = { known, policy: null }));
    return found;
  }
}
