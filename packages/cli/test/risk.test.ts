import { join } from 'node:path';
import { omsk2025 } from '@orientir/core/assessment';
import { describe, expect, it } from 'vitest';
import { contents, freshFolder, put, run, utf8 } from './run.js';

const rowsOf = (csv: string | undefined) =>
  utf8(csv)
    .trim()
    .split('\n')
    .map(
      (line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/^"|"?,?$/g, '')) ?? [],
    );

describe('risk.csv', () => {
  it('lists on the sample region exactly the schools that a plain count lists', async () => {
    const folder = await freshFolder();
    await run('sample', '--out', join(folder, 'in'), '--schools', '60');
    await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'));
    const files = await contents(join(folder, 'out'));
    const [head = [], ...tests] = rowsOf(files['tests.csv']);
    const at = (row: readonly string[], column: string) => row[head.indexOf(column)] ?? '';
    // Counted anew from the table of marks; the ids of the works name their years.
    const risks = rowsOf(files['risk.csv']);
    const lowIn = (year: string) => {
      const low = new Map<string, readonly string[]>();
      for (const row of tests) {
        const [work, school] = [at(row, 'assessment'), at(row, 'unit')];
        if (at(row, 'level') !== 'school' || !work.startsWith(`vpr-${year}-`)) continue;
        const leftOut = risks
          .find(([id]) => id === school)
          ?.some((cell) => cell.includes(`left-out:${work}`));
        if (leftOut || at(row, 'below_minimum') === '' || Number(at(row, 'below_minimum')) < 0.3) continue;
        low.set(school, [...(low.get(school) ?? []), work.replace(year, '')]);
      }
      return low;
    };
    const [low, before] = [lowIn('2026'), lowIn('2025')];
    // Two works of the last year, or one and the same in both.
    const counted = [...low]
      .flatMap(([school, works]) =>
        works.length >= 2 || works.some((work) => before.get(school)?.includes(work)) ? [school] : [],
      )
      .sort();
    // Both conditions list somebody, and not everybody with a low work is listed.
    expect(counted.length).toBeGreaterThan([...low.values()].filter((works) => works.length >= 2).length);
    expect(counted.length).toBeLessThan(low.size);
    const listed = rowsOf(files['risk.csv']).flatMap(([school, , is]) => (is === 'yes' ? [school] : []));
    expect(counted.length).toBeGreaterThan(0);
    expect(listed).toEqual(counted);
    const report = utf8(files['report/index.html']);
    expect(report).toContain('Школы с низкими результатами');
    const findings: readonly { readonly kind: string; readonly unit: string }[] = JSON.parse(
      utf8(files['findings.json']),
    );
    const found = findings.flatMap(({ kind, unit }) => (kind === 'low-results' ? [unit] : []));
    expect(found).toEqual(expect.arrayContaining(counted));
  });

  it('lists a school whose class was not taught an item where that cannot matter, and says where it does', async () => {
    const folder = await freshFolder();
    const markScale = [
      { mark: 2, min: 0 },
      { mark: 3, min: 5 },
      { mark: 4, min: 8 },
    ];
    const header =
      'логин школы,регион,номер обучающегося,код обучающегося,отметка за предыдущую четверть/триместр,пол,класс,вариант,всего баллов,балл за 1,балл за 2,Учебник';
    // Points of item 1 of 8; item 2 of 2 points was not taught to class 5А of some schools.
    const rows = (school: string, points: readonly number[], untaught: boolean) =>
      points.map((of, i) => {
        const isBehind = untaught && i % 2 === 0;
        const total = isBehind ? of : of + 1;
        return `${school},22,${i + 1},${50_001 + i},,м,${i % 2 === 0 ? 'А' : 'Б'},1,${total},${of},${isBehind ? 'не пройд.' : 1},`;
      });
    const times = (n: number, of: number) => new Array<number>(n).fill(of);
    const work = (subject: string) => {
      const lines = [
        ...rows('sch220001', [...times(24, 1), ...times(6, 7)], true),
        // Of the 15 of class 5А those with 4 points may have 4, 5 or 6.
        ...rows(
          'sch220002',
          times(30, 4).map((of, i) => (i % 2 === 0 ? of : 7)),
          true,
        ),
        ...rows('sch220003', times(30, 7), true),
        ...Array.from({ length: 12 }, (_, i) =>
          rows(`sch22${100 + i}`, [...times(3 * (i % 5), 1), ...times(30 - 3 * (i % 5), 7)], false),
        ).flat(),
      ];
      return {
        [`in/${subject}/Проведение работы, 5 класс. ВПР 2021.csv`]: `${header}\n${lines.join('\n')}\n`,
        [`in/${subject}/assessment.json`]: JSON.stringify({
          id: subject,
          programme: 'ВПР',
          subject,
          grade: 5,
          schoolYear: '2020/2021',
          items: [
            { id: '1', maxPoints: 8 },
            { id: '2', maxPoints: 2 },
          ],
          markScale,
        }),
      };
    };
    await put(folder, { ...work('Математика'), ...work('Русский язык') });
    const { status } = await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'));
    expect(status).toBe(0);
    const files = await contents(join(folder, 'out'));
    const of = (school: string) => rowsOf(files['risk.csv']).find(([id]) => id === school) ?? [];
    const low = of('sch220001');
    expect(low.slice(2, 4)).toEqual(['yes', 'low']);
    expect(low[7]).toBe('Математика;Русский язык');
    expect(low.join()).toContain('share:0.8;wilson');
    const open = of('sch220002');
    expect(open.slice(2, 4)).toEqual(['', 'undetermined']);
    expect(open).toContain('marks-uncertain');
    expect(open.join()).toContain('share:0..0.5;wilson;uncertain:30;probability-at-most:');
    expect(of('sch220003').slice(2, 4)).toEqual(['no', 'not-low']);
    const report = utf8(files['report/index.html']);
    expect(report).toContain('Вывод зависит от непройденных заданий: sch220002 (30 учеников');
    expect(files['tally.json']).toContain('"version":5');
    await run('merge', join(folder, 'out/tally.json'), '--out', join(folder, 'again'));
    expect((await contents(join(folder, 'again')))['risk.csv']).toBe(files['risk.csv']);
  });

  it('takes a ruleset of one’s own, and says what is wrong with it', async () => {
    const folder = await freshFolder();
    await put(folder, {
      'in/assessment.json': JSON.stringify({
        id: 'w',
        programme: 'Диагностика',
        subject: 'Математика',
        grade: 5,
        schoolYear: '2025/2026',
        items: [{ id: '1', maxPoints: 1 }],
        markScale: [{ mark: 3, min: 1 }],
      }),
      'in/r.csv': `school,class,pupil,1\n${Array.from({ length: 20 }, (_, i) => `s1,5А,p${i},${i % 2}`).join('\n')}\n`,
      'rules.json': JSON.stringify({
        ...omsk2025,
        id: 'own',
        conditions: [{ years: 1, procedures: 1, same: false }],
      }),
      'wrong.json': JSON.stringify({ ...omsk2025, shareFrom: 30 }),
    });
    const analyzed = (...rules: readonly string[]) =>
      run(
        'analyze',
        join(folder, 'in'),
        '--out',
        join(folder, 'out'),
        ...rules.flatMap((each) => ['--risk', each]),
      );
    expect((await analyzed('omsk-2025', join(folder, 'rules.json'))).status).toBe(0);
    const [, ...rows] = rowsOf((await contents(join(folder, 'out')))['risk.csv']);
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['s1', 'omsk-2025', 'no'],
      ['s1', 'own', 'yes'],
    ]);
    const wrong = await analyzed(join(folder, 'wrong.json'));
    expect(wrong.status).toBe(2);
    expect(wrong.complained).toContain('shareFrom');
    expect(wrong.complained).toContain('Правило составлено с ошибкой');
    expect(wrong.complained).not.toContain('Описание работы');
  });

  it('counts a ruleset that is asked for twice once, and refuses two with one id', async () => {
    const folder = await freshFolder();
    await put(folder, {
      'in/assessment.json': JSON.stringify({
        id: 'w',
        programme: 'Диагностика',
        subject: 'Физика',
        grade: 8,
        schoolYear: '2025/2026',
        items: [{ id: '1', maxPoints: 1 }],
        markScale: [{ mark: 3, min: 1 }],
      }),
      'in/r.csv': 'school,class,pupil,1\ns1,8А,p1,1\n',
      'rules.json': JSON.stringify({ ...omsk2025, shareFrom: 0.5 }),
    });
    const analyzed = (...more: readonly string[]) =>
      run(
        'analyze',
        join(folder, 'in'),
        '--out',
        join(folder, 'out'),
        '--risk',
        'omsk-2025',
        '--risk',
        ...more,
      );
    expect((await analyzed('omsk-2025')).status).toBe(0);
    expect(rowsOf((await contents(join(folder, 'out')))['risk.csv'])).toHaveLength(2);
    const own = join(folder, 'rules.json');
    const alike = await analyzed(own);
    expect(alike.status).toBe(2);
    expect(alike.complained).toContain(
      `Два правила с одним обозначением (id) «omsk-2025»: omsk-2025 и ${own}.`,
    );
    expect((await analyzed(own, '--lang', 'en')).complained).toContain(
      'Two rulesets have the id "omsk-2025"',
    );
  });

  it('says of a ruleset that none of the works fits that it says nothing', async () => {
    const folder = await freshFolder();
    await put(folder, {
      'in/assessment.json': JSON.stringify({
        id: 'w',
        programme: 'ВПР',
        subject: 'Русский язык',
        grade: 5,
        schoolYear: '2025/2026',
        items: [{ id: '1', maxPoints: 1 }],
        markScale: [{ mark: 3, min: 1 }],
      }),
      'in/r.csv': 'school,class,pupil,1\ns1,5А,p1,1\n',
      'rules.json': JSON.stringify({ ...omsk2025, id: 'own', procedures: [{ subject: 'Русский' }] }),
    });
    const rules = ['omsk-2025', 'hse-3y-both', join(folder, 'rules.json')];
    const { status } = await run(
      'analyze',
      join(folder, 'in'),
      '--out',
      join(folder, 'out'),
      ...rules.flatMap((each) => ['--risk', each]),
    );
    expect(status).toBe(0);
    const files = await contents(join(folder, 'out'));
    expect(rowsOf(files['risk.csv']).map(([, ruleset]) => ruleset)).toEqual(['ruleset', 'omsk-2025']);
    const [, ...issues] = rowsOf(files['issues.csv']);
    expect(issues.map((row) => [row[0], row[4], row[5]])).toEqual([
      ['hse-3y-both', 'rules-no-works', 'warning'],
      ['own', 'rules-no-works', 'warning'],
    ]);
    await run('analyze', join(folder, 'in'), '--out', join(folder, 'plain'));
    expect(utf8((await contents(join(folder, 'plain')))['issues.csv'])).not.toContain('rules-no-works');
  });
});
