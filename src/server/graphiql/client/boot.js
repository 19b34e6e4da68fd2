/* global document, window, self, fetch, sessionStorage, localStorage, setTimeout, YogaGraphiQL */
"use strict";

(() => {
  const settings = JSON.parse(document.getElementById("settings").content);
  const status = document.getElementById("status");
  const persona = document.getElementById("persona");
  const pasted = document.getElementById("token");
  const PERSONA = "ledgergate:persona";
  const EXAMPLE = "ledgergate:example";
  const TOKENS = "ledgergate:tokens";
  const AFRESH = "ledgergate:afresh";

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

  /** Right after a change of tabs, GraphiQL still sends the name of the tab before. */
  const named = ({ operationName, ...params }) =>
    operationName && new RegExp(`\\b${operationName}\\b`).test(params.query) ? { ...params, operationName } : params;

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
        body: JSON.stringify(named(params)),
      });
    let answer = await send(false);
    // The kept token may have expired, or the server may have a new key.
    if (answer.status === 401 && persona?.value && !hasAuthorization(typed)) answer = await send(true);
    return answer.json();
  }

  const activeTab = () => {
    const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem(`${settings.storage}graphiql:tabState`) ?? "{}");
    return tabs?.[activeTabIndex];
  };

  /**
   * GraphiQL keeps its tabs here: a new set of examples starts afresh, an unchanged one keeps the reader's edits.
   * What stands in the editor is read from the active tab: read apart from it, GraphiQL would add an empty tab.
   */
  const storage = {
    getItem: (name) => {
      const part = /^graphiql:(query|variables|headers)$/.exec(name)?.[1];
      return part ? (activeTab()?.[part] ?? null) : localStorage.getItem(`${settings.storage}${name}`);
    },
    setItem: (name, value) => localStorage.setItem(`${settings.storage}${name}`, value),
    removeItem: (name) => localStorage.removeItem(`${settings.storage}${name}`),
    clear: () => {
      for (const name of Object.keys(localStorage))
        if (name.startsWith("ledgergate:") && !name.endsWith("theme")) localStorage.removeItem(name);
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

  const tabNamed = (name) =>
    [...document.querySelectorAll(".graphiql-tab-button")].find((button) => button.textContent === name);

  /** Shows the example's tab; one that was closed comes back with the others. */
  function openExample(name) {
    const tab = tabNamed(name);
    if (tab) {
      tab.click();
      tab.scrollIntoView({ block: "nearest", inline: "center" });
      return;
    }
    sessionStorage.setItem(EXAMPLE, name);
    startAfresh();
  }

  /** GraphiQL may still save its tabs while the page goes, so they are forgotten when the next one comes. */
  function startAfresh() {
    sessionStorage.setItem(AFRESH, "yes");
    window.location.reload();
  }

  function forgetTabs() {
    if (sessionStorage.getItem(AFRESH) === null) return;
    sessionStorage.removeItem(AFRESH);
    storage.clear();
  }

  const isOpen = (name) => document.querySelector(".graphiql-tab-active .graphiql-tab-button")?.textContent === name;

  /** After such a reload: the tabs are drawn some moments after the page, and listen some moments later still. */
  function openRemembered() {
    const name = sessionStorage.getItem(EXAMPLE);
    if (name === null) return;
    sessionStorage.removeItem(EXAMPLE);
    const attempt = (left) => {
      if (tabNamed(name)) openExample(name);
      if (left > 0 && !isOpen(name)) setTimeout(attempt, 100, left - 1);
    };
    attempt(300);
  }

  document.getElementById("example")?.addEventListener("change", ({ target }) => {
    if (target.value) openExample(target.value);
    target.value = "";
  });

  document.getElementById("reset").addEventListener("click", () => {
    startAfresh();
  });

  const bundle = document.createElement("script");
  bundle.src = settings.bundle;
  bundle.addEventListener("load", () => {
    const root = document.getElementById("root");
    root.replaceChildren();
    forgetTabs();
    openRemembered();
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
