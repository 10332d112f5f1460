import { compareNatural } from '../foundation/order.js';
import type { Assessment, CodifierEntry, Item } from './assessment.js';

/** Two descriptions of one assessment that contradict each other. */
export interface Contradiction {
  readonly field: string;
  readonly one: string;
  readonly other: string;
}

/**
 * Joins two descriptions of the same assessment: what one does not say is taken from the other.
 *
 * Items keep their order where one list contains the other in order; otherwise they are ordered as people count. Test
 * scores are put together, pair by pair. Commutative. A field on which the two differ is a contradiction, never a
 * silent choice.
 */
export function joinAssessments(one: Assessment, other: Assessment): Assessment | Contradiction {
  if (one === other) return one;
  for (const field of FIELDS) {
    const wrong = differing(field, one[field], other[field]);
    if (wrong !== undefined) return wrong;
  }
  const codifier = joinCodifiers(one.codifier, other.codifier);
  if (isContradiction(codifier)) return codifier;
  const testScores = joinFields(
    'testScores',
    one.testScores,
    other.testScores,
    Object.keys(one.testScores ?? {}),
  );
  if (isContradiction(testScores)) return testScores;
  const items: Item[] = [];
  const left = new Map(one.items.map((item) => [item.id, item]));
  const right = new Map(other.items.map((item) => [item.id, item]));
  for (const id of joinedOrder([...left.keys()], [...right.keys()])) {
    const item = joinFields(id, left.get(id), right.get(id), ITEM_FIELDS);
    if (isContradiction(item)) return item;
    if (item !== undefined) items.push(item);
  }
  return {
    ...other,
    ...one,
    ...(codifier === undefined ? {} : { codifier }),
    ...(testScores === undefined ? {} : { testScores }),
    items,
  };
}

/**
 * Plans of two files may use different codes of one codifier: together they have all of them, in natural order unless both lists
 * are the same. Of one code they must not say different things.
 */
function joinCodifiers(
  one: Codifier | undefined,
  other: Codifier | undefined,
): Codifier | Contradiction | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  if (JSON.stringify(one) === JSON.stringify(other)) return one;
  const joined = new Map<string, CodifierEntry>();
  for (const entry of [...one, ...other]) {
    const key = `${entry.code}|${entry.kind ?? ''}`;
    const both = joinFields(`codifier ${entry.code}`, joined.get(key), entry, ['name', 'grade', 'earlier']);
    if (isContradiction(both)) return both;
    if (both !== undefined) joined.set(key, both);
  }
  return [...joined].sort(([left], [right]) => compareNatural(left, right)).map(([, entry]) => entry);
}

type Codifier = readonly CodifierEntry[];

/** Tells a contradiction from a joined description. */
export function isContradiction(value: object | undefined): value is Contradiction {
  return value !== undefined && 'one' in value && 'other' in value;
}

const FIELDS = [
  'id',
  'programme',
  'subject',
  'grade',
  'schoolYear',
  'pointStep',
  'markScale',
  'markConditions',
  'scaleOrigin',
  'sameItemsAs',
] as const;

const ITEM_FIELDS = [
  'maxPoints',
  'level',
  'section',
  'skill',
  'codes',
  'tags',
  'skills',
  'plannedResult',
  'options',
  'key',
] as const;

/** Both together, where none of the fields differs; `of` says what has them. */
function joinFields<Of extends object>(
  of: string,
  one: Of | undefined,
  other: Of | undefined,
  fields: readonly (keyof Of & string)[],
): Of | Contradiction | undefined {
  if (one === undefined) return other;
  if (other === undefined) return one;
  for (const field of fields) {
    const wrong = differing(`${of}.${field}`, one[field], other[field]);
    if (wrong !== undefined) return wrong;
  }
  return { ...other, ...one };
}

function differing<Value>(
  field: string,
  one: Value | undefined,
  other: Value | undefined,
): Contradiction | undefined {
  if (one === undefined || other === undefined) return undefined;
  const shown = (value: Value) => (typeof value === 'string' ? value : JSON.stringify(value));
  const left = shown(one);
  const right = shown(other);
  return left === right ? undefined : { field, one: left, other: right };
}

function joinedOrder(one: readonly string[], other: readonly string[]): readonly string[] {
  if (containsInOrder(one, other)) return one;
  if (containsInOrder(other, one)) return other;
  return [...new Set([...one, ...other])].sort(compareNatural);
}

function containsInOrder(whole: readonly string[], part: readonly string[]): boolean {
  let next = 0;
  for (const id of whole) if (id === part[next]) next++;
  return next === part.length;
}
