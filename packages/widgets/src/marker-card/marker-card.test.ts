import type { FullAnalysis } from '@orientir/core/analysis';
import { analyseFully } from '@orientir/core/analysis';
import type { OfficialOutcome, OwnOutcome } from '@orientir/core/objectivity';
import { official2019 } from '@orientir/core/objectivity';
import { empty } from '@orientir/core/tally';
import { describe, expect, it } from 'vitest';
import { sampleMarkerCard } from '../../test/sample-profile.js';
import { checkMarkerCardData, markerCardData, markerCardHtml, markerCardSheet } from './index.js';

const parsed = (data: unknown): unknown => JSON.parse(JSON.stringify(data));
const readable = (html: string) => html.replace(/(<(?:li|p|dl|dt|dd|t[hd]|svg|details)\b)/g, '\n$1');

const own = (school: string, flag: boolean, more: Partial<OwnOutcome> = {}): OwnOutcome => ({
  school,
  region: 'Область',
  schoolYear: '2025/2026',
  assessment: 'w1',
  test: 'border-bunching',
  n: 48,
  result: { kind: 'tested', statistic: 7.4, p: 0.0004, q: 0.01, flag, power: { kind: 'enough', power: 0.9 } },
  ...more,
});
const [marker, second] = official2019.markers;
if (marker === undefined || second === undefined) throw new Error('no markers');
const computed = (school: string, marked: boolean): OfficialOutcome => ({
  school,
  marker,
  assessment: 'w1',
  n: 48,
  result: { kind: 'computed', statistic: 12, threshold: 11, marked },
});
const analysis: Pick<FullAnalysis, 'objectivity' | 'assessments'> = {
  assessments: [
    { id: 'w1', programme: 'ВПР', subject: 'Математика', grade: 5, schoolYear: '2025/2026', items: [] },
  ],
  objectivity: () => ({
    ...analyseFully(empty()).objectivity(),
    own: [
      own('s1', true),
      own('s1', false, { test: 'dispersion' }),
      own('s1', true, { test: 'rise', result: { kind: 'not-tested', reason: 'no-earlier-results' } }),
      own('s2', true),
    ],
    official: [
      {
        region: 'Область',
        schoolYear: '2025/2026',
        schools: ['s1', 's2'],
        marked: ['s1'],
        index: 50,
        outcomes: [
          computed('s1', true),
          { school: 's1', marker: second, n: 0, result: { kind: 'not-computable', needs: 'journal' } },
          computed('s2', false),
        ],
      },
    ],
  }),
};

describe('markerCardData', () => {
  it('has the markers of one school, with what stands beside a figure', () => {
    const card = markerCardData(analysis, { school: 's1', name: 'Школа № 1' });
    expect(card).toMatchObject({
      school: 'Школа № 1',
      schoolYear: '2025/2026',
      tested: 2,
      computed: 1,
      official: 2,
    });
    expect(card.markers.map(({ id, method, n }) => [id, method, n])).toEqual([
      ['border-bunching|w1', 'own', 48],
      [`official|${marker.id}`, 'official', 48],
    ]);
    const [first] = card.markers;
    expect(first?.work.ru).toContain('Математика');
    expect(first?.found.ru).toContain('возможный признак, нужен дополнительный анализ');
    expect(first?.found.en).toContain('p < 0.001');
    expect(first?.exclusions.length).toBeGreaterThan(1);
    expect(first?.check.ru).not.toBe(first?.check.en);
    expect(checkMarkerCardData(parsed(card))).toEqual({ kind: 'data', data: parsed(card) });
  });

  it('has the school year of medals in the place of a work', () => {
    const { assessment: _, ...medals } = own('s1', true, { test: 'medals-ege' });
    const years = ['2024/2025', '2025/2026'];
    const both = years.map((schoolYear) => ({ ...medals, schoolYear }));
    const objectivity = { ...analysis.objectivity(), own: both, official: [] };
    const card = markerCardData({ ...analysis, objectivity: () => objectivity }, { school: 's1' });
    expect(card.markers.map(({ work }) => work.ru)).toEqual(years);
  });

  it('tells works of one name apart', () => {
    const twice = analysis.assessments.flatMap((of) => [of, { ...of, id: 'again' }]);
    const card = markerCardData({ ...analysis, assessments: twice }, { school: 's1' });
    expect(card.markers.map(({ work }) => work.ru)).toEqual([
      expect.stringContaining('(w1)'),
      expect.stringContaining('(w1)'),
    ]);
  });

  it('says that nothing was found, and knows a school that nobody tested', () => {
    expect(markerCardData(analysis, { school: 's2' })).toMatchObject({
      school: 's2',
      tested: 1,
      computed: 1,
    });
    const unknown = markerCardData(analysis, { school: 's3' });
    expect(unknown).toMatchObject({ tested: 0, computed: 0, official: 0, markers: [] });
    expect(unknown).not.toHaveProperty('schoolYear');
  });

  it('is refused at the door when damaged or of another version', () => {
    const data = sampleMarkerCard(2);
    const [first] = data.markers;
    expect(checkMarkerCardData({ ...data, version: 2 })).toEqual({ kind: 'other-version', found: '2' });
    for (const wrong of [
      null,
      { ...data, schema: 'other' },
      { ...data, school: 1 },
      { ...data, tested: '2' },
      { ...data, markers: [null] },
      { ...data, markers: [{ ...first, method: 'ours' }] },
      { ...data, markers: [{ ...first, check: 'Текст' }] },
      { ...data, markers: [{ ...first, exclusions: ['Текст'] }] },
    ])
      expect(checkMarkerCardData(wrong), JSON.stringify(wrong)).toEqual({ kind: 'wrong' });
  });
});

describe('the card as HTML', () => {
  it.each([
    ['marker-card', markerCardHtml(sampleMarkerCard(4), 'ru')],
    ['marker-card-none', markerCardHtml(sampleMarkerCard(0), 'en')],
  ])('%s is as it was', async (name, html) => {
    await expect(readable(html)).toMatchFileSnapshot(`./golden/${name}.html`);
  });

  it('accuses nobody, whatever was found', () => {
    for (const language of ['ru', 'en'] as const) {
      const html = markerCardHtml(sampleMarkerCard(5), language);
      expect(html).toContain(language === 'ru' ? 'нужен дополнительный анализ' : 'need further analysis');
      expect(html).not.toMatch(/виновн|нарушил|подтасов|cheat|guilt|fraud/i);
    }
  });

  it('lets no text of the data become markup, and has a style', () => {
    const data = { ...sampleMarkerCard(1), school: '<img src=x>' };
    expect(markerCardHtml(data, 'ru')).not.toContain('<img');
    expect(markerCardSheet()).toContain('.markers');
  });
});
