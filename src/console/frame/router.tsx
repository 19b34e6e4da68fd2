import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { NotFound } from "../ui/states";
import { toolSearch } from "../tool/tool-search";
import { CompanyShell, Shell } from "./shell";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const home = lazyRouteComponent(() => import("../home/home-screen"), "HomeScreen");

const routes = [
  createRoute({ getParentRoute: () => root, path: "/", component: home }),
  createRoute({ getParentRoute: () => root, path: "/queue", component: home }),
  createRoute({
    getParentRoute: () => root,
    path: "/records/$record",
    component: lazyRouteComponent(() => import("../tool/record-address"), "RecordAddress"),
  }),
];

/** Whatever belongs to one company: its menu around it, the viewer's rules in it. */
const company = createRoute({ getParentRoute: () => root, id: "company", component: CompanyShell });

const toolRoute = createRoute({
  getParentRoute: () => company,
  path: "/erp-integrations/$company",
  validateSearch: toolSearch,
  component: lazyRouteComponent(() => import("../tool/tool-screen"), "ToolScreen"),
});

/** The screens of who may what, which share a menu and their texts. */
const access = createRoute({
  getParentRoute: () => company,
  id: "access",
  component: lazyRouteComponent(() => import("../access/access-area"), "AccessArea"),
});

const ofAccess = [
  createRoute({
    getParentRoute: () => access,
    path: "/people/$company",
    component: lazyRouteComponent(() => import("../people/matrix-screen"), "MatrixScreen"),
  }),
  createRoute({
    getParentRoute: () => access,
    path: "/people/$company/$member",
    component: lazyRouteComponent(() => import("../people/person-screen"), "PersonScreen"),
  }),
  createRoute({
    getParentRoute: () => access,
    path: "/access-list/$company",
    component: lazyRouteComponent(() => import("../people/access-list-screen"), "AccessListScreen"),
  }),
  createRoute({
    getParentRoute: () => access,
    path: "/requests/$company",
    component: lazyRouteComponent(() => import("../access/requests/requests-screen"), "RequestsScreen"),
  }),
  createRoute({
    getParentRoute: () => access,
    path: "/explain/$company",
    component: lazyRouteComponent(() => import("../access/explain/explain-screen"), "ExplainScreen"),
  }),
  createRoute({
    getParentRoute: () => access,
    path: "/reviews/$company",
    component: lazyRouteComponent(() => import("../access/reviews/reviews-screen"), "ReviewsScreen"),
  }),
  createRoute({
    getParentRoute: () => access,
    path: "/reviews/$company/$review",
    component: lazyRouteComponent(() => import("../access/reviews/review-screen"), "ReviewScreen"),
  }),
  createRoute({
    getParentRoute: () => access,
    path: "/keys/$company",
    component: lazyRouteComponent(() => import("../access/keys/keys-screen"), "KeysScreen"),
  }),
  createRoute({
    getParentRoute: () => access,
    path: "/decisions/$company",
    component: lazyRouteComponent(() => import("../access/trail/decisions-screen"), "DecisionsScreen"),
  }),
  createRoute({
    getParentRoute: () => access,
    path: "/audit-trail/$company",
    component: lazyRouteComponent(() => import("../access/trail/trail-screen"), "TrailScreen"),
  }),
];

const ofCompany = [
  toolRoute,
  createRoute({
    getParentRoute: () => company,
    path: "/set-up/$company",
    component: lazyRouteComponent(() => import("../set-up/set-up-screen"), "SetUpScreen"),
  }),
  createRoute({
    getParentRoute: () => company,
    path: "/deliveries/$company",
    component: lazyRouteComponent(() => import("../deliveries/deliveries-screen"), "DeliveriesScreen"),
  }),
];

const tree = root.addChildren([...routes, company.addChildren([...ofCompany, access.addChildren(ofAccess)])]);

export function createConsoleRouter() {
  return createRouter({ routeTree: tree, defaultNotFoundComponent: NotFound });
}
