import { Refusal, localizeError } from "../../../kernel/errors";
import { PolicyRefusal, type AnsweredDecision, type RemedyPerson } from "../../../policy/ports";
import type { Locale } from "../../../kernel/locale";
import type { ExplainedRemedy } from "../../../policy/explain";
import type { RecordEntity } from "../../../records/record/record.entity";
import type { RecordService } from "../../../records/approval/record.service";
import type { PlatformPeople } from "../../directory/platform-people";
import type { RequestContext } from "../request-context";
import { requestWords } from "../request-words";

/** The port that names the people who could make a change; access/ implements it. */
export interface Remedies {
  people(decision: AnsweredDecision, remedy: ExplainedRemedy): Promise<readonly RemedyPerson[]>;
}

export interface SendingParts {
  readonly records: Pick<RecordService, "send">;
  readonly people: PlatformPeople;
  readonly remedies: Remedies;
}

/**
 * What happens to an offered record, by the company's choice. Decided here: it waits for an approver of ours. Decided
 * there: an approver of the platform has accepted it, so the policy is asked about them, the record, now: allowed, it is
 * sent as their act; refused, they read over there why, and who can change it.
 */
export class Sending {
  constructor(private readonly parts: SendingParts) {}

  async decide(context: RequestContext, detailId: string | null, record: RecordEntity): Promise<void> {
    const { connection, request, locale } = context;
    // Of a request that was only found by looking nobody said whose act it was: it waits for somebody here.
    if (connection.deciding === "here" || request.userId === null) return;
    const { member, label } = await this.parts.people.find(connection, request.userId);
    if (!member) return context.fail([detailId], requestWords("UNKNOWN_PERSON", locale, label));
    try {
      const { outcome } = await this.parts.records.send(member.actor, {
        company: connection.companyId,
        record: record.id,
        expectedVersion: record.version,
      });
      if (outcome === "first_approval")
        await context.end([detailId], {
          status: "in_progress",
          messages: [requestWords("SECOND_APPROVAL", member.locale)],
        });
    } catch (error) {
      if (error instanceof PolicyRefusal)
        return context.fail([detailId], ...(await this.reasons(error.decision, member.locale)));
      const said = localizeError(error, member.locale);
      if (!(said instanceof Refusal)) throw error;
      return context.fail([detailId], requestWords("DENIED", member.locale, said.message, said.code));
    }
  }

  /** The reason with its code, then for each gate that was missed what would open it, and who can do that. */
  private async reasons(decision: AnsweredDecision, locale: Locale): Promise<string[]> {
    const words = [requestWords("DENIED", locale, decision.message, decision.code)];
    for (const { remedy } of decision.gates) {
      if (!remedy) continue;
      const people = await this.parts.remedies.people(decision, remedy);
      const names = people.map(({ name, email }) => `${name} <${email}>`);
      words.push(requestWords("REMEDY", locale, remedy.message, names.length > 0 ? names.join(", ") : remedy.who));
    }
    return words;
  }
}
