/// <reference lib="webworker" />
/**
 * Reads, tallies and renders away from the page, so that the page never stands still.
 *
 * @module
 */
import { analyseFully, findingsJson, tablesOf } from '@orientir/core/analysis';
import { describeIssue, formatCount, pluralRu } from '@orientir/core/foundation';
import { formatTally, settleSchools, TallySum } from '@orientir/core/tally';
import { writeCsv } from '@orientir/formats/csv';
import { inputFileOfBlob, readInputs } from '@orientir/formats/readers';
import { resultsWorkbook } from '@orientir/formats/results';
import { renderReport } from '@orientir/widgets/report';
import { strToU8, zipSync } from 'fflate';
import type { FromWorker, Job } from './messages.js';

const SHOWN = 8;

self.addEventListener('message', (event: MessageEvent<Job>) => {
  work(event.data).then(
    (message) => self.postMessage(message),
    (error: unknown) =>
      tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});

function tell(message: FromWorker): void {
  self.postMessage(message);
}

async function work({ files }: Job): Promise<FromWorker> {
  const sum = new TallySum();
  const record = await readInputs(
    files.map(({ name, file }) => inputFileOfBlob(name, file)),
    {
      onTally: (part) => sum.addTally(part),
      onStated: (results) => sum.addStated(results),
      onProgress: ({ phase, file, done, of }) =>
        tell({ kind: 'progress', file, share: ((phase === 'looking' ? 0 : of) + done) / (2 * of) }),
    },
  );
  const tally = settleSchools(sum.tally(), record.schools.apart);
  const analysis = analyseFully(tally);
  const schoolNames = new Map(
    record.schools.schools.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name]])),
  );
  const errors = record.issues.filter(({ severity }) => severity === 'error');
  const problems = errors.slice(0, SHOWN).map((of) => {
    const cell = of.row === undefined ? '' : `, ячейка ${of.column ?? ''}${of.row}`;
    return `${of.file}${of.sheet === undefined ? '' : `, лист «${of.sheet}»`}${cell}: ${describeIssue(of, 'ru')}`;
  });
  const wrote = analysis.testResults.reduce(
    (sum, test) => (test.level === 'all' ? sum + test.wrote : sum),
    0,
  );
  const rejected = record.files.reduce((sum, file) => sum + file.rowsRejected, 0);
  const accepted =
    rejected === 0
      ? 'все строки приняты'
      : errors.length === 0
        ? `заменено апелляцией или пересдачей: ${formatCount(rejected, 'ru')}`
        : `не принято строк: ${formatCount(rejected, 'ru')}`;
  const input = {
    analysis,
    record,
    schoolNames,
    language: 'ru' as const,
    synthetic: record.schools.schools.some(({ region }) => region?.includes('вымышленные данные')),
  };
  const { open, private: closed } = tablesOf(analysis);
  const zip = zipSync(
    Object.fromEntries([
      ...open.map((table) => [`${table.name}.csv`, strToU8(writeCsv(table))]),
      ...closed.map((table) => [`private/${table.name}.csv`, strToU8(writeCsv(table))]),
      ['findings.json', strToU8(findingsJson(analysis))],
    ]),
    { mtime: new Date(2020, 0, 1) },
  );
  return {
    kind: 'done',
    usable: analysis.assessments.length > 0 && wrote > 0,
    summary: `${formatCount(wrote, 'ru')} ${pluralRu(wrote, 'работа ученика', 'работы учеников', 'работ учеников')}, ${analysis.assessments.length} ${pluralRu(analysis.assessments.length, 'вид работ', 'вида работ', 'видов работ')}; ${accepted}`,
    problems,
    more: errors.length - problems.length,
    shown: renderReport(input, { style: 'report.css', script: 'report.js' }),
    report: renderReport(input),
    workbook: new Uint8Array(resultsWorkbook(input)),
    tables: new Uint8Array(zip),
    tally: formatTally(tally),
  };
}
