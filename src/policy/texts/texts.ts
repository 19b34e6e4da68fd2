import type { ContractMisfit } from "../model/contract-misfits";
import type { FactName } from "../model/record-view";
import type { RemedyRole } from "../model/remedies";
import type {
  Action,
  DecisionCode,
  GateCode,
  Level,
  Phase,
  ProjectTool,
  RecordState,
  Resource,
  StakeholderRole,
} from "../model/vocabulary";

/** What a sentence about a gate can mention; every value is ready to be read by a person. */
export interface TextParams {
  /** The action with its resource: "send commitments to the ERP". */
  readonly act: string;
  readonly resource: string;
  readonly toolNeeded: string;
  readonly toolHeld: string;
  readonly directoryHeld: string;
  readonly phase: string;
  readonly isSuspended: boolean;
  /** What the record may build on. */
  readonly prerequisites: string;
  readonly edition: string;
  /** Whether a grant is among what is missed. */
  readonly lacksGrant: boolean;
  /** Whether a connection to the ledger was set up at all. */
  readonly hasConnection: boolean;
  /** Whether the company has several connections, so that it matters which one is meant. */
  readonly isOneOfSeveral: boolean;
  /** Names of the connections whose edition is supported, and of those that are authorised. */
  readonly ledgersServed: string;
  readonly ledgersAuthorised: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly assignedUntil: string;
  /** Of an API key that the action asks for; null: no service does it. */
  readonly scope: string | null;
  /** Whether records of the feature have an amount, and belong to a project. */
  readonly hasAmount: boolean;
  readonly hasProject: boolean;
  readonly ceiling: string;
  readonly threshold: string;
  /** Whether the company has an amount above which two people must agree. */
  readonly hasThreshold: boolean;
  /** What is wrong beside the contract, of that for which two people must agree; empty: nothing is asked so. */
  readonly misfitsForTwo: string;
  /** The same of what is refused. */
  readonly misfitsRefused: string;
  readonly projects: string;
  readonly projectTools: string;
  readonly states: string;
  /** The parts in the implementation that the action is for. */
  readonly parts: string;
}

type Sentence = (p: TextParams) => string;

export interface GateTexts {
  /** That it was missed, in a few words to the person whom it keeps. */
  readonly short: string;
  readonly passed: Sentence;
  readonly missed: Sentence;
  /** What remains to be met by a record, for gates with a condition. */
  readonly limit: Sentence;
  readonly remedy: Sentence;
}

/** One language. */
export interface Texts {
  readonly gates: Readonly<Record<GateCode, GateTexts>>;
  readonly decision: {
    readonly allowed: Sentence;
    readonly allowedWithin: (p: TextParams, limits: readonly string[]) => string;
    readonly denied: (p: TextParams, reason: string) => string;
    readonly other: Readonly<Record<Exclude<DecisionCode, GateCode | "ALLOWED" | "NOT_EVALUABLE">, string>>;
    readonly notEvaluable: (facts: readonly string[]) => string;
    /** Why a level that a person does not hold is not asked for. */
    readonly passedAsStaff: string;
    /** What would let vendor staff do it, who have no directory record: another part, or nothing. */
    readonly asSpecialist: string;
    readonly leftVendor: string;
    readonly notForStaff: string;
    readonly passedAsDirectoryAdmin: string;
    /** Before what was stated and could not be taken. */
    readonly notUnderstood: string;
    readonly sayFacts: (facts: readonly string[]) => string;
    /** What is not known of a record that Ledgergate holds, of which nothing that is said counts. */
    readonly correctFacts: (facts: readonly string[]) => string;
  };
  /** The action with what it acts on, in the infinitive. */
  readonly acts: Readonly<Record<Action, (resource: string) => string>>;
  readonly resources: Readonly<Record<Resource, string>>;
  readonly levels: Readonly<Record<Level, string>>;
  readonly phases: Readonly<Record<Phase, string>>;
  readonly states: Readonly<Record<RecordState, string>>;
  readonly projectTools: Readonly<Record<ProjectTool, string>>;
  readonly parts: Readonly<Record<StakeholderRole, string>>;
  /** What such a record does: "bills nothing". */
  readonly misfits: Readonly<Record<ContractMisfit, string>>;
  readonly facts: Readonly<Record<FactName, string>>;
  readonly roles: Readonly<Record<RemedyRole, string>>;
  readonly none: string;
  readonly and: string;
  readonly or: string;
}
