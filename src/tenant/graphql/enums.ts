import { registerEnumType } from "type-graphql";
import {
  ACTIONS,
  CONNECTION_STATUSES,
  DECISION_CODES,
  DIRECTIONS,
  DIRECT_EXPORT_MODES,
  FEATURES,
  GATE_CODES,
  LEVELS,
  PHASES,
  PROJECT_TOOLS,
  RECORD_STATES,
  STAFF_ROLES,
} from "../../policy/model/vocabulary";
import { OBLIGATIONS } from "../../policy/model/decision";
import { FACT_PROBLEM_CODES, FACTS_SOURCES } from "../../policy/model/record-facts";
import { REMEDY_ROLES } from "../../policy/model/remedies";
import { LOCALES } from "../../kernel/locale";
import { ACTOR_KINDS } from "../../kernel/actor-kind";

/**
 * A GraphQL enum from a closed list: names in upper case outside, the list's own words inside.
 * @param words what each value means; those left out are told by server/graphql/words
 */
export function enumOf<T extends string>(
  values: readonly T[],
  name: string,
  description: string,
  words?: Readonly<Partial<Record<T, string>>>,
): Record<string, T> {
  const members = Object.fromEntries(values.map((value) => [value.toUpperCase(), value]));
  const valuesConfig = Object.fromEntries(
    values.flatMap((value) => (words?.[value] ? [[value.toUpperCase(), { description: words[value] }]] : [])),
  );
  registerEnumType(members, { name, description, valuesConfig });
  return members;
}

export const FeatureName = enumOf(FEATURES, "FeatureName", "One kind of data that the connector can carry, or not.");
export const ActionName = enumOf(ACTIONS, "Action", "What a subject may want to do.");
export const AccessLevel = enumOf(LEVELS, "Level", "Permission level of a tool.");
export const GrantDirection = enumOf(DIRECTIONS, "Direction", "Into the platform, or out to the ERP.");
export const PhaseName = enumOf(PHASES, "Phase", "Phase of the implementation; records move only once it is live.");
export const ProjectToolName = enumOf(PROJECT_TOOLS, "ProjectTool", "A tool of a project with levels of its own.");
export const RecordStateName = enumOf(RECORD_STATES, "RecordState", "State of a record offered to the ERP.");
export const DirectExport = enumOf(DIRECT_EXPORT_MODES, "DirectExportMode", "Whether records skip the approver.");
export const StaffRoleName = enumOf(STAFF_ROLES, "StaffRole", "Part of vendor staff in a company.");
export const ConnectionState = enumOf(CONNECTION_STATUSES, "ConnectionStatus", "Whether the ledger is connected.");
export const GateCodeName = enumOf(GATE_CODES, "GateCode", "Reason code of a gate.");
export const DecisionCodeName = enumOf(DECISION_CODES, "DecisionCode", "Why a decision came out as it did.");
export const RemedyRoleName = enumOf(REMEDY_ROLES, "RemedyRole", "Who can open a missed gate.");
export const ObligationName = enumOf(OBLIGATIONS, "DecisionObligation", "What whoever acts on a decision has to do.");
export const FactsSourceName = enumOf(FACTS_SOURCES, "FactsSource", "Whose facts of a record counted.");
export const FactProblemCodeName = enumOf(
  FACT_PROBLEM_CODES,
  "FactProblemCode",
  "Why something that was stated of a record could not be taken.",
);
export const ActorKindName = enumOf(ACTOR_KINDS, "ActorKind", "Who can have done something.");
export const LocaleName = enumOf(LOCALES, "Locale", "Language of texts for people.");
