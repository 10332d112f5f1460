import type { JsonValue } from './json-value.js';
import { compareText } from './order.js';

/**
 * The one text of a JSON value: keys in the order of their UTF-16 code units, no white space, numbers as ECMAScript
 * writes them. Undefined fields are left out. Source: RFC 8785 (JSON Canonicalization Scheme); where that refuses halves
 * of surrogate pairs they are written as escapes here.
 *
 * @throws {RangeError} for numbers that JSON does not have.
 */
export function canonicalJson(value: JsonValue): string {
  switch (typeof value) {
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError('canonicalJson requires finite numbers');
      return JSON.stringify(value);
    case 'string':
      return JSON.stringify(value);
    case 'boolean':
      return String(value);
    default:
      if (value === null) return 'null';
      return isList(value)
        ? `[${value.map(canonicalJson).join(',')}]`
        : `{${Object.entries(value)
            .filter(([, of]) => of !== undefined)
            .sort(([one], [other]) => compareText(one, other))
            .map(([key, of]) => `${canonicalJson(key)}:${canonicalJson(of)}`)
            .join(',')}}`;
  }
}

function isList(
  value: readonly JsonValue[] | { readonly [key: string]: JsonValue },
): value is readonly JsonValue[] {
  return Array.isArray(value);
}
