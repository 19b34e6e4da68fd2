import { BilingualRefusal } from "../kernel/errors";
import type { Actor } from "../kernel/actor";
import type { ActorKind } from "../kernel/actor-kind";
import type { Locale } from "../kernel/locale";
import type { Basis } from "./model/bases";
import type { Explanation } from "./explain";
import type { Decision } from "./model/decision";
import type { RecordFacts } from "./model/facts";
import type { FactsSource } from "./model/record-facts";
import type { Action, DecisionCode, GateCode, Resource } from "./model/vocabulary";

/**
 * What is known of a record from outside; company and feature are filled in from the question. Of what is stored (`source`) the
 * people and the project are ids already.
 */
export type RecordDescription = Omit<RecordFacts, "companyId" | "feature"> & {
  /** Of a stored record its own: asked about another feature, it is WRONG_RECORD. Left out: the one asked about. */
  readonly feature?: RecordFacts["feature"];
};

/** A question to the policy, as transports and services put it. */
export interface Question {
  /** Id or slug. */
  readonly company: string;
  /** A member's or staff's id or e-mail, or the id of a service's API key; null: the asker themselves. */
  readonly subject: string | null;
  /** What the subject must be; left out: either. */
  readonly subjectIs?: "person" | "service";
  /** Names from outside may be unknown: that is a denied decision, not an error. */
  readonly action: string;
  readonly resource: string;
  readonly record?: RecordDescription | null;
  /** As of when; now if left out. */
  readonly at?: string | null;
  /** With `at`: by what was known at this instant; what is known now if left out. */
  readonly knownAt?: string | null;
  /** The policy revision that the answer must at least be of; as fresh as is known, if left out. */
  readonly atLeast?: number | null;
  /** Reads the revision in force before answering, instead of trusting what is known of it. */
  readonly fullyConsistent?: boolean | null;
  readonly locale: Locale;
  /** Of the request that asks, for the decision log. */
  readonly traceId?: string | null;
}

/** Somebody who could make a change that opens a gate. */
export interface RemedyPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/**
 * A decision as it is handed out: with reasons in words, the grant it rests on and the policy revision it was made at.
 * `message`, `gates` and `limits` are put into words when they are first read.
 */
export interface AnsweredDecision {
  readonly allowed: boolean;
  readonly code: DecisionCode;
  readonly message: string;
  readonly action: Action | null;
  readonly resource: Resource | null;
  readonly companyId: string | null;
  readonly subjectId: string | null;
  /** As the question named them, whom the company may not know; left out or null: the asker themselves. */
  readonly subjectNamed?: string | null;
  readonly gates: Explanation["gates"];
  /** Codes of the gates that were missed. */
  readonly missed: readonly GateCode[];
  readonly limits: Explanation["limits"];
  /** What whoever acts on it has to do; told by the policy, so that nobody guesses it from codes. */
  readonly obligations: Decision["obligations"];
  /** What was stated of the record and could not be taken, in words. */
  readonly problems: Explanation["problems"];
  /** Whose facts of the record counted; null: the question was about no record. */
  readonly facts: FactsSource | null;
  /** Of a record that Ledgergate holds its id, whatever it was named by; of another, its name. */
  readonly recordId: string | null;
  /** What counted of the record; null: the question was about none. */
  readonly about: RecordFacts | null;
  readonly basis: Basis["kind"] | null;
  readonly grantId: string | null;
  /** Null where the asker may not learn whether there is such a company. */
  readonly policyRevision: number | null;
  readonly evaluatedAt: string;
}

/** What a service asks before it acts for somebody. */
export interface Need {
  readonly companyId: string;
  readonly action: Action;
  readonly resource: Resource;
  readonly record?: RecordDescription | null;
}

/** The actor as the company knows them. */
export interface KnownActor {
  readonly kind: ActorKind;
  readonly id: string;
  readonly name: string;
}

/** The port through which features ask for decisions; access/ implements it. */
export interface Authorizer {
  /** Whether the actor belongs to the company; to others it must look like one that does not exist. */
  knows(actor: Actor, companyId: string): Promise<boolean>;
  /** Passes when the actor may act; else throws PolicyRefusal with the explained decision. */
  require(actor: Actor, need: Need, locale?: Locale): Promise<KnownActor>;
  /** The same as a yes or no, for reading. */
  permits(actor: Actor, need: Need): Promise<boolean>;
  /** The same of somebody whom the company knows by this id, whoever asks; of nobody: no. */
  permitsSubject(subjectId: string, need: Need): Promise<boolean>;
}

/** A refusal by policy. It carries the decision, so that the person sees every reason and remedy. */
export class PolicyRefusal extends Error {
  constructor(
    readonly decision: AnsweredDecision,
    message: string = decision.message,
  ) {
    super(message);
    this.name = "PolicyRefusal";
  }

  /** The same refusal in other words, where what was asked rests on the right to something else. */
  saying(message: string): PolicyRefusal {
    return new PolicyRefusal(this.decision, message);
  }

  /** The same for a door that tells no decisions; the decision was explained in its reader's language already. */
  withoutDecision(): BilingualRefusal {
    return new BilingualRefusal("FORBIDDEN", { en: this.message, fr: this.message });
  }
}
