import { LRUCache } from "lru-cache";
import { ownMembers } from "../../directory/subjects/own-members";
import type { Database } from "../../infra/db/database";
import type { PersonCaller } from "../../infra/graphql/caller";
import { wantedByAll } from "../../kernel/deadline";

const MAX_PEOPLE = 10_000;
/** How long a person may be counted for companies that they have left. */
const KEPT_MS = 60_000;
/** Of somebody in more companies than these no company is counted: they are nobody's load. */
const MAX_COMPANIES = 10;

/**
 * The companies whose budget a person's requests are counted for. No request waits for it: a person's first one, and those
 * until the answer is there, are counted for the person alone.
 */
export class PersonCompanies {
  private readonly known = new LRUCache<string, readonly string[]>({ max: MAX_PEOPLE, ttl: KEPT_MS });
  private readonly asked = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly warn: (error: unknown) => void,
  ) {}

  of(person: PersonCaller): readonly string[] {
    const known = this.known.get(person.subject);
    if (known) return known;
    if (!this.asked.has(person.subject)) void wantedByAll(() => this.ask(person));
    return [];
  }

  private async ask({ subject, email, address }: PersonCaller): Promise<void> {
    this.asked.add(subject);
    try {
      const { members } = await ownMembers(this.database.read(), { subject, email: address ?? email });
      const active = members.filter((member) => member.active).map(({ companyId }) => companyId);
      this.known.set(subject, active.length > MAX_COMPANIES ? [] : active);
    } catch (error) {
      this.warn(error);
    } finally {
      this.asked.delete(subject);
    }
  }
}
