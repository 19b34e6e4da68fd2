import { template, type Html } from "../../../kernel/html";
import type { FastifyReply } from "fastify";

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1b2733}
h1{font-size:1.4rem}h2{font-size:1.05rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #dde3ea}
th{color:#566;font-weight:600}td{overflow-wrap:anywhere}
th.n,td.n{text-align:right;font-variant-numeric:tabular-nums}.none{color:#678}
label{display:block;margin:.6rem 0}pre{background:#f4f6f8;padding:1rem;overflow:auto}.fault{color:#a02020}
.waiting{color:#1769aa}.given_back{color:#96660a}.synced{color:#1b7f3b}form{display:inline;margin-right:.3rem}
td.n,td.w{white-space:nowrap}tr:target{background:#fff6d6}`;

const page = template<{ readonly title: string; readonly style: string; readonly body: Html }>(
  `<!doctype html><html lang="en"><meta charset="utf-8"><title><%= it.title %></title><style><%= it.style %></style><%= it.body %></html>`,
);

/** A page without scripts. */
export function sendPage(reply: FastifyReply, title: string, body: Html): FastifyReply {
  return reply
    .type("text/html; charset=utf-8")
    .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")
    .send(String(page({ title, style: STYLE, body })));
}
