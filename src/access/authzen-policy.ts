import type { Actor } from "../kernel/actor";
import { Refusal } from "../kernel/errors";
import type { Asker, AuthzenEngine, Findings, SearchWindow } from "../authzen/engine";
import type {
  ActionSearchRequest,
  Evaluation,
  EvaluationRequest,
  FoundAction,
  FoundEntity,
  ResourceSearchRequest,
  SubjectSearchRequest,
} from "../authzen/messages";
import { PolicyRefusal, type RecordDescription } from "../policy/ports";
import type { AccessAuthorizer } from "./access-authorizer";
import { contextOf, describedRecord, instantOf, resourceOf, SUBJECT_TYPE } from "./authzen-mapping";
import { readingOf, type Reading } from "./reading";
import type { AuthzenSearch } from "./search/authzen-search";
import type { RecordFactsSource } from "./stored-records";

/**
 * Our policy behind AuthZEN. The mapping is fixed: a subject is `user` by e-mail or id; a question about a feature is
 * the resource `feature` with `properties.company`; one about a record is the feature's own name as the type. What we
 * hold of a record wins over what the caller says of it.
 */
export class AuthzenPolicy implements AuthzenEngine {
  constructor(
    private readonly authorizer: AccessAuthorizer,
    private readonly records: RecordFactsSource,
    private readonly search: AuthzenSearch,
  ) {}

  async evaluate(asker: Asker, request: EvaluationRequest): Promise<Evaluation> {
    const { subject, action, context = {} } = request;
    const { company, resource, recordId } = resourceOf(request.resource);
    if (subject.type !== SUBJECT_TYPE) return refused("UNKNOWN_SUBJECT_TYPE", 'The subject type is "user".');
    if (company === null)
      return refused("NOT_EVALUABLE", "Name the company: resource.properties.company is its slug or id.");
    const at = instantOf(context);
    const actor = asker.caller as Actor;
    const reading = readingOf(asker);
    const said = recordId === null ? null : describedRecord(request.resource);
    const stored = recordId === null ? null : await this.stored(actor, company, recordId, reading);
    const record: RecordDescription | null = stored ?? said;
    const question = { company, subject: subject.id, action: action.name, resource, record, at, locale: asker.locale };
    const answered = await forbidding(this.authorizer.decide(actor, question, reading));
    // Known only to whoever may ask, so after the question.
    if (stored && stored.feature !== resource) return refused("WRONG_RECORD", `The record is no ${resource}.`);
    return { decision: answered.allowed, context: contextOf(answered) };
  }

  searchSubjects(asker: Asker, request: SubjectSearchRequest, window: SearchWindow): Promise<Findings<FoundEntity>> {
    return forbidding(this.search.subjects(asker, request, window));
  }

  searchResources(asker: Asker, request: ResourceSearchRequest, window: SearchWindow): Promise<Findings<FoundEntity>> {
    return forbidding(this.search.resources(asker, request, window));
  }

  searchActions(asker: Asker, request: ActionSearchRequest, window: SearchWindow): Promise<Findings<FoundAction>> {
    return forbidding(this.search.actions(asker, request, window));
  }

  private async stored(actor: Actor, reference: string, id: string, reading: Reading) {
    const company = await this.authorizer.companyFor(actor, reference, reading);
    return company ? reading.once(`record|${company.id}|${id}`, () => this.records.find(company.id, id)) : null;
  }
}

/** That the asker may not ask is 403, and no decision about his question. */
async function forbidding<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof PolicyRefusal) throw new Refusal("FORBIDDEN", error.message);
    throw error;
  }
}

function refused(code: string, message: string): Evaluation {
  return { decision: false, context: { code, message } };
}
