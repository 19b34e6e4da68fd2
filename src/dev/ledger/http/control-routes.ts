import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { Chart } from "../books/chart";
import { TERM_TYPES } from "../books/list-rules";
import { SANDBOX_TENANT, type SandboxParts } from "../sandbox-parts";

const Fault = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("status"), status: z.int().min(400).max(599), retryAfter: z.int().optional() }),
  z.strictObject({ kind: z.literal("drop"), when: z.enum(["before", "after"]) }),
  z.strictObject({
    kind: z.literal("delay"),
    milliseconds: z.int().min(0).max(120_000),
    when: z.enum(["before", "after"]),
  }),
]);
const Planned = z.strictObject({
  fault: Fault,
  method: z.string().optional(),
  pathPart: z.string().optional(),
  count: z.int().min(1).max(100_000),
});
const Unleashed = z.strictObject({
  seed: z.int(),
  shares: z.array(z.strictObject({ share: z.number().min(0).max(1), fault: Fault })).max(20),
});

const Day = z.iso.date().nullable();
const Terms = z.strictObject({ Day: z.int().min(0).max(999), Type: z.enum(TERM_TYPES) }).nullable();
const Books = z.strictObject({
  tenant: z.string().default(SANDBOX_TENANT.id),
  PeriodLockDate: Day.optional(),
  EndOfYearLockDate: Day.optional(),
  billTerms: Terms.optional(),
  unsubscribed: z.array(z.string()).default([]),
});

/** What can be made to go wrong from outside: the server listens on loopback only. */
export function addControlRoutes(http: FastifyInstance, { faults, store }: SandboxParts): void {
  http.post("/sandbox/faults", async (request, reply) => {
    const read = Planned.safeParse(request.body);
    if (!read.success) return reply.code(400).send({ message: z.prettifyError(read.error) });
    faults.plan(withoutUndefined(read.data));
    return { planned: read.data };
  });
  http.post("/sandbox/chaos", async (request, reply) => {
    const read = Unleashed.safeParse(request.body);
    if (!read.success) return reply.code(400).send({ message: z.prettifyError(read.error) });
    faults.unleash({ ...read.data, shares: read.data.shares.map(withoutUndefined) });
    return { unleashed: read.data };
  });
  http.delete("/sandbox/faults", async () => {
    faults.clear();
    return { cleared: true };
  });
  // What a bookkeeper does in the ledger, and no API can.
  http.post("/sandbox/books", async (request, reply) => {
    const read = Books.safeParse(request.body);
    if (!read.success) return reply.code(400).send({ message: z.prettifyError(read.error) });
    const { tenant, unsubscribed, billTerms, ...days } = withoutUndefined(read.data);
    const chart = new Chart(store, tenant);
    chart.lock(days);
    if (billTerms !== undefined) chart.setTerms(billTerms);
    for (const code of unsubscribed) chart.drop("Currencies", code);
    return { set: read.data };
  });
  http.post("/sandbox/expire-tokens", async () => {
    store.expireAccess();
    return { expired: true };
  });
}

/** zod's optional keys may be undefined, where ours are absent. */
function withoutUndefined<T extends object>(value: T): Defined<T> {
  return JSON.parse(JSON.stringify(value)) as Defined<T>;
}
type Defined<T> = {
  [K in keyof T]: T[K] extends object | undefined ? Defined<Exclude<T[K], undefined>> : Exclude<T[K], undefined>;
};
