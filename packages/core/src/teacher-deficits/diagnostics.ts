/**
 * Deficits that teachers or their diagnostics declare, beside those that results point to.
 *
 * @module
 */
import type { MissingReason } from '../foundation/figure.js';
import type { Severity } from './deficit-rules.js';

/**
 * Blocks of the diagnostics of professional deficits («нормативно-правовой, предметный, методический,
 * психолого-педагогический»), as regions practise it after the order of the Ministry of 27.08.2021 № Р-201.
 */
export const DIAGNOSTIC_BLOCKS = ['legal', 'subject', 'methodical', 'psychological'] as const;
export type DiagnosticBlock = (typeof DIAGNOSTIC_BLOCKS)[number];

/** What a teacher reached in one block of the diagnostics. */
export interface DiagnosticResult {
  readonly teacher: string;
  readonly block: DiagnosticBlock;
  readonly points: number;
  /** Points that can be reached; above 0. */
  readonly most: number;
  /** ISO day. */
  readonly date: string;
}

/**
 * Borders of the levels of a deficit («минимальный, средний, высокий»), shares of points 0..1, descending. No public document has
 * them: who runs the diagnostics gives them.
 */
export interface DiagnosticLevels {
  readonly id: string;
  readonly verified: boolean;
  readonly source: string;
  /** Below: severity 1, 2, 3. */
  readonly below: readonly [number, number, number];
}

/** A deficit in one block, or why its severity is not known; `severity: 0` = none. */
export type DiagnosedDeficit = Pick<DiagnosticResult, 'teacher' | 'block' | 'date'> &
  (
    | { readonly kind: 'known'; readonly severity: 0 | Severity; readonly share: number }
    | { readonly kind: 'missing'; readonly reason: MissingReason }
  );

/**
 * Deficits by block, in the order given.
 *
 * Missing: without levels → `not-stated`, points that cannot be → `refused`. One point more never gives a higher severity.
 */
export function diagnosedDeficits(
  results: readonly DiagnosticResult[],
  levels: DiagnosticLevels | undefined,
): readonly DiagnosedDeficit[] {
  return results.map(({ teacher, block, points, most, date }): DiagnosedDeficit => {
    const of = { teacher, block, date };
    if (!(most > 0 && points >= 0 && points <= most)) return { ...of, kind: 'missing', reason: 'refused' };
    if (levels === undefined) return { ...of, kind: 'missing', reason: 'not-stated' };
    const share = points / most;
    const [slight, clear, severe] = levels.below;
    return {
      ...of,
      kind: 'known',
      share,
      severity: share < severe ? 3 : share < clear ? 2 : share < slight ? 1 : 0,
    };
  });
}
