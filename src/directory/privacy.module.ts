import type { Base } from "../infra/infra.module";
import { resolver, type Module } from "../infra/module/module";
import type { Authorizer } from "../policy/ports";
import type { TenantServices } from "../tenant/tenant.module";
import { EraseService } from "./privacy/erase.service";
import { PersonExport } from "./privacy/person-export";
import { PrivacyResolver } from "./privacy/privacy.graphql";
import type { SubjectDirectory } from "./subjects/subject-directory";

interface Needs extends Base, TenantServices {
  readonly authorizer: Authorizer;
  readonly subjects: SubjectDirectory;
}

function services({ database, changes, authorizer }: Needs) {
  return { erase: new EraseService(changes, authorizer), personal: new PersonExport(database) };
}

/** What is kept of people, for how long, and how it ends (docs/privacy.md). */
export const privacyModule: Module<Needs, ReturnType<typeof services>> = {
  name: "privacy",
  services,
  resolvers: [resolver(PrivacyResolver, (s) => new PrivacyResolver(s.reader, s.subjects, s.personal, s.erase))],
};
