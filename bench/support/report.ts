/** What a benchmark prints: lines for people, then one line of JSON for programs. */

/** A table with its first column to the left and numbers to the right. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of rows) {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0
      return column === 0 ? cell.padEnd(width) : cell.padStart(width)
    })
    console.log(`  ${cells.join('   ')}`)
  }
}

export function printJson(bench: string, result: object): void {
  console.log(JSON.stringify({ bench, node: process.version, at: new Date().toISOString(), ...result }))
}

/** A number as people read it: three significant digits below 100, thousands apart above. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–'
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))
}

/** To four significant digits, for JSON. */
export function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
