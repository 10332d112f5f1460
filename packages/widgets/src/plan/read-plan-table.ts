import type {
  Days,
  Evidence,
  PublishedColumn,
  PublishedMeasure,
  PublishedPlan,
  PublishedSection,
} from './published-plan.js';

/** A plan and the rows of the table that it was read from. */
export interface PlanInTable {
  readonly plan: PublishedPlan;
  /** From the first to the last: the measure of the row, or the id of the section that it is a heading of. */
  readonly rows: ReadonlyMap<HTMLTableRowElement, PublishedMeasure | string>;
}

/**
 * Reads the published table (`data-orientir="plan"`) as it stands in a page, with whatever a content system left of it.
 * Rows without an id get one from their place; days that do not look like days are left out.
 */
export function readPlanTable(table: HTMLTableElement): PlanInTable {
  const { id = '', hash, asOf, approvedOn, approved } = table.dataset;
  const head = table.tHead?.rows[0] ?? table.rows[0];
  const columns: PublishedColumn[] = Array.from(head?.cells ?? [], (cell) => ({
    header: cellText(cell),
    field: cell.dataset.field,
  }));
  const sections: PublishedSection[] = [];
  const measures: PublishedMeasure[] = [];
  const rows = new Map<HTMLTableRowElement, PublishedMeasure | string>();
  const taken = new Set<string>();
  const known = new Set<string>();
  let current: string | undefined;
  for (const row of Array.from(table.rows)) {
    if (row === head || row.parentElement === table.tFoot) continue;
    const { id: ownId, section, parent } = row.dataset;
    const first = row.cells[0];
    if (first === undefined) continue;
    if (ownId === undefined && row.cells.length === 1 && columns.length > 1) {
      const heading = section ?? `s${sections.length + 1}`;
      current = heading;
      rows.set(row, heading);
      if (!known.has(heading)) sections.push({ id: heading, text: cellText(first), parent });
      known.add(heading);
      continue;
    }
    const name = ownId === undefined || taken.has(ownId) ? `r${measures.length + 1}` : ownId;
    taken.add(name);
    const measure = measureOf(row, name, (section ?? current) || undefined, columns);
    measures.push(measure);
    rows.set(row, measure);
  }
  return {
    plan: {
      id,
      title: table.caption === null ? '' : cellText(table.caption),
      columns,
      sections,
      measures,
      hash,
      asOf: dayIn(asOf),
      approvedOn: dayIn(approvedOn),
      approved,
    },
    rows,
  };
}

function measureOf(
  row: HTMLTableRowElement,
  id: string,
  section: string | undefined,
  columns: readonly PublishedColumn[],
): PublishedMeasure {
  const cells = Array.from(row.cells);
  const cellOf = (field: string) => cells[columns.findIndex((column) => column.field === field)];
  const deadline = cellOf('deadline')?.dataset ?? {};
  const status = cellOf('status');
  return {
    id,
    section,
    cells: cells.map(cellText),
    kind: deadline.kind,
    start: dayIn(deadline.start),
    end: dayIn(deadline.end),
    days: daysIn(deadline.occurrences),
    responsible: linesOf(cellOf('responsible'), /\n/),
    audience: linesOf(cellOf('audience'), /\n|,\s/),
    status: status?.dataset.status,
    date: dayIn(status?.dataset.date),
    evidence: evidenceIn(status),
  };
}

/** The text with a line for each `<br>` or paragraph, as a reader sees it. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data.replace(/\s+/g, ' ');
  const inner = Array.from(node.childNodes, textOf).join('');
  if (node instanceof HTMLBRElement) return '\n';
  return node instanceof HTMLParagraphElement ? `\n${inner}\n` : inner;
}

function cellText(cell: Element): string {
  return textOf(cell)
    .replace(/ *\n+ */g, '\n')
    .trim();
}

function linesOf(cell: Element | undefined, separator: RegExp): string[] {
  return cell === undefined
    ? []
    : cellText(cell)
        .split(separator)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}

function evidenceIn(cell: Element | undefined): Evidence[] {
  return Array.from(cell?.querySelectorAll('a') ?? [], (link) => ({
    title: cellText(link),
    href: /^(https?|mailto):$/.test(link.protocol) ? link.href : undefined,
  }));
}

function daysIn(list = ''): Days[] {
  return list.split(' ').flatMap((each) => {
    const [start, end = start] = each.split('/').map(dayIn);
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
}

function dayIn(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/.test(text) ? text : undefined;
}
