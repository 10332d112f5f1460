/**
 * What a schema finds wrong with a document, place by place: one implementation for all doors.
 *
 * @module
 */
import type * as z from 'zod';
import { isRecord } from '../foundation/record.js';
import type { ProblemCode, ProblemParameters, TextForm, ValueKind } from './problem-texts.js';
import { describeProblem } from './problem-texts.js';
import { DATE_PATTERN, HASH_PATTERN, SCHOOL_YEAR_PATTERN } from './text-patterns.js';

/** A place in a JSON document and what is wrong there. */
export interface Problem {
  /** Keys and places of lists (from 0) joined by dots: `measures.0.deadline.end`; {@link WHOLE_DOCUMENT} for all of it. */
  readonly path: string;
  readonly ru: string;
  readonly en: string;
}

/** The path of a problem with the document as a whole. */
export const WHOLE_DOCUMENT = '$';

/**
 * Whether a document says of itself that it must not leave a school (a pupil's route sheet does), or those who arrange
 * support for teachers (a plan of it does). Every door refuses it, whatever else it holds.
 */
export function isSchoolOnly(value: unknown): boolean {
  return confidentialityOf(value) !== undefined;
}

/** What a document says of itself; of lists inside one another, however deep, the first document that says something. */
export function confidentialityOf(value: unknown): 'school-only' | 'support-only' | undefined {
  const open: Iterator<unknown>[] = [[value].values()];
  for (let lists = open.at(-1); lists !== undefined; lists = open.at(-1)) {
    const { done = false, value: each } = lists.next();
    if (done) open.pop();
    else if (Array.isArray(each)) open.push(each.values());
    else if (isRecord(each)) {
      const { confidential } = each;
      if (confidential === 'school-only' || confidential === 'support-only') return confidential;
    }
  }
  return undefined;
}

/** Whether lists and objects stand in one another more than {@link MOST_LEVELS} deep. */
export function isTooDeep(value: unknown): boolean {
  const open: Iterator<unknown>[] = [[value].values()];
  for (let inside = open.at(-1); inside !== undefined; inside = open.at(-1)) {
    const { done = false, value: each } = inside.next();
    if (done) open.pop();
    else if (typeof each === 'object' && each !== null) {
      if (open.length > MOST_LEVELS) return true;
      open.push(Object.values(each).values());
    }
  }
  return false;
}

/** The problem with a place for any JSON that is {@link isTooDeep}: whoever goes through it would run out of stack. */
export function tooDeep(path: Path): Problem {
  return problem(path, 'nested-deep', { most: MOST_LEVELS });
}

const MOST_LEVELS = 64;

/** What a schema finds wrong with a value, in both languages. */
export function problemsOf(schema: z.ZodType, value: unknown): readonly Problem[] {
  const confidentiality = confidentialityOf(value);
  if (confidentiality !== undefined) return [problem([], confidentiality, {})];
  const issues = schema.safeParse(value, { reportInput: true }).error?.issues ?? [];
  return issues.flatMap((issue) => problemsIn(issue, []));
}

/** What a check of a schema may refuse by its own code: `params: problemParams('items-alike')`. */
export function problemParams(problem: PlainCode): { readonly problem: PlainCode } {
  return { problem };
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];
/** Codes that need no parameters. */
type PlainCode = {
  [Code in ProblemCode]: ProblemParameters[Code] extends Record<string, never> ? Code : never;
}[ProblemCode];

function problemsIn(issue: Issue, around: Path): readonly Problem[] {
  const path = [...around, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => problem([...path, key], 'field-unknown', {}));
    case 'invalid_union':
      return problemsOfUnion(issue, path);
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((each) => problemsIn(each, path));
    default:
      return [problemOf(issue, path)];
  }
}

function problemOf(
  issue: Exclude<Issue, { code: 'unrecognized_keys' | 'invalid_union' }>,
  path: Path,
): Problem {
  const { input } = issue;
  if (input === undefined && issue.code !== 'custom') return problem(path, 'missing', {});
  switch (issue.code) {
    case 'invalid_type':
      return typeProblem(path, [issue.expected], input);
    case 'invalid_value':
      return valueProblem(path, issue.values, input);
    case 'too_small':
      return sizeProblem(path, issue.origin, Number(issue.minimum), issue.inclusive ?? true, false);
    case 'too_big':
      return sizeProblem(path, issue.origin, Number(issue.maximum), issue.inclusive ?? true, true);
    case 'not_multiple_of':
      return problem(path, 'number-step', { step: Number(issue.divisor) });
    case 'invalid_format': {
      const form = FORMS.get(issue.pattern ?? '');
      return form === undefined
        ? problem(path, 'other', {})
        : problem(path, 'form-wrong', { form, found: shown(input) });
    }
    case 'custom': {
      const code: unknown = issue.params?.problem;
      return problem(path, PLAIN_CODES.find((each) => each === code) ?? 'other', {});
    }
    default:
      return problem(path, 'other', {});
  }
}

/**
 * A union refuses with the problems of each variant. Those of the nearest variant are told: not one of another kind, and
 * with the fewest problems. Where all say the same of one value, what they would take is told together.
 */
function problemsOfUnion(issue: Extract<Issue, { code: 'invalid_union' }>, path: Path): readonly Problem[] {
  const { errors } = issue;
  const input = inputAt(issue);
  if (input === undefined) return [problem(path, 'missing', {})];
  if (errors.length === 0) {
    const allowed = valuesOf(issue);
    return [allowed.length === 0 ? problem(path, 'no-variant', {}) : valueProblem(path, allowed, input)];
  }
  const own = errors.map((each) => each.find(({ path: inner }) => inner.length === 0));
  const types = own.flatMap((each) => (each?.code === 'invalid_type' ? [each.expected] : []));
  if (types.length === errors.length) return [typeProblem(path, types, input)];
  const values = own.flatMap((each) => (each?.code === 'invalid_value' ? each.values : []));
  if (values.length > 0 && own.every((each) => each?.code === 'invalid_value'))
    return [valueProblem(path, values, input)];
  const near = errors.filter((each) => !each.some(isOfAnotherKind));
  const [nearest] = [...near].sort((one, other) => one.length - other.length);
  if (nearest !== undefined) return nearest.flatMap((each) => problemsIn(each, path));
  return [otherKind(errors.flat().filter(isOfAnotherKind), path)];
}

/**
 * Variants of other kinds only: all kinds that there are. A variant that complains of a further field (the anchor of a
 * deadline) has taken the kind, so its complaint counts.
 */
function otherKind(issues: readonly Issue[], around: Path): Problem {
  const [first] = issues;
  const further = issues.find((each) => each.path.join() !== first?.path.join());
  const told = further ?? first;
  if (told === undefined) return problem(around, 'no-variant', {});
  const path = [...around, ...told.path];
  const alike = issues.filter((each) => each.path.join() === told.path.join());
  const input = inputAt(told);
  const allowed = [...new Set(alike.flatMap(valuesOf))];
  return allowed.length === 0 ? problem(path, 'no-variant', {}) : valueProblem(path, allowed, input);
}

/** Whether an issue is about the field that tells the variants of a union apart. */
function isOfAnotherKind({ code, path }: Issue): boolean {
  return (
    (code === 'invalid_value' || code === 'invalid_union') && DISCRIMINATORS.has(String(path.at(-1) ?? ''))
  );
}

const DISCRIMINATORS: ReadonlySet<string> = new Set(['kind', 'anchor', 'at']);

function valuesOf(issue: Issue): readonly z.core.util.Primitive[] {
  if (issue.code === 'invalid_value') return issue.values;
  return issue.code === 'invalid_union' && 'options' in issue ? (issue.options ?? []) : [];
}

/** The value that an issue is about: an unknown variant comes with the object around the field that names it. */
function inputAt(issue: Issue): unknown {
  const { input } = issue;
  const named = issue.code === 'invalid_union' && issue.errors.length === 0 ? issue.discriminator : undefined;
  return named !== undefined && isRecord(input) ? input[named] : input;
}

function typeProblem(path: Path, expected: readonly string[], input: unknown): Problem {
  const kinds = [...new Set(expected.flatMap((each) => EXPECTED.get(each) ?? []))];
  if (kinds.length === 0) return problem(path, 'other', {});
  return problem(path, 'wrong-type', { expected: kinds, found: kindOf(input, kinds) });
}

function valueProblem(path: Path, values: readonly z.core.util.Primitive[], input: unknown): Problem {
  if (input === undefined) return problem(path, 'missing', {});
  return problem(path, 'value-unknown', { allowed: values.map(String), found: shown(input) });
}

function sizeProblem(path: Path, origin: string, size: number, inclusive: boolean, large: boolean): Problem {
  if (origin === 'string') {
    if (large) return problem(path, 'text-long', { most: size });
    return size === 1 ? problem(path, 'text-empty', {}) : problem(path, 'text-short', { least: size });
  }
  if (origin === 'array')
    return large ? problem(path, 'list-long', { most: size }) : problem(path, 'list-short', { least: size });
  return large
    ? problem(path, 'number-large', { most: size, inclusive })
    : problem(path, 'number-small', { least: size, inclusive });
}

function kindOf(input: unknown, expected: readonly ValueKind[]): ValueKind {
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'array';
  if (typeof input === 'number') return expected.includes('int') ? 'fraction' : 'number';
  if (typeof input === 'string' || typeof input === 'boolean')
    return typeof input === 'string' ? 'string' : 'boolean';
  return 'object';
}

/** A value in short, as it stands in the document. Takes any value from outside: what is inside lists and objects is not told. */
export function shown(input: unknown): string {
  const text =
    typeof input === 'string'
      ? input
      : isRecord(input)
        ? '{…}'
        : Array.isArray(input)
          ? '[…]'
          : String(input);
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
}

function problem<Code extends ProblemCode>(
  path: Path,
  code: Code,
  parameters: ProblemParameters[Code],
): Problem {
  return {
    path: path.map(String).join('.') || WHOLE_DOCUMENT,
    ru: describeProblem(code, parameters, 'ru'),
    en: describeProblem(code, parameters, 'en'),
  };
}

const LONGEST = 40;
const FORMS: ReadonlyMap<string, TextForm> = new Map([
  [String(DATE_PATTERN), 'date'],
  [String(SCHOOL_YEAR_PATTERN), 'schoolYear'],
  [String(HASH_PATTERN), 'hash'],
]);
const EXPECTED: ReadonlyMap<string, ValueKind> = new Map<string, ValueKind>([
  ['string', 'string'],
  ['number', 'number'],
  ['int', 'int'],
  ['boolean', 'boolean'],
  ['array', 'array'],
  ['tuple', 'array'],
  ['object', 'object'],
  ['record', 'object'],
  ['null', 'null'],
]);
const PLAIN_CODES: readonly PlainCode[] = [
  'level-unknown',
  'skill-unknown',
  'borders-unordered',
  'scores-unordered',
  'key-unknown',
  'options-alike',
  'scores-crossed',
  'corridor-crossed',
  'years-apart',
  'items-alike',
  'ids-alike',
  'lengths-differ',
  'rows-unclear',
  'index-unknown',
  'pair-twice',
  'conditions-large',
];
