import { join } from 'node:path';
import type { Issue, Language, ReadingRecord } from '@orientir/core/foundation';
import { describeIssue } from '@orientir/core/foundation';
import type { Tally } from '@orientir/core/tally';
import { shareTally, tallyParts } from '@orientir/core/tally';
import type { AnalyzeArguments } from '../arguments.js';
import { refuseForeignFolder, writeFolder, writeOneFile } from '../output-folder.js';
import type { Texts } from '../texts.js';
import { textsOf } from '../texts.js';
import type { ExitStatus, Voice } from '../voice.js';
import { outputFiles } from './output-files.js';
import { readEverything } from './read-everything.js';
import { countTally } from './summary.js';
import { TOP_NAMES } from './top-names.js';

/**
 * `orientir analyze` and `orientir merge`: from inputs to everything that is written.
 *
 * @throws {InputMissing} {FolderNotOurs} {CannotWrite}
 */
export async function analyze(options: AnalyzeArguments, voice: Voice): Promise<ExitStatus> {
  const texts = textsOf(options.language);
  const toFile = options.command === 'merge' && options.out.toLowerCase().endsWith('.json');
  if (!toFile) await refuseForeignFolder(options.out, options.force);
  const read = await readEverything(options, voice, texts);
  if (read === undefined) return 2;
  const { tally, record } = read;
  if (tally.stated.size === 0 && [...tally.assessments.values()].every(({ groups }) => groups.size === 0)) {
    const errorsFirst = [...record.issues].sort(
      (one, other) => Number(other.severity === 'error') - Number(one.severity === 'error'),
    );
    sayIssues(errorsFirst, voice, texts, options.language, undefined);
    voice.complain(texts.nothingUsable);
    return 2;
  }
  if (toFile) {
    await writeOneFile(options.out, tallyParts(options.isShared ? shareTally(tally) : tally));
    voice.say(texts.written('tally', options.out));
    sayIssues(errorsOf(record), voice, texts, options.language, undefined);
  } else {
    await writeFolder(options.out, await outputFiles(options, read), TOP_NAMES);
    sayResult(options, tally, record, voice, texts);
  }
  return record.files.some((file) => file.rowsRejected > 0) || refusedFiles(record) > 0 ? 1 : 0;
}

function refusedFiles(record: ReadingRecord): number {
  const failed = new Set(
    record.issues
      .filter(({ severity, row }) => severity === 'error' && row === undefined)
      .map(({ file }) => file),
  );
  return record.files.filter(
    (file) => failed.has(file.file) && file.rowsAccepted === 0 && file.layout !== 'schools',
  ).length;
}

const SHOWN_ISSUES = 6;

function sayResult(
  options: AnalyzeArguments,
  tally: Tally,
  record: ReadingRecord,
  voice: Voice,
  texts: Texts,
): void {
  const { wrote, absent, schools } = countTally(tally);
  const at = (name: string) => join(options.out, name);
  voice.say(
    texts.read({ files: record.files.length, pupils: wrote, absent, schools, works: tally.assessments.size }),
  );
  if (tally.stated.size > 0) voice.say(texts.readReports(tally.stated.size));
  const rejected = record.files.reduce((sum, file) => sum + file.rowsRejected, 0);
  const refused = refusedFiles(record);
  const wanted = (name: string) => !options.isPublic && (options.tables?.includes(name) ?? true);
  const issuesFile = wanted('issues') ? at('issues.csv') : undefined;
  if (rejected + refused === 0) {
    voice.say(texts.allAccepted);
    const remarks = record.issues.length;
    if (remarks > 0 && issuesFile !== undefined) voice.say(texts.remarks(remarks, issuesFile));
  } else if (record.issues.every(({ severity }) => severity !== 'error'))
    voice.say(texts.replaced(rejected, issuesFile));
  else {
    voice.say(texts.refused(rejected, refused, issuesFile));
    sayIssues(errorsOf(record), voice, texts, options.language, issuesFile);
  }
  voice.say('');
  if (wanted('report')) voice.say(texts.written('report', at('report/index.html')));
  if (wanted('workbook')) voice.say(texts.written('workbook', at('results.xlsx')));
  voice.say(texts.written('folder', options.out));
}

function sayIssues(
  issues: readonly Issue[],
  voice: Voice,
  texts: Texts,
  language: Language,
  file: string | undefined,
): void {
  for (const of of issues.slice(0, SHOWN_ISSUES)) {
    const place = texts.place(of.row, of.column, of.sheet);
    voice.say(`  ${of.file}${place === '' ? '' : `, ${place}`}: ${describeIssue(of, language)}`);
  }
  if (issues.length > SHOWN_ISSUES) voice.say(texts.more(issues.length - SHOWN_ISSUES, file));
}

function errorsOf({ issues }: ReadingRecord): readonly Issue[] {
  return issues.filter(({ severity }) => severity === 'error');
}
