import type { LetterLinks } from "../../infra/mail/letter-links";
import { enqueueMail, type NewMail } from "../../infra/mail/mail-outbox";
import { readersOf } from "../../infra/mail/reader";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { mapInTurns } from "../../kernel/deadline";
import type { Held } from "../../policy/holdings";
import { atLeast, type Level } from "../../policy/model/vocabulary";
import type { Change, ChangeScope } from "../../tenant/companies/company-change";
import type { FactsLoader } from "../facts/facts-loader";
import { rightsDifferences, type RightsDifference } from "./rights-difference";
import { rightsLetter } from "./rights-letter";

type Scope = Pick<ChangeScope, "manager" | "company" | "by" | "at">;

/**
 * Tells everybody whose rights a change has made other ones, in its transaction: one letter for each person and change. They
 * cannot be declined: who gains or loses a right unasked is the first to notice that something is wrong.
 */
export class RightsLetters {
  constructor(
    private readonly loader: FactsLoader,
    private readonly links: LetterLinks,
  ) {}

  async changed(scope: Scope, changes: readonly Change[]): Promise<void> {
    const { manager, company, by, at } = scope;
    const differences = await rightsDifferences(scope, this.loader, changes);
    const told = differences.filter(({ member }) => member.id !== by.id);
    if (told.length === 0) return;
    const emails = told.map(({ member }) => member.email);
    const readerOf = await readersOf(manager, company, emails);
    const projects = await manager.findBy(ProjectEntity, { companyId: company.id });
    const names = new Map(projects.map(({ id, code, name }) => [id, `${code} ${name}`]));
    const letters = await mapInTurns(told, (difference): NewMail => {
      const { member } = difference;
      const reader = { ...readerOf(member.email), projectName: (id: string) => names.get(id) ?? id };
      const who = { name: member.name, company: company.name, by: by.kind === "system" ? "Ledgergate" : by.name };
      const link = this.links.page("rights", company.slug);
      const words = rightsLetter({ reader, ...who, why: whyOf(difference, changes), difference, link });
      const key = `rights|${company.id}|${member.id}|${company.policyRevision}`;
      const to = { email: member.email, name: member.name };
      // What takes rights away is never refused for the sake of a letter.
      const ifRoom = difference.gained.length === 0 && difference.changed.every(isLowered);
      return { companyId: company.id, key, kind: "rights_changed", to, locale: reader.locale, ifRoom, ...words };
    });
    await enqueueMail(manager, letters, { at, by });
  }
}

/** Whether nothing of it is more than it was. */
function isLowered({ before, after }: RightsDifference["changed"][number]): boolean {
  const [was, is] = [levelsIn(before.state), levelsIn(after.state)];
  return was !== null && is !== null && [...is].every(([tool, level]) => atLeast(was.get(tool) ?? "none", level));
}

/** By tool, where there are several; null: it is no level. */
function levelsIn(state: Held["state"]): ReadonlyMap<string, Level> | null {
  if (state.kind === "tool_level" || state.kind === "directory_level") return new Map([["", state.level]]);
  return state.kind === "project_level" ? new Map(Object.entries(state.levels)) : null;
}

/** The reason of the first change that names the person or what they hold. */
function whyOf({ member, gained, lost }: RightsDifference, changes: readonly Change[]): string | null {
  const ids = new Set([member.id, ...[...gained, ...lost].map(({ reference }) => reference)]);
  return changes.find(({ targetId, why }) => ids.has(targetId) && why)?.why ?? null;
}
