import { withOrigin } from "../origins";
import type { PlatformStore, Thing } from "../platform-store";
import type { PlatformParts } from "../platform-parts";
import { paged, pagedList } from "./pages";
import { Refused, type AddRest, type RestRequest } from "./rest-gate";

const USERS = "/rest/v1.3/companies/:company/users";
const IS_ACTIVE = "json_extract(body, '$.is_active') IS NOT 0";
const IS_INACTIVE = "json_extract(body, '$.is_active') IS 0";

/** People, projects, vendors, cost codes: as lists in pages. */
export function addDirectoryRoutes(add: AddRest, { store }: PlatformParts): void {
  add("GET", USERS, (request) => paged(store, request, "user", ({ body }) => body, IS_ACTIVE));
  add("GET", `${USERS}/inactive`, (request) => paged(store, request, "user", ({ body }) => body, IS_INACTIVE));
  add("GET", `${USERS}/:id`, (request) => one(store, request, "user").body);
  add("GET", "/rest/v1.0/companies/:company/permission_templates", (request) => paged(store, request, "template"));
  add("GET", "/rest/v1.1/projects", (request) =>
    paged(store, request, "project", (thing) => withOrigin(store, "project", thing)),
  );
  add("GET", "/rest/v1.0/projects/:project/users", (request) => {
    const project = one(store, { ...request, params: { id: request.params["project"] ?? "" } }, "project");
    return pagedList(
      request,
      store.under("project_user", project.id).map(({ body }) => ({ ...body, id: body["user_id"] })),
    );
  });
  add("GET", "/rest/v1.0/companies/:company/vendors", (request) =>
    paged(store, request, "vendor", (thing) => withOrigin(store, "vendor", thing)),
  );
  add("GET", "/rest/v1.0/standard_cost_codes", (request) =>
    paged(store, request, "standard_cost_code", (thing) => withOrigin(store, "standard_cost_code", thing)),
  );
  add("GET", "/rest/v1.1/requisitions/:id", (request) => one(store, request, "requisition").body);
}

function one(store: PlatformStore, { params, company }: RestRequest, kind: "user" | "project" | "requisition"): Thing {
  const thing = store.get(kind, Number(params["id"]));
  if (thing?.company !== company) throw new Refused(404, "The resource could not be found");
  return thing;
}
