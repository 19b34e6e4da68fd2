import { readdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { outcomeOf } from "../../src/cli/check/outcome";
import { readCases, type PlacedCase } from "../../src/cli/check/case-file";
import { AccessClient, type Decision } from "../../src/client/access-client";
import { TestServer } from "../support/server";

const ASKER = "admin@demo.test";
const DECISION = `query ($input: DecisionInput!) { decision(input: $input) {
  allowed code message facts factProblems { fact code message } grantId policyRevision gates { code passed message remedy { message who } }
} }`;

interface GraphqlDecision {
  readonly allowed: boolean;
  readonly code: string;
  readonly message: string;
  readonly grantId: string | null;
  readonly policyRevision: number | null;
  readonly facts: string | null;
  readonly factProblems: readonly { readonly fact: string; readonly code: string; readonly message: string }[];
  readonly gates: readonly {
    readonly code: string;
    readonly passed: boolean;
    readonly message: string;
    readonly remedy: { readonly message: string; readonly who: string } | null;
  }[];
}

const files = readdirSync(__dirname).filter((name) => name.endsWith(".yaml"));
let server: TestServer;
const clients = new Map<string, AccessClient>();

beforeAll(async () => {
  server = await TestServer.start();
  await server.http.listen({ port: 0, host: "127.0.0.1" });
  const { port } = server.http.server.address() as AddressInfo;
  const token = await server.token(ASKER);
  for (const language of ["en", "fr"])
    clients.set(language, new AccessClient({ url: `http://127.0.0.1:${port}`, token, language, timeout: 60_000 }));
}, 60_000);
afterAll(() => server.stop());

/** GraphQL's answer in the words of AuthZEN. */
async function overGraphql({ question, locale }: PlacedCase): Promise<Decision> {
  const { company, ...facts } = question.resource.properties as { company: string; state?: string; amount?: object };
  const feature = question.resource.type === "feature" ? question.resource.id : question.resource.type;
  const state = facts.state && { state: facts.state.toUpperCase() };
  const input = {
    company,
    subject: question.subject.id,
    action: question.action.name.toUpperCase(),
    feature: feature === "company" ? null : feature.toUpperCase(),
    record: question.resource.type === "feature" ? null : { ...facts, ...state },
    at: question.context?.at,
    knownAt: question.context?.knownAt,
  };
  const { data, errors } = await server.ask(ASKER, DECISION, { input }, { "accept-language": locale });
  if (errors) throw new Error(JSON.stringify(errors));
  const { decision } = data as unknown as { decision: GraphqlDecision };
  return {
    decision: decision.allowed,
    context: {
      code: decision.code,
      message: decision.message,
      reasons: decision.gates
        .filter(({ passed }) => !passed)
        .map(({ code, message, remedy }) => ({
          code,
          message,
          ...(remedy && { remedy }),
        })),
      ...(decision.facts && { facts: decision.facts.toLowerCase() as "described" }),
      ...(decision.factProblems.length > 0 && { factProblems: decision.factProblems }),
      ...(decision.grantId && { grant: decision.grantId }),
      ...(decision.policyRevision !== null && { policyRevision: decision.policyRevision }),
    },
  };
}

test.each(files)("%s: GraphQL and AuthZEN decide as the file expects, for the same reasons", async (file) => {
  const cases = await readCases(path.join(__dirname, file));
  const overAuthzen = await Promise.all(cases.map(({ question, locale }) => clients.get(locale)!.evaluate(question)));
  for (const [index, tested] of cases.entries()) {
    const { limits: _limits, evaluatedAt: _at, ...context } = overAuthzen[index]!.context ?? {};
    const authzen = { decision: overAuthzen[index]!.decision, context };
    expect({ place: tested.place, ...authzen }).toEqual({ place: tested.place, ...(await overGraphql(tested)) });
    expect({ place: tested.place, wrong: outcomeOf(tested, authzen).wrong }).toEqual({
      place: tested.place,
      wrong: [],
    });
  }
});
