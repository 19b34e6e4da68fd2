import { useMemo, useState, type FormEvent } from "react";
import { useCompany } from "../../app/company";
import { ConsoleLink } from "../../app/console-link";
import { useFresh } from "../../app/fresh";
import { newKey } from "../../app/new-key";
import { useChange } from "../../app/use-change";
import { useWords } from "../../app/words";
import {
  OpenReviewDocument,
  ReviewsDocument,
  type FeatureName,
  type ReviewFragment,
  type ReviewsQuery,
} from "../../generated/access";
import { Choice, Text } from "../../people/grant-fields";
import { DialogActions, FormDialog } from "../../ui/form-dialog";
import { Empty, Failed, Loading, Problem } from "../../ui/states";
import { ReviewState } from "./review-state";

type Company = NonNullable<ReviewsQuery["company"]>;

/** Reviews of who holds what: each thing is kept or revoked by somebody who signs. */
export function ReviewsScreen() {
  const company = useCompany();
  const { t } = useWords();
  const { data, error, fetching, retry } = useFresh(ReviewsDocument, { company });
  const [opening, setOpening] = useState(false);
  const reviews = data?.company?.accessReviews?.edges.map(({ node }) => node);
  if (!data?.company || !reviews) return fetching ? <Loading /> : <Failed error={error} retry={retry} />;
  return (
    <>
      <div className="notice-head">
        <h1>{t("reviews.title")}</h1>
        {data.administer?.allowed && (
          <button type="button" className="button primary" onClick={() => setOpening(true)}>
            {t("reviews.open")}
          </button>
        )}
      </div>
      <p className="muted">{t("reviews.lead")}</p>
      {reviews.length === 0 && <Empty>{t("reviews.none")}</Empty>}
      <ul className="cards wide">
        {reviews.map((review) => (
          <Card key={review.id} review={review} company={company} />
        ))}
      </ul>
      {opening && <OpenDialog company={data.company} close={() => setOpening(false)} />}
    </>
  );
}

function Card({ review, company }: { readonly review: ReviewFragment; readonly company: string }) {
  return (
    <li className="card">
      <h2>
        <ConsoleLink to={`/reviews/${company}/${review.id}`}>{review.name}</ConsoleLink>
      </h2>
      <ReviewState review={review} />
    </li>
  );
}

interface OpenDialogProps {
  readonly company: Company;
  readonly close: () => void;
}

const EMPTY = { name: "", due: "", feature: "" };

function useOpening({ company, close }: OpenDialogProps, draft: typeof EMPTY) {
  const { change, problem, fetching } = useChange(OpenReviewDocument, (data) => data.openAccessReview);
  const idempotencyKey = useMemo(newKey, [draft]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const feature = draft.feature === "" ? null : (draft.feature as FeatureName);
    const input = { company: company.id, name: draft.name.trim(), dueAt: draft.due, feature, idempotencyKey };
    if (await change(input)) close();
  };
  return { submit, problem, fetching };
}

function OpenDialog(props: OpenDialogProps) {
  const { t, code } = useWords();
  const [draft, setDraft] = useState(EMPTY);
  const { submit, problem, fetching } = useOpening(props, draft);
  const features = (props.company.features ?? []).map(({ feature }) => [feature, code("feature", feature)] as const);
  const change = (fields: Partial<typeof EMPTY>) => setDraft({ ...draft, ...fields });
  const isComplete = draft.name.trim() !== "" && draft.due !== "";
  return (
    <FormDialog title={t("reviews.open")} close={props.close}>
      <form onSubmit={(event) => void submit(event)}>
        <Text label={t("reviews.name")} required value={draft.name} change={(name) => change({ name })} />
        <Text label={t("reviews.due")} type="date" required value={draft.due} change={(due) => change({ due })} />
        <Choice
          label={t("reviews.feature")}
          value={draft.feature}
          options={[["", t("reviews.everything")], ...features]}
          change={(feature) => change({ feature })}
        />
        <Problem text={problem} />
        <DialogActions confirm={t("reviews.openIt")} off={!isComplete || fetching} close={props.close} />
      </form>
    </FormDialog>
  );
}
