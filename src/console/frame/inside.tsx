import { RouterProvider } from "@tanstack/react-router";
import { lazy, useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { Provider, useQuery } from "urql";
import { AskDialogContext } from "../app/asking";
import { ViewerContext } from "../app/viewer";
import { ViewerDocument } from "../generated/operations";
import { Failed, Loading } from "../ui/states";
import { createGraphqlClient } from "../app/graphql-client";
import { createConsoleRouter } from "./router";
import type { SignedIn } from "../app/session";
import { useWords } from "../app/words";

const AskDialog = lazy(async () => ({ default: (await import("../access/requests/ask-dialog")).AskDialog }));

interface InsideProps {
  readonly session: SignedIn;
  readonly signedOut: () => void;
}

/** Everything that somebody who is signed in sees. */
export function Inside({ session, signedOut }: InsideProps) {
  const { language } = useWords();
  const client = useMemo(() => createGraphqlClient(language, signedOut), [language, signedOut]);
  return (
    <I18nProvider locale={language === "fr" ? "fr-FR" : "en-US"}>
      <Provider value={client}>
        <WithViewer session={session} />
      </Provider>
    </I18nProvider>
  );
}

function WithViewer({ session }: Pick<InsideProps, "session">) {
  const { language, speak } = useWords();
  const [{ data, error }] = useQuery({ query: ViewerDocument });
  const [router] = useState(createConsoleRouter);
  const own = data?.viewer.mailPreferences?.locale?.toLowerCase();
  useEffect(() => {
    // The account's language is known once somebody is; what is chosen here later is kept there.
    if ((own === "en" || own === "fr") && own !== language) speak(own);
  }, [own]);
  if (session.unrecognised) return <p className="notice bad page">{session.unrecognised.message}</p>;
  if (error && !data) return <Failed error={error} />;
  if (!data) return <Loading />;
  return (
    <ViewerContext value={data.viewer}>
      <AskDialogContext value={AskDialog}>
        <RouterProvider router={router} />
      </AskDialogContext>
    </ViewerContext>
  );
}
