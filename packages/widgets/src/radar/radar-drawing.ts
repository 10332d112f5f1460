import type { Language } from '@orientir/core/foundation';
import { formatShare } from '@orientir/core/foundation';
import { chartToString } from '../geometry/render-string.js';
import { placeRadar } from './place-radar.js';
import type { RadarData } from './radar-data.js';

/**
 * The drawing alone, axes by number, hidden from readers: for a page that has the same figures in a table with numbered rows. It
 * has no style; its classes are those of `chartSheet`.
 *
 * @param rim - share at the rim, where all shares are small.
 */
export function radarDrawing(
  { axes, series }: Pick<RadarData, 'axes' | 'series'>,
  language: Language,
  rim = 1,
): string {
  const toRim = series.map(({ name, values }) => ({
    name,
    values: values.map(({ n, share }) => (share === undefined ? { n } : { n, share: share / rim })),
  }));
  const chart = placeRadar(
    { axes, series: toRim },
    {
      width: WIDTH,
      fontSize: FONT_SIZE,
      share: (part) => formatShare(part * rim, language, Number.isInteger(part * rim * 100) ? 0 : 1),
    },
  );
  return chartToString(chart, 'chart').replace('<svg ', `<svg font-size="${FONT_SIZE}" `);
}

/** Narrow enough for numbers instead of names. */
const WIDTH = 240;
const FONT_SIZE = 13;
