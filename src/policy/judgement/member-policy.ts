import { abilityOf, allows, pack, ruleFor, type LedgerAbility, type LedgerRule, type PackedRules } from "./ability";
import type { Facts } from "../model/facts";
import { routes } from "./judge";
import type { RecordView } from "../model/record-view";
import { VerdictTable, type CellVerdict } from "./verdict-table";
import { ACTIONS, RESOURCES, type Action, type Resource } from "../model/vocabulary";

/**
 * One subject's rights in one company as of one instant, compiled: a verdict table at once, CASL's ability when first
 * asked. Good for the policy revision its facts were read at, until `validUntil`.
 */
export class MemberPolicy {
  readonly table: VerdictTable;
  /** The next instant at which a validity of a grant or assignment begins or ends; null: none. */
  readonly validUntil: string | null;
  private compiled: LedgerAbility | null = null;

  constructor(readonly facts: Facts) {
    this.table = tableOf(facts);
    this.validUntil = nextBoundary(facts);
  }

  /** Never, always (for every record of the company), or ask CASL about the record. */
  verdict(action: Action, resource: Resource): CellVerdict {
    return this.table.at(action, resource);
  }

  /** Whether this very record is allowed. A record of another company never is. */
  allows(action: Action, view: RecordView): boolean {
    return view.companyId === this.facts.company.companyId && allows(this.ability(), action, view);
  }

  ability(): LedgerAbility {
    this.compiled ??= abilityOf(this.rules());
    return this.compiled;
  }

  /** The positive rules, all of them. */
  rules(): LedgerRule[] {
    return ACTIONS.flatMap((action) => RESOURCES.flatMap((resource) => this.cellRules(action, resource)));
  }

  packedRules(): PackedRules {
    return pack(this.rules());
  }

  private cellRules(action: Action, resource: Resource): LedgerRule[] {
    if (this.verdict(action, resource) === "never") return [];
    const { companyId } = this.facts.company;
    return routes(this.facts, action, resource).flatMap(({ conjunctions }) =>
      conjunctions.map((parts) => ruleFor(companyId, action, resource, parts)),
    );
  }
}

function tableOf(facts: Facts): VerdictTable {
  return VerdictTable.fill((action, resource) => {
    const open = routes(facts, action, resource).filter(({ conjunctions }) => conjunctions.length > 0);
    if (open.length === 0) return "never";
    return open.some(({ conjunctions }) => conjunctions.some((parts) => parts.length === 0)) ? "always" : "ask";
  });
}

function nextBoundary({ subject, at }: Facts): string | null {
  if (subject === null) return null;
  const boundaries = [
    subject.assignedUntil,
    subject.key?.until ?? null,
    ...subject.grants.flatMap(({ validFrom, validUntil }) => [validFrom, validUntil]),
  ].filter((boundary): boundary is string => boundary !== null && boundary > at);
  return boundaries.sort()[0] ?? null;
}
