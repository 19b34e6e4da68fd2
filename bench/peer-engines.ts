import { createRequire } from "node:module";
import path from "node:path";
import type { Approach } from "./approaches";
import type { Population, Question } from "./population";

/** From bench/peers, which has an installation of its own. */
export const peerModule = createRequire(path.join(__dirname, "peers", "package.json"));

interface Enforcer {
  enforceSync(...values: readonly string[]): boolean;
}

interface Casbin {
  newModelFromString(text: string): unknown;
  StringAdapter: new (policy: string) => unknown;
  newEnforcer(model: unknown, adapter: unknown): Promise<Enforcer>;
}

const MODEL = `[request_definition]
r = sub, obj, act
[policy_definition]
p = sub, obj, act
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.sub == p.sub && r.obj == p.obj && r.act == p.act`;

/** One enforcer a company, which holds a line for each grant: as its users keep the lists short. */
export async function casbin({ companies, members }: Population): Promise<Approach> {
  const engine = peerModule("casbin") as Casbin;
  const enforcers = new Map<string, Enforcer>();
  for (const companyId of companies.keys()) {
    const lines = members
      .filter((member) => member.companyId === companyId)
      .flatMap(({ subjectId, grants }) => grants.map(({ feature }) => `p, ${subjectId}, ${feature}, send`));
    const adapter = new engine.StringAdapter(lines.join("\n"));
    enforcers.set(companyId, await engine.newEnforcer(engine.newModelFromString(MODEL), adapter));
  }
  const answer = ({ companyId, subjectId, resource }: Question) =>
    enforcers.get(companyId)?.enforceSync(subjectId, resource, "send") ?? false;
  return { name: "casbin, an enforcer for each company", answer };
}

interface Cedar {
  preparsePolicySet(id: string, policies: { readonly staticPolicies: string }): { readonly type: string };
  statefulIsAuthorized(call: unknown): { readonly type: string; readonly response?: { readonly decision: string } };
}

const POLICY = `permit(principal, action == Action::"send", resource)
when { principal.company == resource.company && principal.grants.contains(resource.feature) };`;

/** One policy, parsed beforehand; the two entities go with each call, as they do in a request. */
export function cedar({ members }: Population): Approach {
  const engine = peerModule("@cedar-policy/cedar-wasm/nodejs") as Cedar;
  if (engine.preparsePolicySet("send", { staticPolicies: POLICY }).type !== "success")
    throw new Error("Cedar does not take the policy.");
  const principals = new Map(
    members.map(({ subjectId, companyId, grants }) => {
      const uid = { type: "User", id: subjectId };
      return [
        subjectId,
        { uid, attrs: { company: companyId, grants: grants.map(({ feature }) => feature) }, parents: [] },
      ];
    }),
  );
  const answer = ({ companyId, subjectId, resource }: Question) => {
    const principal = principals.get(subjectId);
    const uid = { type: "Feature", id: `${companyId}:${resource}` };
    const asked = { uid, attrs: { company: companyId, feature: resource }, parents: [] };
    const said = engine.statefulIsAuthorized({
      ...{ principal: principal?.uid, action: { type: "Action", id: "send" }, resource: uid, context: {} },
      ...{ preparsedPolicySetId: "send", validateRequest: false, entities: [principal, asked] },
    });
    if (said.type !== "success") throw new Error(`Cedar failed: ${JSON.stringify(said)}`);
    return said.response?.decision === "allow";
  };
  return { name: "cedar-wasm, one policy parsed beforehand", answer };
}
