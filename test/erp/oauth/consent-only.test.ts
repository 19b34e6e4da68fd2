import { createServices } from "../../../src/app";
import { tenancySettings } from "../../../src/erp/oauth/tenancy";
import { loadConfig } from "../../../src/config/config";
import { FIRST_KEY, TokenHouse } from "./token-house";

/* In production nobody can declare a connection authorised: it rests on a consent. */

const CONFIGURE = `mutation ($company: ID!, $status: ConnectionStatus) { configureConnection(input: {
  company: $company, edition: "established", country: "US", trackingCategory: "Job", status: $status
}) { connection { status trackingCategory } userErrors { code message field } } }`;
const ADD = `mutation { addConnection(input: { company: "acme", name: "Acme Pty", edition: "ultimate", country: "AU",
  status: AUTHORISED }) { connection { status } userErrors { code } } }`;
const PRODUCTION = {
  NODE_ENV: "production",
  OIDC_ISSUER: "https://id.example.com",
  OIDC_AUDIENCE: "ledgergate",
  OIDC_JWKS_URL: "https://id.example.com/keys",
  PUBLIC_URL: "https://ledgergate.example.com",
  TOKEN_KEYS: `${FIRST_KEY.id}:${FIRST_KEY.secret.toString("base64")}`,
};

let house: TokenHouse;
beforeEach(async () => {
  house = await TokenHouse.open();
  await house.register("globex");
  const settings = await tenancySettings(loadConfig(PRODUCTION), (error) => {
    throw error;
  });
  const services = createServices(house.database, house.clock, { tenancySettings: settings });
  Object.assign(house, { services });
}, 30_000);
afterEach(() => house.ledger.stop());

async function configure(company: string, status: string | null): Promise<object> {
  const { data } = await house.ask(`admin@${company}.test`, CONFIGURE, { company, status });
  return (data as unknown as { configureConnection: object }).configureConnection;
}

test("without a consent it is refused, with what to do, and everything else can be set", async () => {
  expect(await configure("globex", "PENDING")).toMatchObject({ connection: { status: "PENDING" }, userErrors: [] });
  expect(await configure("globex", "AUTHORISED")).toEqual({
    connection: null,
    userErrors: [
      {
        code: "CONSENT_NEEDED",
        message: expect.stringContaining("begin the consent (authorizeConnection)") as string,
        field: ["input", "status"],
      },
    ],
  });
  const { data } = await house.ask("admin@acme.test", ADD);
  expect(data).toEqual({ addConnection: { connection: null, userErrors: [{ code: "CONSENT_NEEDED" }] } });
  expect(await configure("globex", null)).toMatchObject({ connection: { status: "PENDING" }, userErrors: [] });
});

test("with one that is in force the status may be said, and once it is lost no more", async () => {
  expect(await configure("acme", "AUTHORISED")).toMatchObject({ connection: { status: "AUTHORISED" }, userErrors: [] });
  await house.services.tenancy.disconnect.disconnect({ kind: "system", name: "test" }, "acme", null);
  expect(await configure("acme", null)).toMatchObject({ connection: { status: "REVOKED" }, userErrors: [] });
  expect(await configure("acme", "AUTHORISED")).toMatchObject({
    connection: null,
    userErrors: [{ code: "CONSENT_NEEDED" }],
  });
});
