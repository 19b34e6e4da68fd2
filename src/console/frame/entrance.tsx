import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { Failed, Loading } from "../ui/states";
import { readSession, type Session } from "../app/session";
import { SignIn } from "./sign-in";
import { useWords } from "../app/words";

/** Everything behind the sign-in is loaded by who is signed in. */
const Inside = lazy(async () => ({ default: (await import("./inside")).Inside }));

/** Who is there? Somebody goes inside, nobody signs in. */
export function Entrance() {
  const { language } = useWords();
  const [session, setSession] = useState<Session | null>(null);
  const [failed, setFailed] = useState(false);
  const look = useCallback(() => {
    setFailed(false);
    readSession(language).then(setSession, () => setFailed(true));
  }, [language]);
  useEffect(look, [look]);
  if (failed) return <Failed retry={look} />;
  if (!session) return <Loading />;
  if (!session.signedIn) return <SignIn session={session} />;
  return (
    <Suspense fallback={<Loading />}>
      <Inside session={session} signedOut={look} />
    </Suspense>
  );
}
