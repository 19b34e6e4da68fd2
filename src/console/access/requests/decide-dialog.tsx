import { useState, type FormEvent } from "react";
import { useChange } from "../../app/use-change";
import { useWords } from "../../app/words";
import {
  DecideRequestDocument,
  type AccessRequestVerdict,
  type AskedFragment,
  type ChoicesFragment,
  type ScopeFragment,
} from "../../generated/access";
import { isAmount, proposalOf, ScopeFields, Text, type Draft } from "../../people/grant-fields";
import { Preview } from "../../people/preview";
import { FormDialog } from "../../ui/form-dialog";
import { Problem } from "../../ui/states";
import { RequestCard } from "./request-card";

interface DecideDialogProps {
  readonly request: AskedFragment;
  readonly company: ChoicesFragment;
  readonly close: () => void;
}

/** Grants what was asked, or less, or refuses it: after seeing what that would change. */
export function DecideDialog({ request, company, close }: DecideDialogProps) {
  const { t } = useWords();
  return (
    <FormDialog title={t("decide.title", { name: request.member.name })} close={close}>
      <ul className="items">
        <RequestCard request={request} />
      </ul>
      <DecideForm request={request} company={company} close={close} />
    </FormDialog>
  );
}

function draftOf({ feature, direction }: AskedFragment, { ceiling, projects, lastDay }: ScopeFragment): Draft {
  const codes = (projects ?? []).map(({ code }) => code);
  return { feature, direction, ceiling: ceiling?.value ?? "", projects: codes, until: lastDay ?? "", reason: "" };
}

/** Only what is smaller than asked is said: all else stays as it was asked. */
function smallerOf(draft: Draft, asked: Draft, currency: string) {
  return {
    ...(draft.ceiling === asked.ceiling ? {} : { ceiling: { value: draft.ceiling, currency } }),
    ...(String(draft.projects) === String(asked.projects) ? {} : { projects: [...draft.projects] }),
    ...(draft.until === asked.until ? {} : { validUntil: draft.until }),
  };
}

function DecideForm({ request, company, close }: DecideDialogProps) {
  const { t } = useWords();
  const scope = request.agreed ?? request.asked;
  const [asked] = useState(() => draftOf(request, scope));
  const [draft, setDraft] = useState(asked);
  const currency = scope.ceiling?.currency ?? company.currency;
  const { decide, problem, fetching } = useDeciding(request, company.id, close);
  const narrowed = { ...company, currency, projects: within(company, scope) };
  const proposal = proposalOf(draft, request.member.id, currency);
  const validUntil = draft.until === asked.until ? scope.validUntil : draft.until;
  const smaller = smallerOf(draft, asked, currency);
  const isValid = proposal !== null && isAmount(draft.ceiling, asked.ceiling !== "");
  const grant = (event: FormEvent) => {
    event.preventDefault();
    if (isValid) void decide("GRANT", { ...smaller, reason: draft.reason.trim() || null });
  };
  return (
    <form onSubmit={grant}>
      <ScopeFields draft={draft} change={setDraft} company={narrowed} asked={asked.until !== ""} />
      {isValid && <Preview company={company.id} changes={[{ give: { ...proposal, validUntil } }]} />}
      <Text label={t("decide.reason")} value={draft.reason} change={(reason) => setDraft({ ...draft, reason })} />
      <Problem text={problem} />
      <div className="dialog-actions">
        <button
          type="button"
          className="button"
          disabled={draft.reason.trim() === "" || fetching}
          onClick={() => void decide("REFUSE", { reason: draft.reason.trim() })}
        >
          {t("decide.refuse")}
        </button>
        <button type="submit" className="button primary" disabled={!isValid || fetching}>
          {t(Object.keys(smaller).length > 0 ? "decide.grantLess" : "decide.grant")}
        </button>
      </div>
    </form>
  );
}

/** Of the company's projects those that were asked for. */
function within({ projects }: ChoicesFragment, scope: ScopeFragment): ChoicesFragment["projects"] {
  const asked = scope.projects;
  return projects && asked ? { ...projects, edges: asked.map((node) => ({ node })) } : projects;
}

interface Words {
  readonly reason: string | null;
}

function useDeciding({ id, version }: AskedFragment, company: string, close: () => void) {
  const { change, problem, fetching } = useChange(DecideRequestDocument, (data) => data.decideAccessRequest);
  const decide = async (verdict: AccessRequestVerdict, more: Words) => {
    if (await change({ company, request: id, expectedVersion: version, verdict, ...more })) close();
  };
  return { decide, problem, fetching };
}
