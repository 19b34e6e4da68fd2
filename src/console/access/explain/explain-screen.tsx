import { useState } from "react";
import { useCompany } from "../../app/company";
import { useFresh } from "../../app/fresh";
import { useWords, type Word } from "../../app/words";
import { ExplainDocument, type Action, type FeatureName } from "../../generated/access";
import { Choice, Text } from "../../people/grant-fields";
import { Failed, Loading } from "../../ui/states";
import { SearchBar } from "../trail/search-bar";
import { Explanation } from "./explanation";
import { ACTIONS, useQuestion, type Question } from "./explain-search";

function variablesOf(company: string, { action, feature, record, subject, at }: Question) {
  const instant = new Date(at);
  const input = {
    ...{ company, action, feature, fullyConsistent: at === "" ? true : null },
    subject: subject === "" ? null : subject,
    record: record === "" ? null : { id: record },
    at: Number.isNaN(instant.getTime()) ? null : instant.toISOString(),
  };
  return { company, input };
}

/** Whether somebody may do something, now or on another day, and all that was looked at to tell. */
export function ExplainScreen() {
  const company = useCompany();
  const { t } = useWords();
  const [question, ask] = useQuestion();
  const { data, error, fetching, retry } = useFresh(ExplainDocument, variablesOf(company, question));
  const features = (data?.company?.features ?? []).map(({ feature }) => feature);
  return (
    <>
      <h1>{t("explain.title")}</h1>
      <Fields key={JSON.stringify(question)} question={question} features={features} ask={ask} />
      <div aria-live="polite" aria-busy={fetching}>
        {data?.decision ? (
          <Explanation decision={data.decision} company={company} question={question} />
        ) : fetching ? (
          <Loading />
        ) : (
          <Failed error={error} retry={retry} />
        )}
      </div>
    </>
  );
}

interface FieldsProps {
  readonly question: Question;
  readonly features: readonly FeatureName[];
  readonly ask: (question: Question) => void;
}

function Fields({ question, features, ask }: FieldsProps) {
  const { t, code } = useWords();
  const [typed, setTyped] = useState(question);
  const type = (fields: Partial<Question>) => setTyped({ ...typed, ...fields });
  const known = features.includes(typed.feature) ? features : [typed.feature, ...features];
  return (
    <SearchBar label={t("explain.title")} search={() => ask(typed)}>
      <Text label={t("explain.subject")} value={typed.subject} change={(subject) => type({ subject })} />
      <Choice
        label={t("explain.action")}
        value={typed.action}
        options={ACTIONS.map((each) => [each, t(`action.${each.toLowerCase()}` as Word)])}
        change={(action) => type({ action: action as Action })}
      />
      <Choice
        label={t("grant.feature")}
        value={typed.feature}
        options={known.map((each) => [each, code("feature", each)])}
        change={(feature) => type({ feature: feature as FeatureName })}
      />
      <Text label={t("explain.record")} value={typed.record} change={(record) => type({ record })} />
      <Text label={t("explain.at")} type="datetime-local" value={typed.at} change={(at) => type({ at })} />
    </SearchBar>
  );
}
