import { stopOnSignals } from "../../../src/server/stop";
import { stubServer } from "./stub-server";

/** A process of its own that serves the stub until a signal; tells its address, and when it has closed the rest. */
async function main(): Promise<void> {
  const { app } = await stubServer({ OPERATION_TIMEOUT_SECONDS: "30" });
  const closeRest = async () => {
    process.stdout.write("rest closed\n");
  };
  stopOnSignals({ app, closeRest, seconds: Number(process.argv[2]) });
  process.stdout.write(`${await app.listen({ port: 0, host: "127.0.0.1" })}\n`);
}

void main();
