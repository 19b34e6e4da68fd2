import { Suspense, use, useState } from "react";
import { AskDialogContext, type AskedAbout } from "../app/asking";
import { useCompany } from "../app/company";
import { ConsoleLink } from "../app/console-link";
import { useWords } from "../app/words";
import type { WhyFragment } from "../generated/operations";

interface AskForItProps {
  readonly why: WhyFragment;
  readonly about: AskedAbout;
}

/** Whether a right that somebody else can give would open one of the gates that are shut. */
function isToBeAskedFor({ feature, gates }: WhyFragment): boolean {
  const opened = gates.filter(({ passed, code }) => !passed && code !== "SELF_GRANT");
  return feature !== null && opened.some(({ remedy }) => remedy?.mutation === "grantFeatureAccess");
}

/** Where the viewer was refused for want of a right: asks those who can give it. Nothing where no right would help. */
export function AskForIt({ why, about }: AskForItProps) {
  const { t } = useWords();
  const company = useCompany();
  const AskDialog = use(AskDialogContext);
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  if (!isToBeAskedFor(why)) return null;
  if (asked)
    return (
      <p className="notice good" role="status">
        <span>
          {t("askFor.done")} <ConsoleLink to={`/requests/${company}`}>{t("askFor.see")}</ConsoleLink>
        </span>
      </p>
    );
  return (
    <>
      <button type="button" className="button start" onClick={() => setOpen(true)}>
        {t("askFor.button")}
      </button>
      {open && AskDialog && (
        <Suspense fallback={null}>
          <AskDialog why={why} about={about} close={() => setOpen(false)} done={() => setAsked(true)} />
        </Suspense>
      )}
    </>
  );
}
