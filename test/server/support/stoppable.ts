import { stopOnSignals } from "../../../src/server/stop";
import { begun } from "./stub-schema";
import { stubServer } from "./stub-server";

/** A process of its own that serves the stub until a signal; tells its address, and what happens to it, a line each. */
async function main(): Promise<void> {
  const { app } = await stubServer({ OPERATION_TIMEOUT_SECONDS: "30" });
  const closeRest = async () => {
    process.stdout.write("rest closed\n");
  };
  stopOnSignals({ app, closeRest, seconds: Number(process.argv[2]) });
  for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => process.stdout.write("signal heard\n"));
  const looking = setInterval(() => {
    if (begun.length === 0) return;
    process.stdout.write("request begun\n");
    clearInterval(looking);
  }, 5).unref();
  process.stdout.write(`${await app.listen({ port: 0, host: "127.0.0.1" })}\n`);
}

void main();
