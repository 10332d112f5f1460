/** Orders that do not depend on the machine's language. @module */

/** By code points: the canonical order of ids and names in every output. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** As people count: `2` before `10`, `9.1` before `9.2`, `4K1` after `4`. */
export function compareNatural(one: string, other: string): number {
  const left = parts(one);
  const right = parts(other);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const a = left[i] ?? '';
    const b = right[i] ?? '';
    const byNumber = Number(a) - Number(b);
    const order = Number.isNaN(byNumber) || byNumber === 0 ? compareText(a, b) : byNumber;
    if (order !== 0) return order;
  }
  return left.length - right.length || compareText(one, other);
}

function parts(text: string): readonly string[] {
  return text.match(/\d+|\D+/g) ?? [];
}
