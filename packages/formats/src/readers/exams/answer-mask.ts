/**
 * Answers of a pupil as protocols print them: `++---+2` for short ones, `1(1)2(3)0(2)` for long ones.
 *
 * @module
 */

/** A full answer; how many points it is worth depends on the item. */
export const FULL = -1;
/** A long answer that was not attempted. */
export const SKIPPED = -2;

/** Short answers: {@link FULL}, or points. Absent when the text is no mask. */
export function parseShortMask(text: string): readonly number[] | undefined {
  const plain = text.replace(/\s/g, '').replace(/[–—−]/g, '-').replaceAll('＋', '+');
  if (!/^[-+\d]*$/.test(plain) || plain.length > MOST_ANSWERS) return undefined;
  return Array.from(plain, (sign) => (sign === '+' ? FULL : sign === '-' ? 0 : Number(sign)));
}

export interface LongAnswer {
  /** Points, or {@link SKIPPED}. */
  readonly points: number;
  readonly max: number;
}

/** Long answers, `points(maximum)` each. Absent when the text is no mask or points exceed their maximum. */
export function parseLongMask(text: string): readonly LongAnswer[] | undefined {
  const plain = text.replace(/[\s,;]/g, '');
  if (!/^(?:(?:\d{1,2}|[-–—−XxХх])\(\d{1,2}\))*$/.test(plain)) return undefined;
  const answers = Array.from(plain.matchAll(/([^(]+)\((\d+)\)/g), ([, points = '', max]) => ({
    points: /^\d/.test(points) ? Number(points) : SKIPPED,
    max: Number(max),
  }));
  const possible = answers.every(({ points, max }) => max > 0 && points <= max);
  return possible && answers.length <= MOST_ANSWERS ? answers : undefined;
}

/** No work has more. */
const MOST_ANSWERS = 200;
