import { insertRows } from "../../src/infra/db/query/rows";
import { CallEntity } from "../../src/onboarding/calls/call/call.entity";
import { FollowUpEntity } from "../../src/onboarding/calls/call/follow-up.entity";
import { VendorStaffEntity } from "../../src/tenant/companies/vendor-staff.entity";
import { newId } from "../../src/kernel/ids";
import { RecordEntity } from "../../src/records/record/record.entity";
import { recordRow } from "../authorization/search/crowd";
import { openAcme, admin, specialist } from "../support/acme";
import { refusal, START, type House } from "../support/house";

let house: House;
let companyId: string;
beforeEach(async () => {
  house = await openAcme();
  companyId = (await house.company("acme")).id;
});

interface Item {
  readonly code: string;
  readonly settled: boolean;
  readonly automatic: boolean;
}
interface Where {
  readonly items: Item[];
  readonly lateTasks: { title: string; late: boolean }[];
  readonly nextDate: { what: string; days: number } | null;
}
async function where(): Promise<Where> {
  const asked = `{ company(slug: "acme") { implementation { items { code settled automatic } lateTasks { title late }
    nextDate { what days } } } }`;
  const answer = await house.ask("clerk@acme.test", asked);
  expect(answer.errors).toBeUndefined();
  return answer.data?.["company"]?.["implementation"] as unknown as Where;
}

async function addVendors(direction: "export" | "import", names: readonly string[]): Promise<RecordEntity[]> {
  const plain = { feature: "vendor", project: null, amount: null, state: "draft", submittedBy: null } as const;
  const made = { ...plain, firstApprover: null, prerequisitesBlocked: false, workflowCompleted: false };
  const rows = names.map((title) => {
    const row = recordRow({ id: companyId }, made, { id: () => null, project: () => "" });
    return Object.assign(row, { title, direction, state: direction === "export" ? "draft" : "staged" });
  });
  await house.database.write((manager) => insertRows(manager, RecordEntity, rows as never[]));
  return rows;
}

test("vendors that are there twice are seen, and then nobody can say that they are clean", async () => {
  const clean = async () => (await where()).items.find(({ code }) => code === "clean_vendors");
  await addVendors("export", ["Bright Painting", "Harbour Steel"]);
  await addVendors("import", ["Bright Painting"]);
  const said = { item: "clean_vendors", move: "complete", evidence: "Merged on Monday" } as const;
  await house.services.item.move(admin, "acme", said);
  expect(await clean()).toMatchObject({ settled: true, automatic: false });
  const [twin] = await addVendors("import", [" BRIGHT painting "]);
  expect(await clean()).toMatchObject({ settled: false, automatic: true });
  expect(await refusal(house.services.item.move(admin, "acme", said))).toMatchObject({ code: "ILLEGAL_MOVE" });
  await house.database.write((manager) => manager.update(RecordEntity, { id: twin!.id }, { state: "archived" }));
  expect(await clean()).toMatchObject({ settled: true, automatic: false });
});

test("what is late counts the tasks of calls, and the next date may be one's", async () => {
  const staff = await house.database.read().findOneByOrFail(VendorStaffEntity, { email: "specialist@vendor.test" });
  const stamp = { companyId, version: 1, createdAt: START };
  const call = { ...stamp, id: newId(), kind: "kick_off" as const, state: "closed" as const, minutes: 60 };
  const times = { startsAt: START, endsAt: START, agreedBy: "x", invitation: null, startedAt: START, endedAt: START };
  const task = (title: string, dueOn: string, state: "open" | "done") => {
    const owner = { ownerName: "Clerk", ownerEmail: "clerk@acme.test", outcome: null, endedAt: null, endedBy: null };
    return { ...stamp, ...owner, id: newId(), callId: call.id, title, dueOn, state };
  };
  const tasks = [
    task("Send the list", "2026-11-23", "open"),
    task("Name the category", "2026-11-26", "open"),
    task("Read the guide", "2026-11-20", "done"),
  ];
  await house.database.write(async (manager) => {
    await insertRows(manager, CallEntity, [{ ...call, ...times, hostId: staff.id }]);
    await insertRows(manager, FollowUpEntity, tasks);
  });
  expect(await where()).toMatchObject({
    lateTasks: [{ title: "Send the list", late: true }],
    nextDate: { what: "task", days: 2 },
  });
  await house.services.calls.followUp.complete(specialist, "acme", { followUp: tasks[0]!.id, reason: "Here it is" });
  expect((await where()).lateTasks).toEqual([]);
});
