import { describe, expect, it } from 'vitest';
import { sampleQuadrant } from '../../test/sample-series.js';
import { checkQuadrantData, quadrantHtml } from './index.js';
import { quadrantView } from './quadrant-view.js';

const data = sampleQuadrant(20);
const parsed = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('checkQuadrantData', () => {
  it('takes what it should, unchanged', () => {
    expect(checkQuadrantData(parsed(data))).toEqual({ kind: 'data', data: parsed(data) });
    expect(checkQuadrantData({ ...data, measure: 'доля хороших отметок' }).kind).toBe('data');
  });

  it('refuses another version, and what is damaged', () => {
    expect(checkQuadrantData({ ...data, version: 2 })).toEqual({ kind: 'other-version', found: '2' });
    const [school] = data.schools;
    for (const wrong of [
      null,
      {},
      { ...data, schema: 'other' },
      { ...data, unit: {} },
      { ...data, measure: 7 },
      { ...data, context: { ...data.context, hardFrom: '60' } },
      { ...data, context: undefined },
      { ...data, borders: { lowBelow: 0.3 } },
      { ...data, borders: { lowBelow: 0.3, highFrom: 60 } },
      { ...data, schools: [null] },
      { ...data, schools: [{ ...school, name: undefined }] },
      { ...data, schools: [{ ...school, context: 'трудные' }] },
      { ...data, schools: [{ ...school, share: 30 }] },
    ])
      expect(checkQuadrantData(wrong), JSON.stringify(wrong)).toEqual({ kind: 'wrong' });
  });
});

describe('quadrantHtml', () => {
  const [school] = data.schools;
  if (school === undefined) throw new Error('no school');
  const html = (change: object) => quadrantHtml({ ...data, schools: [{ ...school, ...change }] }, 'ru');
  const shapes = (of: string) => of.match(/class="(?:shape|outline) point"/g)?.length ?? 0;

  it('draws no school without a context or a share, and says why in the table', () => {
    const drawn = shapes(html({ context: 20 }));
    const without = html({ context: undefined });
    expect(shapes(without)).toBe(0);
    expect(drawn).toBeGreaterThan(0);
    expect(without).toContain('нет сведений об условиях');
    expect(without).toContain('Без точки – 1 школа');
    const hidden = html({ share: undefined, low: undefined, high: undefined, reason: 'suppressed-small' });
    expect(shapes(hidden)).toBe(0);
    expect(hidden).toContain('скрыто');
  });

  it('calls conditions hard from the border on', () => {
    const { hardFrom } = data.context;
    expect(html({ context: hardFrom })).toContain(`трудные условия (индекс ${hardFrom})`);
    expect(html({ context: hardFrom })).toContain(`если индекс не меньше ${hardFrom}`);
    expect(html({ context: hardFrom })).toMatch(new RegExp(`<text class="tick"[^>]*>${hardFrom}</text>`));
    expect(html({ context: hardFrom - 1 })).toContain(`обычные условия (индекс ${hardFrom - 1})`);
  });

  it('does not judge where nobody did', () => {
    for (const result of [undefined, 'superb'])
      expect(html({ result })).toContain('<td>нельзя сказать уверенно</td>');
  });

  it.each([
    [328, 14],
    [328, 28],
    [656, 28],
  ])('writes its words in full: %i px wide, text of %i px', (width, fontSize) => {
    for (const language of ['ru', 'en'] as const) {
      const { chart } = quadrantView(data, { language, width, fontSize, rows: 40 });
      const texts = chart.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
      expect(texts.filter((text) => text.includes('…'))).toEqual([]);
      for (const word of language === 'ru' ? ['обычные', 'трудные'] : ['usual', 'hard'])
        expect(texts.join(' ')).toContain(`${word} ${language === 'ru' ? 'условия' : 'conditions'}`);
    }
  });

  it('writes names in the table alone', () => {
    const svg = /<svg class="chart"|<svg font-size.*?<\/svg>/.exec(quadrantHtml(data, 'ru'))?.[0] ?? '';
    expect(svg).toContain('трудные условия');
    expect(svg).not.toContain('СОШ');
  });
});
