import { describe, expect, it } from 'vitest';
import { sampleRadar } from '../../test/sample-series.js';
import { textWidth } from '../chart/fit-text.js';
import { placeRadar } from './place-radar.js';

const numbersIn = (d: string) => (d.match(/-?[\d.]+/g) ?? []).map(Number);

describe.each([
  [3, 328, 14],
  [8, 328, 14],
  [12, 328, 14],
  [12, 328, 28],
  [7, 328, 28],
  [7, 328, 21],
  [12, 760, 14],
])('rings of a radar of %i axes, %i px wide, text of %i px', (axes, width, fontSize) => {
  const data = sampleRadar(axes);
  const { marks } = placeRadar(data, { width, fontSize, share: (share) => `${share * 100} %` });
  const labels = marks.flatMap((mark) => (mark.kind === 'text' && mark.role === 'tick small' ? [mark] : []));

  it('name the middle where there is room, and the rim always', () => {
    const names = labels.map(({ text }) => text);
    expect(names.at(-1)).toBe('100 %');
    if (fontSize === 14) expect(names).toEqual(['50 %', '100 %']);
  });

  it('leave room for their names', () => {
    const arcs = marks.flatMap((mark) => (mark.kind === 'path' && mark.role === 'grid' ? [mark.d] : []));
    expect(arcs).toHaveLength(labels.length);
    labels.forEach(({ x, y, text }, i) => {
      const [x1 = 0, y1 = 0, , , , , , x2 = 0, y2 = 0] = numbersIn(arcs[i] ?? '');
      const middle = y - fontSize * 0.3;
      expect(Math.hypot(x1 - x, y1 - middle)).toBeGreaterThan(textWidth(text, fontSize * 0.86) / 2 - 1);
      expect(Math.hypot(x2 - x, y2 - middle)).toBeGreaterThan(textWidth(text, fontSize * 0.86) / 2 - 1);
    });
  });

  it('are not named where a line of the data passes', () => {
    const lines = marks.flatMap((mark) =>
      mark.kind === 'path' && mark.role.startsWith('curve') ? mark.d.split('M').map(numbersIn) : [],
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const { x, y, text } of labels)
      for (const points of lines)
        for (let i = 0; i + 3 < points.length; i += 2) {
          const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points.slice(i, i + 4);
          for (let part = 0; part <= 1; part += 0.05) {
            const aside = Math.abs(x1 + (x2 - x1) * part - x) - textWidth(text, fontSize * 0.86) * 0.375;
            const above = Math.abs(y1 + (y2 - y1) * part - (y - fontSize * 0.3)) - fontSize * 0.3;
            expect(Math.max(aside, above), text).toBeGreaterThan(0);
          }
        }
  });
});
