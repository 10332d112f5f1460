import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Analysis, Table } from '@orientir/core/analysis';
import { analyseFully, findingsJson, tablesOf } from '@orientir/core/analysis';
import type { Assessment, FindingRules } from '@orientir/core/assessment';
import { fioko2026, RULESETS } from '@orientir/core/assessment';
import { protect } from '@orientir/core/disclosure';
import type { Issue, Language, ReadingRecord } from '@orientir/core/foundation';
import { describeIssue } from '@orientir/core/foundation';
import type { Problem } from '@orientir/core/schema';
import { parseAssessment, parseFindingRules } from '@orientir/core/schema';
import type { Tally } from '@orientir/core/tally';
import { joinSchools, shareTally, TallySum, tallyParts } from '@orientir/core/tally';
import { csvParts } from '@orientir/formats/csv';
import type { InputFile, InputsRead } from '@orientir/formats/readers';
import { readInputs } from '@orientir/formats/readers';
import type { WorkbookInput } from '@orientir/formats/results';
import { readSchoolList, type SchoolRegistry } from '@orientir/formats/schools';
import type { ReportInput } from '@orientir/widgets/report';
import type { AnalyzeArguments } from './arguments.js';
import { fileOnDisk, InputMissing, inputFiles } from './input-files.js';
import type { OutputFile } from './output-folder.js';
import { refuseForeignFolder, writeFolder, writeOneFile } from './output-folder.js';
import type { Texts } from './texts.js';
import { textsOf } from './texts.js';

/** Where the command line speaks: lines for people, and progress that may be drawn over. */
export interface Voice {
  say(line: string): void;
  complain(line: string): void;
  progress(line: string): void;
}

export type ExitStatus = 0 | 1 | 2;

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
  const { tally, record, rules } = read;
  if (tally.stated.size === 0 && [...tally.assessments.values()].every(({ groups }) => groups.size === 0)) {
    sayIssues(record.issues, voice, texts, options.language, undefined);
    voice.complain(texts.nothingUsable);
    return 2;
  }
  if (toFile) {
    await writeOneFile(options.out, tallyParts(options.isShared ? shareTally(tally) : tally));
    voice.say(texts.written('tally', options.out));
  } else {
    await writeFolder(options.out, await outputFiles(options, tally, record, rules), TOP_NAMES);
    sayResult(options, tally, record, voice, texts);
  }
  return record.files.some((file) => file.rowsRejected > 0) || refusedFiles(record) > 0 ? 1 : 0;
}

interface Read {
  readonly rules: FindingRules;
  readonly tally: Tally;
  readonly record: InputsRead;
}

async function readEverything(
  options: AnalyzeArguments,
  voice: Voice,
  texts: Texts,
): Promise<Read | undefined> {
  const assessments: Assessment[] = [];
  for (const path of options.assessments) {
    const found = await assessmentsIn(path, voice, options.language);
    if (found === undefined) return undefined;
    assessments.push(...found);
  }
  const rules = await rulesOf(options.rules, voice, options.language);
  if (rules === undefined) return undefined;
  const schools = options.schools === undefined ? undefined : await schoolsIn(options.schools);
  const files = await inputFiles(options.inputs);
  const sum = new TallySum();
  const record = await readInputs(files.filter(isWanted(options)), {
    ...(schools === undefined ? {} : { schools }),
    ...(options.school === undefined ? {} : { school: options.school }),
    assessments,
    groupings: options.groupings,
    onTally: (tally) => sum.addTally(tally),
    onStated: (results) => sum.addStated(results),
    onProgress: ({ phase, file, done, of }) => {
      if (phase === 'reading') voice.progress(texts.reading(done + 1, of, file));
    },
  });
  voice.progress('');
  return { tally: joinSchools(sum.tally(), record.schools.apart), record, rules };
}

/** The ruleset asked for: by name, or from a file. Absent when there is none; then it was said why. */
async function rulesOf(
  asked: string | undefined,
  voice: Voice,
  language: Language,
): Promise<FindingRules | undefined> {
  if (asked === undefined) return fioko2026;
  const known = RULESETS.find(({ id }) => id === asked);
  if (known !== undefined) return known;
  const value = await jsonIn(asked, voice);
  if (value === undefined) return undefined;
  const parsed = parseFindingRules(value.json);
  if (parsed.kind === 'rules') return parsed.rules;
  sayProblems(asked, parsed.problems, voice, language);
  return undefined;
}

/** `merge` joins tallies; anything else that lies in a folder beside them is not for it. */
function isWanted({ command }: AnalyzeArguments): (file: InputFile) => boolean {
  return ({ name }) =>
    command === 'analyze' || (/\.json$/i.test(name) && basename(name) !== 'assessment.json');
}

async function assessmentsIn(
  path: string,
  voice: Voice,
  language: Language,
): Promise<readonly Assessment[] | undefined> {
  const found: Assessment[] = [];
  const value = await jsonIn(path, voice);
  if (value === undefined) return undefined;
  for (const each of Array.isArray(value.json) ? value.json : [value.json]) {
    const parsed = parseAssessment(each);
    if (parsed.kind === 'assessment') found.push(parsed.assessment);
    else {
      sayProblems(path, parsed.problems, voice, language);
      return undefined;
    }
  }
  return found;
}

/** @throws {InputMissing} What is no JSON is said, and absent. */
async function jsonIn(path: string, voice: Voice): Promise<{ readonly json: unknown } | undefined> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new InputMissing(path);
  });
  try {
    return { json: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch (error) {
    voice.complain(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function sayProblems(path: string, problems: readonly Problem[], voice: Voice, language: Language): void {
  for (const problem of problems) {
    const about: Issue = { code: 'sidecar-invalid', severity: 'error', file: path, parameters: problem };
    voice.complain(`${path}: ${describeIssue(about, language)}`);
  }
}

async function schoolsIn(path: string): Promise<SchoolRegistry> {
  return (await readSchoolList(await fileOnDisk(path, path), path)).registry;
}

const TOP_NAMES = [
  'solve-rates.csv',
  'items.csv',
  'tests.csv',
  'sections.csv',
  'comparisons.csv',
  'groups.csv',
  'dif.csv',
  'readiness.csv',
  'findings.json',
  'tally.json',
  'tally-share.json',
  'summary.json',
  'issues.csv',
  'results.xlsx',
  'report',
  'private',
  'widgets',
];

async function outputFiles(
  options: AnalyzeArguments,
  tally: Tally,
  record: InputsRead,
  rules: FindingRules,
): Promise<readonly OutputFile[]> {
  const wanted = (name: string) => options.tables === undefined || options.tables.includes(name);
  const similarSchools = similarConditions(record.schools);
  const whole = analyseFully(tally, { rules, similarSchools });
  const analysis = options.isPublic ? protect(whole) : whole;
  const { open, private: closed } = tablesOf(analysis);
  const names = schoolNames(record.schools);
  const input = {
    analysis,
    record,
    schoolNames: names,
    language: options.language,
    synthetic: isSynthetic(analysis, record),
  };
  const files: OutputFile[] = [
    ...open.filter(({ name }) => wanted(name) && !(options.isPublic && WITHHELD.has(name))).map(csvFile('')),
    ...(wanted('findings') ? [{ path: 'findings.json', content: findingsJson(analysis) }] : []),
    { path: 'summary.json', content: summaryJson(tally, record, options.isPublic, analysis) },
  ];
  if (options.isPublic) return [...files, ...(await widgetFiles(analysis, names))];
  return [
    ...files,
    ...closed.filter(({ name }) => wanted(name)).map(csvFile('private/')),
    ...(wanted('tally')
      ? [
          options.isShared
            ? { path: 'tally-share.json', content: tallyParts(shareTally(tally)) }
            : { path: 'tally.json', content: tallyParts(tally) },
        ]
      : []),
    ...(wanted('issues') ? [csvFile('')(issuesTable(record))] : []),
    ...(wanted('workbook') ? [{ path: 'results.xlsx', content: await workbookOf(input) }] : []),
    ...(wanted('report') ? [{ path: 'report/index.html', content: await reportOf(input) }] : []),
  ];
}

// Rooms that a run may not need are entered when it does.
async function workbookOf(input: WorkbookInput): Promise<Uint8Array> {
  const { resultsWorkbook } = await import('@orientir/formats/results');
  return resultsWorkbook(input);
}

async function reportOf(input: ReportInput): Promise<string> {
  const { renderReport } = await import('@orientir/widgets/report');
  return renderReport(input);
}

function csvFile(folder: string): (table: Table) => OutputFile {
  return (table) => ({ path: `${folder}${table.name}.csv`, content: csvParts(table) });
}

/** Chart data for each assessment: the whole, and every municipality beside it. */
async function widgetFiles(
  analysis: Analysis,
  names: ReadonlyMap<string, string>,
): Promise<readonly OutputFile[]> {
  const { solveRatesData } = await import('@orientir/widgets/solve-rates');
  return analysis.testResults
    .filter(
      ({ level }) => level === 'all' || level === 'region' || level === 'municipality' || level === 'school',
    )
    .flatMap((test) => {
      const comparators =
        test.level === 'all' || test.parent === undefined
          ? []
          : [{ ...test.parent, name: unitTitle(test.parent.unit) }];
      const data = solveRatesData(analysis, {
        assessment: test.assessment,
        unit: { level: test.level, unit: test.unit },
        unitName: names.get(test.unit) ?? unitTitle(test.unit),
        comparators,
      });
      if (data === undefined || data.items.every((item) => item.solveRate === undefined)) return [];
      const file = `${test.assessment}--${test.level}--${test.unit}`.replace(/[\\/:*?"<>|\s]+/g, '-');
      return [{ path: `widgets/${file}.json`, content: `${JSON.stringify(data, undefined, 1)}\n` }];
    });
}

function unitTitle(unit: string): string {
  return unit === 'all' ? 'Все вместе' : unit;
}

function issuesTable({ issues }: ReadingRecord): Table {
  const text = (id: string) => ({ id, kind: 'text' as const });
  return {
    name: 'issues',
    columns: [
      text('file'),
      text('sheet'),
      { id: 'row', kind: 'count' },
      text('column'),
      text('code'),
      text('severity'),
      text('message_ru'),
      text('message_en'),
    ],
    rows: issues.map((of) => [
      of.file,
      of.sheet,
      of.row,
      of.column,
      of.code,
      of.severity,
      describeIssue(of, 'ru'),
      describeIssue(of, 'en'),
    ]),
  };
}

/** In public, pupils are counted only where every work shows them: a total less the others is the hidden one. */
function summaryJson(
  tally: Tally,
  record: ReadingRecord,
  isPublic: boolean,
  { testResults }: Analysis,
): string {
  const { wrote, absent, schools } = countTally(tally);
  const isWholeShown = testResults.every((test) => test.level !== 'all' || test.wrote > 0);
  const sum = (field: 'rowsRead' | 'rowsAccepted' | 'rowsRejected' | 'warnings') =>
    record.files.reduce((total, file) => total + file[field], 0);
  const files = record.files.map((file) => ({
    file: file.file,
    layout: file.layout,
    rows_read: file.rowsRead,
    rows_accepted: file.rowsAccepted,
    rows_rejected: file.rowsRejected,
    warnings: file.warnings,
  }));
  const summary = {
    program: 'orientir',
    ...(isPublic ? {} : { files }),
    totals: {
      files: record.files.length,
      ...(isPublic
        ? {}
        : {
            rows_read: sum('rowsRead'),
            rows_accepted: sum('rowsAccepted'),
            rows_rejected: sum('rowsRejected'),
            warnings: sum('warnings'),
          }),
      assessments: tally.assessments.size,
      schools,
      ...(!isPublic || isWholeShown ? { wrote } : {}),
      ...(isPublic ? {} : { absent }),
    },
  };
  return `${JSON.stringify(summary, undefined, 2)}\n`;
}

function countTally(tally: Tally): {
  readonly wrote: number;
  readonly absent: number;
  readonly schools: number;
} {
  let wrote = 0;
  let absent = 0;
  const schools = new Set<string>();
  for (const { groups } of tally.assessments.values()) {
    for (const { unit, counts } of groups.values()) {
      wrote += counts.wrote;
      absent += counts.absent;
      if (unit.school !== undefined) schools.add(unit.school);
    }
  }
  return { wrote, absent, schools: schools.size };
}

/** Tables of differences and of classes, for inside only: the disclosure check does not know them. */
const WITHHELD: ReadonlySet<string> = new Set(['comparisons', 'groups', 'dif', 'readiness']);

/** Schools whose settlement and type are the same, as far as the list of schools says. */
function similarConditions(registry: SchoolRegistry): ReadonlyMap<string, string> {
  return new Map(
    registry.schools.flatMap(({ id, settlement, type }) =>
      settlement === undefined || type === undefined ? [] : [[id, JSON.stringify([settlement, type])]],
    ),
  );
}

function schoolNames(registry: SchoolRegistry): ReadonlyMap<string, string> {
  return new Map(registry.schools.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name]])));
}

function isSynthetic(analysis: Analysis, record: InputsRead): boolean {
  return (
    record.schools.schools.some(({ region }) => region?.includes('вымышленные данные')) ||
    analysis.testResults.some(({ unit }) => unit.includes('вымышленные данные'))
  );
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
  const rejected = record.files.reduce((sum, file) => sum + file.rowsRejected, 0);
  const refused = refusedFiles(record);
  const wanted = (name: string) => !options.isPublic && (options.tables?.includes(name) ?? true);
  const issuesFile = wanted('issues') ? at('issues.csv') : undefined;
  if (rejected + refused === 0) voice.say(texts.allAccepted);
  else {
    voice.say(texts.refused(rejected, refused, issuesFile));
    sayIssues(record.issues, voice, texts, options.language, issuesFile);
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
  const errors = issues.filter(({ severity }) => severity === 'error');
  for (const of of errors.slice(0, SHOWN_ISSUES)) {
    const place = texts.place(of.row, of.column, of.sheet);
    voice.say(`  ${of.file}${place === '' ? '' : `, ${place}`}: ${describeIssue(of, language)}`);
  }
  if (errors.length > SHOWN_ISSUES) voice.say(texts.more(errors.length - SHOWN_ISSUES, file));
}
