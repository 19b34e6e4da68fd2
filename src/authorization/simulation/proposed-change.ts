import { NO_RIGHTS } from "../../directory/members/grantee";
import type { Money } from "../../kernel/money";
import type { ContractControl } from "../../policy/model/contract-misfits";
import type { CompanyFacts, GrantFacts, SubjectFacts } from "../../policy/model/facts";
import type { ConnectionStatus, DirectExportMode, Feature, Level, Phase } from "../../policy/model/vocabulary";

/** A change that somebody thinks of, with everything named by its id. Undefined stays as it is. */
export type ProposedChange =
  | { readonly kind: "give"; readonly memberId: string; readonly grant: GrantFacts }
  | { readonly kind: "revoke"; readonly grantId: string }
  /** Of somebody who is not there yet: what they would be is in their facts. */
  | { readonly kind: "join"; readonly memberId: string }
  | {
      readonly kind: "member";
      readonly memberId: string;
      readonly toolLevel?: Level;
      readonly directoryLevel?: Level;
      readonly canPushToAccounting?: boolean;
      readonly active?: boolean;
    }
  | {
      readonly kind: "switch";
      readonly feature: Feature;
      readonly enabled?: boolean;
      readonly directExport?: DirectExportMode;
    }
  | {
      readonly kind: "company";
      readonly phase?: Phase;
      readonly connection?: ConnectionStatus;
      /** Which of several connections that is about; left out: the default. */
      readonly ofConnection?: string;
      /** Null: no such rule. */
      readonly twoPersonAbove?: Money | null;
      /** What it names is so; the rest stays. */
      readonly contractControl?: ContractControl;
    };

/** The company as it would be. */
export function changedCompany(company: CompanyFacts, changes: readonly ProposedChange[]): CompanyFacts {
  return changes.reduce((facts, change) => {
    if (change.kind === "company") {
      const { kind: _kind, connection, ofConnection, contractControl, ...settings } = change;
      const control = contractControl && { contractControl: { ...facts.contractControl, ...contractControl } };
      const changed = { ...facts, ...stated(settings), ...control };
      return connection === undefined ? changed : withStatus(changed, ofConnection, connection);
    }
    if (change.kind !== "switch") return facts;
    const { feature, enabled, directExport } = change;
    const changed = { ...facts.features[feature], ...stated({ enabled, directExport }) };
    return { ...facts, features: { ...facts.features, [feature]: changed } };
  }, company);
}

function withStatus(company: CompanyFacts, id: string | undefined, status: ConnectionStatus): CompanyFacts {
  const { several } = company;
  const meant = id ?? several?.defaultId;
  const own = meant === several?.defaultId ? { connection: status } : {};
  if (!several) return { ...company, connection: status };
  const connections = several.connections.map((one) => (one.id === meant ? { ...one, status } : one));
  return { ...company, ...own, several: { ...several, connections } };
}

/** The subject as they would be. */
export function changedSubject(subject: SubjectFacts, changes: readonly ProposedChange[]): SubjectFacts {
  return changes.reduce((facts, change) => {
    switch (change.kind) {
      case "give":
        return change.memberId === facts.subjectId ? { ...facts, grants: [...facts.grants, change.grant] } : facts;
      case "revoke":
        return { ...facts, grants: facts.grants.filter(({ grantId }) => grantId !== change.grantId) };
      case "member": {
        const { kind: _kind, memberId, ...rights } = change;
        if (memberId !== facts.subjectId) return facts;
        return facts.active && rights.active === false ? left(facts) : { ...facts, ...stated(rights) };
      }
      default:
        return facts;
    }
  }, subject);
}

/** Whoever leaves loses everything, and coming back gives back nothing by itself. */
function left(facts: SubjectFacts): SubjectFacts {
  return { ...facts, ...NO_RIGHTS, active: false, grants: [], projectLevels: [] };
}

/** Whether everybody's rights may change, and not only those of the people that the changes name. */
export function concernsEverybody(changes: readonly ProposedChange[]): boolean {
  return changes.some(({ kind }) => kind === "switch" || kind === "company");
}

function stated<T extends object>(given: T): Partial<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;
}
