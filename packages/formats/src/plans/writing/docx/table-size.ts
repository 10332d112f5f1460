/** How large the letters of a table are: the more columns, the smaller. */
export interface TableSize {
  /** Style of the table. */
  readonly style: string;
  readonly points: number;
  /** Left and right of the text of a cell together, in twentieths of a point. */
  readonly padding: number;
  readonly mostColumns: number;
}

/** From the largest to the smallest. */
export const TABLE_SIZES: readonly TableSize[] = [
  { style: 'PlanTable', points: 11, padding: 170, mostColumns: 7 },
  { style: 'PlanTable10', points: 10, padding: 140, mostColumns: 9 },
  { style: 'PlanTable9', points: 9, padding: 114, mostColumns: 11 },
  { style: 'PlanTable8', points: 8, padding: 90, mostColumns: Number.POSITIVE_INFINITY },
];

/** The size for a table of so many columns. */
export function tableSize(columns: number): TableSize {
  return TABLE_SIZES.find(({ mostColumns }) => columns <= mostColumns) ?? SMALLEST;
}

const SMALLEST: TableSize = { style: 'PlanTable8', points: 8, padding: 90, mostColumns: 0 };
