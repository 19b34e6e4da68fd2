import { giveWay, mapInTurns } from "../../kernel/deadline";
import type { Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import type { Locale } from "../../kernel/locale";
import { noSuchCompany } from "../../tenant/companies/company-change";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { MemberEntity } from "../../directory/members/member.entity";
import type { Facts, SubjectFacts } from "../../policy/model/facts";
import { decide } from "../../policy/judgement/decide";
import { MemberPolicy } from "../../policy/judgement/member-policy";
import type { AnsweredDecision } from "../../policy/ports";
import type { DecisionPoint } from "../decision-point/decision-point";
import { answerOf, type DecidedParts } from "../answer/answer";
import type { FactsLoader } from "../facts/facts-loader";
import type { PolicySource } from "../policies/policy-source";
import type { KnownSubject, SubjectDirectory } from "../../directory/subjects/subject-directory";
import type { ChangeReading, ReadChanges } from "./change-reading";
import type { AskedPeriod, DecisionReplay, ReplayedDecisions } from "./decision-replay";
import { changedCompany, changedSubject, concernsEverybody } from "./proposed-change";
import { differencesOf, kindOf, type Effect, type RightsDifference } from "./rights-difference";
import type { ProposedChangeInput } from "./simulation-inputs";
import { BilingualRefusal } from "../../kernel/errors";
import { periodFrom, type NamedPeriod } from "../../infra/graphql/days";
import { zoneOf } from "../../tenant/companies/time-zone";
import { AUTHORIZATION_TEXTS } from "../texts/authorization-texts";

/** One thing that somebody could do otherwise, with both decisions in words. */
export interface Consequence {
  readonly subject: KnownSubject;
  readonly effect: Effect;
  readonly before: AnsweredDecision;
  readonly after: AnsweredDecision;
}

export interface Simulation {
  readonly policyRevision: number;
  readonly evaluatedAt: string;
  /** Whose rights were looked at. */
  readonly people: number;
  /** How many things would be otherwise, by effect. */
  readonly counts: Readonly<Record<Effect, number>>;
  readonly consequences: readonly Consequence[];
  /** Null: not asked for. */
  readonly replayed: ReplayedDecisions | null;
}

export interface SimulationParts {
  readonly database: Database;
  readonly authorizer: DecisionPoint;
  readonly subjects: SubjectDirectory;
  readonly policies: PolicySource;
  readonly facts: FactsLoader;
  readonly changes: ChangeReading;
  readonly replay: DecisionReplay;
  readonly clock: Clock;
}

export interface SimulationQuestion {
  readonly company: string;
  readonly changes: readonly ProposedChangeInput[];
  /** In the company's days, or instants; `from` is needed. */
  readonly period: NamedPeriod | null;
  /** Consequences that are put into words; all are counted. */
  readonly first: number;
  readonly locale: Locale;
}

interface Found {
  readonly subject: KnownSubject;
  readonly difference: RightsDifference;
  readonly before: Facts;
  readonly after: Facts;
}

/** Asks "what if": works on facts in memory and writes nothing, in a constant number of SELECTs. */
export class Simulator {
  constructor(private readonly parts: SimulationParts) {}

  /** For who may review the company's rights. Throws as RightsSearch does, and Refusal for a change that cannot be. */
  async simulate(asker: Actor, question: SimulationQuestion): Promise<Simulation> {
    const { authorizer, clock, changes: reading, replay } = this.parts;
    const company = await authorizer.asking.companyFor(asker, question.company);
    if (!company) throw noSuchCompany();
    await authorizer.asking.requireReview(asker, company, question.locale);
    const at = toInstant(clock.now());
    const read = await reading.read(company, question.changes, at);
    const { found, people, joining } = await this.compared(company, read, at);
    const proposed = { changes: read.changes, joining };
    const period = question.period && spanOf(question.period, zoneOf(company), at);
    const replayed = period && (await replay.replay(company, proposed, period));
    const { names } = await this.parts.policies.projects(company);
    const consequences = await mapInTurns(found.slice(0, question.first), (one) => {
      const words = { subject: one.subject, company, record: null, locale: question.locale, at, names };
      return inWords(one, words);
    });
    const count = (effect: Effect) => found.filter(({ difference }) => difference.effect === effect).length;
    const counts = { gains: count("gains"), loses: count("loses"), limits_change: count("limits_change") };
    const { policyRevision } = company;
    return { policyRevision, evaluatedAt: at, people, counts, consequences, replayed };
  }

  /** By name, then in the order of the vocabulary. */
  private async compared(company: CompanyEntity, { changes, members, newcomers }: ReadChanges, at: string) {
    const facts = await this.parts.facts.company(company);
    const changed = changedCompany(facts, changes);
    const everybody = concernsEverybody(changes);
    const known = everybody ? await this.everybody(company, members) : [...members.values()].map(knownMember);
    const subjects = await this.subjectFacts(company, known, members, at);
    const kinds = new Map<string, RightsDifference[]>();
    const found: Found[] = [];
    const joining = new Map<string, SubjectFacts>();
    for (const subject of [...known].sort(byName)) {
      const held = subjects.get(subject.id);
      if (!held) continue;
      await giveWay();
      const isNew = newcomers.has(subject.id);
      if (isNew) joining.set(subject.email, held);
      const before = { company: facts, subject: isNew ? null : held, at };
      const after = { company: changed, subject: changedSubject(held, changes), at };
      const kind = `${isNew}|${kindOf(held, after.subject)}`;
      const differences = kinds.get(kind) ?? differencesOf(new MemberPolicy(before), new MemberPolicy(after));
      kinds.set(kind, differences);
      for (const difference of differences) found.push({ subject, difference, before, after });
    }
    return { found, people: subjects.size, joining };
  }

  private async everybody(company: CompanyEntity, named: ReadonlyMap<string, MemberEntity>): Promise<KnownSubject[]> {
    const { members, staff } = await this.parts.subjects.everybody(company.id);
    const all = new Map([...members, ...named.values()].map((member) => [member.id, member]));
    const vendor = staff.map(({ id, name, email }): KnownSubject => ({ kind: "staff", id, name, email }));
    return [...[...all.values()].map(knownMember), ...vendor];
  }

  private async subjectFacts(
    company: CompanyEntity,
    known: readonly KnownSubject[],
    named: ReadonlyMap<string, MemberEntity>,
    at: string,
  ): Promise<ReadonlyMap<string, SubjectFacts>> {
    const { facts, database } = this.parts;
    const idsOf = (kind: KnownSubject["kind"]) => known.filter((one) => one.kind === kind).map(({ id }) => id);
    const memberIds = new Set(idsOf("member"));
    const everybody = memberIds.size > named.size;
    const stored = everybody ? await database.read().findBy(MemberEntity, { companyId: company.id }) : [];
    const rows = [...new Map([...named.values(), ...stored].map((member) => [member.id, member])).values()];
    const held = [...(await facts.members(rows, at)), ...(await facts.staffIn([company.id], idsOf("staff"), at))];
    return new Map(held.map((subject) => [subject.subjectId, subject]));
  }
}

/** Decided again for this very person: people of one kind rest on grants of their own. */
function inWords({ subject, difference, before, after }: Found, words: Omit<DecidedParts, "decision" | "policy">) {
  const { action, resource, effect } = difference;
  const answered = (facts: Facts) => {
    const policy = new MemberPolicy(facts);
    return answerOf({ ...words, policy, decision: decide(policy, { action, resource }) });
  };
  return { subject, effect, before: answered(before), after: answered(after) };
}

function knownMember({ id, name, email }: MemberEntity): KnownSubject {
  return { kind: "member", id, name, email };
}

function byName(a: KnownSubject, b: KnownSubject): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Until now, where no end is named. */
function spanOf(named: NamedPeriod, zone: string, at: string): AskedPeriod {
  const { from, until } = periodFrom(named, zone, ["decisions"]);
  const span = { from: from ?? at, until: until ?? at };
  if (span.from < span.until) return span;
  throw new BilingualRefusal("BAD_INPUT", AUTHORIZATION_TEXTS.periodReversed, ["decisions", "until"]);
}
