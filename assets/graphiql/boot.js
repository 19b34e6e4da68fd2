/* global document, window, self, fetch, sessionStorage, localStorage, YogaGraphiQL */
"use strict";

(() => {
  const settings = JSON.parse(document.getElementById("settings").textContent);
  const status = document.getElementById("status");
  const persona = document.getElementById("persona");
  const pasted = document.getElementById("token");
  const PERSONA = "ledgergate:persona";
  const TOKENS = "ledgergate:tokens";

  self.MonacoEnvironment = {
    globalAPI: false,
    getWorkerUrl: (_module, label) => settings.workers[label] ?? settings.workers.editorWorkerService,
  };

  const say = (text) => {
    status.textContent = text;
  };

  const tokens = () => JSON.parse(sessionStorage.getItem(TOKENS) ?? "{}");

  const keepToken = (email, token) => {
    sessionStorage.setItem(TOKENS, JSON.stringify({ ...tokens(), [email]: token }));
  };

  /** The chosen demo person's token, asked for once and kept for the session. */
  async function personaToken(email, fresh) {
    const kept = tokens()[email];
    if (kept && !fresh) return kept;
    const answer = await fetch(settings.tokenPath, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email }),
    });
    if (!answer.ok) throw new Error(settings.texts.noToken);
    const { token } = await answer.json();
    keepToken(email, token);
    return token;
  }

  async function authorization(fresh) {
    const email = persona?.value;
    const token = email ? await personaToken(email, fresh) : pasted?.value.trim();
    return token ? { authorization: `Bearer ${token}` } : {};
  }

  const hasAuthorization = (headers) => Object.keys(headers).some((name) => name.toLowerCase() === "authorization");

  /** Runs an operation as the chosen person; a header typed into GraphiQL's own editor comes first. */
  async function run(params, options) {
    const typed = options?.headers ?? {};
    const send = async (fresh) =>
      fetch(settings.endpoint, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "accept-language": settings.language,
          ...(hasAuthorization(typed) ? {} : await authorization(fresh)),
          ...typed,
        },
        body: JSON.stringify(params),
      });
    let answer = await send(false);
    // The kept token may have expired, or the server may have a new key.
    if (answer.status === 401 && persona?.value && !hasAuthorization(typed)) answer = await send(true);
    return answer.json();
  }

  /** GraphiQL keeps its tabs here: a new set of examples starts afresh, an unchanged one keeps the reader's edits. */
  const storage = {
    getItem: (name) => localStorage.getItem(`${settings.storage}${name}`),
    setItem: (name, value) => localStorage.setItem(`${settings.storage}${name}`, value),
    removeItem: (name) => localStorage.removeItem(`${settings.storage}${name}`),
    clear: () => {
      for (const name of Object.keys(localStorage)) if (name.startsWith("ledgergate:")) localStorage.removeItem(name);
    },
    get length() {
      return localStorage.length;
    },
  };

  function choosePersona() {
    sessionStorage.setItem(PERSONA, persona.value);
    const title = persona.selectedOptions[0].dataset.title;
    say(persona.value ? settings.texts.asking.replace("{title}", title) : settings.texts.anonymous);
  }

  if (persona) {
    const remembered = sessionStorage.getItem(PERSONA);
    const known = [...persona.options].some((option) => option.value === remembered);
    if (remembered !== null && known) persona.value = remembered;
    persona.addEventListener("change", choosePersona);
    choosePersona();
  }

  document.getElementById("reset").addEventListener("click", () => {
    storage.clear();
    window.location.reload();
  });

  const bundle = document.createElement("script");
  bundle.src = settings.bundle;
  bundle.addEventListener("load", () => {
    const root = document.getElementById("root");
    root.replaceChildren();
    YogaGraphiQL.renderYogaGraphiQL(root, {
      title: " ",
      logo: " ",
      fetcher: run,
      storage,
      defaultTabs: settings.tabs,
      shouldPersistHeaders: false,
      isHeadersEditorEnabled: true,
      onEditQuery: () => undefined,
    });
  });
  bundle.addEventListener("error", () => {
    document.getElementById("root").textContent = settings.texts.failed;
  });
  document.head.append(bundle);
})();
