import { stubServer } from "./support/stub-server";
it("t", async () => {
  const t = Date.now();
  const log = (...a: unknown[]) => process.stderr.write(`${Date.now() - t} ${JSON.stringify(a)}\n`);
  const hooks = process.env.H === "1";
  const server = await stubServer(
    {},
    {
      routes: (a) => {
        if (hooks) a.addHook("onClose", async () => log("onClose routes"));
      },
    },
  );
  const address = await server.app.listen({ port: 0, host: "127.0.0.1" });
  const s = process.env.Q ?? "{ slow(milliseconds: 10) }";
  log(
    await (
      await fetch(`${address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: s }),
      })
    ).json(),
  );
  log("closing");
  await server.app.close();
  log("closed");
}, 6000);
