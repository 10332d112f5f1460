/** Damage to a form: to its text, or to its cells, which reaches what is behind the columns. */
import { readCsv } from '@orientir/formats/csv';
import { inputFile } from '@orientir/formats/readers';
import { strToU8 } from 'fflate';
import { FORMS, NAME, NAMES } from './forms.mjs';
import { mutateText } from './mutate.mjs';
import { formWorkbookOf } from './workbook.mjs';

const COLUMNS = FORMS.flatMap((text) => text.split('\n')[0].split(';')).filter((id) => id !== 'Код школы');
const IDS = new Set(COLUMNS);
/** Cells of all forms, and those that are nearly right, of another kind or no values at all. */
const WORDS = FORMS.flatMap((text) => text.split(/[;\n]/)).filter((text) => text !== NAME && text !== NAMES);
const ODD = [
  ...['', ' ', '-', 'н/д', '#N/A', '|', '||', '1|1|1', '1|2|3|4', '29.02.2026', '31.12.9999', '0000-01-01'],
  ...['101 %', '1e2', '-1', '1000001', '999999999', '1,5', '__proto__', 'constructor', 'ё', 's9', 't9'],
  ...[0, 1, 2, 3, 0.5, -1, 1e300, Number.MAX_SAFE_INTEGER, true, false, undefined],
  ...[
    { kind: 'date', year: 2025, month: 9, day: 30 },
    { kind: 'date', year: 1900, month: 1, day: 0 },
  ],
  ...[{ kind: 'error', text: '#DIV/0!' }, { kind: 'formula' }],
];

/** A form as it is damaged: split once. `name`: of the file, and for the readers that go by it of the form. */
export function formOf(name, template) {
  const text = template.replaceAll('@', NAME);
  const grid = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(';'));
  // The rest of an earlier plan is passed over.
  const own =
    name === 'earlier' ? ['teacher', 'offer'] : grid[0].filter((id) => id !== NAMES && id !== 'confirmed');
  return { name, text, grid, own: new Set(own), whole: inputFile(`${name}.csv`, strToU8(text)) };
}

/** The undamaged form; it is read as often as one likes. */
export function wholeFile({ whole }) {
  return { ...whole, isNameApart: true, isNamed: false, valueless: [] };
}

/**
 * One of sixteen is whole; the others are damaged as texts, or cell by cell.
 *
 * @param person what is put into a cell below the header, whatever else is damaged; `isNamed` then says that it came into the header.
 */
export function damagedFile({ name, text, grid: whole, own }, random, person) {
  const way = person === undefined ? random.below(16) : 4 + random.below(12);
  if (way < 4) {
    const bytes = strToU8(mutateText(text, 'csv', random, FORMS));
    return formFile(`${name}.csv`, bytes, rowsOf(bytes));
  }
  const grid = whole.map((row) => [...row]);
  if (person !== undefined) put(person, grid, random);
  if (way > 4) for (let left = 1 + random.below(4); left > 0; left--) changeGrid(grid, random);
  if (way > 13) return formFile(`${name}.xlsx`, formWorkbookOf(grid, random), grid, own);
  return formFile(
    `${name}.csv`,
    strToU8(grid.map((row) => `${row.map(csvCell).join(';')}\n`).join('')),
    grid,
  );
}

function put(person, [, ...rows], random) {
  const row = random.of(rows);
  row[random.below(row.length)] = person;
}

function csvCell(cell = '') {
  return typeof cell === 'object' ? '#N/A' : `"${String(cell).replaceAll('"', '""')}"`;
}

function rowsOf(bytes) {
  try {
    return readCsv(bytes).rows;
  } catch (error) {
    if (error.name === 'FileError') return [];
    throw error;
  }
}

/**
 * A name that the damage put under another header is a value of that column, and what stands above a header is a title. `own`: headers of
 * the form. Where the first row may not be the header nothing is said of either.
 */
function formFile(name, bytes, grid, own = new Set()) {
  const [head = [], ...rest] = grid;
  const isHeader = !rest.slice(0, 10).some((row) => row.filter((cell) => IDS.has(cell)).length > 1);
  const isRead = (at) => own.has(head[at]) && head.indexOf(head[at]) === at;
  const isValueless = (cell) => typeof cell === 'object' && cell.kind !== 'date';
  const valueless = [...grid.keys()].filter(
    (r) => isHeader && r > 0 && grid[r].some((cell, at) => isValueless(cell) && isRead(at)),
  );
  const isNameApart =
    isHeader &&
    grid.every((row) => row.every((cell, at) => head[at] === NAMES || !textOf(cell).includes(NAME)));
  const isNamed = head.some((cell) => /\p{L}\s+\p{L}/u.test(String(cell)));
  const headers = head.map((cell) => String(cell).trim().toLowerCase());
  return { ...inputFile(name, bytes), headers, isNameApart, isNamed, valueless: valueless.map((r) => r + 1) };
}

/** As people see it. */
function textOf(cell) {
  return String(cell).replace(/\p{Cc}/gu, '');
}

function changeGrid(grid, random) {
  const row = random.of(grid);
  const own = grid[0].indexOf(NAMES);
  const at = random.below(row.length);
  switch (random.below(10)) {
    case 0:
      grid.splice(random.below(grid.length + 1), 0, [...row]);
      return;
    case 1:
      if (grid.length > 1) grid.splice(random.below(grid.length), 1);
      return;
    case 2:
      // A column goes, comes twice or changes its place.
      for (const [i, each] of [...grid].entries()) grid[i] = each.filter((_, column) => column !== at);
      return;
    case 3:
      for (const each of grid) each.push(each[at]);
      return;
    case 4:
      grid[0][at] = random.of(COLUMNS);
      return;
    case 5:
      row[at] = typeof row[at] === 'string' ? mutateText(row[at], 'csv', random, FORMS) : undefined;
      return;
    default:
      if (at !== own) row[at] = random.of(random.below(2) === 0 ? WORDS : ODD);
  }
}
