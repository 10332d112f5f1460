/**
 * The line of `orientir match`, checked.
 *
 * @module
 */
import type { FloorAsked } from '@orientir/core/support';
import { PRIORITY_GROUPS } from '@orientir/core/support';
import type { Problem } from '../typed-words.js';
import { languageProblem, typedWords } from '../typed-words.js';

export interface PlanArguments {
  readonly kind: 'plan';
  readonly teachers: string;
  readonly offers: string;
  readonly deficits?: string;
  /** Tallies, tables of results and folders with them; together they are one body of results. */
  readonly results: readonly string[];
  readonly locks?: string;
  readonly keep?: string;
  readonly courses?: string;
  /** A file with offers to try out. */
  readonly addOffers?: string;
  /** More places to try out, by offer. */
  readonly addPlaces: ReadonlyMap<string, number>;
  readonly floors: readonly FloorAsked[];
  /** Pairs to explain. */
  readonly why: readonly { readonly teacher: string; readonly offer: string }[];
  readonly out: string;
  readonly force: boolean;
}

export type MatchArguments =
  | PlanArguments
  | { readonly kind: 'problem'; readonly file: string }
  | { readonly kind: 'missing-teachers' | 'missing-offers' | 'problem-alone' }
  | { readonly kind: 'extra-word'; readonly found: string }
  | { readonly kind: 'wrong'; readonly problem: Problem };

const OPTIONS = {
  teachers: { type: 'string' },
  offers: { type: 'string' },
  deficits: { type: 'string' },
  results: { type: 'string', multiple: true },
  locks: { type: 'string' },
  keep: { type: 'string' },
  courses: { type: 'string' },
  'add-offers': { type: 'string' },
  'add-places': { type: 'string', multiple: true },
  floor: { type: 'string', multiple: true },
  why: { type: 'string', multiple: true },
  problem: { type: 'string' },
  out: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

/** Reads the words after `orientir match`. Never throws. */
export function parseMatchArguments(words: readonly string[]): MatchArguments {
  const parsed = typedWords(words, OPTIONS);
  if ('kind' in parsed) return { kind: 'wrong', problem: parsed };
  const { values, positionals } = parsed;
  const wrong = (option: string, found: string, allowed: string): MatchArguments => ({
    kind: 'wrong',
    problem: { kind: 'wrong-value', option, found, allowed },
  });
  const { lang = 'ru', problem, teachers, offers, out } = values;
  const [, extra] = positionals;
  if (extra !== undefined) return { kind: 'extra-word', found: extra };
  const wrongLanguage = languageProblem(lang);
  if (wrongLanguage !== undefined) return { kind: 'wrong', problem: wrongLanguage };
  if (problem !== undefined) {
    const others = Object.keys(values).filter((name) => name !== 'problem' && name !== 'lang');
    return others.length > 0 ? { kind: 'problem-alone' } : { kind: 'problem', file: problem };
  }
  if (teachers === undefined) return { kind: 'missing-teachers' };
  if (offers === undefined) return { kind: 'missing-offers' };
  if (out === undefined) return { kind: 'wrong', problem: { kind: 'missing', what: 'out' } };
  const floors: FloorAsked[] = [];
  for (const text of values.floor ?? []) {
    const [name = '', share = ''] = cut(text);
    const group = FLOOR_GROUPS.find((each) => each === name);
    const value = /^(?:0(?:[.,]\d+)?|1(?:[.,]0+)?)$/.test(share)
      ? Number(share.replace(',', '.'))
      : Number.NaN;
    if (group === undefined || Number.isNaN(value))
      return wrong('--floor', text, FLOOR_GROUPS.map((each) => `${each}=0.5`).join(', '));
    floors.push({ group, share: value });
  }
  const addPlaces = new Map<string, number>();
  for (const text of values['add-places'] ?? []) {
    const [offer = '', count = ''] = cut(text);
    if (offer === '' || !/^[1-9]\d{0,5}$/.test(count)) return wrong('--add-places', text, 'o1=5');
    addPlaces.set(offer, (addPlaces.get(offer) ?? 0) + Number(count));
  }
  const why: { teacher: string; offer: string }[] = [];
  for (const text of values.why ?? []) {
    const [teacher = '', offer = ''] = cut(text);
    if (teacher === '' || offer === '') return wrong('--why', text, 't1=o1');
    why.push({ teacher, offer });
  }
  const { deficits, locks, keep, courses, 'add-offers': addOffers } = values;
  return {
    kind: 'plan',
    teachers,
    offers,
    ...(deficits === undefined ? {} : { deficits }),
    results: values.results ?? [],
    ...(locks === undefined ? {} : { locks }),
    ...(keep === undefined ? {} : { keep }),
    ...(courses === undefined ? {} : { courses }),
    ...(addOffers === undefined ? {} : { addOffers }),
    addPlaces,
    floors,
    why,
    out,
    force: values.force === true,
  };
}

const FLOOR_GROUPS = [...PRIORITY_GROUPS, 'school'] as const;

/** Around the last `=`: ids may hold some. */
function cut(text: string): readonly [string, string] {
  const at = text.lastIndexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
