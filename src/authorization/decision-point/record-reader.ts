import DataLoader from "dataloader";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { approvalStands } from "../../policy/judgement/first-approval";
import type { RecordFacts } from "../../policy/model/facts";
import type { FactProblem } from "../../policy/model/record-facts";
import { isResource } from "../../policy/model/vocabulary";
import type { RecordDescription } from "../../policy/ports";
import type { PolicySource } from "../policies/policy-source";
import { recordOf } from "./consistency";
import type { RequestReading } from "./request-reading";
import type { SubjectResolver } from "./subject-resolver";
import { namedRecord, peopleIn } from "../facts/described-record";
import type { RecordName } from "../facts/record-names";
import type { FoundRecord, RecordFactsSource } from "../facts/stored-records";
import type { PastInstant } from "../history/past-facts";

/** What a record is asked about for. */
export interface AskedOfRecord {
  readonly company: CompanyEntity;
  readonly action: string;
  readonly resource: string;
  readonly at: string;
  readonly past: PastInstant | null;
}

export interface RecordReaderParts {
  readonly resolver: SubjectResolver;
  readonly policies: PolicySource;
  /** Null: no records are held. */
  readonly records: RecordFactsSource | null;
}

/**
 * Makes of what somebody states of a record what the policy judges, for every door: a record that Ledgergate holds speaks for
 * itself, whatever is said of it; of any other, people and projects are found by their names.
 */
export class RecordReader {
  constructor(private readonly parts: RecordReaderParts) {}

  /** Null: nothing was stated. */
  async read(
    asked: AskedOfRecord,
    description: RecordDescription | null | undefined,
    reading: RequestReading,
  ): Promise<RecordFacts | null> {
    if (!description) return null;
    const { company, resource } = asked;
    if (description.source === "stored") return recordOf(company, resource, description);
    return this.identified(asked, await this.named(company, description, reading), reading);
  }

  /** The same of a description that names people and projects by their ids already. */
  async identified(
    asked: AskedOfRecord,
    named: RecordDescription,
    reading: RequestReading,
  ): Promise<RecordFacts | null> {
    const { company, resource } = asked;
    const found = await this.stored(asked, named, reading);
    if (found?.record) return this.withFirstApprover(asked, found.record, reading);
    const problems = found ? [...(named.problems ?? []), { fact: "id", code: found.problem }] : named.problems;
    const record = recordOf(company, resource, { ...named, problems });
    return record && this.withFirstApprover(asked, record, reading);
  }

  private async named(company: CompanyEntity, description: RecordDescription, reading: RequestReading) {
    const { resolver, policies } = this.parts;
    const people = new Map<string, string | null>();
    for (const reference of peopleIn(description))
      people.set(reference, (await resolver.person(company, reference, reading))?.id ?? null);
    const book = await reading.once(`projects|${company.id}`, () => policies.projects(company));
    return namedRecord(description, book, people);
  }

  /** The record that Ledgergate holds under the name; all that one request asks for, of whatever companies, are looked for together. */
  private async stored(
    { company, resource }: AskedOfRecord,
    { id, project }: RecordDescription,
    reading: RequestReading,
  ): Promise<FoundRecord> {
    const { records } = this.parts;
    if (records === null || typeof id !== "string" || !isResource(resource) || resource === "company") return null;
    const lookUp = await reading.once("records", () => Promise.resolve(lookUpOf(records)));
    const projectId = typeof project === "string" ? project : null;
    return lookUp.load({ companyId: company.id, feature: resource, reference: id, projectId });
  }

  /**
   * Who submitted the record, or has no right to send it, has not approved it first (two-person rule): their approval is taken
   * out, and told where somebody stated it.
   */
  private async withFirstApprover(
    { company, action, at, past }: AskedOfRecord,
    record: RecordFacts,
    reading: RequestReading,
  ): Promise<RecordFacts> {
    const { firstApprover, source, problems = [] } = record;
    if (action !== "send" || typeof firstApprover !== "string" || problems.length > 0) return record;
    const { resolver, policies } = this.parts;
    const approver = await resolver.person(company, firstApprover, reading);
    const { policy } = await policies.compiled(company, approver, at, past);
    if (approvalStands(policy.facts, record)) return record;
    const problem: FactProblem = { fact: "firstApprover", code: "COULD_NOT_APPROVE" };
    return { ...record, firstApprover: undefined, ...(source === "described" ? { problems: [problem] } : {}) };
  }
}

/** Names that one statement looks for. */
const MAX_NAMES = 200;

type LookUp = DataLoader<RecordName, FoundRecord, string>;

function lookUpOf(records: RecordFactsSource): LookUp {
  return new DataLoader<RecordName, FoundRecord, string>((names) => records.named(names), {
    maxBatchSize: MAX_NAMES,
    cacheKeyFn: ({ companyId, feature, reference, projectId }) =>
      JSON.stringify([companyId, feature, reference, projectId]),
  });
}
