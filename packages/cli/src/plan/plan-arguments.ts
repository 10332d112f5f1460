/**
 * The words after `orientir plan` and `orientir deadline`, checked.
 *
 * @module
 */
import { parseSchoolYear } from '@orientir/core/calendar';
import type { Language } from '@orientir/core/foundation';
import { isoDateOf } from '@orientir/formats/plans';
import type { Typed } from '../typed-words.js';
import { typedWords } from '../typed-words.js';

interface Common {
  readonly command: 'plan';
  readonly language: Language;
  readonly json: boolean;
  readonly force: boolean;
}

/** What was asked for. Paths are as typed. */
export type PlanArguments = Common &
  (
    | {
        readonly verb: 'import';
        readonly file: string;
        readonly out: string;
        readonly base?: string;
        readonly schoolYear?: string;
        readonly calendar?: string;
      }
    | {
        readonly verb: 'validate';
        readonly file: string;
        readonly stage: 'draft' | 'approval';
        readonly from?: string;
      }
    | {
        readonly verb: 'lint';
        readonly file: string;
        readonly schoolYear?: string;
        readonly calendar?: string;
      }
    | { readonly verb: 'diff'; readonly files: readonly [string, string] }
    | { readonly verb: 'history'; readonly files: readonly string[]; readonly measure?: string }
    | { readonly verb: 'release'; readonly file: string; readonly out: string }
    | { readonly verb: 'match'; readonly file: string; readonly release?: string }
    | {
        readonly verb: 'export';
        readonly file: string;
        readonly out: string;
        readonly calendar?: string;
      }
    | ({ readonly verb: 'draft'; readonly out: string } & DraftSource)
    | { readonly verb: 'recommendations'; readonly file?: string; readonly draft?: DraftSource }
    | { readonly verb: 'coverage'; readonly file: string; readonly from: string }
    | { readonly verb: 'record'; readonly file: string; readonly what: RecordWhat }
    | {
        readonly verb: 'status';
        readonly input: string;
        readonly asOf: string;
        readonly calendar?: string;
      }
    | { readonly verb: 'sheet'; readonly input: string; readonly out: string }
    | {
        readonly verb: 'template';
        readonly name?: string;
        readonly out?: string;
        readonly schoolYear?: string;
      }
    | { readonly verb: 'schema'; readonly out?: string }
  );

/** What a draft is made from. */
export interface DraftSource {
  readonly from: string;
  readonly unit?: { readonly level: 'school' | 'municipality' | 'region'; readonly unit: string };
  readonly schools?: string;
  readonly schoolYear?: string;
  readonly calendar?: string;
  /** A folder of `orientir match`. */
  readonly support?: string;
}

/** What is to be recorded. */
export type RecordWhat =
  | {
      readonly kind: 'event';
      readonly event: string;
      readonly date: string;
      readonly by?: string;
      readonly role?: string;
      readonly consultant?: string;
      readonly due?: string;
      readonly reason?: string;
    }
  | {
      readonly kind: 'measure';
      readonly measure: string;
      readonly status: string;
      readonly date: string;
      readonly by?: string;
      readonly note?: string;
      readonly evidence: readonly string[];
    }
  | { readonly kind: 'values'; readonly from: string; readonly date: string; readonly checkpoint?: string }
  | {
      readonly kind: 'activity';
      readonly activity: string;
      readonly date: string;
      readonly schools: readonly string[];
      readonly title?: string;
      readonly form?: string;
      readonly mode?: string;
      readonly measure?: string;
    }
  | { readonly kind: 'sheet'; readonly sheet: string };

export interface DeadlineArguments {
  readonly command: 'deadline';
  readonly text: string;
  readonly schoolYear: string;
  readonly calendar?: string;
  readonly json: boolean;
  readonly language: Language;
}

/** What is wrong with such a line. */
export type PlanProblem =
  | { readonly kind: 'unknown-verb'; readonly found: string }
  | { readonly kind: 'unknown-option'; readonly found: string }
  | { readonly kind: 'no-value'; readonly option: string }
  | { readonly kind: 'missing'; readonly what: string }
  | {
      readonly kind: 'wrong-value';
      readonly option: string;
      readonly found: string;
      readonly allowed: string;
    };

export const PLAN_VERBS = [
  'import',
  'validate',
  'lint',
  'diff',
  'history',
  'release',
  'match',
  'export',
  'draft',
  'recommendations',
  'coverage',
  'record',
  'status',
  'sheet',
  'template',
  'schema',
] as const;

const text = { type: 'string' } as const;
const OPTIONS = {
  out: { type: 'string', short: 'o' },
  base: text,
  from: text,
  school: text,
  municipality: text,
  region: text,
  schools: text,
  'school-year': text,
  support: text,
  calendar: text,
  stage: text,
  event: text,
  by: text,
  date: text,
  role: text,
  consultant: text,
  due: text,
  reason: text,
  measure: text,
  status: text,
  evidence: { type: 'string', multiple: true },
  note: text,
  checkpoint: text,
  sheet: text,
  activity: text,
  form: text,
  mode: text,
  'as-of': text,
  json: { type: 'boolean' },
  force: { type: 'boolean' },
  lang: text,
} as const;

type Values = Typed<typeof OPTIONS>['values'];

type Checked<Of> = Of | PlanProblem;

/** Reads `plan …` or `deadline …`. Never throws. */
export function parsePlanArguments(
  words: readonly string[],
  language: Language,
): Checked<PlanArguments | DeadlineArguments> {
  const parsed = typedWords(words, OPTIONS);
  if ('kind' in parsed) return parsed;
  const { values, positionals } = parsed;
  const [command, ...rest] = positionals;
  const schoolYear = values['school-year'] === undefined ? undefined : parseSchoolYear(values['school-year']);
  if (values['school-year'] !== undefined && schoolYear === undefined)
    return {
      kind: 'wrong-value',
      option: '--school-year',
      found: values['school-year'],
      allowed: '2025/2026',
    };
  for (const option of ['date', 'due', 'as-of'] as const) {
    const found = values[option];
    if (found !== undefined && isoDateOf(found) === undefined)
      return { kind: 'wrong-value', option: `--${option}`, found, allowed: '2025-09-15, 15.09.2025' };
  }
  if (command === 'deadline') {
    const [phrase] = rest;
    if (phrase === undefined) return { kind: 'missing', what: 'deadline' };
    if (schoolYear === undefined) return { kind: 'missing', what: '--school-year' };
    const { calendar } = values;
    return {
      command,
      text: phrase,
      schoolYear,
      json: values.json === true,
      language,
      ...optional({ calendar }),
    };
  }
  return parseVerb(rest, values, schoolYear, {
    command: 'plan',
    language,
    json: values.json === true,
    force: values.force === true,
  });
}

function parseVerb(
  [verb, ...files]: readonly string[],
  values: Values,
  schoolYear: string | undefined,
  common: Common,
): Checked<PlanArguments> {
  const known = PLAN_VERBS.find((each) => each === verb);
  if (known === undefined) return { kind: 'unknown-verb', found: verb ?? '' };
  const missing = (what: string): PlanProblem => ({ kind: 'missing', what });
  const [file] = files;
  const { out, from, calendar } = values;
  const year = schoolYear === undefined ? {} : { schoolYear };
  switch (known) {
    case 'import':
      if (file === undefined) return missing('file');
      if (out === undefined) return missing('--out');
      return { ...common, verb: known, file, out, ...optional({ base: values.base, calendar }), ...year };
    case 'validate': {
      if (file === undefined) return missing('file');
      const { stage = 'draft' } = values;
      if (stage !== 'draft' && stage !== 'approval')
        return { kind: 'wrong-value', option: '--stage', found: stage, allowed: 'draft, approval' };
      return { ...common, verb: known, file, stage, ...optional({ from }) };
    }
    case 'lint':
      if (file === undefined) return missing('file');
      return { ...common, verb: known, file, ...optional({ calendar }), ...year };
    case 'diff': {
      const [one, other] = files;
      if (one === undefined || other === undefined) return missing('two-files');
      return { ...common, verb: known, files: [one, other] };
    }
    case 'history':
      if (files.length < 2) return missing('versions');
      return { ...common, verb: known, files, ...optional({ measure: values.measure }) };
    case 'release':
      if (file === undefined) return missing('file');
      if (out === undefined) return missing('--out');
      return { ...common, verb: known, file, out };
    case 'match':
      if (file === undefined) return missing('file');
      return { ...common, verb: known, file, ...optional({ release: files[1] }) };
    case 'export':
      if (file === undefined) return missing('file');
      if (out === undefined) return missing('--out');
      return { ...common, verb: known, file, out, ...optional({ calendar }) };
    case 'draft':
      if (from === undefined) return missing('--from');
      return { ...common, verb: known, out: out ?? 'plan.json', ...draftSource(from, values, year) };
    case 'recommendations':
      if (file !== undefined) return { ...common, verb: known, file };
      if (from === undefined) return missing('file-or-from');
      return { ...common, verb: known, draft: draftSource(from, values, year) };
    case 'coverage':
      if (file === undefined) return missing('file');
      if (from === undefined) return missing('--from');
      return { ...common, verb: known, file, from };
    case 'record': {
      if (file === undefined) return missing('file');
      const what = recordWhat(values);
      return 'what' in what || 'found' in what || 'option' in what
        ? what
        : { ...common, verb: known, file, what };
    }
    case 'status': {
      if (file === undefined) return missing('file');
      const asOf = values['as-of'] === undefined ? undefined : isoDateOf(values['as-of']);
      return asOf === undefined
        ? missing('--as-of')
        : { ...common, verb: known, input: file, asOf, ...optional({ calendar }) };
    }
    case 'sheet':
      if (file === undefined) return missing('file');
      if (out === undefined) return missing('--out');
      return { ...common, verb: known, input: file, out };
    case 'template':
      return { ...common, verb: known, ...optional({ name: file, out }), ...year };
    case 'schema':
      return { ...common, verb: known, ...optional({ out }) };
  }
}

function draftSource(from: string, values: Values, year: { readonly schoolYear?: string }): DraftSource {
  const { schools, calendar, support } = values;
  const [unit] = (['school', 'municipality', 'region'] as const).flatMap((level) => {
    const found = values[level];
    return found === undefined ? [] : [{ level, unit: found }];
  });
  return {
    from,
    ...(unit === undefined ? {} : { unit }),
    ...optional({ schools, calendar, support }),
    ...year,
  };
}

function recordWhat(values: Values): Checked<RecordWhat> {
  const { sheet, event, measure, from, by } = values;
  if (sheet !== undefined) return { kind: 'sheet', sheet };
  const date = values.date === undefined ? undefined : isoDateOf(values.date);
  if (date === undefined) return { kind: 'missing', what: '--date' };
  if (from !== undefined)
    return { kind: 'values', from, date, ...optional({ checkpoint: values.checkpoint }) };
  if (values.activity !== undefined) {
    for (const [option, allowed] of [
      ['form', ['individual', 'group']],
      ['mode', ['onSite', 'video']],
    ] as const) {
      const found = values[option];
      if (found !== undefined && !allowed.some((each) => each === found))
        return { kind: 'wrong-value', option: `--${option}`, found, allowed: allowed.join(', ') };
    }
    return {
      kind: 'activity',
      activity: values.activity,
      date,
      schools: (values.schools ?? values.school ?? '')
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== ''),
      ...optional({ title: values.note, form: values.form, mode: values.mode, measure }),
    };
  }
  if (measure !== undefined) {
    return {
      kind: 'measure',
      measure,
      status: values.status ?? event ?? 'done',
      date,
      evidence: values.evidence ?? [],
      ...optional({ by, note: values.note }),
    };
  }
  if (event === undefined) return { kind: 'missing', what: '--event' };
  const due = values.due === undefined ? undefined : isoDateOf(values.due);
  return {
    kind: 'event',
    event,
    date,
    ...optional({ by, role: values.role, consultant: values.consultant, due, reason: values.reason }),
  };
}

/** Leaves out what was not given. */
function optional<Key extends string>(
  of: Readonly<Record<Key, string | undefined>>,
): { readonly [Each in Key]?: string } {
  const given: { [Each in Key]?: string } = {};
  for (const key in of) {
    const value = of[key];
    if (value !== undefined) given[key] = value;
  }
  return given;
}
