/** Headings of the columns of a table. Roles are said, because tables that are stacked on a phone lose them by their style. */
export function TableHead({ columns }: { columns: readonly string[] }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((heading) => (
          <th role="columnheader" scope="col" key={heading}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  );
}
