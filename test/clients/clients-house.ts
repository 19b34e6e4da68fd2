import type { GraphQLSchema } from "graphql";
import { createSchema } from "../../src/app";
import { seedDemo } from "../../src/dev/demo/demo-seed";
import { MemberEntity } from "../../src/directory/members/member.entity";
import { FixedClock } from "../../src/kernel/clock";
import { RecordEntity } from "../../src/records/record/record.entity";
import { TestServer } from "../support/server";
import { readyOperations, variablesOf, type ReadyOperation } from "./ready-operations";

/** Each has another part of the schema before them. */
export const PEOPLE = ["admin@demo.test", "commitments-and-invoices@demo.test", "specialist@vendor.test"];

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

  get queries(): Asked[] {
    return this.asked("query");
  }

  get mutations(): Asked[] {
    return this.asked("mutation");
  }

  private asked(wanted: "query" | "mutation"): Asked[] {
    const operations = readyOperations().filter(({ kind }) => kind === wanted);
    return operations.map((one) => ({ ...one, variables: variablesOf(this.schema, one, this.known) }));
  }
}

/** What is said on the console from here to the end of the test. */
export function overheard(): string[] {
  const said: string[] = [];
  for (const way of ["error", "warn"] as const)
    jest.spyOn(console, way).mockImplementation((...words) => void said.push(words.map(String).join(" ")));
  return said;
}
