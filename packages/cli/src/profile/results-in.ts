/**
 * What an analysis folder says of schools: `tally.json`, `risk.csv` and `context.csv`, as far as they are there.
 *
 * @module
 */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FullAnalysis } from '@orientir/core/analysis';
import { analyseFully } from '@orientir/core/analysis';
import { assessmentTitles, maxTotal } from '@orientir/core/assessment';
import type { Figure, Issue, Language } from '@orientir/core/foundation';
import { issue, known, missing } from '@orientir/core/foundation';
import type { OwnTest, SchoolMarkers } from '@orientir/core/objectivity';
import { officialBySchool } from '@orientir/core/objectivity';
import type { RiskFact } from '@orientir/core/school-profile';
import type { Tally } from '@orientir/core/tally';
import { parseTally } from '@orientir/core/tally';
import { FileError } from '@orientir/formats';
import { readCsv } from '@orientir/formats/csv';
import type { PossibleMarker, ProfiledWork } from '@orientir/formats/profile';

/** Facts by id of the school. */
export interface ResultsRead {
  /** Absent when the folder has no usable tally. */
  readonly tally?: Tally;
  readonly works: ReadonlyMap<string, readonly ProfiledWork[]>;
  readonly risks: ReadonlyMap<string, readonly RiskFact[]>;
  /** Whether the conditions are hard, by `context.csv`; absent when there is none. */
  readonly hard?: ReadonlyMap<string, boolean>;
  /** Absent when objectivity could not be looked at. */
  readonly markers?: ReadonlyMap<string, readonly PossibleMarker[]>;
  /** Of the official method; only schools with a work that it looks at. */
  readonly official: ReadonlyMap<string, SchoolMarkers>;
  readonly issues: readonly Issue[];
}

export const NO_RESULTS: ResultsRead = {
  works: new Map(),
  risks: new Map(),
  official: new Map(),
  issues: [],
};

/** Reads an analysis folder. What is damaged in it is an issue, the rest counts. */
export async function resultsIn(folder: string, language: Language): Promise<ResultsRead> {
  const issues: Issue[] = [];
  const at = (name: string) => `${basename(folder)}/${name}`;
  const tally = await tallyIn(join(folder, 'tally.json'), at('tally.json'), issues);
  const risk = await tableIn(
    join(folder, 'risk.csv'),
    at('risk.csv'),
    ['school', 'ruleset', 'class'],
    issues,
  );
  const context = await tableIn(
    join(folder, 'context.csv'),
    at('context.csv'),
    ['school', 'quadrant'],
    issues,
  );
  const analysis = tally === undefined ? undefined : analyseFully(tally);
  return {
    ...(tally === undefined ? {} : { tally }),
    works: analysis === undefined ? new Map() : worksOf(analysis, language),
    risks: risksOf(risk ?? [], at('risk.csv'), issues),
    ...(context === undefined ? {} : { hard: hardOf(context) }),
    ...(analysis === undefined ? {} : { markers: markersOf(analysis, language) }),
    official: officialBySchool(analysis?.objectivity().official ?? []),
    issues,
  };
}

async function tallyIn(path: string, name: string, issues: Issue[]): Promise<Tally | undefined> {
  const bytes = await bytesOf(path);
  if (bytes === undefined) return undefined;
  const parsed = parseTally(new TextDecoder().decode(bytes));
  if (parsed.kind === 'tally') return parsed.tally;
  const { code, parameters } = parsed;
  issues.push(
    code === 'tally-version'
      ? issue(code, 'error', { file: name }, parameters)
      : issue(code, 'error', { file: name }, parameters),
  );
  return undefined;
}

interface CsvRow {
  readonly row: number;
  of(column: string): string;
}

/** Rows of a table of ours; absent when there is none, or when it is none of ours. */
async function tableIn(
  path: string,
  name: string,
  needed: readonly string[],
  issues: Issue[],
): Promise<readonly CsvRow[] | undefined> {
  const bytes = await bytesOf(path);
  if (bytes === undefined) return undefined;
  try {
    const [head = [], ...rows] = readCsv(bytes).rows;
    const places = new Map(head.map((cell, at) => [String(cell), at]));
    if (needed.every((column) => places.has(column))) {
      return rows.map((cells, r) => ({
        row: r + 2,
        of: (column) => String(cells[places.get(column) ?? -1] ?? ''),
      }));
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
  issues.push(issue('file-not-recognised', 'error', { file: name }, {}));
  return undefined;
}

async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch(() => undefined);
}

const CLASSES: readonly RiskFact['class'][] = ['low', 'not-low', 'undetermined', 'too-few'];

function risksOf(
  rows: readonly CsvRow[],
  file: string,
  issues: Issue[],
): ReadonlyMap<string, readonly RiskFact[]> {
  const risks = new Map<string, RiskFact[]>();
  for (const { row, of } of rows) {
    const found = of('class');
    const riskClass = CLASSES.find((each) => each === found);
    if (riskClass === undefined) {
      const parameters = { column: 'class', found, allowed: CLASSES.join(', ') };
      issues.push(issue('profile-word-unknown', 'error', { file, row }, parameters));
      continue;
    }
    const listed = of('listed');
    // Empty where the rule depends on marks that are not certain.
    const fact = {
      ruleset: of('ruleset'),
      class: riskClass,
      ...(listed === '' ? {} : { listed: listed === 'yes' }),
    };
    push(risks, of('school'), fact);
  }
  return risks;
}

function hardOf(rows: readonly CsvRow[]): ReadonlyMap<string, boolean> {
  return new Map(
    rows.flatMap(({ of }): readonly (readonly [string, boolean])[] => {
      const quadrant = of('quadrant');
      return quadrant === '' ? [] : [[of('school'), !quadrant.endsWith('-not-hard')]];
    }),
  );
}

function worksOf(
  { assessments, testResults }: FullAnalysis,
  language: Language,
): ReadonlyMap<string, readonly ProfiledWork[]> {
  const byId = new Map(assessments.map((assessment) => [assessment.id, assessment]));
  const titles = assessmentTitles(assessments, language);
  const works = new Map<string, ProfiledWork[]>();
  for (const { level, unit, assessment: id, wrote, markCounts, mean } of testResults) {
    const assessment = byId.get(id);
    if (level !== 'school' || assessment === undefined || wrote === 0) continue;
    push(works, unit, {
      assessment,
      wrote,
      marks: markCounts,
      title: titles.get(id) ?? id,
      solveRate: partOf(mean, maxTotal(assessment)),
    });
  }
  return works;
}

/** Mean points as a share of the points of a work without a mistake. */
function partOf(mean: Figure, max: number | undefined): Figure {
  if (mean.kind === 'missing') return mean;
  const { estimate, n, interval } = mean;
  if (max === undefined || max === 0) return missing('max-unknown', n);
  const share = (points: number) => Math.min(1, Math.max(0, points / max));
  return interval === undefined
    ? known(share(estimate), n)
    : known(share(estimate), n, { ...interval, low: share(interval.low), high: share(interval.high) });
}

function markersOf(
  { objectivity, assessments }: FullAnalysis,
  language: Language,
): ReadonlyMap<string, readonly PossibleMarker[]> {
  const titles = assessmentTitles(assessments, language);
  const markers = new Map<string, PossibleMarker[]>();
  for (const { school, assessment, test, result } of objectivity().own) {
    if (result.kind === 'not-tested' || !result.flag) continue;
    const marker: { readonly work: string; readonly test: OwnTest } = {
      work: assessment === undefined ? '' : (titles.get(assessment) ?? assessment),
      test,
    };
    push(markers, school, marker);
  }
  return markers;
}

function push<Value>(into: Map<string, Value[]>, key: string, value: Value): void {
  const there = into.get(key);
  if (there === undefined) into.set(key, [value]);
  else there.push(value);
}
