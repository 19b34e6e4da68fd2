import { hereAndNow, type DemoPerson, type SignedOut } from "../app/session";
import { LanguageChoice } from "./language-choice";
import { useWords } from "../app/words";

/** In production one way in; in development the demo people, one click each. */
export function SignIn({ session }: { readonly session: SignedOut }) {
  const { t } = useWords();
  const returnTo = hereAndNow();
  return (
    <div className="entrance">
      <main className="entrance-card">
        <p className="brand">
          <span className="mark" aria-hidden="true" />
          Ledgergate
        </p>
        <h1>{t("signIn.title")}</h1>
        {session.people.length > 0 ? (
          <>
            <p className="muted">{t("signIn.demo")}</p>
            <ul className="people-choice">
              {session.people.map((person) => (
                <li key={person.email}>
                  <BeThisPerson person={person} returnTo={returnTo} />
                </li>
              ))}
            </ul>
          </>
        ) : (
          <>
            <p className="muted">{t("signIn.lead")}</p>
            <a className="button primary" href={`${session.signIn}?${new URLSearchParams({ returnTo }).toString()}`}>
              {t("signIn.go")}
            </a>
          </>
        )}
        <LanguageChoice />
      </main>
    </div>
  );
}

/** A plain form: the answer sets the session's cookie and leads back here. */
function BeThisPerson({ person, returnTo }: { readonly person: DemoPerson; readonly returnTo: string }) {
  const name = person.name ?? person.email;
  return (
    <form method="post" action="/sign-in">
      <input type="hidden" name="email" value={person.email} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <button type="submit" className="person-button">
        <Initials name={name} />
        <span>
          <strong>{name}</strong>
          <span className="muted">{person.title}</span>
          <span className="muted small">{person.email}</span>
        </span>
      </button>
    </form>
  );
}

export function Initials({ name }: { readonly name: string }) {
  const letters = name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .join("")
    .slice(0, 2);
  return (
    <span className="initials" aria-hidden="true">
      {letters}
    </span>
  );
}
