import type { Money } from "../../kernel/money";
import type { ContractControl } from "./contract-misfits";
import type { FactProblem, FactsSource, RecordFactName } from "./record-facts";
import type {
  ConnectionStatus,
  DirectExportMode,
  Direction,
  Feature,
  Level,
  Phase,
  ProjectTool,
  StaffRole,
  StakeholderRole,
} from "./vocabulary";

/** What the connector and the company's switches say of one feature. */
export interface FeatureFacts {
  readonly exports: boolean;
  readonly imports: boolean;
  readonly enabled: boolean;
  readonly directExport: DirectExportMode;
}

/** One of a company's several connections to its ERP. */
export interface ConnectionFacts {
  readonly id: string;
  readonly name: string;
  readonly status: ConnectionStatus;
  readonly editionSupported: boolean;
}

/** Of a company whose records travel by different connections: each by its project's, or the default. */
export interface SeveralConnections {
  readonly connections: readonly ConnectionFacts[];
  readonly defaultId: string;
  /** Connections by project, of those that are bound to one. */
  readonly ofProject: Readonly<Record<string, string>>;
}

/** All that a decision needs to know of a company. */
export interface CompanyFacts {
  readonly companyId: string;
  readonly phase: Phase;
  /** This and the next three: of the only connection, or the default. */
  readonly connector: string | null;
  readonly connection: ConnectionStatus;
  readonly edition: string | null;
  readonly editionSupported: boolean;
  /** Null or left out: there is one connection at most. */
  readonly several?: SeveralConnections | null;
  /** Ids of the projects that are out of use; left out: none is. */
  readonly projectsOutOfUse?: readonly string[];
  /** Above this amount two people must agree; null: the company has no such rule. */
  readonly twoPersonAbove: Money | null;
  /** What it does about records that do not fit their contract; left out: it is told only. */
  readonly contractControl?: ContractControl;
  readonly features: Readonly<Record<Feature, FeatureFacts>>;
}

/** A stored right: one feature in one direction, within its scope. Null means unlimited. */
export interface GrantFacts {
  readonly grantId: string;
  readonly feature: Feature;
  readonly direction: Direction;
  readonly projectIds: readonly string[] | null;
  readonly ceiling: Money | null;
  /** Inclusive. */
  readonly validFrom: string | null;
  /** Exclusive. */
  readonly validUntil: string | null;
}

export interface ProjectLevelFacts {
  readonly projectId: string;
  readonly tool: ProjectTool;
  readonly level: Level;
}

/** What is known of a service's API key beside whether it is in force. */
export interface KeyFacts {
  readonly scopes: readonly string[];
  /** When it ends, or the right of whoever made it, exclusive; null: at no known instant. */
  readonly until: string | null;
}

/** All that a decision needs to know of who asks to act: a member of the company, vendor staff assigned to it, or a service. */
export interface SubjectFacts {
  readonly subjectId: string;
  readonly companyId: string;
  readonly kind: "member" | "staff" | "service";
  /** Of a service: its key is in force, and whoever made it administers the company. */
  readonly active: boolean;
  readonly toolLevel: Level;
  readonly directoryLevel: Level;
  readonly canPushToAccounting: boolean;
  readonly projectLevels: readonly ProjectLevelFacts[];
  readonly grants: readonly GrantFacts[];
  readonly staffRole: StaffRole | null;
  /** Parts in the implementation; of vendor staff none. */
  readonly stakeholderRoles: readonly StakeholderRole[];
  /** End of the assignment of vendor staff, exclusive; null: open. */
  readonly assignedUntil: string | null;
  /** Of a service; of people left out. */
  readonly key?: KeyFacts;
}

export interface Facts {
  readonly company: CompanyFacts;
  /** Null: nobody of that name in this company. */
  readonly subject: SubjectFacts | null;
  /** The instant the question is asked as of. */
  readonly at: string;
}

/**
 * What is known of a record, as a caller or the database says it: nothing here is trusted to have its type.
 * `companyId`, `feature`, `source` and `problems` are always set by us.
 */
export interface RecordFacts extends Readonly<Partial<Record<RecordFactName, unknown>>> {
  readonly companyId: string;
  readonly feature: string;
  readonly id?: unknown;
  /** Left out: nobody asks whose facts they are. */
  readonly source?: FactsSource;
  /** What was stated and could not be taken: a record about which there is any is never allowed. */
  readonly problems?: readonly FactProblem[];
}
