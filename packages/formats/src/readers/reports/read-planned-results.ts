/** Reads «Достижение планируемых результатов»: a row for each item, a column for each level. @module */
import type { StatedItem, StatedLevel, StatedResult } from '@orientir/core/assessment';
import type { Issue } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { Sheet } from '../../sheet.js';
import { cellText, columnName } from '../../sheet.js';
import type { WorkIdentity } from '../assessment-identity.js';
import { parseItemCode } from '../item-code.js';
import { shown } from '../point-cell.js';
import { decimalsOf, numberIn, wholeIn } from './report-cells.js';
import type { ReportContext, ReportRead } from './report-context.js';
import { COUNTRY, levelWord, reportGroup } from './report-group.js';
import { MAXIMUM } from './report-kind.js';
import { statedItem } from './stated-figures.js';

interface UnitColumn {
  readonly column: number;
  readonly level: StatedLevel;
  readonly unit: string;
  readonly n: number | undefined;
}

/** Numbers of pupils are not printed there, as a rule: then only shares are known. */
export function readPlannedResults(
  sheet: Sheet,
  header: number,
  identity: WorkIdentity,
  context: ReportContext,
): ReportRead {
  const headers = (sheet.rows[header] ?? []).map(cellText);
  const max = headers.findIndex((text) => MAXIMUM.test(text.toLowerCase()));
  const planned = headers.findIndex((text) => /блоки|планируем|проверяем|умени/i.test(text));
  const rows = sheet.rows.slice(header + 1);
  const pupils = rows.find((row) =>
    row.some((cell) => /^(кол-во|количество) участников/i.test(cellText(cell))),
  );
  const columns = unitColumns(headers, max, context).map((column) => ({
    ...column,
    n: pupils === undefined ? undefined : wholeIn(pupils[column.column]),
  }));
  const items: readonly StatedItem[][] = columns.map(() => []);
  const issues: Issue[] = [];
  let rowsRead = 0;
  let rowsAccepted = 0;
  const work = context.work(identity);
  const decimals = decimalsOf(
    rows
      .flatMap((row) => columns.map(({ column }) => numberIn(row[column]) ?? 0))
      .filter((value) => value >= 0),
  );
  for (const [i, cells] of rows.entries()) {
    const code = parseItemCode(cellText(cells[0]))?.code;
    if (cells === pupils || columns.every(({ column }) => cellText(cells[column]) === '')) continue;
    rowsRead++;
    const at = (column: number) => ({ ...context.place, row: header + 2 + i, column: columnName(column) });
    const wrong = columns.find(({ column }) => Number.isNaN(numberIn(cells[column])));
    if (code === undefined || wrong !== undefined) {
      const column = code === undefined ? 0 : (wrong?.column ?? 0);
      const found = shown(cellText(cells[column]));
      issues.push(
        code === undefined
          ? issue('report-row-unclear', 'error', at(column), { found })
          : issue('percent-invalid', 'error', at(column), { found }),
      );
      continue;
    }
    rowsAccepted++;
    const maxPoints = numberIn(cells[max]);
    const plannedResult = cellText(cells[planned]);
    columns.forEach(({ column, n }, place) => {
      const percent = numberIn(cells[column]);
      if (percent === undefined) return;
      const item = {
        item: code,
        ...(maxPoints !== undefined && maxPoints > 0 ? { maxPoints } : {}),
        ...(plannedResult === '' ? {} : { plannedResult }),
      };
      const { figure, impossible } = statedItem(item, percent, decimals, n);
      if (impossible) issues.push(issue('percents-impossible', 'warning', at(column), { pupils: n ?? 0 }));
      items[place]?.push(figure);
    });
  }
  if (work === undefined) {
    const found = [identity.subject, identity.grade, identity.year].map((part) => part ?? '?').join(', ');
    const unclear = issue('assessment-unclear', 'error', context.place, { found });
    return { results: [], issues: [unclear], rowsRead, rowsAccepted: 0 };
  }
  const { file, sheet: name } = context.place;
  const results = columns.map(
    ({ level, unit, n }, place): StatedResult => ({
      assessment: work.id,
      level,
      unit,
      ...(n === undefined ? {} : { n }),
      source: { file, ...(name === undefined ? {} : { sheet: name }), row: header + 1 },
      items: items[place] ?? [],
    }),
  );
  return { results, issues, rowsRead, rowsAccepted };
}

/** Columns behind the maximum, by level or by the name of the unit. */
function unitColumns(
  headers: readonly string[],
  max: number,
  { resolve, school }: ReportContext,
): readonly UnitColumn[] {
  return headers.flatMap((text, column): UnitColumn[] => {
    if (column <= max || text === '') return [];
    const word = levelWord(text);
    if (word !== undefined) {
      const unit = word === 'country' ? COUNTRY : word === 'school' ? (school ?? text) : text;
      return [{ column, level: word, unit, n: undefined }];
    }
    const group = reportGroup(text);
    if (group === undefined) return [];
    const unit = group.login === undefined ? group.name : (resolve(group.login)?.id ?? group.login);
    return [{ column, level: group.level, unit, n: undefined }];
  });
}
