import type { InMemoryCacheConfig } from "@apollo/client";
import type { CacheExchangeOpts } from "@urql/exchange-graphcache";
import { isAbstractType, isObjectType, type GraphQLSchema } from "graphql";
import { readFileSync } from "node:fs";
import path from "node:path";
import { createSchema } from "../../src/app";
import { seedDemo } from "../../src/dev/demo/demo-seed";
import { MemberEntity } from "../../src/directory/members/member.entity";
import { FixedClock } from "../../src/kernel/clock";
import { RecordEntity } from "../../src/records/record/record.entity";
import { TestServer } from "../support/server";
import { readyOperations, variablesOf, type ReadyOperation } from "./ready-operations";

const PEOPLE = ["admin@demo.test", "specialist@vendor.test"];
/** Each person has another part of the schema before them; the ready operations and the console are a front end each. */
export const SCREENS = PEOPLE.flatMap((email) =>
  (["operations", "console"] as const).map((app) => [email, app] as const),
);
export type FrontEnd = (typeof SCREENS)[number][1];

/** An operation as it is to be asked. */
export interface Asked extends ReadyOperation {
  readonly variables: Record<string, unknown>;
}

/** The demo with a clock that stands still: what is asked twice is answered alike. */
export class ClientsHouse {
  private constructor(
    readonly server: TestServer,
    readonly schema: GraphQLSchema,
    private readonly known: Readonly<Record<string, unknown>>,
  ) {}

  static async start(): Promise<ClientsHouse> {
    const server = await TestServer.start({}, new FixedClock(new Date()), seedDemo);
    const rows = server.app.database.read();
    const { id, version } = await rows.findOneByOrFail(RecordEntity, { number: "PO-002" });
    const member = await rows.findOneByOrFail(MemberEntity, { email: "read-only@demo.test" });
    const records = [{ record: id, expectedVersion: version }];
    const asked = { company: "demo", action: "SEND", feature: "COMMITMENT", direction: "EXPORT", first: 20 };
    return new ClientsHouse(server, createSchema(server.app), { ...asked, id, record: id, records, member: member.id });
  }

  /** The operations of a front end. */
  asked(app: FrontEnd, wanted: "query" | "mutation"): Asked[] {
    const isOfApp = ({ module }: ReadyOperation) => (module === "console") === (app === "console");
    const operations = readyOperations().filter((one) => one.kind === wanted && isOfApp(one));
    return operations.map((one) => ({ ...one, variables: variablesOf(this.schema, one, this.known) }));
  }
}

interface CacheSettings {
  readonly typePolicies: NonNullable<InMemoryCacheConfig["typePolicies"]>;
  readonly possibleTypes: NonNullable<InMemoryCacheConfig["possibleTypes"]>;
  readonly keys: NonNullable<CacheExchangeOpts["keys"]>;
}

/** What docs/frontend.md counsels for the caches, as it stands there. */
export function settingsFromPage(schema: GraphQLSchema): CacheSettings {
  const page = readFileSync(path.join(__dirname, "../../docs/frontend.md"), "utf8");
  const code = /```js\n([^]*?)```/.exec(page)![1]!;
  const body = `${code}\nreturn { typePolicies, possibleTypes, keys };`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the page's own code is what is tried
  const made = new Function("schema", "isObjectType", "isAbstractType", body) as (...given: unknown[]) => CacheSettings;
  return made(schema, isObjectType, isAbstractType);
}

/** What is said on the console from here to the end of the test. */
export function overheard(): string[] {
  const said: string[] = [];
  for (const way of ["error", "warn"] as const)
    jest.spyOn(console, way).mockImplementation((...words) => void said.push(words.map(String).join(" ")));
  return said;
}
