import type { Base } from "../infra/infra.module";
import { resolver, type Module } from "../infra/module/module";
import type { Authorizer } from "../policy/ports";
import type { TenantServices } from "../tenant/tenant.module";
import { FirstSignIn } from "./identity/first-sign-in";
import { IdentityResolver } from "./identity/identity.graphql";
import { RelinkService } from "./identity/relink.service";

interface Needs extends Base, TenantServices {
  readonly authorizer: Authorizer;
}

function services(s: Needs) {
  const { database, changes, clock, authorizer, desk } = s;
  const issuers = s.config.issuers.map(({ issuer }) => issuer);
  return {
    signIns: new FirstSignIn(database, changes, clock),
    relink: new RelinkService({ database, changes, authorizer, desk, clock, issuers }),
  };
}

/** Whose account is whose. */
export const identityModule: Module<Needs, ReturnType<typeof services>> = {
  name: "identity",
  services,
  resolvers: [resolver(IdentityResolver, (s) => new IdentityResolver(s.database, s.reader, s.relink))],
};
