import { analyseFully } from '@orientir/core/analysis';
import type { SchoolDynamics, SchoolOverYears } from '@orientir/core/dynamics';
import { ownDynamics } from '@orientir/core/dynamics';
import { known, missing } from '@orientir/core/foundation';
import { empty } from '@orientir/core/tally';
import { describe, expect, it } from 'vitest';
import { classesIn } from '../../test/report-classes.js';
import { renderReport } from './index.js';

const school = (id: string, more: Partial<SchoolOverYears> = {}): SchoolOverYears => ({
  school: id,
  works: ['w'],
  pupils: 40,
  pupilsBefore: 38,
  change: known(0.5, 40, { low: 0.2, high: 0.8, method: 't' }),
  p: 0.001,
  q: 0.01,
  verdict: 'rose',
  points: missing('instrument-changed', 40),
  doubtful: false,
  stablyHigh: 'undetermined',
  flagged: false,
  ...more,
});
/** Not compared. */
const without = (id: string): SchoolOverYears => {
  const { p: _p, q: _q, verdict: _verdict, ...rest } = school(id, { change: missing('too-few', 6) });
  return rest;
};
const fell = known(-0.6, 40, { low: -1, high: -0.2, method: 't' });
const DYNAMICS: SchoolDynamics = {
  rules: ownDynamics,
  schoolYear: '2025/2026',
  previousYear: '2024/2025',
  spread: 1.3,
  schools: [
    school('s1', { change: fell, verdict: 'fell' }),
    school('s2', { flagged: true }),
    school('s3', { points: known(0.1, 40), stablyHigh: 'yes' }),
    school('s4', { verdict: 'unclear', stablyHigh: 'yes', flagged: true }),
    without('s5'),
  ],
};
const pageOf = (dynamics: SchoolDynamics | undefined, language: 'ru' | 'en' = 'ru') =>
  renderReport({
    analysis: { ...analyseFully(empty()), dynamics: dynamics && (() => dynamics) },
    record: { files: [], issues: [] },
    schoolNames: new Map([['s3', '<i>Школа № 3</i>']]),
    language,
  });
const sectionOf = (html: string) =>
  html.slice(html.indexOf('<section id="dynamics">'), html.indexOf('<section id="again">'));
const textOf = (html: string) => html.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');

describe('the part on dynamics', () => {
  it('names those that rose, then those to look at first, then those that fell', () => {
    const html = sectionOf(pageOf(DYNAMICS));
    const rows = [...html.matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map(([, row = '']) => textOf(row));
    expect(classesIn(html)).toEqual([
      [0, 'выросли'],
      [1, 'выросли, но сначала проверить'],
      [2, 'снизились'],
    ]);
    expect(rows[0]).toContain('+0,50|от +0,20 до +0,80|40|38|+10\u00a0п.\u00a0п.');
    expect(rows[2]).toContain('−0,60');
    expect(html).toContain('&lt;i&gt;Школа № 3');
    const text = textOf(html);
    expect(text).toContain('Нельзя сказать: 1 школа. Не сравнивались');
    expect(text).toMatch(/по настоящему уровню, а не по месту одного года:\| \|?&lt;i&gt;Школа № 3/);
    expect(text).toMatch(/сначала проверить:\| s4/);
  });

  it('gives no sign to a change of points that is shown as nothing', () => {
    const shown = (points: number) =>
      textOf(sectionOf(pageOf({ ...DYNAMICS, schools: [school('s1', { points: known(points, 40) })] })));
    expect(shown(-0.004)).toContain('|0\u00a0п.\u00a0п.|');
    expect(shown(-0.024)).toContain('|−2\u00a0п.\u00a0п.|');
  });

  it('says when nobody changed for sure, and when there is nothing to compare with', () => {
    const unclear = DYNAMICS.schools.map((of) => ({ ...of, verdict: 'unclear' as const }));
    const nobody = sectionOf(pageOf({ ...DYNAMICS, schools: unclear }));
    expect(nobody).toContain('Ни об одной школе нельзя уверенно сказать');
    expect(nobody).not.toContain('Не сравнивались');
    const alone = sectionOf(pageOf({ ...DYNAMICS, previousYear: undefined }));
    expect(alone).toContain('Сравнивать не с чем: за учебный год перед 2025/2026');
    const none = DYNAMICS.schools.map((of) => ({ ...of, stablyHigh: 'undetermined' as const }));
    expect(sectionOf(pageOf({ ...DYNAMICS, schools: none }))).toContain(
      'Нет школ, о которых это можно сказать',
    );
    expect(sectionOf(pageOf({ ...DYNAMICS, previousYear: undefined, schools: none }))).not.toContain(
      'Стабильно высокие результаты',
    );
  });

  it('is not there with results of one year, and has its words in English', () => {
    expect(pageOf(undefined)).not.toContain('id="dynamics"');
    expect(pageOf(undefined)).not.toContain('href="#dynamics"');
    expect(pageOf(DYNAMICS)).toContain('<a href="#dynamics">');
    const english = [...sectionOf(pageOf(DYNAMICS, 'en')).matchAll(/data-en="([^"]*)"/g)].map(
      ([, of = '']) => of,
    );
    expect(english.length).toBeGreaterThan(10);
    expect(english.join(' ')).not.toMatch(/[а-яё]/i);
  });
});
