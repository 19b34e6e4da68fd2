import { createHmac } from "node:crypto";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Attack, Target } from "./attack";

const NOBODY = "nobody";
const BATCH_SIZE = 4;
const LONG = "x".repeat(3_900_000);

const operation = (query: string) => JSON.stringify({ query });

/** Sends as many as are said, some at once, while there is time. */
async function flood(target: Target, count: number, body: (index: number) => string): Promise<void> {
  let next = 0;
  const sender = async () => {
    while (next < count && target.more()) await target.send(target.server.post("/graphql", body(next++)));
  };
  await Promise.all(Array.from({ length: BATCH_SIZE }, sender));
}

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Tokens that somebody makes who has no key: of no algorithm, of a weaker one, signed by another key, changed, cut off. */
function forged(token: string): string[] {
  const [head = "", body = "", signature = ""] = token.split(".");
  const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as object;
  const other = base64({ ...claims, sub: "somebody", email: "admin@demo.test" });
  const none = base64({ alg: "none" });
  const weak = base64({ alg: "HS256", typ: "JWT" });
  const mac = createHmac("sha256", "secret").update(`${weak}.${other}`).digest("base64url");
  return [
    `${none}.${other}.`,
    `${weak}.${other}.${mac}`,
    `${head}.${other}.${signature}`,
    `${head}.${body}.`,
    "lg_a_b",
  ];
}

async function slowly(target: Target): Promise<void> {
  const { hostname, port } = new URL(target.server.address);
  const sockets: Socket[] = [];
  try {
    for (let index = 0; index < 200; index += 1) {
      const socket = connect(Number(port), hostname).on("error", () => undefined);
      sockets.push(socket);
      await once(socket, "connect");
      socket.write(
        `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 4000000\r\n\r\n{`,
      );
    }
    for (let index = 0; index < 50 && target.more(); index += 1) await target.graphql("{ __typename }");
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

export const OUTSIDERS: readonly Attack[] = [
  {
    who: NOBODY,
    name: "operations that differ in megabytes of comments",
    run: (target) => flood(target, 60, (n) => operation(`{__typename}#${n} ${LONG}`)),
  },
  {
    who: NOBODY,
    name: "operations that differ in as much comment as is taken",
    run: (target) => flood(target, 1_100, (n) => operation(`{__typename}#${n} `.padEnd(65_000, "c"))),
  },
  {
    who: NOBODY,
    name: "fields that are compared with each other, aliases, depth",
    run: (target) =>
      flood(target, 60, (n) => {
        const fields = ["viewer { kind } ".repeat(450), "a: __typename ".repeat(600), "node { ".repeat(90)];
        return operation(`{ ${fields[n % 3]}`);
      }),
  },
  {
    who: NOBODY,
    name: "bodies of brackets and of names",
    run: (target) =>
      flood(target, 20, (n) => {
        const brackets = `${"[".repeat(60_000)}${"]".repeat(60_000)}`;
        return `{"query":"{__typename}","variables":{"a":${n % 2 ? brackets : `{${'"__proto__":1,'.repeat(9_000)}"a":1}`}}}`;
      }),
  },
  {
    who: NOBODY,
    name: "bodies that are no operation, and no JSON",
    run: (target) =>
      flood(
        target,
        1_000,
        (n) => ["{", "null", "[]", '{"query":1}', `{"query":"{ nothing${n} }"}`, "\u0000"][n % 6] ?? "",
      ),
  },
  { who: NOBODY, name: "200 connections that send a body slowly, and others beside them", run: slowly },
  {
    who: "a stranger",
    name: "tokens that somebody made or changed",
    run: async (target) => {
      for (const token of forged(await target.server.token("read-only@demo.test"))) {
        const { status } = await target.graphql("{ viewer { kind } }", {}, token);
        if (status !== 401) throw new Error(`a forged token was answered ${status}`);
      }
    },
  },
  {
    who: "a page",
    name: "forms and simple requests of another site",
    run: async (target) => {
      for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a"]) {
        const body = operation("mutation { __typename }");
        const request = { method: "POST", headers: { "content-type": type }, body };
        const answer = await fetch(`${target.server.address}/graphql`, request);
        const { status, headers } = answer;
        await target.send(Promise.resolve({ status, headers, text: await answer.text() }));
        if (status < 400) throw new Error(`${type} was answered ${status}`);
      }
    },
  },
];
