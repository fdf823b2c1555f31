/** As many rows as fit into one statement of any database. */
const PAGE = 500;

/** A list in pieces, each short enough for one statement. */
export function* pages<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += PAGE) yield rows.slice(start, start + PAGE);
}
