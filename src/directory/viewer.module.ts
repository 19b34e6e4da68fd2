import type { Base } from "../infra/infra.module";
import { resolver, type Module } from "../infra/module/module";
import type { SubjectDirectory } from "./subjects/subject-directory";
import { ViewerResolver } from "./viewer/viewer.graphql";
import { derivedId } from "../infra/graphql/global-id";
import { derivedFinder } from "../infra/graphql/node-finder";

/** Who is asking. */
export const viewerModule: Module<Base & { readonly subjects: SubjectDirectory }> = {
  name: "viewer",
  resolvers: [resolver(ViewerResolver, (s) => new ViewerResolver(s.database, s.subjects, s.clock))],
  nodes: (made) => [
    derivedFinder("viewer", async ([key = ""], context) => {
      const own = await made(ViewerResolver).viewer(context);
      return own.id === derivedId("viewer", key) ? own : null;
    }),
  ],
};
