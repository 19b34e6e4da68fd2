import { createContext, use } from "react";
import type { ViewerQuery } from "../generated/operations";

export type Viewer = ViewerQuery["viewer"];
export type CompanyName = Viewer["memberships"][number]["company"];

export const ViewerContext = createContext<Viewer | null>(null);

export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error("Nobody is signed in.");
  return viewer;
}

/** The companies that the viewer has anything to do with. */
export function useCompanies(): readonly CompanyName[] {
  const { memberships, assignments } = useViewer();
  const all = [...memberships, ...assignments].map(({ company }) => company);
  return [...new Map(all.map((company) => [company.id, company])).values()];
}
