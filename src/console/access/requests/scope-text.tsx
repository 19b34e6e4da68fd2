import { useWords } from "../../app/words";
import type { ScopeFragment } from "../../generated/access";

/** How far a right reaches, on one line. */
export function ScopeText({ scope }: { readonly scope: ScopeFragment }) {
  const { t, money, day } = useWords();
  const parts = [
    scope.ceiling ? t("grants.ceiling", { amount: money(scope.ceiling) }) : t("requests.anyAmount"),
    scope.projects
      ? t("grants.projects", { projects: scope.projects.map(({ code }) => code).join(", ") })
      : t("requests.allProjects"),
    scope.validFrom && t("grants.from", { day: day(scope.validFrom) }),
    t("grants.until", { day: day(scope.lastDay ?? scope.validUntil) }),
  ];
  return <span>{parts.filter(Boolean).join(" · ")}</span>;
}
