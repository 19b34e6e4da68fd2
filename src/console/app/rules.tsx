import { createMongoAbility, type MongoAbility, type RawRuleOf } from "@casl/ability";
import { unpackRules, type PackRule } from "@casl/ability/extra";
import { createContext, use, useMemo, type ReactNode } from "react";
import { RulesDocument, type Action, type FeatureName } from "../generated/operations";
import { useFresh } from "./fresh";

type Packed = PackRule<RawRuleOf<MongoAbility>>[];
type May = (action: Action, resource: FeatureName | "company") => boolean;

const RulesContext = createContext<May>(() => false);

/** Whether any such thing may ever be done by the viewer. What holds for one record is its `decision`. */
export function useMay(): May {
  return use(RulesContext);
}

/** The viewer's own CASL rules in a company, which decide what is offered on the screen. The server decides what happens. */
export function Rules({ company, children }: { readonly company: string; readonly children: ReactNode }) {
  const { data } = useFresh(RulesDocument, { company });
  const rules = data?.abilityRules?.rules;
  const may = useMemo<May>(() => {
    const ability = createMongoAbility(unpackRules((rules ?? []) as Packed));
    return (action, resource) => ability.can(action.toLowerCase(), resource.toLowerCase());
  }, [rules]);
  return <RulesContext value={may}>{children}</RulesContext>;
}
