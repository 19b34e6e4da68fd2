import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { PlatformParts } from "./platform-parts";

const Fault = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("status"), status: z.int().min(400).max(599), retryAfter: z.int().exactOptional() }),
  z.strictObject({ kind: z.literal("drop"), when: z.enum(["before", "after"]) }),
  z.strictObject({
    kind: z.literal("delay"),
    milliseconds: z.int().min(0).max(120_000),
    when: z.enum(["before", "after"]),
  }),
]);
const Planned = z.strictObject({
  fault: Fault,
  method: z.string().exactOptional(),
  pathPart: z.string().exactOptional(),
  count: z.int().min(1).max(100_000),
});
const Chaos = z.strictObject({
  seed: z.int(),
  shares: z.array(z.strictObject({ share: z.number().min(0).max(1), fault: Fault })).max(20),
});
const Share = z.number().min(0).max(1).exactOptional();
const Mischief = z.strictObject({ seed: z.int().exactOptional(), twice: Share, late: Share, lost: Share });

/** What can be made to go wrong from outside: the server listens on loopback only. */
export function addControlRoutes(http: FastifyInstance, { faults, events, store }: PlatformParts): void {
  const control = <T>(path: string, schema: z.ZodType<T>, work: (value: T) => void) =>
    http.post(`/sandbox/${path}`, async (request, reply) => {
      const read = schema.safeParse(request.body);
      if (!read.success) return reply.code(400).send({ message: z.prettifyError(read.error) });
      work(read.data);
      return { done: true };
    });
  control("faults", Planned, (planned) => faults.plan(planned));
  control("chaos", Chaos, (chaos) => faults.unleash(chaos));
  control("mischief", Mischief, (mischief) => events.misbehave(mischief));
  control("expire-tokens", z.unknown(), () => void store.sql("UPDATE token SET expires_at = 0").run({}));
  http.delete("/sandbox/faults", async () => {
    faults.clear();
    events.misbehave(null);
    return { done: true };
  });
}
