import { useState } from "react";
import { useAddress, useCompany } from "../../app/company";
import { ConsoleLink } from "../../app/console-link";
import { useFresh } from "../../app/fresh";
import { useChange } from "../../app/use-change";
import { useWords } from "../../app/words";
import { CloseReviewDocument, OneReviewDocument, type OneReviewQuery } from "../../generated/access";
import { Empty, Failed, Loading, NotFound, Problem } from "../../ui/states";
import { WhyNot } from "../../ui/why-not";
import { Paging } from "../trail/search-bar";
import { ReviewItems } from "./review-items";
import { ReviewState } from "./review-state";

type Review = Extract<NonNullable<OneReviewQuery["node"]>, { readonly __typename: "AccessReview" }>;

/** One review: what is left to sign, and what was signed. */
export function ReviewScreen() {
  const company = useCompany();
  const { review = "" } = useAddress();
  const { t } = useWords();
  const [unsigned, setUnsigned] = useState(true);
  const [after, setAfter] = useState<string | null>(null);
  const { data, error, fetching, retry } = useFresh(OneReviewDocument, { company, review, unsigned, after });
  const found = data?.node?.__typename === "AccessReview" ? data.node : null;
  if (!found && error) return <Failed error={error} retry={retry} />;
  if (!found) return fetching ? <Loading rows={8} /> : <NotFound />;
  const may = (data?.administer?.allowed ?? false) && found.closedAt === null;
  const show = (only: boolean) => {
    setUnsigned(only);
    setAfter(null);
  };
  return (
    <>
      <p>
        <ConsoleLink to={`/reviews/${company}`}>{t("reviews.back")}</ConsoleLink>
      </p>
      <h1>{found.name}</h1>
      <section className="card" aria-label={t("reviews.state")}>
        <ReviewState review={found} />
        {may && found.unsignedCount === 0 && <Close review={found} company={company} />}
      </section>
      {data?.administer?.allowed === false && <WhyNot title={t("reviews.sign")} why={data.administer} />}
      <Which unsigned={unsigned} show={show} />
      <Items key={String(unsigned) + String(after)} review={found} may={may && unsigned} after={after} go={setAfter} />
    </>
  );
}

interface WhichProps {
  readonly unsigned: boolean;
  readonly show: (unsigned: boolean) => void;
}

function Which({ unsigned, show }: WhichProps) {
  const { t } = useWords();
  return (
    <div className="chips" role="group" aria-label={t("reviews.which")}>
      {[true, false].map((only) => (
        <button
          key={String(only)}
          type="button"
          className="chip"
          aria-pressed={only === unsigned}
          onClick={() => show(only)}
        >
          {t(only ? "reviews.left" : "reviews.done")}
        </button>
      ))}
    </div>
  );
}

interface ItemsProps {
  readonly review: Review;
  readonly may: boolean;
  readonly after: string | null;
  readonly go: (after: string | null) => void;
}

function Items({ review: { items }, may, after, go }: ItemsProps) {
  const { t } = useWords();
  if (items.edges.length === 0) return <Empty>{t("reviews.nothing")}</Empty>;
  return (
    <>
      <ReviewItems items={items.edges.map(({ node }) => node)} may={may} />
      <Paging after={after} page={items.pageInfo} go={go} />
    </>
  );
}

/** With everything signed the list is sealed. */
function Close({ review, company }: { readonly review: Review; readonly company: string }) {
  const { t } = useWords();
  const { change, problem, fetching } = useChange(CloseReviewDocument, (data) => data.closeAccessReview);
  const done = () => change({ company, review: review.id });
  return (
    <div className="actions">
      <button type="button" className="button primary" disabled={fetching} onClick={() => void done()}>
        {t("reviews.close")}
      </button>
      <Problem text={problem} />
    </div>
  );
}
