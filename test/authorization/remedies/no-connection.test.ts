import { openTestDatabase } from "../../support/database";
import { House, SEED } from "../../support/house";

const DECISION = `{ decision(input: { company: "acme", action: UNLINK, feature: VENDOR }) { code nearestChange {
  code mutation message people { email }
} } }`;
const CONFIGURE = `mutation { configureConnection(input: { company: "acme", edition: "established", country: "US" }) {
  userErrors { code }
} }`;

test("where no connection is set up yet, that is advised, and the consent only then", async () => {
  const house = new House(await openTestDatabase());
  await house.register("acme");
  for (const phase of ["implementation", "getting_started"] as const)
    await house.services.implementation.enterPhase(SEED, "acme", { phase, reason: "Test" });
  const seen = async () => (await house.ask("admin@acme.test", DECISION)).data as unknown as { decision: object };
  const people = [{ email: "admin@acme.test" }];
  expect((await seen()).decision).toMatchObject({
    code: "CONNECTION_NOT_AUTHORISED",
    nearestChange: {
      mutation: "configureConnection",
      message: expect.stringContaining("Set the connection") as string,
      people,
    },
  });
  expect((await house.ask("admin@acme.test", CONFIGURE)).data).toEqual({ configureConnection: { userErrors: [] } });
  expect((await seen()).decision).toMatchObject({
    code: "CONNECTION_NOT_AUTHORISED",
    nearestChange: { mutation: "authorizeConnection", people },
  });
});
