import { describeIssue } from '@orientir/core/foundation';
import { escapeHtml } from '../geometry/render-string.js';
import type { ReportInput } from './report-input.js';
import { table } from './table.js';
import type { Both } from './text.js';
import { both, count, countCell, say } from './text.js';

const MAX_ISSUES = 300;

/** What was read from each file, and what was not accepted. */
export function readingSection({ record }: ReportInput): string {
  const files = record.files.map(
    (file) =>
      `<tr><th scope="row">${escapeHtml(file.file)}</th><td>${say(layoutName(file.layout))}</td>${countCell(file.rowsRead)}${countCell(file.rowsAccepted)}${countCell(file.rowsRejected)}${countCell(file.warnings)}</tr>`,
  );
  const issues = [...record.issues].sort((one, other) =>
    one.severity === other.severity ? 0 : one.severity === 'error' ? -1 : 1,
  );
  const lines = issues
    .slice(0, MAX_ISSUES)
    .map(
      (issue) =>
        `<tr><th scope="row">${escapeHtml(issue.file)}</th><td>${escapeHtml(issue.sheet ?? '')}</td><td>${escapeHtml(`${issue.column ?? ''}${issue.row ?? ''}`)}</td><td>${say(both(describeIssue(issue, 'ru'), describeIssue(issue, 'en')))}</td></tr>`,
    );
  const head = (ru: string, en: string, numeric = false) =>
    `<th scope="col"${numeric ? ' class="n"' : ''}>${say(both(ru, en))}</th>`;
  return `<section id="refused"><h2>${say(both('Что прочитано и что не принято', 'What was read and what was not accepted'))}</h2>
${table(
  both(
    'Файлы. Прочитанные строки — это принятые и не принятые вместе.',
    'Files. Rows read are rows accepted and refused together.',
  ),
  [
    head('Файл', 'File'),
    head('Вид', 'Layout'),
    head('Строк', 'Rows', true),
    head('Принято', 'Accepted', true),
    head('Не принято', 'Refused', true),
    head('Замечаний', 'Warnings', true),
  ],
  files,
  both('Файлы', 'Files'),
)}
${
  lines.length === 0
    ? `<p>${say(both('Замечаний нет.', 'There are no remarks.'))}</p>`
    : table(
        issues.length > MAX_ISSUES
          ? both(
              `Показаны первые ${count(MAX_ISSUES).ru} из ${count(issues.length).ru}; полный список — в issues.csv.`,
              `The first ${count(MAX_ISSUES).en} of ${count(issues.length).en}; the whole list is in issues.csv.`,
            )
          : both('Ошибки и замечания с адресами ячеек.', 'Errors and remarks with the addresses of cells.'),
        [
          head('Файл', 'File'),
          head('Лист', 'Sheet'),
          head('Ячейка', 'Cell'),
          head('Что не так и что сделано', 'What is wrong and what was done'),
        ],
        lines,
        both('Замечания', 'Remarks'),
      )
}</section>`;
}

function layoutName(layout: string): Both {
  const name = LAYOUTS[layout];
  return name === undefined ? both(layout, layout) : both(...name);
}

const LAYOUTS: Readonly<Record<string, readonly [ru: string, en: string]>> = {
  'vpr-2020': ['выгрузка ВПР 2020', 'ВПР export 2020'],
  'vpr-2021': ['выгрузка ВПР 2021', 'ВПР export 2021'],
  'vpr-2022': ['протокол ВПР 2022', 'ВПР protocol 2022'],
  'vpr-form-2026': ['форма сбора', 'collection form'],
  'vpr-form-two-parts': ['форма сбора, две части', 'collection form, two parts'],
  'vpr-individual-2026': ['индивидуальные результаты', 'individual results'],
  generic: ['таблица учеников', 'table of pupils'],
  assessment: ['описание работы', 'description of an assessment'],
  plan: ['план работы', 'test plan'],
  scale: ['шкала отметок', 'mark scale'],
  schools: ['список школ', 'list of schools'],
  passport: ['социальные паспорта', 'social passports'],
  medals: ['медали и ЕГЭ', 'medals and ЕГЭ'],
  tally: ['подсчёты', 'tally'],
  'own-results': ['результат самой программы', 'result of this program'],
};
