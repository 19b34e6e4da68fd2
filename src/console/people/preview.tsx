import { useQuery } from "urql";
import { useWords } from "../app/words";
import { SimulateDocument, type ProposedChangeInput } from "../generated/access";

interface PreviewProps {
  readonly company: string;
  readonly changes: ProposedChangeInput[];
}

/** Who would gain and lose what, asked of the policy before anything is saved. */
export function Preview({ company, changes }: PreviewProps) {
  const { t, code } = useWords();
  const [{ data, error, fetching }] = useQuery({ query: SimulateDocument, variables: { company, changes } });
  const simulation = data?.simulate;
  const problem = error?.graphQLErrors[0]?.message;
  return (
    <section className="notice" aria-live="polite" aria-busy={fetching}>
      <strong>{t("preview.title")}</strong>
      {problem && <p>{problem}</p>}
      {simulation && (
        <>
          <p>
            {t("preview.sum", { gains: simulation.gains, loses: simulation.loses, limits: simulation.limitsChange })}
          </p>
          <ul className="bullets small">
            {simulation.consequences.map(({ effect, subject, after }) => (
              <li key={`${subject.subjectId} ${effect} ${after.message}`}>
                <strong>{code("effect", effect)}</strong> {subject.name}: {after.message}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
