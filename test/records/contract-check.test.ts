import fc from "fast-check";
import { loadReadiness } from "../../src/records/readiness/readiness-loader";
import { plainNumber } from "../../src/kernel/text";
import { unmetText } from "../../src/records/readiness/readiness-texts";
import { RecordEntity } from "../../src/records/record/record.entity";
import { SEED } from "../support/house";
import { approver, changeOrder, manager, second, type RecordHouse } from "./record-house";
import { bill, openContractHouse } from "./contract-house";

/* An invoice beside the contract that it bills: line by line, its vendor, its number, nothing at all. */

let house: RecordHouse;
beforeEach(async () => {
  house = await openContractHouse();
}, 60_000);

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
        { misfit: "ORDER_CLOSED", response: "WARN" },
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
