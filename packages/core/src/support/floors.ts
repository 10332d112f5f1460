import { compareText } from '../foundation/order.js';
import type { Candidates } from './candidates.js';
import type { Need } from './needs.js';
import type { PriorityGroup } from './teacher.js';

/** At least this share of the needs of a group, or of every school, is to be met. */
export interface FloorAsked {
  readonly group: PriorityGroup | 'school';
  /** 0..1. */
  readonly share: number;
}

/** One group or one school with its needs. */
export interface Floor extends FloorAsked {
  readonly school?: string;
  /** Indices of needs. */
  readonly needs: Int32Array;
}

/** A floor for `school` becomes one for each; groups without needs have none. */
export function floorsOf(of: Candidates, asked: readonly FloorAsked[]): readonly Floor[] {
  const where = (belongs: (need: Need) => boolean) =>
    Int32Array.from(of.needs.flatMap((need, n) => (belongs(need) ? [n] : [])));
  return asked
    .flatMap(({ group, share }): readonly Floor[] => {
      if (group !== 'school')
        return [
          {
            group,
            share,
            needs: where(({ teacher }) => of.teachers[teacher]?.groups.includes(group) === true),
          },
        ];
      const bySchool = new Map<string, number[]>();
      of.needs.forEach(({ teacher }, n) => {
        const school = of.teachers[teacher]?.school;
        if (school === undefined) return;
        const own = bySchool.get(school);
        if (own === undefined) bySchool.set(school, [n]);
        else own.push(n);
      });
      return [...bySchool]
        .sort(([one], [other]) => compareText(one, other))
        .map(([school, needs]) => ({ group, share, school, needs: Int32Array.from(needs) }));
    })
    .filter(({ needs }) => needs.length > 0);
}
