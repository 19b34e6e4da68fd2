import type { Database } from "../../infra/db/database";
import { addressOf, type Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { BilingualRefusal } from "../../kernel/errors";
import { isZone } from "../../tenant/companies/time-zone";
import { preferencesOf, setPreferences, type Preferences } from "../../infra/mail/preferences";
import type { ReaderLanguages } from "../../infra/mail/reader-languages";
import { StakeholderEntity } from "../stakeholders/stakeholder.entity";
import type { SubjectDirectory } from "../subjects/subject-directory";
import { DIRECTORY_TEXTS } from "../texts/directory-texts";

export interface OwnPreferences extends Preferences {
  readonly email: string;
}

/** How people want to be written to. It is each one's own to say, for all companies at once; no right of a company's decides. */
export class MailPreferencesService {
  constructor(
    private readonly database: Database,
    private readonly subjects: SubjectDirectory,
    private readonly clock: Clock,
    private readonly languages: ReaderLanguages,
  ) {}

  /** Null: a service, or a person without a verified address. */
  async of(actor: Actor): Promise<OwnPreferences | null> {
    const email = actor.kind === "person" ? addressOf(actor) : null;
    return email === null ? null : { email, ...(await preferencesOf(this.database.read(), email)) };
  }

  /**
   * What is left out stays as it is; null is the company's again. Goes for all addresses under which companies know the
   * person. Throws Refusal FORBIDDEN (nobody whom Ledgergate would write to) or BAD_INPUT (zone).
   */
  async set(actor: Actor, wanted: Partial<Preferences>): Promise<OwnPreferences> {
    const { email, all } = await this.addresses(actor);
    if (wanted.timezone != null && !isZone(wanted.timezone))
      throw new BilingualRefusal("BAD_INPUT", DIRECTORY_TEXTS.timezone, ["input", "timezone"]);
    const at = toInstant(this.clock.now());
    const held = await this.database.write(async (manager) => {
      await setPreferences(manager, all, wanted, at);
      return { email, ...(await preferencesOf(manager, email)) };
    });
    this.languages.forget(all);
    return held;
  }

  private async addresses(actor: Actor): Promise<{ readonly email: string; readonly all: readonly string[] }> {
    const email = actor.kind === "person" ? addressOf(actor) : null;
    if (actor.kind !== "person" || email === null)
      throw new BilingualRefusal("FORBIDDEN", DIRECTORY_TEXTS.verifiedAddressOnly);
    const { members, staff } = await this.subjects.everywhere(actor);
    const known = members.length > 0 || staff?.active === true;
    if (!known && !(await this.database.read().existsBy(StakeholderEntity, { email })))
      throw new BilingualRefusal("FORBIDDEN", DIRECTORY_TEXTS.addressNobodyKnows);
    return { email, all: [...new Set([email, ...members.map((member) => member.email)])] };
  }
}
