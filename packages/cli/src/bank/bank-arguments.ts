/**
 * The line of `orientir bank`, checked.
 *
 * @module
 */
import { isLocalDate } from '@orientir/core/calendar';
import type { BankQuery } from '@orientir/core/teacher-deficits';
import { DIAGNOSTIC_BLOCKS, TARGET_GROUPS } from '@orientir/core/teacher-deficits';
import { gradesIn } from '@orientir/formats/support';
import type { Problem } from '../typed-words.js';
import { languageProblem, typedWords } from '../typed-words.js';

export interface BankArguments {
  readonly kind: 'bank';
  /** Absent = the bank begins with what is added. */
  readonly file?: string;
  readonly people?: string;
  /** Tables of deficits. */
  readonly add: readonly string[];
  readonly results: readonly string[];
  /** The day of what is added. */
  readonly date?: string;
  readonly query: BankQuery;
  readonly out?: string;
  readonly force: boolean;
}

type Parsed =
  | BankArguments
  | { readonly kind: 'nothing-asked' | 'date-missing' | 'people-missing' }
  | { readonly kind: 'wrong'; readonly problem: Problem };

const OPTIONS = {
  people: { type: 'string' },
  add: { type: 'string', multiple: true },
  results: { type: 'string', multiple: true },
  date: { type: 'string' },
  person: { type: 'string' },
  role: { type: 'string' },
  school: { type: 'string' },
  subject: { type: 'string' },
  grade: { type: 'string' },
  group: { type: 'string' },
  polarity: { type: 'string' },
  topic: { type: 'string' },
  block: { type: 'string' },
  at: { type: 'string' },
  out: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

const ROLES = ['teacher', 'head'] as const;
const POLARITIES = ['deficit', 'achievement'] as const;

/** Reads the words after `orientir bank`. Never throws. */
export function parseBankArguments(words: readonly string[]): Parsed {
  const parsed = typedWords(words, OPTIONS);
  if ('kind' in parsed) return { kind: 'wrong', problem: parsed };
  const { values, positionals } = parsed;
  const wrong = (option: string, found: string, allowed: string): Parsed => ({
    kind: 'wrong',
    problem: { kind: 'wrong-value', option, found, allowed },
  });
  const { lang = 'ru', people, add = [], results = [], date, out, at } = values;
  const wrongLanguage = languageProblem(lang);
  if (wrongLanguage !== undefined) return { kind: 'wrong', problem: wrongLanguage };
  const [, file] = positionals;
  for (const [option, value] of [
    ['--date', date],
    ['--at', at],
  ] as const)
    if (value !== undefined && !isLocalDate(value)) return wrong(option, value, '2026-11-27');
  const role = ROLES.find((each) => each === values.role);
  if (values.role !== undefined && role === undefined) return wrong('--role', values.role, ROLES.join(', '));
  const polarity = POLARITIES.find((each) => each === values.polarity);
  if (values.polarity !== undefined && polarity === undefined)
    return wrong('--polarity', values.polarity, POLARITIES.join(', '));
  const block = DIAGNOSTIC_BLOCKS.find((each) => each === values.block);
  if (values.block !== undefined && block === undefined)
    return wrong('--block', values.block, DIAGNOSTIC_BLOCKS.join(', '));
  const group = TARGET_GROUPS.find((each) => each === values.group);
  if (values.group !== undefined && group === undefined)
    return wrong('--group', values.group, TARGET_GROUPS.join(', '));
  const grades = values.grade === undefined ? undefined : gradesIn(values.grade);
  if (values.grade !== undefined && grades === undefined) return wrong('--grade', values.grade, '7, 7-8');
  const { person, school, subject, topic } = values;
  const adds = add.length + results.length > 0;
  if (file === undefined && !adds) return { kind: 'nothing-asked' };
  if (adds && date === undefined) return { kind: 'date-missing' };
  if (adds && out === undefined) return { kind: 'wrong', problem: { kind: 'missing', what: 'out' } };
  const ofPeople = [role, school, grades, group].some((each) => each !== undefined);
  if (people === undefined && ofPeople) return { kind: 'people-missing' };
  return {
    kind: 'bank',
    ...(file === undefined ? {} : { file }),
    ...(people === undefined ? {} : { people }),
    add,
    results,
    ...(date === undefined ? {} : { date }),
    query: {
      ...(person === undefined ? {} : { person }),
      ...(role === undefined ? {} : { role }),
      ...(school === undefined ? {} : { school }),
      ...(subject === undefined ? {} : { subject }),
      ...(grades === undefined ? {} : { grades }),
      ...(group === undefined ? {} : { group }),
      ...(polarity === undefined ? {} : { polarity }),
      ...(topic === undefined ? {} : { topic }),
      ...(block === undefined ? {} : { block }),
      ...(at === undefined ? {} : { at }),
    },
    ...(out === undefined ? {} : { out }),
    force: values.force === true,
  };
}
