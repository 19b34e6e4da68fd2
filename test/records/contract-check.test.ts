import fc from "fast-check";
import { In } from "typeorm";
import { loadReadiness } from "../../src/records/readiness/readiness-loader";
import { plainNumber } from "../../src/kernel/text";
import { unmetText } from "../../src/records/readiness/readiness-texts";
import { nextState } from "../../src/records/record/record-machine";
import { RecordEntity } from "../../src/records/record/record.entity";
import { isOfContract } from "../../src/policy/model/record-facts";
import { CONTRACT_MISFITS } from "../../src/policy/model/contract-misfits";
import { contractFaultsOf } from "../../src/records/readiness/contract-check";
import { misfitsIn, misfitsText } from "../../src/records/record/misfits";
import { SEED } from "../support/house";
import {
  approver,
  changeOrder,
  commitment,
  invoice,
  LEDGER,
  manager,
  RecordHouse,
  second,
  VENDOR,
} from "./record-house";

/* An invoice beside the contract that it bills: line by line, its vendor, its number, nothing at all. */

let house: RecordHouse;
beforeEach(async () => {
  house = await RecordHouse.open();
  await house.foundations();
  const line = (number: string, costCode: string, amount: string) => ({ number, costCode, amount });
  await house.synced({
    feature: "cost_code",
    values: { code: "03-100", description: "Concrete", costType: "materials" },
  });
  await house.synced({ feature: "vendor", values: { ...VENDOR.values, number: "V-2", name: "Concrete Works" } });
  await house.synced(commitment({ lines: [line("1", "05-120", "700.00"), line("2", "03-100", "300.00")] }));
}, 60_000);

const bill = (number: string, lines: readonly (readonly [string, string])[], more: object = {}) =>
  invoice({ number, lines: lines.map(([costCode, amount]) => ({ costCode, amount })), ...more });

async function unmetOf(record: RecordEntity): Promise<string[]> {
  const unmet = (await loadReadiness(house.database.read(), [record])).get(record.id) ?? [];
  return unmet.map(({ code, wanted }) => `${code} ${wanted.join()}`.trim());
}

it("bills a line no further than the order, its change orders and what was billed before leave of it", async () => {
  await house.synced(bill("I-1", [["03-100", "250.00"]]));
  const over = await house.offer(
    manager,
    bill("I-2", [
      ["03-100", "20.00"],
      ["03-100", "30.01"],
      ["05-120", "700.00"],
    ]),
  );
  expect(await unmetOf(over)).toEqual(["OVER_ORDER 750.00 USD", "OVER_ORDER_LINE 03-100,50.00 USD"]);
  await house.synced(changeOrder({ lines: [{ commitmentLine: "2", costCode: "03-100", amount: "0.01" }] }));
  expect(await unmetOf(over)).toEqual([]);
});

it("is of the order's vendor, bills something, and has a number of its own in any spelling", async () => {
  expect(await unmetOf(await house.offer(manager, bill("I-1", [["05-120", "1.00"]], { vendor: "V-2" })))).toEqual([
    "VENDOR_DIFFERS V-2,V-1",
  ]);
  expect(await unmetOf(await house.offer(manager, changeOrder({ vendor: "V-2" })))).toEqual(["VENDOR_DIFFERS V-2,V-1"]);
  expect(await unmetOf(await house.offer(manager, bill("I-2", [["05-120", "0.00"]])))).toEqual(["ZERO_INVOICE"]);
  await house.offer(manager, bill("INV-0007", [["05-120", "1.00"]]));
  const again = await house.offer(manager, bill("inv 7", [["05-120", "1.00"]]));
  expect(await unmetOf(again)).toEqual(["NUMBER_USED_BEFORE INV-0007 (SC-1)"]);
  expect(await unmetOf(await house.offer(manager, bill("INV7", [["05-120", "1.00"]], { vendor: "V-2" })))).toEqual([
    "VENDOR_DIFFERS V-2,V-1",
  ]);
});

const choose = (choices: string, version = 1) => `mutation { updateCompany(input: { company: "acme",
  contractControl: [${choices}], expectedVersion: ${version} }) {
  company { contractControl { misfit response } } userErrors { code message field } } }`;

it("what a company has refused is refused, in the reader's language; all else is told only", async () => {
  const zero = await house.offer(manager, bill("I-1", [["05-120", "0.00"]]));
  const refuse = "{ misfit: ZERO_INVOICE, response: REFUSE }, { misfit: NUMBER_USED_BEFORE, response: REFUSE }";
  const { data, errors } = await house.ask("admin@acme.test", choose(refuse));
  expect(errors).toBeUndefined();
  expect(data!["updateCompany"]).toMatchObject({ userErrors: [] });
  expect(data!["updateCompany"]).toMatchObject({
    company: {
      contractControl: [
        { misfit: "OVER_ORDER", response: "WARN" },
        { misfit: "OVER_ORDER_LINE", response: "WARN" },
        { misfit: "VENDOR_DIFFERS", response: "WARN" },
        { misfit: "ZERO_INVOICE", response: "REFUSE" },
        { misfit: "NUMBER_USED_BEFORE", response: "REFUSE" },
      ],
    },
  });
  const contractControl = "ZERO_INVOICE:refuse,NUMBER_USED_BEFORE:refuse";
  expect((await house.trail("acme")).at(-1)).toMatchObject({ after: { contractControl } });
  await expect(house.send(approver, zero)).rejects.toMatchObject({ decision: { code: "CONTRACT_MISFIT" } });
  await expect(house.send({ ...approver, locale: "fr" }, zero)).rejects.toThrow(/ne facture rien/);
  const over = await house.offer(manager, bill("I-2", [["03-100", "300.01"]]));
  expect((await house.send(approver, over)).outcome).toBe("sent");
  const twice = await house.ask("admin@acme.test", choose(`${refuse}, { misfit: ZERO_INVOICE, response: WARN }`, 2));
  expect(twice.data!["updateCompany"]).toMatchObject({ userErrors: [{ code: "BAD_INPUT" }] });
  // What is not named stays.
  await house.services.company.update(SEED, "acme", {
    contractControl: [{ misfit: "ZERO_INVOICE", response: "warn" }],
  });
  expect((await house.trail("acme")).at(-1)).toMatchObject({ after: { contractControl: "NUMBER_USED_BEFORE:refuse" } });
  expect((await house.send(approver, zero)).outcome).toBe("sent");
});

const WAITING = `query($record: ID!) { company(id: "acme") { erpIntegration { records(iMay: SEND, first: 20) { edges { node { number } } } } }
  decision(input: { company: "acme", action: SEND, feature: SUBCONTRACTOR_INVOICE, record: { id: $record } }) {
    allowed code obligations message gates { code passed remedy { mutation role people { email } } } } }`;

interface Waiting {
  readonly decision: { readonly message: string; readonly gates: readonly { readonly code: string }[] };
  readonly company: {
    readonly erpIntegration: { readonly records: { readonly edges: readonly { node: { number: string } }[] } };
  };
}

it("two people have to agree where the company wants it: a decision, the list and the sending say the same", async () => {
  await house.ask("admin@acme.test", choose("{ misfit: VENDOR_DIFFERS, response: SECOND_APPROVAL }"));
  const other = await house.offer(manager, bill("I-1", [["05-120", "1.00"]], { vendor: "V-2" }));
  const fits = await house.offer(manager, bill("I-2", [["05-120", "1.00"]]));
  const seen = async (who: string) => {
    const { data, errors } = await house.ask(who, WAITING, { record: other.id });
    expect(errors).toBeUndefined();
    const { decision, company } = data as never as Waiting;
    const listed = company.erpIntegration.records.edges.map(({ node }) => node.number);
    return { decision, listed: listed.sort() };
  };
  const first = await seen("approver@acme.test");
  expect(first.decision).toMatchObject({
    allowed: false,
    code: "SECOND_APPROVAL_NEEDED",
    obligations: ["SECOND_APPROVAL"],
  });
  expect(first.decision.message).toMatch(/of another vendor than its order/);
  expect(first.listed).toEqual(["I-1", "I-2"]);
  expect((await house.send(approver, other)).outcome).toBe("first_approval");
  expect((await seen("approver@acme.test")).listed).toEqual(["I-2"]);
  await expect(house.send(approver, other)).rejects.toMatchObject({ decision: { code: "SECOND_APPROVAL_NEEDED" } });
  expect((await seen("second@acme.test")).decision).toMatchObject({ allowed: true });
  expect((await house.send(second, other)).outcome).toBe("sent");
  expect((await house.send(approver, fits)).outcome).toBe("sent");
});

it("its way out is named: who can change the choice, and nobody who may send eases it for themselves", async () => {
  await house.services.member.add(SEED, "acme", { email: "chief@acme.test", name: "Chief", toolLevel: "admin" });
  const refuse = "{ misfit: ZERO_INVOICE, response: REFUSE }";
  await house.ask("admin@acme.test", choose(refuse));
  const zero = await house.offer(manager, bill("I-1", [["05-120", "0.00"]]));
  const { data } = await house.ask("approver@acme.test", WAITING, { record: zero.id });
  const { gates } = (data as never as Waiting).decision;
  // The administrator may send as well: of easing it they would gain.
  expect(gates.find(({ code }) => code === "CONTRACT_MISFIT")).toMatchObject({
    passed: false,
    remedy: { mutation: "updateCompany", role: "TOOL_ADMINISTRATOR", people: [{ email: "chief@acme.test" }] },
  });
  const ease = choose("{ misfit: ZERO_INVOICE, response: WARN }", 2);
  const own = await house.ask("admin@acme.test", ease);
  expect(own.data!["updateCompany"]).toMatchObject({ userErrors: [{ code: "SELF_GRANT" }] });
  const other = await house.ask("chief@acme.test", ease);
  expect(other.data!["updateCompany"]).toMatchObject({ userErrors: [] });
  expect((await house.send(approver, zero)).outcome).toBe("sent");
});

/** What readiness finds now of each record that has not been sent. */
async function foundNow(): Promise<Record<string, string | null>> {
  const open = In(["draft", "awaiting", "rejected", "failed", "unlinked"]);
  const records = await house.database.read().findBy(RecordEntity, { state: open as never });
  const faults = await contractFaultsOf(house.database.read(), records);
  return Object.fromEntries(
    records.map(({ id, feature }) => {
      const codes = faults.get(id)?.map(({ code }) => code);
      return [id, codes && feature !== "commitment" ? misfitsText(codes) : null];
    }),
  );
}

async function storedNow(): Promise<Record<string, string | null>> {
  const found = await foundNow();
  const records = await house.database.read().findBy(RecordEntity, { id: In(Object.keys(found)) });
  return Object.fromEntries(records.map(({ id, misfits }) => [id, misfits]));
}

/** What is stored of those that are in the ERP or on their way. */
async function keptNow(): Promise<Map<string, string | null>> {
  const state = In(["exporting", "stale", "synced"]) as never;
  const records = await house.database.read().findBy(RecordEntity, { state, direction: "export" });
  return new Map(records.map(({ id, misfits }) => [id, misfits]));
}

it("what is stored of it is at each moment what the rows say, whatever happens in whatever order", async () => {
  const { connection, projectBinding, records, recordOutcomes } = house.services;
  await connection.add(SEED, "acme", { name: "Pty", edition: "established", country: "US", status: "authorised" });
  const numbers = ["INV-1", "inv 01", "INV-2", "INV-3", "INV-4"];
  const met = new Set<string>();
  const amounts = ["0.00", "250.00", "600.00"];
  const step = fc.record({
    what: fc.constantFrom(
      "invoice",
      "invoice",
      "invoice",
      "change",
      "send",
      "accept",
      "unanswered",
      "retry",
      "order",
      "hanging",
      "bind",
      "retrieve",
      "reject",
      "archive",
      "unlink",
    ),
    number: fc.constantFrom(...numbers),
    amount: fc.constantFrom(...amounts),
    vendor: fc.constantFrom("V-1", "V-1", "V-2"),
    costCode: fc.constantFrom("05-120", "03-100"),
    which: fc.nat(20),
  });
  const happened = new Set<string>();
  for (const { what, number, amount, vendor, costCode, which } of fc.sample(step, { numRuns: 120, seed: 4 })) {
    const all = await house.database.read().find(RecordEntity, { order: { id: "ASC" } });
    // Nothing of what can be bound anew is sent.
    const travelling = all.filter(({ feature, parentNumber }) => isOfContract(feature) && parentNumber !== "SC-2");
    const isSent = ["send", "accept", "unanswered", "retry"].includes(what);
    const held = all.filter(({ feature, number: of }) => isSent && feature === "commitment" && of === "SC-1");
    // Else they would seldom hit one of the few that wait for an answer.
    const waits = { accept: "accepted", unanswered: "unanswered", retry: "retry" } as const;
    const event = waits[what as keyof typeof waits];
    const pool = [...held, ...travelling].filter(({ state }) => !event || nextState("export", state, event) !== null);
    const one = pool[which % Math.max(1, pool.length)];
    const kept = await keptNow();
    const act = async () => {
      if (what === "invoice") return house.offer(manager, bill(number, [[costCode, amount]], { vendor }));
      if (what === "change")
        return house.offer(
          manager,
          changeOrder({ number: `CO-${number}`, vendor, lines: [{ commitmentLine: "1", costCode: "05-120", amount }] }),
        );
      if (what === "bind") {
        const name = which % 2 === 0 ? null : "Pty";
        return projectBinding.bind(SEED, "acme", { project: "P-2", connection: name });
      }
      if (what === "order") {
        const lines = [{ number: "1", costCode, amount }];
        const elsewhere = { project: "P-2", number: "SC-2" };
        return house.offer(
          SEED,
          which % 2 === 0 ? commitment({ vendor, lines }) : commitment({ ...elsewhere, vendor, lines }),
        );
      }
      if (what === "hanging") {
        const lines = [{ commitmentLine: "1", costCode, amount }];
        const of = { project: "P-2", commitment: "SC-2", vendor, number };
        return house.offer(
          SEED,
          which % 2 === 0 ? changeOrder({ ...of, lines }) : bill(number, [[costCode, amount]], of),
        );
      }
      if (!one) return null;
      const address = await house.seen(one);
      const { companyId, id: recordId, revision } = one;
      const sent = { companyId, recordId, revision };
      if (what === "unanswered") return recordOutcomes.unanswered(LEDGER, sent, { code: "OUTCOME_UNKNOWN", text: "" });
      if (what === "retry") return recordOutcomes.retried(LEDGER, sent);
      if (what === "send") return house.send(SEED, one);
      if (what === "accept") return house.accept(one);
      if (what === "retrieve") return records.retrieve(manager, address);
      if (what === "reject") return records.reject(SEED, address, null);
      if (what === "archive") return records.archive(SEED, address, null);
      return records.unlink(SEED, address, true, null);
    };
    const done = await act().catch(() => null);
    if (done) happened.add(what);
    const found = await foundNow();
    expect(await storedNow()).toEqual(found);
    const still = await keptNow();
    for (const [id, misfits] of kept) if (still.has(id)) expect(still.get(id)).toBe(misfits);
    for (const text of Object.values(found)) for (const code of misfitsIn(text) ?? []) met.add(code);
  }
  expect([...met].sort()).toEqual([...CONTRACT_MISFITS].sort());
  for (const what of ["unanswered", "retry", "order", "hanging", "bind"]) expect(happened).toContain(what);
}, 240_000);

it("its fix is one that is not refused: what waits is retrieved first", async () => {
  const zero = await house.offer(manager, bill("I-1", [["05-120", "0.00"]]));
  const [unmet] = (await loadReadiness(house.database.read(), [zero])).get(zero.id) ?? [];
  for (const locale of ["en", "fr"] as const)
    expect(unmetText(unmet!, locale)).toMatchObject({ mutation: "retrieveRecord", fix: expect.any(String) as string });
});

it("spells a number plainly, whatever stands between its letters and digits", () => {
  for (const [one, other] of [
    ["INV-0007", "inv7"],
    ["A/1 00", "a100"],
    ["０１２", "12"],
    ["7.", "7"],
  ] as const)
    expect(plainNumber(one)).toBe(plainNumber(other));
  expect(plainNumber("INV-10")).not.toBe(plainNumber("INV-1"));
  expect(plainNumber("A-1-00")).not.toBe(plainNumber("A-1"));
  fc.assert(fc.property(fc.string(), (text) => plainNumber(plainNumber(text)) === plainNumber(text)));
});
