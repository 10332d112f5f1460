import { compareNatural } from '../foundation/order.js';
import type { Assessment, Item } from './assessment.js';

/** Two descriptions of one assessment that contradict each other. */
export interface Contradiction {
  readonly field: string;
  readonly one: string;
  readonly other: string;
}

/**
 * Joins two descriptions of the same assessment: what one does not say is taken from the other.
 *
 * Items keep their order where one list contains the other in order; otherwise they are ordered as people count.
 * Commutative. A field on which the two differ is a contradiction, never a silent choice.
 */
export function joinAssessments(one: Assessment, other: Assessment): Assessment | Contradiction {
  if (one === other) return one;
  for (const field of ['id', 'programme', 'subject', 'grade', 'schoolYear', 'pointStep'] as const) {
    const left = one[field];
    const right = other[field];
    if (left !== undefined && right !== undefined && left !== right) {
      return { field, one: String(left), other: String(right) };
    }
  }
  const scales = joinValue('markScale', one.markScale, other.markScale);
  if (isContradiction(scales)) return scales;
  const items: Item[] = [];
  const left = new Map(one.items.map((item) => [item.id, item]));
  const right = new Map(other.items.map((item) => [item.id, item]));
  for (const id of joinedOrder([...left.keys()], [...right.keys()])) {
    const item = joinItems(left.get(id), right.get(id));
    if (isContradiction(item)) return item;
    if (item !== undefined) items.push(item);
  }
  return {
    ...other,
    ...one,
    items,
    ...(scales.value === undefined ? {} : { markScale: scales.value }),
  };
}

/** Tells a contradiction from a joined description. */
export function isContradiction(value: object | undefined): value is Contradiction {
  return value !== undefined && 'one' in value && 'other' in value;
}

function joinItems(one: Item | undefined, other: Item | undefined): Item | Contradiction | undefined {
  if (one === undefined) return other;
  if (other === undefined) return one;
  for (const field of ['maxPoints', 'level', 'section', 'skill', 'codes', 'tags'] as const) {
    const joined = joinValue(`${one.id}.${field}`, one[field], other[field]);
    if (isContradiction(joined)) return joined;
  }
  return { ...other, ...one };
}

function joinValue<Value>(
  field: string,
  one: Value | undefined,
  other: Value | undefined,
): { readonly value: Value | undefined } | Contradiction {
  if (one === undefined) return { value: other };
  if (other === undefined) return { value: one };
  const left = JSON.stringify(one);
  const right = JSON.stringify(other);
  return left === right ? { value: one } : { field, one: left, other: right };
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
