import { useMemo, useState, type FormEvent } from "react";
import { useMutation } from "urql";
import { somethingChanged } from "../app/fresh";
import { newKey } from "../app/new-key";
import { problemOf } from "../app/problem";
import { useWords } from "../app/words";
import { GrantDocument, type ChoicesFragment, type PersonDetailFragment } from "../generated/access";
import { FormDialog } from "../ui/form-dialog";
import { GrantFields, proposalOf, type Draft } from "./grant-fields";
import { Preview } from "./preview";

interface GrantDialogProps {
  readonly person: PersonDetailFragment;
  readonly company: ChoicesFragment;
  readonly close: () => void;
}

const EMPTY: Draft = { feature: "", direction: "EXPORT", ceiling: "", projects: [], until: "", reason: "" };

/** Feature, scope, ceiling and validity in one place, with what it would change before it is saved. */
export function GrantDialog({ person, company, close }: GrantDialogProps) {
  const { t } = useWords();
  return (
    <FormDialog title={t("grant.title", { name: person.name })} close={close}>
      <GrantForm person={person} company={company} close={close} />
    </FormDialog>
  );
}

function GrantForm({ person, company, close }: GrantDialogProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState(EMPTY);
  const [problem, setProblem] = useState<string | null>(null);
  const [{ fetching }, grant] = useMutation(GrantDocument);
  const proposal = proposalOf(draft, person.id, company.currency);
  // One for each draft: pressed twice, or again after a lost answer, it is given once.
  const idempotencyKey = useMemo(newKey, [draft]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!proposal) return;
    const { data, error } = await grant({
      input: { ...proposal, company: company.id, reason: draft.reason || null, idempotencyKey },
    });
    const refused = problemOf(data?.grantFeatureAccess, error);
    setProblem(refused);
    somethingChanged();
    if (refused === null) close();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <GrantFields draft={draft} change={setDraft} company={company} />
      {proposal && <Preview company={company.id} changes={[{ give: proposal }]} />}
      {problem && (
        <p className="notice bad" role="alert">
          {problem}
        </p>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={close}>
          {t("dialog.cancel")}
        </button>
        <button type="submit" className="button primary" disabled={!proposal || fetching}>
          {t("grant.save")}
        </button>
      </div>
    </form>
  );
}
