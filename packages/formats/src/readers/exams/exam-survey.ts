/**
 * What all protocols together say, before their pupils are counted: how many answers each exam has, the maxima that the
 * masks name, and which result counts where a pupil has several.
 *
 * @module
 */
import { compareText } from '@orientir/core/foundation';
import type { LongAnswer } from './answer-mask.js';
import type { ExamResult, ExamWork } from './exam-result.js';
import { SeenScores } from './score-table.js';
import type { ShortMaximum } from './short-maxima.js';
import { maskOf, shortMaxima } from './short-maxima.js';

/** Where a result stands. */
export interface ResultPlace {
  /** Number of the file, in the order in which files are read. */
  readonly file: number;
  readonly sheet: number;
  /** As people count. */
  readonly row: number;
}

/** What becomes of a result that does not simply count. */
export type Fate =
  | { readonly kind: 'replaced'; readonly by: 'appeal' | 'retake'; readonly at: ResultPlace }
  | { readonly kind: 'duplicate'; readonly at: ResultPlace }
  /** An appeal without items changed its total and mark. */
  | { readonly kind: 'appealed'; readonly total: number | undefined; readonly mark: number }
  /** This row is such an appeal; `to` is the result. */
  | { readonly kind: 'applied'; readonly to: ResultPlace }
  | { readonly kind: 'unmatched'; readonly fitting: number };

/** Answers of an exam, as most pupils have them. */
export interface ExamShape {
  readonly short: number;
  /** Maxima of the long answers. */
  readonly long: readonly number[];
  /** Of the short answers; absent = unknown. */
  readonly maxima: readonly (ShortMaximum | undefined)[];
  /** Primary and test scores of all rows that have both. */
  readonly scores: SeenScores;
}

export interface SurveyedExams {
  readonly shapes: ReadonlyMap<string, ExamShape>;
  fate(place: ResultPlace): Fate | undefined;
}

/** Two results of one exam of one year have the same key. */
export function workKey({ programme, year, subject }: ExamWork): string {
  return `${programme}|${year}|${subject}`;
}

/** Collects results file by file; {@link settle} says what they come to. Of each result some hundred bytes are kept. */
export class ExamSurvey {
  readonly #works = new Map<string, Entry[]>();
  #file: [string, Entry][] = [];

  add(result: ExamResult, place: ResultPlace): void {
    const { date, isAppeal, pupil, hasCode, name, short, long, total, score, mark } = result;
    const hasItems = short.length + long.length > 0;
    this.#file.push([
      workKey(result.work),
      {
        place,
        date,
        isAppeal,
        pupil,
        hasCode,
        name,
        total,
        score,
        mark,
        answers: short.length,
        shape: hasItems ? `${short.length}|${long.map(({ max }) => max).join(',')}` : '',
        mask: maskOf(short),
        points: total === undefined ? undefined : total - pointsOf(long),
      },
    ]);
  }

  /** The file was read to its end: its results count. */
  keep(): void {
    for (const [key, entry] of this.#file) {
      const entries = this.#works.get(key);
      if (entries === undefined) this.#works.set(key, [entry]);
      else entries.push(entry);
    }
    this.#file = [];
  }

  /** The file will be refused. */
  drop(): void {
    this.#file = [];
  }

  settle(): SurveyedExams {
    const shapes = new Map<string, ExamShape>();
    const fates = new Map<string, Fate>();
    for (const [key, entries] of this.#works) {
      const shape = { ...commonShape(entries), scores: seenScores(entries) };
      shapes.set(key, shape);
      settleWork(
        entries.filter((entry) => entry.shape === '' || fitsShape(shape, entry)),
        fates,
      );
    }
    this.#works.clear();
    return { shapes, fate: (place) => fates.get(placeKey(place)) };
  }
}

interface Entry {
  readonly place: ResultPlace;
  readonly date: string;
  readonly isAppeal: boolean;
  readonly pupil: string;
  readonly hasCode: boolean;
  readonly name: string | undefined;
  readonly total: number | undefined;
  readonly score: number | undefined;
  readonly mark: number;
  readonly answers: number;
  /** Number of short answers and maxima of long ones; empty without any. */
  readonly shape: string;
  readonly mask: string;
  /** Of the short answers, as the total says. */
  readonly points: number | undefined;
}

function placeKey({ file, sheet, row }: ResultPlace): string {
  return `${file}|${sheet}|${row}`;
}

/** The shape that most results have; of equally many the longer one. */
function commonShape(entries: readonly Entry[]): Omit<ExamShape, 'scores'> {
  const counts = new Map<string, number>();
  for (const { shape } of entries) if (shape !== '') counts.set(shape, (counts.get(shape) ?? 0) + 1);
  // Pupils who left out the second part may have no long answers at all: they do not decide whether there are any.
  const withLong = [...counts.keys()].filter((shape) => !shape.endsWith('|'));
  const deciding = withLong.length > 0 ? withLong : [...counts.keys()];
  const [common = '0|'] = deciding.sort(
    (one, other) =>
      (counts.get(other) ?? 0) - (counts.get(one) ?? 0) ||
      other.length - one.length ||
      compareText(one, other),
  );
  const [answers = '0', maxima = ''] = common.split('|');
  const short = Number(answers);
  return {
    short,
    long: maxima === '' ? [] : maxima.split(',').map(Number),
    maxima: shortMaxima(
      entries.filter((entry) => entry.answers === short),
      short,
    ),
  };
}

function pointsOf(long: readonly LongAnswer[]): number {
  return long.reduce((sum, { points }) => sum + Math.max(0, points), 0);
}

/** Rows that a later result replaced say as much about the table as others. */
function seenScores(entries: readonly Entry[]): SeenScores {
  const seen = new SeenScores();
  for (const { total, score } of entries) {
    if (total !== undefined && score !== undefined) seen.add(total, score);
  }
  return seen;
}

function fitsShape(shape: ExamShape, { answers, shape: own }: Entry): boolean {
  const maxima = own.slice(own.indexOf('|') + 1);
  return (answers === shape.short || answers === 0) && (maxima === '' || maxima === shape.long.join(','));
}

function settleWork(entries: readonly Entry[], fates: Map<string, Fate>): void {
  const corrections = entries.filter(({ isAppeal, shape }) => isAppeal && shape === '');
  const results = entries.filter((entry) => !corrections.includes(entry));
  const byName = new Map<string, Entry[]>();
  for (const entry of results) {
    if (entry.name === undefined) continue;
    const namesakes = byName.get(entry.name);
    if (namesakes === undefined) byName.set(entry.name, [entry]);
    else namesakes.push(entry);
  }
  const byPupil = new Map<string, Entry[]>();
  for (const entry of results) {
    const pupil = pupilOf(entry, byName);
    const same = byPupil.get(pupil);
    if (same === undefined) byPupil.set(pupil, [entry]);
    else same.push(entry);
  }
  for (const same of byPupil.values()) if (same.length > 1) settlePupil(same, fates);
  for (const entry of corrections) {
    const fitting = (
      entry.hasCode ? (byPupil.get(entry.pupil) ?? []) : (byName.get(entry.name ?? '') ?? [])
    ).filter(
      (result) => result.date === entry.date && fates.get(placeKey(result.place))?.kind !== 'duplicate',
    );
    const [only] = fitting;
    if (only === undefined || fitting.length > 1) {
      fates.set(placeKey(entry.place), { kind: 'unmatched', fitting: fitting.length });
      continue;
    }
    fates.set(placeKey(entry.place), { kind: 'applied', to: only.place });
    if (fates.get(placeKey(only.place))?.kind === 'replaced') continue;
    fates.set(placeKey(only.place), { kind: 'appealed', total: entry.total, mark: entry.mark });
  }
}

/** A list without codes means the one pupil of that name who has a code elsewhere. */
function pupilOf(entry: Entry, byName: ReadonlyMap<string, readonly Entry[]>): string {
  if (entry.hasCode || entry.name === undefined) return entry.pupil;
  const codes = new Set(
    (byName.get(entry.name) ?? []).filter(({ hasCode }) => hasCode).map(({ pupil }) => pupil),
  );
  const [only] = codes;
  return only === undefined || codes.size > 1 ? entry.pupil : only;
}

/** The last day counts, an appeal before the result that it is about; of two equal ones the first row. */
function settlePupil(results: readonly Entry[], fates: Map<string, Fate>): void {
  const order = (one: Entry, other: Entry) =>
    compareText(one.date, other.date) || Number(one.isAppeal) - Number(other.isAppeal);
  const [first] = results;
  if (first === undefined) return;
  const winner = results.reduce((best, each) => (order(each, best) > 0 ? each : best), first);
  for (const entry of results) {
    if (entry === winner) continue;
    const equal = results.find((other) => order(entry, other) === 0);
    const fate: Fate =
      equal !== undefined && equal !== entry
        ? { kind: 'duplicate', at: equal.place }
        : {
            kind: 'replaced',
            by: winner.isAppeal && winner.date === entry.date ? 'appeal' : 'retake',
            at: winner.place,
          };
    fates.set(placeKey(entry.place), fate);
  }
}
