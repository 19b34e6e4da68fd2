import { useMemo, useState, type FormEvent } from "react";
import { newKey } from "../app/new-key";
import { useChange } from "../app/use-change";
import { useWords } from "../app/words";
import { GrantDocument, type ChoicesFragment, type PersonDetailFragment } from "../generated/access";
import { DialogActions, FormDialog } from "../ui/form-dialog";
import { Problem } from "../ui/states";
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
  const { change, problem, fetching } = useChange(GrantDocument, (data) => data.grantFeatureAccess);
  const proposal = proposalOf(draft, person.id, company.currency);
  // One for each draft: pressed twice, or again after a lost answer, it is given once.
  const idempotencyKey = useMemo(newKey, [draft]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!proposal) return;
    const made = await change({ ...proposal, company: company.id, reason: draft.reason || null, idempotencyKey });
    if (made) close();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <GrantFields draft={draft} change={setDraft} company={company} />
      {proposal && <Preview company={company.id} changes={[{ give: proposal }]} />}
      <Problem text={problem} />
      <DialogActions confirm={t("grant.save")} off={!proposal || fetching} close={close} />
    </form>
  );
}
