import { useWords } from "../app/words";
import type { Direction, FeatureName, PersonQuery, ProposedGrantInput } from "../generated/operations";

export type CompanyChoices = NonNullable<PersonQuery["company"]>;

/** What the fields hold, as it was typed. */
export interface Draft {
  readonly feature: FeatureName | "";
  readonly direction: Direction;
  readonly ceiling: string;
  readonly projects: readonly string[];
  readonly until: string;
  readonly reason: string;
}

/** The grant that the draft stands for; null: no feature is chosen, or the amount is none. */
export function proposalOf(draft: Draft, member: string, currency: string): ProposedGrantInput | null {
  const { feature, direction, ceiling, projects, until } = draft;
  if (feature === "" || (ceiling !== "" && !/^\d+(\.\d{1,2})?$/.test(ceiling))) return null;
  return {
    ...{ member, feature, direction },
    ceiling: ceiling === "" ? null : { value: ceiling, currency },
    projects: projects.length === 0 ? null : [...projects],
    validUntil: until === "" ? null : until,
  };
}

interface GrantFieldsProps {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly company: CompanyChoices;
}

export function GrantFields({ draft, change, company }: GrantFieldsProps) {
  const { t, code } = useWords();
  return (
    <>
      <Choice
        label={t("grant.feature")}
        value={draft.feature}
        options={[
          ["", t("grant.choose")],
          ...(company.features ?? []).map(({ feature }) => [feature, code("feature", feature)] as const),
        ]}
        change={(feature) => change({ ...draft, feature: feature as FeatureName | "" })}
      />
      <Choice
        label={t("grant.direction")}
        value={draft.direction}
        options={(["EXPORT", "IMPORT"] as const).map((each) => [each, code("direction", each)] as const)}
        change={(direction) => change({ ...draft, direction: direction as Direction })}
      />
      <Text
        label={t("grant.ceiling", { currency: company.currency })}
        value={draft.ceiling}
        change={(ceiling) => change({ ...draft, ceiling })}
      />
      <Projects draft={draft} change={change} company={company} />
      <Text label={t("grant.until")} type="date" value={draft.until} change={(until) => change({ ...draft, until })} />
      <Text label={t("grant.reason")} value={draft.reason} change={(reason) => change({ ...draft, reason })} />
    </>
  );
}

function Projects({ draft, change, company }: GrantFieldsProps) {
  const { t } = useWords();
  const projects = (company.projects?.edges ?? []).map(({ node }) => node);
  const toggle = (code: string, chosen: boolean) =>
    change({ ...draft, projects: chosen ? [...draft.projects, code] : draft.projects.filter((each) => each !== code) });
  return (
    <fieldset className="field choices">
      <legend>{t("grant.projects")}</legend>
      {projects.map(({ id, code, name }) => (
        <label key={id} className="check">
          <input
            type="checkbox"
            checked={draft.projects.includes(code)}
            onChange={({ target }) => toggle(code, target.checked)}
          />
          {code} {name}
        </label>
      ))}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly change: (value: string) => void;
}

function Choice({ label, value, options, change }: ChoiceProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => change(target.value)}>
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TextProps {
  readonly label: string;
  readonly type?: string;
  readonly value: string;
  readonly change: (value: string) => void;
}

function Text({ label, type = "text", value, change }: TextProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input type={type} value={value} maxLength={500} onChange={({ target }) => change(target.value)} />
    </label>
  );
}
