import { useMemo, useState, type FormEvent } from "react";
import { useMutation, useQuery } from "urql";
import type { AskDialogProps } from "../../app/asking";
import { useCompany } from "../../app/company";
import { ConsoleLink } from "../../app/console-link";
import { somethingChanged } from "../../app/fresh";
import { newKey } from "../../app/new-key";
import { problemOf } from "../../app/problem";
import { useTexts, useWords } from "../../app/words";
import { AskDocument, RequestAccessDocument, type AskQuery, type WhyFragment } from "../../generated/access";
import { GrantFields, isComplete, proposalOf, type Draft } from "../../people/grant-fields";
import { DialogActions, FormDialog } from "../../ui/form-dialog";
import { Failed, Loading, Problem } from "../../ui/states";

type Company = NonNullable<AskQuery["company"]>;

/** As long as a colleague is away; it can be said otherwise. */
const USUAL_DAYS = 30;
const DAY_MS = 86_400_000;

/** Asks those who can give it for the right that was missing, filled in from what was refused. */
export function AskDialog(props: AskDialogProps) {
  const there = useTexts("access");
  const { t } = useWords();
  const company = useCompany();
  const [{ data, error }] = useQuery({ query: AskDocument, variables: { company }, requestPolicy: "network-only" });
  if (!there) return null;
  return (
    <FormDialog title={t("ask.title")} close={props.close}>
      {data?.company && <AskForm {...props} company={data.company} />}
      {!data?.company && (error ? <Failed error={error} /> : <Loading />)}
    </FormDialog>
  );
}

/** The least that would do: this kind, this project, this amount, for a while. */
function draftOf({ why, about }: AskDialogProps, company: Company, reason: string): Draft {
  const { amount, project } = about;
  return {
    feature: why.feature ?? "",
    direction: why.action === "IMPORT" ? "IMPORT" : "EXPORT",
    ceiling: amount && amount.currency === company.currency ? amount.value.replace(/^-/, "") : "",
    projects: project === undefined ? [] : [project],
    until: new Date(Date.now() + USUAL_DAYS * DAY_MS).toISOString().slice(0, 10),
    reason,
  };
}

function AskForm(props: AskDialogProps & { readonly company: Company }) {
  const { why, about, company, close, done } = props;
  const { t } = useWords();
  const [draft, setDraft] = useState(() =>
    draftOf(props, company, t("ask.why", { action: about.action, number: about.number ?? "" }).trim()),
  );
  const { ask, problem, fetching } = useAsking(draft, company, () => {
    done();
    close();
  });
  const before = askedBefore(company, draft);
  return (
    <form onSubmit={(event) => void ask(event)}>
      <p className="muted">{t("ask.lead")}</p>
      <Besides why={why} />
      <GrantFields draft={draft} change={setDraft} company={company} asked />
      {before && <AskedBefore company={company.id} at={before} />}
      <Problem text={problem} />
      <DialogActions confirm={t("ask.send")} off={!isComplete(draft) || before !== null || fetching} close={close} />
    </form>
  );
}

/** When the same was asked for that nobody has decided yet; null: it was not. */
function askedBefore({ mine }: Company, { feature, direction }: Draft): string | null {
  const open = (mine?.edges ?? []).map(({ node }) => node);
  return open.find((node) => node.feature === feature && node.direction === direction)?.createdAt ?? null;
}

function AskedBefore({ company, at }: { readonly company: string; readonly at: string }) {
  const { t, day } = useWords();
  return (
    <p className="notice warn">
      <span>
        {t("ask.already", { day: day(at) })} <ConsoleLink to={`/requests/${company}`}>{t("askFor.see")}</ConsoleLink>
      </span>
    </p>
  );
}

function useAsking(draft: Draft, company: Company, done: () => void) {
  const { t } = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const [{ fetching }, request] = useMutation(RequestAccessDocument);
  // One for each draft: pressed twice, or again after a lost answer, it is asked for once.
  const idempotencyKey = useMemo(newKey, [draft]);
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    const proposal = proposalOf(draft, "", company.currency);
    if (!proposal || !isComplete(draft)) return setProblem(t("ask.incomplete"));
    const { feature, direction, ceiling, projects } = proposal;
    const right = {
      feature,
      direction,
      ceiling,
      projects,
      validUntil: draft.until,
      reason: draft.reason,
      idempotencyKey,
    };
    const { data, error } = await request({ input: { ...right, company: company.id } });
    const refused = problemOf(data?.requestAccess, error);
    setProblem(refused);
    if (refused !== null) return;
    somethingChanged();
    done();
  };
  return { ask, problem, fetching };
}

/** What a right alone would not lift. */
function Besides({ why }: { readonly why: WhyFragment }) {
  const { t } = useWords();
  const others = why.gates.filter(({ passed, remedy }) => !passed && remedy?.mutation !== "grantFeatureAccess");
  if (others.length === 0) return null;
  return (
    <div className="notice warn small">
      <strong>{t("ask.besides")}</strong>
      <ul className="bullets">
        {others.map(({ code, message, remedy }) => (
          <li key={code}>{remedy?.message ?? message}</li>
        ))}
      </ul>
    </div>
  );
}
