import { troubleOf } from "../../../src/erp/connector/trouble";
import { MAX_RETRY_AFTER_MS, retryAfterMs } from "../../../src/infra/http/retry-after";
import { troubleOf as platformTroubleOf } from "../../../src/platform/rest/rest-trouble";

const NOW = new Date("2026-11-24T09:00:00Z");

test.each([
  ["30", 30_000],
  [" 0 ", 0],
  ["86400", MAX_RETRY_AFTER_MS],
  ["86401", MAX_RETRY_AFTER_MS],
  ["9".repeat(400), MAX_RETRY_AFTER_MS],
  ["Tue, 24 Nov 2026 09:01:00 GMT", 60_000],
  ["Tue, 24 Nov 2026 08:00:00 GMT", 0],
  ["Fri, 31 Dec 9999 23:59:59 GMT", MAX_RETRY_AFTER_MS],
  ["Tue, 99 Nov 2026 09:01:00 GMT", null],
  ["-5", null],
  ["1e9", null],
  ["soon", null],
  ["", null],
  [null, null],
])("Retry-After %s is %s milliseconds", (header, wait) => {
  expect(retryAfterMs(header, NOW)).toBe(wait);
});

test("neither the ledger nor the platform keeps its queue waiting for more than a day", () => {
  const said = "99999999999999999999";
  for (const status of [429, 503]) {
    const ledger = troubleOf(status, null, (name) => (name === "retry-after" ? said : undefined));
    const platform = platformTroubleOf(status, new Headers({ "retry-after": said }), null);
    for (const { details } of [ledger, platform]) expect(details.retryAfterMs).toBe(MAX_RETRY_AFTER_MS);
  }
});
