import type { FullAnalysis } from '@orientir/core/analysis';
import { analyseFully } from '@orientir/core/analysis';
import type { Assessment, ResponseBlock } from '@orientir/core/assessment';
import { hse3yBoth, omsk2025 } from '@orientir/core/assessment';
import { add, empty } from '@orientir/core/tally';
import { describe, expect, it } from 'vitest';
import { classesIn } from '../../test/report-classes.js';
import { renderReport } from './index.js';
import { lowResultsSection } from './low-results-section.js';
import type { ReportInput } from './report-input.js';

/** Schools by pupils and low marks, on two subjects. */
const SCHOOLS = [
  { id: 'a', n: 60, low: 36 },
  { id: 'b<i>', n: 12, low: 5 },
  { id: 'c', n: 60, low: 2 },
  { id: 'd', n: 4, low: 1 },
];

function block(subject: string, unmarked?: string): ResponseBlock {
  const rows = SCHOOLS.flatMap(({ id, n, low }, school) =>
    Array.from({ length: n }, (_, pupil) => ({ school, mark: id === unmarked ? 0 : pupil < low ? 2 : 4 })),
  );
  const zeros = () => new Uint8Array(rows.length);
  return {
    assessment: {
      id: subject,
      programme: 'ВПР',
      subject,
      grade: 5,
      schoolYear: '2025/2026',
      items: [{ id: '1', maxPoints: 1 }],
    },
    rows: rows.length,
    units: SCHOOLS.map(({ id }) => ({ municipality: 'Район', school: id })),
    unit: Uint32Array.from(rows, ({ school }) => school),
    variants: [''],
    variant: new Uint16Array(rows.length),
    teachers: [],
    teacher: new Uint32Array(rows.length),
    points: [zeros().fill(2)],
    mark: Uint8Array.from(rows, ({ mark }) => mark),
    journalMark: zeros(),
    absent: zeros(),
  };
}

const inputOf = (analysis: FullAnalysis): ReportInput => ({
  analysis,
  record: { files: [], issues: [] },
  schoolNames: new Map([['a', 'Школа № 1']]),
  language: 'ru',
});
const page = (subjects = ['Математика', 'Русский язык'], rules = [omsk2025], unmarked?: string) => {
  const tally = subjects.reduce((sum, subject) => add(sum, block(subject, unmarked)), empty());
  return renderReport(inputOf(analyseFully(tally, { lowResultsRules: rules })));
};
const section = (rules = [omsk2025], subjects = ['Математика', 'Русский язык']) => {
  const html = page(subjects, rules);
  return html.slice(html.indexOf('<section id="schools">'), html.indexOf('<section id="again">'));
};

describe('the section on schools with low results', () => {
  it('names schools, the most probable first, with what the rule says and what takes them off the list', () => {
    const html = section();
    const rows = [...html.matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map(([, row = '']) =>
      row.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|'),
    );
    expect(rows).toHaveLength(2);
    expect(classesIn(html)).toEqual([
      [0, 'вероятно, низкие'],
      [1, 'нельзя сказать уверенно'],
    ]);
    expect(rows[0]).toContain('Школа № 1 |a|вероятно, низкие|больше 99');
    expect(rows[0]).toContain('|в списке|60');
    expect(rows[0]).toMatch(/Математика.*Русский язык.*\|19\|$/);
    expect(rows[1]).toContain('b&lt;i&gt;|нельзя сказать уверенно|');
    expect(html).toContain(
      'Низких результатов, вероятно, нет: 1 школа. Слишком мало данных для этого правила (мало учеников, отметок или работ): 1 школа.',
    );
    expect(html).toContain(
      'Правило «Омская область, 2025»: от 30\u00a0% низких результатов хотя бы по 2 работам последнего года или 2 года подряд по одной и той же работе',
    );
    expect(html).toContain('из вторых рук');
    expect(html).not.toContain('<i>');
  });

  it('names schools that wrote and have no marks, so that nobody takes them for good ones', () => {
    const html = page(undefined, undefined, 'b<i>');
    expect(html).toContain(
      'Писали, но отметок слишком мало (не все задания пройдены или нет шкалы): b&lt;i&gt;. Правило о них',
    );
    expect(page(undefined, undefined, 'd')).not.toContain('Писали, но отметок слишком мало');
    expect(page()).not.toContain('Писали, но отметок слишком мало');
  });

  it('folds many works, so that one school does not fill the screen', () => {
    const html = section([omsk2025], ['Математика', 'Русский язык', 'Биология', 'История']);
    expect(html).toContain(
      '<details class="paper"><summary><span data-en="4 works">4 работы</span></summary>',
    );
    expect(section()).not.toContain('<details');
  });

  it('is told of at the top of the report, where all pupils together look fine', () => {
    const html = page();
    const top = html.slice(0, html.indexOf('<section id="schools">'));
    expect(top).toContain('Низкие результаты, вероятно, у 1 школы; нельзя сказать уверенно о 1.');
  });

  it('says why the rule cannot be applied', () => {
    const of = (assessment: Partial<Assessment>) => {
      const analysis = analyseFully(empty(), { lowResultsRules: [omsk2025] });
      const assessments = [{ id: 'w', programme: '', subject: 'Математика', items: [], ...assessment }];
      return lowResultsSection(inputOf({ ...analysis, assessments }));
    };
    expect(of({})).toContain('неизвестно, какого учебного года работы');
    expect(of({ schoolYear: '2025/2026' })).toContain('нет подходящих работ');
  });

  it('says what is the least where marks are not certain, and draws no conclusion on too little', () => {
    const tally = ['Математика', 'Русский язык'].reduce((sum, of) => add(sum, block(of)), empty());
    const analysis = analyseFully(tally, { lowResultsRules: [omsk2025] });
    const uncertain = { pupils: 2, decides: false };
    const sectionWith = (...schools: readonly string[]) => {
      const schoolRisks = analysis.schoolRisks.map((of) =>
        schools.includes(of.school) ? { ...of, uncertain } : of,
      );
      return lowResultsSection(inputOf({ ...analysis, schoolRisks })).replaceAll(/<[^>]+>/g, '');
    };
    const listed = sectionWith('a', 'd');
    expect(listed).toContain('вывод при любых баллах тот же: Школа № 1 (2 ученика).Вероятность этих школ');
    expect(listed).toContain('не меньше 19');
    const interval = { low: 0, high: 0.1, method: 'wilson' } as const;
    const bounds = { ...uncertain, share: { low: 0.001, high: 0.004, interval } };
    const schoolRisks = analysis.schoolRisks.map((of) => ({ ...of, uncertain: bounds }));
    expect(lowResultsSection(inputOf({ ...analysis, schoolRisks })).replaceAll('\u00a0', ' ')).toContain(
      'низких результатов от 0,1 % до 0,4 %',
    );
    const cells = lowResultsSection(inputOf({ ...analysis, schoolRisks })).split('<td');
    expect(cells.filter((cell) => cell.replaceAll('\u00a0', ' ').includes('>0–10 %</span>'))).toHaveLength(2);
    // Of few pupils there is no conclusion, and of those with good results no probability in the table.
    expect(sectionWith('d')).not.toContain('вывод при любых баллах');
    expect(sectionWith('d')).not.toContain('наименьшая из возможных');
    expect(sectionWith('c')).toContain('вывод при любых баллах тот же: c (2 ученика).');
    expect(sectionWith('c')).not.toContain('наименьшая из возможных');
    expect(sectionWith('c')).not.toContain('не меньше 19');
  });

  it('states the rule also where it can say nothing: one work, and it asks for two', () => {
    const html = section([omsk2025], ['Математика']);
    expect(html).toContain('хотя бы по 2 работам последнего года');
    expect(html).toContain(
      'Слишком мало данных для этого правила (мало учеников, отметок или работ): 4 школы.',
    );
    expect(html).not.toContain('<table>');
  });

  it('says that a rule is not verified, and that it has nothing to look at', () => {
    const html = section([hse3yBoth]);
    expect(html).toContain('Правило не применимо');
    expect(html).toContain('Не проверено');
  });
});
