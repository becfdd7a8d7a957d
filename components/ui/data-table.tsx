// biome-ignore-all lint/a11y/noRedundantRoles: laid out as blocks on a phone, a table loses its own roles in some browsers
import type { ReactNode } from 'react'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Numbers stand right, under one another. */
  numeric?: boolean
  /** The cell that names the row; one column has it. */
  heads?: boolean
  /** The header is only for people who listen, e.g. above buttons. */
  quietHeader?: boolean
}

type Props<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}

/**
 * Rows and columns between hairlines; on a phone each row becomes a short list with the column's name before each
 * value.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey }: Props<Row>) {
  return (
    <table role="table" className="stacked w-full border-collapse text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row" className="border-b border-rule-strong">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={`kicker py-2 pe-4 align-bottom last:pe-0 ${column.numeric ? 'text-end' : 'text-start'}`}
            >
              {column.quietHeader ? <span className="sr-only">{column.header}</span> : column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" className="border-b border-rule">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const place = `py-2.5 pe-4 align-baseline last:pe-0 ${column.numeric ? 'md:text-end' : 'text-start'}`
  if (column.heads)
    return (
      <th role="rowheader" scope="row" className={`${place} font-semibold`}>
        {column.cell(row)}
      </th>
    )
  return (
    <td role="cell" {...(column.quietHeader ? {} : { 'data-label': column.header })} className={place}>
      {column.cell(row)}
    </td>
  )
}
