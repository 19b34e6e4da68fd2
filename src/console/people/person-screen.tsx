import { useState } from "react";
import { useAddress, useCompany } from "../app/company";
import { ConsoleLink } from "../app/console-link";
import { useFresh } from "../app/fresh";
import { useWords } from "../app/words";
import { PersonDocument, type PersonDetailFragment, type PersonQuery } from "../generated/access";
import { Badge } from "../ui/badge";
import { Failed, Loading, NotFound } from "../ui/states";
import { WhyNot } from "../ui/why-not";
import { GrantDialog } from "./grant-dialog";
import { Grants } from "./grants";

/** A person: levels, rights with their bounds, and what they may do because of it. */
export function PersonScreen() {
  const company = useCompany();
  const { member = "" } = useAddress();
  const { t } = useWords();
  const { data, error, fetching, retry } = useFresh(PersonDocument, { company, member });
  const [giving, setGiving] = useState(false);
  const person = data?.node?.__typename === "Member" ? data.node : null;
  if (!person && error) return <Failed error={error} retry={retry} />;
  if (!data || !person) return fetching ? <Loading /> : <NotFound />;
  return (
    <>
      <p>
        <ConsoleLink to={`/people/${company}`}>{t("people.back")}</ConsoleLink>
      </p>
      <div className="notice-head">
        <h1>{person.name}</h1>
        {data.grantAccess?.allowed && (
          <button type="button" className="button primary" onClick={() => setGiving(true)}>
            {t("grant.give")}
          </button>
        )}
      </div>
      <Levels person={person} />
      <Grants person={person} may={data.grantAccess?.allowed ?? false} />
      {data.grantAccess?.allowed === false && <WhyNot title={t("grant.give")} why={data.grantAccess} />}
      <WhatCan all={data.whatCan} />
      {giving && data.company && <GrantDialog person={person} company={data.company} close={() => setGiving(false)} />}
    </>
  );
}

function Levels({ person }: { readonly person: PersonDetailFragment }) {
  const { t, code } = useWords();
  return (
    <section className="card">
      <dl className="facts">
        <div>
          <dt>{t("person.email")}</dt>
          <dd>{person.email}</dd>
        </div>
        <div>
          <dt>{t("person.directory")}</dt>
          <dd>{code("level", person.directoryLevel)}</dd>
        </div>
        <div>
          <dt>{t("person.tool")}</dt>
          <dd>{code("level", person.toolLevel)}</dd>
        </div>
        <div>
          <dt>{t("person.push")}</dt>
          <dd>{t(person.canPushToAccounting ? "yes" : "no")}</dd>
        </div>
      </dl>
      {!person.active && <Badge tone="warn">{t("person.inactive")}</Badge>}
    </section>
  );
}

/** In the server's words, the bounds with each. */
function WhatCan({ all }: { readonly all: PersonQuery["whatCan"] }) {
  const { t } = useWords();
  if (!all) return null;
  return (
    <details className="card">
      <summary>
        <strong>{t("person.whatCan", { count: all.length })}</strong>
      </summary>
      <ul className="bullets">
        {all.map(({ action, feature, message }) => (
          <li key={`${action} ${feature ?? ""}`}>{message}</li>
        ))}
      </ul>
    </details>
  );
}
