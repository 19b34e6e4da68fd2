import { TestServer } from "../support/server";

/** Whoever reads French is refused in French, at whichever door. */
const FRENCH = { "accept-language": "fr-FR,fr;q=0.9,en;q=0.5" };
const ADMIN = "admin@demo.test";
const NOTHING = "00000000-0000-4000-8000-000000000000";

let server: TestServer;
beforeAll(async () => (server = await TestServer.start()), 60_000);
afterAll(() => server.stop());

interface Refused {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

async function refusalOf(mutation: string, headers: object, email = ADMIN): Promise<string[]> {
  const { data, errors } = await server.ask(
    email,
    `mutation { it: ${mutation} { userErrors { code message } } }`,
    {},
    headers,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as unknown as { it: Refused }).it.userErrors.flatMap(({ code, message }) => [code, message]);
}

const MEMBER = `company: "demo", member: "read-only@demo.test"`;

describe("mutations", () => {
  test.each([
    [
      `addMember(input: { company: "demo", email: "read-only@demo.test", name: "Rita" })`,
      "ALREADY_EXISTS",
      "read-only@demo.test figure déjà dans l’annuaire de l’entreprise.",
    ],
    [
      `grantFeatureAccess(input: { company: "demo", member: "nobody@demo.test", feature: COMMITMENT, reason: "x" })`,
      "NOT_FOUND",
      "« nobody@demo.test » n’est pas membre de l’entreprise.",
    ],
    [
      `grantFeatureAccess(input: { ${MEMBER}, feature: COMMITMENT, projects: ["NOPE"] })`,
      "NOT_FOUND",
      "L’entreprise n’a pas de tel projet : NOPE.",
    ],
    [
      `grantFeatureAccess(input: { ${MEMBER}, feature: COMMITMENT, validUntil: "2020-01-31" })`,
      "BAD_INPUT",
      "Le droit aurait déjà pris fin.",
    ],
    [
      `grantFeatureAccess(input: { ${MEMBER}, feature: COMMITMENT, direction: IMPORT })`,
      "BAD_INPUT",
      "Le connecteur ne fait pas circuler les engagements dans ce sens (import) ; le catalogue des fonctionnalités dit dans quel sens chacune circule.",
    ],
    [
      `revokeFeatureAccess(input: { company: "demo", grant: "${NOTHING}", reason: "x" })`,
      "NOT_FOUND",
      "L’entreprise n’a pas de tel droit.",
    ],
    [
      `addProject(input: { company: "demo", code: "P-100", name: "Quai" })`,
      "ALREADY_EXISTS",
      "Il y a déjà un projet P-100.",
    ],
    [`updateMember(input: { ${MEMBER}, expectedVersion: 1 })`, "BAD_INPUT", "Dites ce qui change pour ce membre."],
    [
      `updateCompany(input: { company: "demo", digestHour: 99, expectedVersion: 1 })`,
      "BAD_INPUT",
      "L’heure est un nombre entier de 0 à 23.",
    ],
    [
      `createApiKey(input: { companies: [], name: "Quay", scopes: ["decisions:read"] })`,
      "BAD_INPUT",
      "Une clé a besoin d’au moins une entreprise.",
    ],
    [
      `sendRecord(input: { company: "demo", record: "${NOTHING}", expectedVersion: 1 })`,
      "NOT_FOUND",
      "L’entreprise n’a pas de tel enregistrement.",
    ],
    [
      `retryRecord(input: { company: "nowhere", record: "${NOTHING}", expectedVersion: 1 })`,
      "NOT_FOUND",
      "Il n’y a pas de telle entreprise parmi les vôtres.",
    ],
    [
      `setFeatureSwitch(input: { company: "demo", feature: COMMITMENT })`,
      "BAD_INPUT",
      "Dites ce qu’il faut régler : enabled, directExport, ou les deux.",
    ],
    [
      `setStakeholders(input: { company: "demo", stakeholders: [] })`,
      "BAD_INPUT",
      "Nommez exactement un contact de mise en œuvre ERP : le personnel de l’éditeur a besoin d’un interlocuteur.",
    ],
  ])("%s", async (mutation, code, message) => {
    expect(await refusalOf(mutation, FRENCH)).toEqual([code, message]);
    const english = await refusalOf(mutation, { "accept-language": "en" });
    expect(english).toEqual([code, expect.not.stringMatching(/[éèêàçœ’«»]/)]);
  });

  test("to somebody of no vendor", async () => {
    const administrator = `{ email: "new@quay.test", name: "Nell" }`;
    const mutation = `registerCompany(input: { slug: "quay", name: "Quay", country: "US", currency: "USD", administrator: ${administrator} })`;
    expect(await refusalOf(mutation, FRENCH)).toEqual([
      "FORBIDDEN",
      "Seul le personnel de l’éditeur peut enregistrer une entreprise ; adressez-vous à votre spécialiste de mise en œuvre.",
    ]);
  });
});

describe("queries", () => {
  test("that nobody asked", async () => {
    const { errors } = await server.ask(null, `{ viewer { name } company(id: "demo") { name } }`, {}, FRENCH);
    expect(errors?.map(({ message }) => message)).toContain(
      "Dites qui vous êtes : envoyez un jeton (bearer) ou une clé d’API dans l’en-tête Authorization.",
    );
  });

  test("of a list from both ends", async () => {
    const query = `{ company(id: "demo") { members(first: 1, last: 1) { totalCount } } }`;
    const { errors } = await server.ask(ADMIN, query, {}, FRENCH);
    expect(errors?.map(({ message }) => message)).toEqual(["Demandez le début ou la fin d’une liste, pas les deux"]);
  });
});

test("an operation that asks for too much", async () => {
  const aliases = Array.from({ length: 31 }, (_, index) => `a${index}: __typename`).join(" ");
  const { errors } = await server.ask(ADMIN, `{ ${aliases} }`, {}, FRENCH);
  expect(errors).toMatchObject([
    { message: "Le nombre d’alias est limité à 30 ; il y en a 31.", extensions: { code: "LIMIT_EXCEEDED" } },
  ]);
});

describe("lists", () => {
  test("an access list that breaks off", async () => {
    const query = `mutation ($csv: String!) { importAccessList(input: { company: "demo", csv: $csv }) {
      userErrors { message } rowErrors { message } } }`;
    const { data } = await server.ask(ADMIN, query, { csv: 'email,name,role\na@demo.test,"Ada' }, FRENCH);
    const { rowErrors } = (data as unknown as { importAccessList: { rowErrors: { message: string }[] } })
      .importAccessList;
    expect(rowErrors.map(({ message }) => message)).toContain(
      "Le fichier n’est plus lisible comme tableau à partir de cette ligne : un guillemet n’est pas fermé. Vérifiez les guillemets ; la suite n’a pas été lue.",
    );
  });

  test("a list of records", async () => {
    const query = `mutation ($text: String!) { submitRecordList(input: { company: "demo", format: CSV, text: $text }) {
      userErrors { message } items { errors { message } } } }`;
    const text = "feature,number\ncommitment,C-1,too,many\n";
    const { data, errors } = await server.ask(ADMIN, query, { text }, FRENCH);
    expect(JSON.stringify({ data, errors })).toContain("La ligne a plus de cellules qu’il n’y a de titres.");
  });
});

describe("AuthZEN", () => {
  const post = async (url: string, payload: object, headers: object = FRENCH) => {
    const authorization = `Bearer ${await server.token(ADMIN)}`;
    const answer = await server.http.inject({ method: "POST", url, headers: { authorization, ...headers }, payload });
    return { status: answer.statusCode, ...answer.json<object>() };
  };
  const asked = {
    subject: { type: "user", id: ADMIN },
    action: { name: "send" },
    resource: { type: "feature", id: "commitment", properties: { company: "demo" } },
  };

  test.each([
    [
      { ...asked, subject: { type: "user" } },
      "La requête est mal formée à /subject : la propriété « id » est obligatoire.",
    ],
    [{ ...asked, action: 7 }, "La requête est mal formée à /action : il faut le type object."],
    [
      { ...asked, context: { at: "yesterday" } },
      "context.at doit être un instant avec son fuseau, par exemple 2026-11-24T09:00:00Z.",
    ],
    [
      { ...asked, context: { atLeast: "seven" } },
      "context.atLeast doit être une révision des règles : un nombre entier, tel que les décisions le portent.",
    ],
  ])("a malformed question %#", async (question, message) => {
    expect(await post("/access/v1/evaluation", question)).toMatchObject({ status: 400, error: { message } });
  });

  test("an entry of a batch", async () => {
    const batch = { ...asked, evaluations: [{ resource: { type: "", id: "c" } }, { context: { fullyConsistent: 1 } }] };
    expect(await post("/access/v1/evaluations", batch)).toMatchObject({
      evaluations: [
        { context: { error: { status: 400, message: "resource.type manque ou n’est pas un texte" } } },
        { context: { error: { status: 400, message: "context.fullyConsistent doit être true ou false." } } },
      ],
    });
  });

  test("a page of nobody", async () => {
    const { subject, action } = asked;
    const search = {
      subject,
      action,
      resource: { type: "feature", properties: { company: "demo" } },
      page: { token: "x" },
    };
    expect(await post("/access/v1/search/resource", search)).toMatchObject({
      status: 400,
      error: { message: "La requête est mal formée à /page/token : ce n’est pas l’un des nôtres." },
    });
  });

  test("who asks without saying who they are", async () => {
    expect(await post("/access/v1/evaluation", asked, { ...FRENCH, authorization: "" })).toMatchObject({ status: 401 });
  });
});
