import { Cell, Checkbox, Column, Row, Table, TableBody, TableHeader, type ColumnProps } from "react-aria-components";
import { useWords } from "../app/words";
import type { RecordSort, RowFragment } from "../generated/operations";
import { Badge, toneOf } from "../ui/badge";
import { MaySend } from "./may-send";
import { NothingHere } from "./nothing-here";
import type { ToolSearch } from "./tool-search";
import type { Choice } from "./use-choice";

interface RecordTableProps {
  readonly rows: readonly RowFragment[];
  readonly search: ToolSearch;
  readonly change: (next: Partial<ToolSearch>) => void;
  readonly choice: Choice;
}

/** A grid: arrows move, space chooses, shift chooses a range, Enter opens. */
export function RecordTable({ rows, search, change, choice }: RecordTableProps) {
  const { t } = useWords();
  const sorted = search.sort && {
    column: search.sort,
    direction: search.desc ? ("descending" as const) : ("ascending" as const),
  };
  return (
    <Table
      className="records"
      aria-label={t("tool.records")}
      selectionMode="multiple"
      selectedKeys={choice.ids}
      onSelectionChange={choice.select}
      onRowAction={(id) => change({ record: String(id) })}
      {...(sorted ? { sortDescriptor: sorted } : {})}
      onSortChange={({ column, direction }) =>
        change({ sort: column as RecordSort, desc: direction === "descending" || undefined, after: undefined })
      }
    >
      <TableHeader>
        <Column className="choose">
          <Choose label={t("tool.chooseAll")} />
        </Column>
        <Heading id="NUMBER" isRowHeader allowsSorting text={t("column.record")} />
        <Heading id="AMOUNT" allowsSorting text={t("column.amount")} className="number" />
        <Heading id="project" text={t("column.project")} />
        <Heading id="SUBMITTED" allowsSorting text={t("column.submitted")} />
        <Heading id="state" text={t("column.state")} />
        <Heading id="may" text={t("column.may")} />
      </TableHeader>
      <TableBody items={rows} dependencies={[choice.changed]} renderEmptyState={() => <NothingHere search={search} />}>
        {(row) => <RecordRow row={row} isChanged={choice.changed.has(row.id)} />}
      </TableBody>
    </Table>
  );
}

function Heading({ text, ...rest }: Omit<ColumnProps, "children"> & { readonly text: string }) {
  return (
    <Column {...rest}>
      {({ sortDirection }) => (
        <>
          {text}
          {sortDirection && <span aria-hidden="true">{sortDirection === "ascending" ? " ▲" : " ▼"}</span>}
        </>
      )}
    </Column>
  );
}

function RecordRow({ row, isChanged }: { readonly row: RowFragment; readonly isChanged: boolean }) {
  const { t, code, money, day } = useWords();
  return (
    <Row id={row.id} textValue={`${row.number} ${row.title}`}>
      <Cell className="choose">
        <Choose label={t("tool.choose")} />
      </Cell>
      <Cell className="what">
        <strong>{row.number}</strong>
        <span className="muted">{row.title !== row.number && row.title}</span>
        <span className="muted small">{code("feature", row.feature)}</span>
      </Cell>
      <Cell className="number">{row.amount ? money(row.amount) : "–"}</Cell>
      <Cell className="project">{row.project ? `${row.project.code} ${row.project.name}` : "–"}</Cell>
      <Cell className="submitted">{row.submittedAt ? day(row.submittedAt) : "–"}</Cell>
      <Cell className="state">
        <Badge tone={toneOf(row.state)}>{code("state", row.state)}</Badge>
        {row.readiness.length > 0 && (
          <span className="small warn-text">{t("tool.missing", { count: row.readiness.length })}</span>
        )}
        {isChanged && <span className="small warn-text">{t("tool.changed")}</span>}
      </Cell>
      <Cell className="may">
        <MaySend row={row} />
      </Cell>
    </Row>
  );
}

function Choose({ label }: { readonly label: string }) {
  return (
    <Checkbox slot="selection" aria-label={label} className="choose-box">
      <span className="box" aria-hidden="true" />
    </Checkbox>
  );
}
