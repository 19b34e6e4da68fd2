import { createOperationDescriptor, Environment, Network, RecordSource, Store } from "relay-runtime";
import { ClientsHouse, overheard, SCREENS, type Asked } from "./clients-house";
import { modules } from "./ready-operations";
import { RelayProject } from "./relay-project";

/* Relay's own compiler and store are the judges: front ends on Relay take the ready operations as they are. */

/** What a component asks again by itself, in part. */
const REFETCHABLE = `
  fragment Tool on ErpIntegration @refetchable(queryName: "Mrefetchable_ToolQuery") { tabs { tab counts { filter count } } }
  fragment Plan on Implementation @refetchable(queryName: "Mrefetchable_PlanQuery") { phase items { id state } }
  query Both($company: ID!) { company(id: $company) { erpIntegration { ...Tool } implementation { ...Plan } } }`;

let house: ClientsHouse;
let project: RelayProject;
beforeAll(async () => {
  project = await RelayProject.compile(new Map([...modules(), ["refetchable", REFETCHABLE]]));
  house = await ClientsHouse.start();
}, 120_000);
afterAll(async () => {
  await project.remove();
  await house.server.stop();
});
afterEach(() => jest.restoreAllMocks());

/** Asks as Relay does, keeps the answer in the store; how to look it up, and what it was. */
async function commit(environment: Environment, email: string, asked: Asked) {
  const request = project.request(asked.module, asked.definition.name!.value, asked.kind);
  const { data } = await house.server.ask(email, request.params.text!, asked.variables);
  if (data == null) return [];
  const descriptor = createOperationDescriptor(request, asked.variables);
  environment.commitPayload(descriptor, data);
  return [{ name: asked.name, descriptor, data }];
}

test.each(SCREENS)("the store of %s, %s, holds every answer whole, no id for two types", async (email, app) => {
  const complaints = overheard();
  const network = Network.create(() => Promise.reject(new Error("asked by the test")));
  const environment = new Environment({ network, store: new Store(new RecordSource(), { gcReleaseBufferSize: 1000 }) });
  const kept = [];
  for (const asked of house.asked(app, "query")) kept.push(...(await commit(environment, email, asked)));
  expect(kept.length).toBeGreaterThan(5);
  for (const { name, descriptor, data } of kept) {
    const { data: found, isMissingData } = environment.lookup(descriptor.fragment);
    expect([name, isMissingData, environment.check(descriptor).status]).toEqual([name, false, "available"]);
    expect({ name, data }).toMatchObject({ name, data: JSON.parse(JSON.stringify(found)) as object });
  }
  for (const asked of house.asked(app, "mutation")) await commit(environment, email, asked);
  expect(complaints).toEqual([]);
});
