/**
 * Which units of one level to hide so that no small group can be read or found by subtraction.
 *
 * @module
 */

/** A unit of one level with its pupils; `parent` is the published unit whose figure is the sum of its children. */
export interface SizedUnit {
  readonly unit: string;
  readonly parent: string;
  readonly size: number;
}

/**
 * Extends a set of hidden units until it is safe: what is hidden under one parent has at least `minimum` pupils and
 * is not a single unit, as long as a sibling is left to hide.
 *
 * `sizeOfParent` counts all pupils of a parent; those in no child (school unknown) count among the hidden pupils, but
 * not as a unit: who does not know of them would still take the single hidden unit for the whole difference.
 * The smallest visible sibling is hidden first; ties go by name, so the choice does not depend on order.
 * Source: complementary suppression as the Wisconsin DPI rule (hide a second unit, keep the total).
 */
export function hideUnits(
  units: readonly SizedUnit[],
  hidden: ReadonlySet<string>,
  sizeOfParent: (parent: string) => number,
  minimum: number,
): ReadonlySet<string> {
  const result = new Set(hidden);
  const families = new Map<string, SizedUnit[]>();
  for (const unit of units) {
    const family = families.get(unit.parent);
    if (family === undefined) families.set(unit.parent, [unit]);
    else family.push(unit);
  }
  for (const [parent, children] of families) {
    const known = children.reduce((sum, child) => sum + child.size, 0);
    let rest = Math.max(0, sizeOfParent(parent) - known);
    let parts = 0;
    for (const child of children) {
      if (!result.has(child.unit) || child.size === 0) continue;
      rest += child.size;
      parts++;
    }
    const visible = children
      .filter((child) => child.size > 0 && !result.has(child.unit))
      .sort((one, other) => one.size - other.size || (one.unit < other.unit ? -1 : 1));
    for (const child of visible) {
      if (rest === 0 || (parts >= 2 && rest >= minimum) || (parts === 0 && rest >= minimum)) break;
      result.add(child.unit);
      rest += child.size;
      parts++;
    }
  }
  return result;
}
