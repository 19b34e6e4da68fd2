import { useWords } from "../app/words";
import type { ChoicesFragment, Direction, FeatureName, ProposedGrantInput } from "../generated/access";

/** What the fields hold, as it was typed. */
export interface Draft {
  readonly feature: FeatureName | "";
  readonly direction: Direction;
  readonly ceiling: string;
  readonly projects: readonly string[];
  readonly until: string;
  readonly reason: string;
}

/** Whether it is an amount; empty stands for any, unless one is `needed`. */
export function isAmount(text: string, needed = false): boolean {
  return text === "" ? !needed : /^\d+(\.\d{1,2})?$/.test(text);
}

/** The grant that the draft stands for; null: no feature is chosen, or the amount is none. */
export function proposalOf(draft: Draft, member: string, currency: string): ProposedGrantInput | null {
  const { feature, direction, ceiling, projects, until } = draft;
  if (feature === "" || !isAmount(ceiling)) return null;
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
  readonly company: ChoicesFragment;
}

/** The draft of one that is asked for: it ends by itself, and says why. */
export function isComplete({ feature, until, reason }: Draft): boolean {
  return feature !== "" && until !== "" && reason.trim() !== "";
}

interface AllFieldsProps extends GrantFieldsProps {
  /** Whether it has to say until when, and why. */
  readonly asked?: boolean;
}

export function GrantFields({ draft, change, company, asked = false }: AllFieldsProps) {
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
      <ScopeFields draft={draft} change={change} company={company} asked={asked} />
      <Text
        label={t(asked ? "ask.reason" : "grant.reason")}
        required={asked}
        value={draft.reason}
        change={(reason) => change({ ...draft, reason })}
      />
    </>
  );
}

/** How far it reaches: the amount, the projects, the last day. */
export function ScopeFields({ draft, change, company, asked = false }: AllFieldsProps) {
  const { t } = useWords();
  return (
    <>
      <Text
        label={t("grant.ceiling", { currency: company.currency })}
        value={draft.ceiling}
        change={(ceiling) => change({ ...draft, ceiling })}
      />
      <Projects draft={draft} change={change} company={company} />
      <Text
        label={t(asked ? "ask.until" : "grant.until")}
        type="date"
        required={asked}
        value={draft.until}
        change={(until) => change({ ...draft, until })}
      />
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

export function Choice({ label, value, options, change }: ChoiceProps) {
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
  readonly required?: boolean;
  readonly value: string;
  readonly change: (value: string) => void;
}

export function Text({ label, type = "text", required = false, value, change }: TextProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        {...{ type, required, value }}
        maxLength={type === "text" ? 500 : undefined}
        onChange={({ target }) => change(target.value)}
      />
    </label>
  );
}
