/// <reference lib="webworker" />
/**
 * Reads, tallies and renders away from the page, so that the page never stands still.
 *
 * @module
 */
import type { FullAnalysis } from '@orientir/core/analysis';
import { analyseFully, findingsJson, tablesOf } from '@orientir/core/analysis';
import { describeIssue, formatCount, pluralRu } from '@orientir/core/foundation';
import { settleSchools, TallySum, tallyParts } from '@orientir/core/tally';
import { csvParts } from '@orientir/formats/csv';
import { inputFileOfBlob, readInputs } from '@orientir/formats/readers';
import { resultsWorkbook } from '@orientir/formats/results';
import { renderReport } from '@orientir/widgets/report';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { FromWorker, Job } from './messages.js';

const SHOWN = 8;

self.addEventListener('message', (event: MessageEvent<Job>) => {
  work(event.data).catch((error: unknown) =>
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});

function tell(message: FromWorker): void {
  self.postMessage(message);
}

/** Tells the report as soon as it can be read, then what can be saved: that takes several times as long. */
async function work({ files }: Job): Promise<void> {
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
  const usable = analysis.assessments.length > 0 && wrote > 0;
  tell({
    kind: 'read',
    usable,
    summary: `${formatCount(wrote, 'ru')} ${pluralRu(wrote, 'работа ученика', 'работы учеников', 'работ учеников')}, ${analysis.assessments.length} ${pluralRu(analysis.assessments.length, 'вид работ', 'вида работ', 'видов работ')}; ${accepted}`,
    problems,
    more: errors.length - problems.length,
    shown: usable ? renderReport(input, { style: 'report.css', script: 'report.js' }) : '',
  });
  if (!usable) return;
  const report = new Blob([renderReport(input)], { type: 'text/html' });
  tell({ kind: 'made', product: 'report', content: report });
  const workbook = new Blob([new Uint8Array(resultsWorkbook(input))]);
  tell({ kind: 'made', product: 'workbook', content: workbook });
  tell({ kind: 'made', product: 'tables', content: zippedTables(analysis) });
  const counts = new Blob([...tallyParts(tally)], { type: 'application/json' });
  tell({ kind: 'made', product: 'tally', content: counts });
}

/** Tables as csv, and findings; each part is packed as it is made, since those of a region are long. */
function zippedTables(analysis: FullAnalysis): Blob {
  const packed: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, part) => {
    if (error !== null) throw error;
    packed.push(new Uint8Array(part));
  });
  const add = (name: string, parts: Iterable<Uint8Array>) => {
    const file = new ZipDeflate(name, { level: 3 });
    file.mtime = new Date(2020, 0, 1);
    zip.add(file);
    for (const part of parts) file.push(part);
    file.push(new Uint8Array(0), true);
  };
  const { open, private: closed } = tablesOf(analysis);
  for (const table of open) add(`${table.name}.csv`, csvParts(table));
  for (const table of closed) add(`private/${table.name}.csv`, csvParts(table));
  add('findings.json', [strToU8(findingsJson(analysis))]);
  zip.end();
  return new Blob(packed);
}
