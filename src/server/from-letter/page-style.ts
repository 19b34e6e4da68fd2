import { createHash } from "node:crypto";
import { template } from "../../kernel/html";

/** The page's one style sheet, in the page itself: nothing is fetched. Contrast at least 4.5 to 1 in light and dark. */
export const pageStyle = template<object>(`
:root { color-scheme: light dark; --ink: #17212e; --soft: #45525f; --paper: #ffffff; --back: #eef1f5; --line: #8793a0; --act: #14508f; --on-act: #ffffff; --bad: #9c1c1c; --good: #135c2f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf3; --soft: #b6c1cd; --paper: #18212c; --back: #0e141b; --line: #77859a; --act: #9cc6f5; --on-act: #0b1a2b; --bad: #ffb3ab; --good: #9fe0b4; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main, header { max-width: 42rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
header { padding-bottom: 0; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0.25rem 0 0.5rem; }
h2 { font-size: 1.15rem; margin: 0 0 0.5rem; }
h3 { font-size: 1rem; margin: 1rem 0 0.25rem; }
section { background: var(--paper); border: 1px solid var(--line); border-radius: 0.5rem; padding: 1rem; margin: 0 0 1rem; }
p, ul { margin: 0 0 0.75rem; }
ul.plain { list-style: none; padding: 0; }
ul.plain > li { border-top: 1px solid var(--line); padding: 0.75rem 0; }
.soft { color: var(--soft); }
.told { border-left: 0.3rem solid var(--good); padding: 0.5rem 0.75rem; }
.refused { border-left: 0.3rem solid var(--bad); padding: 0.5rem 0.75rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; list-style: none; padding: 0; }
nav a { display: inline-block; padding: 0.35rem 0; }
a { color: var(--act); }
form { margin: 0; }
button { font: inherit; min-height: 2.75rem; padding: 0.4rem 0.9rem; margin: 0.25rem 0.35rem 0.25rem 0; border: 1px solid var(--act); border-radius: 0.4rem; background: var(--act); color: var(--on-act); cursor: pointer; }
button.other { background: transparent; color: var(--act); }
label { display: block; margin: 0.5rem 0 0.15rem; font-weight: 600; }
input, textarea, select { font: inherit; width: 100%; min-height: 2.75rem; padding: 0.4rem; border: 1px solid var(--line); border-radius: 0.4rem; background: var(--paper); color: var(--ink); }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
`);

const STYLE_HASH = createHash("sha256")
  .update(String(pageStyle({})))
  .digest("base64");

/** No script at all; forms go to this server; the address is told to nobody. */
export const PAGE_HEADERS = {
  "content-security-policy": [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex",
};
