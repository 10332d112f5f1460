import type { FullAnalysis } from '@orientir/core/analysis';
import { analyseFully } from '@orientir/core/analysis';
import type { SchoolContext } from '@orientir/core/context';
import { contextOf } from '@orientir/core/context';
import { known, missing } from '@orientir/core/foundation';
import { empty } from '@orientir/core/tally';
import { describe, expect, it } from 'vitest';
import { classesIn } from '../../test/report-classes.js';
import { renderReport } from './index.js';

const analysis = analyseFully(empty());
const school = (id: string, more: Partial<SchoolContext> = {}): SchoolContext => ({
  school: id,
  index: known(1.2, 100),
  leftOut: [],
  onScaleOfAll: false,
  doubtful: [],
  flagged: false,
  result: known(-0.6, 60),
  expected: known(-0.5, 3000),
  difference: known(-0.05, 60, { low: -0.25, high: 0.15, method: 'normal' }),
  probability: 0.3,
  class: 'undetermined',
  quadrant: { result: 'low', hard: true },
  ...more,
});
const bare = school('s4', {
  index: missing('no-context'),
  expected: missing('no-context'),
  difference: missing('no-context'),
});
const pageOf = (more: Partial<FullAnalysis>) =>
  renderReport({
    analysis: { ...analysis, ...more },
    record: { files: [], issues: [] },
    schoolNames: new Map([['s1', '<i>Школа № 1</i>']]),
    language: 'ru',
  });
const sectionOf = (html: string) =>
  html.slice(html.indexOf('<section id="conditions">'), html.indexOf('<section id="again">'));
const textOf = (html: string) => html.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');

describe('the part on conditions', () => {
  const of = {
    ...contextOf([], []),
    schools: [
      school('s2', { class: 'resilient', probability: 0.97, quadrant: { result: 'high', hard: true } }),
      school('s3', { probability: 0.02 }),
      school('s1'),
      bare,
    ],
  };

  it('tells hard conditions, weak work and resilient schools apart, those in need first', () => {
    const html = sectionOf(pageOf({ context: () => of }));
    const rows = [...html.matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map(([, row = '']) => textOf(row));
    expect(classesIn(html)).toEqual([
      [0, 'тяжёлые условия: нужны ресурсы'],
      [1, 'ниже, чем в таких же условиях: нужна помощь в работе'],
      [2, 'выше ожидаемого в тяжёлых условиях'],
    ]);
    expect(rows[0]).toContain('&lt;i&gt;Школа № 1&lt;/i&gt; |s1|');
    expect(rows[0]).toContain('|+1,20|−0,60|−0,50|−0,05|−0,25\u00a0…\u00a0+0,15|30');
    expect(textOf(html)).toContain('1 школа; из них без социального паспорта или с неполным: 1.');
    expect(html).toContain('выбор программы или пользователя, а не норма');
    expect(html).not.toContain('<i>');
  });

  it('speaks of no others where nothing is said of any school', () => {
    const html = sectionOf(pageOf({ context: () => ({ ...of, schools: [bare] }) }));
    expect(textOf(html)).toContain('|О школах ничего уверенно сказать нельзя или говорить нечего: 1 школа;');
    expect(html).not.toContain('<table>');
    expect(sectionOf(pageOf({ context: () => of }))).toContain('>Об остальных ничего уверенно');
  });

  it('gives no sign to what is shown as nothing', () => {
    const near = school('s5', { class: 'resilient', result: known(-0.004, 60), expected: known(0.0049, 60) });
    const html = sectionOf(pageOf({ context: () => ({ ...of, schools: [near] }) }));
    expect(textOf(html)).toContain('|+1,20|0,00|0,00|−0,05|');
  });

  it('has gaps between groups with their intervals, in both languages', () => {
    const gap = known(-0.55, 70, { low: -0.9, high: -0.2, method: 'clustered' });
    const html = sectionOf(
      pageOf({
        schoolGaps: () => [
          { grouping: 'conditions', group: 'hard', schools: 4, gap },
          { grouping: 'settlement', group: 'хутор', schools: 1, gap: missing('too-few-schools', 9) },
        ],
      }),
    );
    expect(textOf(html)).toContain('|условия|тяжёлые|4|−0,55|−0,90\u00a0…\u00a0−0,20|');
    expect(textOf(html)).toMatch(/\|вид населённого пункта\|хутор\|1\|–\|[^|]+\|–\|/);
    expect(html).toContain('data-en="kind of settlement"');
    expect(html).not.toContain('социального паспорта');
  });

  it('is linked where it is, and absent where nobody says anything of conditions', () => {
    expect(pageOf({ context: () => of })).toContain('<a href="#conditions">');
    const html = pageOf({});
    expect(html).not.toContain('id="conditions"');
    expect(html).not.toContain('#conditions');
    expect(sectionOf(pageOf({ schoolGaps: () => [] }))).not.toContain('<table>');
  });
});
