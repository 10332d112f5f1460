import { directionChoice, directionTally, sevenDirections } from '@orientir/core/school-profile';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleDirections } from '../../test/sample-profile.js';
import { textWidth } from '../chart/fit-text.js';
import { directionsView } from './directions-view.js';
import { checkDirectionsData, directionsData, directionsHtml } from './index.js';

const parsed = (data: unknown): unknown => JSON.parse(JSON.stringify(data));
const readable = (html: string) =>
  html.replace(/(<(?:line|circle|rect|path|text|li|t[hd]|svg|p|details)\b)/g, '\n$1');
const choice = (...ids: readonly string[]) => directionChoice(ids, sevenDirections);
const CHOICES = [
  choice('talent', 'environment', 'individual'),
  choice('talent', 'environment', 'programmes'),
  choice('talent', 'transition'),
  choice(),
];

describe('directionsData', () => {
  const tally = directionTally(CHOICES, sevenDirections);

  it('sorts directions by how many schools chose them, and counts incomplete choices', () => {
    const data = directionsData(tally, sevenDirections, { name: 'Район' });
    expect(data.directions.map(({ id, schools }) => `${id} ${schools}`)).toEqual([
      'talent 3',
      'environment 2',
      'individual 1',
      'programmes 1',
      'transition 1',
      'basic-results 0',
      'transparency 0',
    ]);
    expect(data).toMatchObject({ schools: 3, incomplete: 1, choose: 3 });
    expect(data.directions[0]).not.toHaveProperty('own');
    expect(data).not.toHaveProperty('school');
  });

  it('marks the choice of one school', () => {
    const [first] = CHOICES;
    if (first === undefined) throw new Error('no choice');
    const data = directionsData(tally, sevenDirections, {
      name: 'Район',
      own: { name: 'Школа № 1', choice: first },
    });
    expect(data.school).toBe('Школа № 1');
    expect(data.directions.flatMap(({ id, own }) => (own === true ? [id] : []))).toEqual([
      'talent',
      'environment',
      'individual',
    ]);
  });

  it('goes through JSON and the door, and is refused when damaged or of another version', () => {
    const data = sampleDirections(7, 'Школа № 1');
    expect(checkDirectionsData(parsed(data))).toEqual({ kind: 'data', data: parsed(data) });
    expect(checkDirectionsData({ ...data, version: 2 })).toEqual({ kind: 'other-version', found: '2' });
    const [row] = data.directions;
    for (const wrong of [
      null,
      [],
      { ...data, schema: 'other' },
      { ...data, name: 7 },
      { ...data, school: 1 },
      { ...data, schools: -1 },
      { ...data, directions: [null] },
      { ...data, directions: [{ ...row, schools: 63 }] },
      { ...data, directions: [{ ...row, name: 'Имя' }] },
      { ...data, directions: [{ ...row, own: 'да' }] },
    ])
      expect(checkDirectionsData(wrong), JSON.stringify(wrong)).toEqual({ kind: 'wrong' });
  });
});

describe('the bars as HTML', () => {
  it.each([
    ['directions', directionsHtml(sampleDirections(7), 'ru')],
    ['directions-own-narrow', directionsHtml(sampleDirections(7, 'Школа № 12'), 'en', { width: 320 })],
  ])('%s is as it was', async (name, html) => {
    await expect(readable(html)).toMatchFileSnapshot(`./golden/${name}.html`);
  });

  it('draw each name whole at 320 pixels', () => {
    for (const language of ['ru', 'en'] as const) {
      const html = directionsHtml(sampleDirections(7, 'Школа № 12'), language, { width: 320 });
      expect(html.slice(0, html.indexOf('<details>'))).not.toContain('…');
    }
  });

  it.each([
    [328, 14, 62],
    [328, 28, 62],
    [328, 14, 12_480],
    [656, 14, 12_480],
  ])('write each name and value whole: %i px wide, text of %i px, %i schools', (width, fontSize, schools) => {
    const data = sampleDirections(7, 'Школа № 12');
    const rows = data.directions.map((row, i) => ({ ...row, schools: schools - i }));
    const { chart } = directionsView(
      { ...data, schools, directions: rows },
      { language: 'ru', width, fontSize, rows: 40 },
    );
    const texts = chart.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
    expect(texts.filter(({ text }) => text.includes('…'))).toEqual([]);
    expect(texts.filter(({ text }) => text.endsWith('%)'))).toHaveLength(7);
    for (const { x, text } of texts.filter(({ role }) => role === 'value small'))
      expect(x + textWidth(text, fontSize * 0.86)).toBeLessThanOrEqual(width);
  });

  it('leave bold names the room that they need', () => {
    const html = directionsHtml(sampleDirections(7, 'Школа № 12'), 'ru', { width: 360 });
    const bold = [...html.matchAll(/<text class="label strong"[^>]*>([^<]+)</g)].map(([, text = '']) => text);
    // A bold letter of Open Sans takes 0.61 of the size of the text (14 px), the shape before the name 1.3.
    expect(Math.max(...bold.map(({ length }) => length))).toBeLessThanOrEqual((360 - 1.3 * 14) / (0.62 * 14));
  });

  it('never draw a number that is none nor a bar beyond the whole, at any width and size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 120, max: 1600 }),
        fc.option(fc.string({ maxLength: 30 }), { nil: undefined }),
        (size, width, school) => {
          const html = directionsHtml(sampleDirections(size, school), 'ru', { width });
          expect(html).not.toMatch(/NaN|Infinity|undefined|(?:width|height)="-/);
          const widths = (role: string) =>
            [...html.matchAll(new RegExp(`<rect class="${role}"[^>]* width="([\\d.]+)"`, 'g'))].map(
              ([, of]) => Number(of),
            );
          const whole = widths('track');
          expect(widths('bar').every((of, i) => of <= (whole[i] ?? 0))).toBe(true);
        },
      ),
    );
  });

  it('let no text of the data become markup', () => {
    const data = { ...sampleDirections(1, '<b>Школа</b>'), name: '<img src=x>' };
    expect(directionsHtml(data, 'ru')).not.toMatch(/<img|<b>/);
  });
});
