import { describe, expect, it } from 'vitest';
import { sampleRadar } from '../../test/sample-series.js';
import { radarDrawing } from './radar-drawing.js';

describe('radarDrawing', () => {
  it('draws two series over numbered axes, for the eye alone', () => {
    const svg = radarDrawing(sampleRadar(4, 2), 'ru');
    expect(svg).toMatch(/^<svg font-size="13" class="chart" viewBox="0 0 240 \d/);
    expect(svg).toContain('aria-hidden="true"');
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(texts).toEqual(['50\u00a0%', '100\u00a0%', '1', '2', '3', '4']);
    expect(svg.match(/class="curve/g)).toHaveLength(2);
    expect(svg).toContain('class="curve dashed"');
  });

  it('has another share at the rim where it is told so', () => {
    const data = {
      axes: sampleRadar(4).axes,
      series: [{ name: '', values: Array(4).fill({ n: 0, share: 0.25 }) }],
    };
    const whole = radarDrawing(data, 'ru');
    const quarter = radarDrawing(data, 'ru', 0.25);
    expect(quarter).toContain('>25\u00a0%<');
    expect(quarter).toContain('>12,5\u00a0%<');
    const firstPoint = (svg: string) => Number(/class="curve" d="M120 ([\d.]+)/.exec(svg)?.[1]);
    const middle = Number(/viewBox="0 0 240 ([\d.]+)"/.exec(whole)?.[1]) / 2;
    expect(middle - firstPoint(quarter)).toBeCloseTo(4 * (middle - firstPoint(whole)), 0);
  });
});
