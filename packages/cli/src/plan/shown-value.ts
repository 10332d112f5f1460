import type { Language } from '@orientir/core/foundation';
import { formatNumber, formatShare } from '@orientir/core/foundation';
import type { Indicator, IndicatorEntry } from '@orientir/core/road-map';

/** The value of an indicator with its n, as people read it. */
export function shownValue({ unit }: Indicator, { value, n }: IndicatorEntry, language: Language): string {
  const shown =
    unit === 'share'
      ? formatShare(value, language)
      : formatNumber(value, language, unit === 'points' ? 1 : 0);
  return n === undefined ? shown : `${shown} (n = ${n})`;
}
