import fc from "fast-check";
import { foldText } from "../../../src/infra/db/query/folding";
import { pageOf } from "../../../src/infra/db/query/keyset";
import { occursIn } from "../../../src/infra/db/query/search";
import { MemberEntity } from "../../../src/directory/members/member.entity";
import { House, SEED } from "../../support/house";
import { openTestDatabase } from "../../support/database";

const NAMES = [
  "Étienne",
  "eve",
  "Dubé",
  "Dube",
  "dubois",
  "Zoë",
  "Œuvre",
  "Oeillet",
  "Ødegård",
  "straße",
  "Strasse",
  "Ζωή",
  "Жук",
];

let house: House;
beforeAll(async () => {
  house = new House(await openTestDatabase());
  await house.register("acme");
  for (const [index, name] of NAMES.entries())
    await house.services.member.add(SEED, "acme", { email: `m${index}@acme.test`, name });
}, 60_000);

function query() {
  return house.database.read().createQueryBuilder(MemberEntity, "member").where("member.email LIKE 'm%'");
}

test.each([
  ["dube", ["Dube", "Dubé"]],
  ["DUBÉ", ["Dube", "Dubé"]],
  ["oeuv", ["Œuvre"]],
  ["strass", ["Strasse", "straße"]],
  ["odegard", ["Ødegård"]],
  ["ζωη", ["Ζωή"]],
  ["жУК", ["Жук"]],
  ["100%", []],
])("%s finds %j, whatever case and accents", async (text, found) => {
  const rows = await query()
    .andWhere(...occursIn(["member.name"], text))
    .getMany();
  expect(rows.map(({ name }) => name).sort()).toEqual(found);
});

test("a list is sorted as people sort: É beside E, page by page, to and fro", async () => {
  const orderBy = [{ column: "name", direction: "asc", folded: true }] as const;
  const sorted: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof pageOf<MemberEntity>>> = await pageOf<MemberEntity>({
      ...{ query: query(), alias: "member", orderBy, maxPageSize: 3, first: 3, after },
    });
    sorted.push(...page.rows.map(({ name }) => name));
    after = page.cursors.at(-1) ?? null;
    if (!page.hasNextPage) break;
  }
  expect(sorted).toEqual([
    ...[
      "Dube",
      "Dubé",
      "dubois",
      "Étienne",
      "eve",
      "Ødegård",
      "Oeillet",
      "Œuvre",
      "Strasse",
      "straße",
      "Zoë",
      "Ζωή",
      "Жук",
    ],
  ]);
  const last = await pageOf({ query: query(), alias: "member", orderBy, maxPageSize: 3, last: 3 });
  expect(last.rows.map(({ name }) => name)).toEqual(["Zoë", "Ζωή", "Жук"]);
});

test("both databases fold a text alike", async () => {
  const texts = fc.sample(fc.string({ unit: "grapheme", maxLength: 20 }), { numRuns: 300, seed: 7 });
  const clean = [...NAMES, ...texts].filter((text) => !text.includes("\0"));
  const rows = [];
  for (const text of clean) {
    const [row] = await house.database
      .read()
      .createQueryBuilder()
      .select("fold_text(:text)", "folded")
      .from(MemberEntity, "member")
      .limit(1)
      .setParameters({ text })
      .getRawMany<{ folded: string }>();
    rows.push(row?.folded);
  }
  expect(rows).toEqual(clean.map(foldText));
});
