import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder, put, run } from './run.js';

const ASSESSMENT = JSON.stringify({
  id: 'math-7',
  programme: 'диагностика',
  subject: 'Математика',
  grade: 7,
  schoolYear: '2025/2026',
  items: ['Дроби', 'Дроби', 'Геометрия', 'Геометрия'].map((section, i) => ({
    id: String(i + 1),
    maxPoints: 1,
    level: 'basic',
    section,
  })),
});
const RESULTS = `school,class,pupil,1,2,3,4\n${Array.from({ length: 60 }, (_, i) => `s${i % 2},7А,p${i},${i < 6 ? 1 : 0},0,1,1`).join('\n')}\n`;
const TEACHERS = `teacher,school,subject\n${[1, 2, 3, 4].map((t) => `t-${t},s1,Математика`).join('\n')}\n`;
const OFFERS =
  'offer,kind,topics,strength,places,min_group,slot,format,place,hours,cost\nк-1,курс,дроби,3,3,,,,,36,\nн-1,наставник,Чтение,3,1,,,,,,\n';
const DEFICITS = `teacher,topic,severity\n${[1, 2, 3, 4].map((t) => `t-${t},Дроби,2`).join('\n')}\nt-1,Чтение,1\n`;

async function folder() {
  const at = await freshFolder();
  await put(at, {
    'work/assessment.json': ASSESSMENT,
    'work/results.csv': RESULTS,
    'teachers.csv': TEACHERS,
    'offers.csv': OFFERS,
    'deficits.csv': DEFICITS,
  });
  const path = (name: string) => join(at, name);
  await run('analyze', path('work'), '--out', path('analysed'));
  await run(
    'match',
    ...['teachers', 'offers', 'deficits'].flatMap((name) => [`--${name}`, path(`${name}.csv`)]),
    ...['--out', path('help')],
  );
  return path;
}

describe('orientir plan draft --support', () => {
  it('puts the plan of support into the road map, with findings, without teachers', async () => {
    const path = await folder();
    const words = ['plan', 'draft', '--from', path('analysed'), '--support', path('help')];
    expect((await run(...words, '--out', path('plan.json'))).status).toBe(0);
    const plan = JSON.parse(await readFile(path('plan.json'), 'utf8'));
    const section = plan.sections.at(-1);
    expect(section).toMatchObject({ title: 'Помощь учителям', addressee: 'municipality' });
    const measures = plan.measures.filter((measure: { section: string }) => measure.section === section.id);
    expect(measures.map(({ text }: { text: string }) => text)).toEqual([
      'Обучить 3 учителей на курсах: «к-1». Темы: «Дроби».',
      'Организовать наставничество для учителей. Темы: «Чтение».',
      'Найти или организовать занятия для учителей по теме, где помощи или мест не хватило: «Дроби».',
    ]);
    expect(measures[0].findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(plan)).not.toMatch(/t-\d/);
    const coverage = await run('plan', 'coverage', path('plan.json'), '--from', path('analysed'));
    expect(coverage.said).toContain('без ответа — 0');
    expect((await run(...words, '--out', path('plan.docx'))).status).toBe(0);
  });

  it('refuses a folder without such a plan, and the plan of one school', async () => {
    const path = await folder();
    const draft = (...words: readonly string[]) =>
      run('plan', 'draft', '--from', path('analysed'), '--out', path('plan.json'), ...words);
    const none = await draft('--support', path('analysed'));
    expect(none.status).toBe(2);
    expect(none.complained).toContain('нет плана помощи учителям');
    const school = await draft('--support', path('help'), '--school', 's1');
    expect(school.status).toBe(2);
    expect(school.complained).toContain('не одной школы');
    await put(path('help'), { 'summary.json': '{"schema":"orientir.support-summary","help":[{"kind":1}]}' });
    expect((await draft('--support', path('help'))).status).toBe(2);
    expect((await draft('--support', path('help'), '--lang', 'en')).complained).not.toMatch(/[а-я]{4}/i);
  });
});
