import type { FullAnalysis } from '@orientir/core/analysis';
import { objectivityFindings, schoolShares } from '@orientir/core/analysis';
import type { Figure } from '@orientir/core/foundation';
import { known, missing } from '@orientir/core/foundation';
import type { SchoolRisk } from '@orientir/core/risk';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { HOSTILE, inventedRegion } from '../../test/invented-region.js';
import { resultsWorkbook } from './index.js';

async function sheetsOf(analysis: FullAnalysis, language: 'ru' | 'en' = 'ru') {
  const bytes = resultsWorkbook({
    analysis,
    record: { files: [], issues: [] },
    schoolNames: new Map([['s1', HOSTILE]]),
    language,
  });
  const sheets = await readXlsxFile(Buffer.from(bytes));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

const REGION = inventedRegion();

describe('sheets about evidence', () => {
  it('have sections with verdicts in words', async () => {
    const rows = (await sheetsOf(REGION)).get('Разделы') ?? [];
    const row = rows.find((cells) => cells[2] === HOSTILE && cells[3] === 'Задачи');
    expect(row?.slice(4, 8)).toEqual([null, '4, 5', 40, expect.closeTo(0.154, 3)]);
    expect(row?.[10]).toBe('нужна помощь');
    expect(rows.flat()).toContain('как работа в целом');
  });

  it('have schools against others only where chance is no explanation', async () => {
    const rows = (await sheetsOf(REGION)).get('Сравнения школ') ?? [];
    const body = rows.slice(rows.findIndex((cells) => cells[0] === 'Работа') + 1);
    expect(body.length).toBeGreaterThan(0);
    for (const cells of body) {
      expect(Math.min(Number(cells[7] ?? 1), Number(cells[9] ?? 1))).toBeLessThanOrEqual(0.05);
    }
  });

  it('have weaker and stronger pupils, and groups at equal totals', async () => {
    const sheets = await sheetsOf(REGION);
    expect(sheets.get('Слабые и сильные')?.flat()).toContain('четверть 1');
    expect(sheets.get('Группы при равных баллах')?.flat()).toContain('пол');
  });

  it('have every school with what the rule says and how sure it is', async () => {
    const rows = (await sheetsOf(REGION)).get('Низкие результаты') ?? [];
    const body = rows.slice(rows.findIndex((cells) => cells[1] === 'Правило') + 1);
    expect(body.length).toBeGreaterThan(0);
    expect(body).toHaveLength(REGION.schoolRisks.length);
    expect(body.map((cells) => cells[1])).toEqual(REGION.schoolRisks.map(() => 'Омская область, 2025'));
    expect(body.every((cells) => cells[4] === 'в списке' || cells[4] === 'не в списке')).toBe(true);
  });

  it('call a ruleset without a title by its id', async () => {
    const lowResultsRules = REGION.lowResultsRules.map(({ title: _, ...rules }) => rules);
    const rows = (await sheetsOf({ ...REGION, lowResultsRules })).get('Низкие результаты') ?? [];
    expect(rows.at(-1)?.[1]).toBe('omsk-2025');
  });

  it('say why a figure of a school is missing as the csv does, and what marks that are not certain leave open', async () => {
    const [first] = REGION.schoolRisks;
    if (first === undefined) throw new Error('no school');
    const { probability: _, distanceToExit: __, ...of } = first;
    const share = missing('no-pupils');
    const uncertain = { pupils: 2, decides: true };
    const interval = { low: 0, high: 0.1, method: 'wilson' } as const;
    const bounds = { ...uncertain, share: { low: 0.001, high: 0.004, interval } };
    const schoolRisks: readonly SchoolRisk[] = [
      { ...of, class: 'too-few', share },
      { ...of, class: 'too-few', share: missing('marks-uncertain'), uncertain },
      {
        ...of,
        class: 'low',
        share: missing('marks-uncertain'),
        uncertain,
        probability: 0.95,
        distanceToExit: 9,
      },
      { ...of, class: 'not-low', share: missing('marks-uncertain'), uncertain: bounds },
      { ...of, class: 'low', share, probability: 0.95 },
      { ...of, class: 'low', share: known(0.5, 20), probability: 0.95 },
    ];
    const reasonsIn = async (language: 'ru' | 'en') =>
      (await sheetsOf({ ...REGION, schoolRisks }, language))
        .get(language === 'ru' ? 'Низкие результаты' : 'Low results')
        ?.slice(-schoolRisks.length)
        .map((cells) => cells.at(-1) ?? null);
    const unknown = 'У 2 учеников неизвестно, низкая ли отметка: часть заданий не пройдена.';
    expect(await reasonsIn('ru')).toEqual([
      'Слишком мало учеников, отметок или работ для этого правила.',
      `Слишком мало учеников, отметок или работ для этого правила. ${unknown}`,
      `${unknown} Вероятность — наименьшая из возможных. До выхода — не меньше, чем указано.`,
      `${unknown} Доля низких — от 0,1\u00a0% до 0,4\u00a0%.`,
      'нет учеников',
      null,
    ]);
    expect((await reasonsIn('en'))?.[1]).toBe(
      'Too few pupils, marks or works for this rule. Whether 2 pupils have a low mark is not known: some items were not taught.',
    );
  });

  it('have every school with its raw share and the adjusted one, in the order of the table', async () => {
    const rows = (await sheetsOf(REGION)).get('Доли школ с поправкой') ?? [];
    const body = rows.slice(rows.findIndex((cells) => cells[0] === 'Работа') + 1);
    const shares = schoolShares(REGION);
    expect(shares.length).toBeGreaterThan(0);
    expect(body.map((cells) => cells[4])).toEqual(shares.map(({ count }) => count ?? null));
    const cell = (figure: Figure) => (figure.kind === 'known' ? expect.closeTo(figure.estimate, 9) : null);
    expect(body.map((cells) => [cells[5], cells[8]])).toEqual(
      shares.map(({ share, shrunken }) => [cell(share), cell(shrunken)]),
    );
    const known = shares.findIndex(({ place }) => place !== undefined);
    expect(body[known]?.[12]).toMatch(/случайностью|обычной/);
  });

  it('have results with a possible marker, with what is seen and how to check', async () => {
    const [outcome] = [...REGION.objectivity().own].filter(({ result }) => result.kind === 'tested');
    if (outcome?.result.kind !== 'tested') throw new Error('nothing was tested');
    const flagged = { ...outcome, result: { ...outcome.result, flag: true } };
    const objectivity = { ...REGION.objectivity(), official: [], own: [flagged] };
    const rows =
      (await sheetsOf({ ...REGION, objectivity: () => objectivity })).get('Необычные результаты') ?? [];
    const body = rows.slice(rows.findIndex((cells) => cells[2] === 'Признак') + 1);
    expect(body).toHaveLength(1);
    expect(body[0]?.[2]).toContain('возможный признак, нужен дополнительный анализ');
    expect(body[0]?.[4]).toBe(outcome.n);
  });

  it('have the year of medals in the place of the work', async () => {
    const [outcome] = [...REGION.objectivity().own].filter(({ result }) => result.kind === 'tested');
    if (outcome?.result.kind !== 'tested') throw new Error('nothing was tested');
    const { assessment: _, ...ofSchool } = outcome;
    const own = ['2024/2025', '2025/2026'].map((schoolYear) => ({
      ...ofSchool,
      schoolYear,
      test: 'medals-ege' as const,
      result: { ...outcome.result, flag: true },
    }));
    const objectivity = { ...REGION.objectivity(), official: [], own };
    const findings = objectivityFindings(objectivity);
    const sheets = await sheetsOf({ ...REGION, findings, objectivity: () => objectivity });
    const worksIn = (name: string) =>
      (sheets.get(name) ?? []).map((cells) => cells[1]).filter((cell) => /^\d{4}/.test(String(cell)));
    expect(worksIn('Необычные результаты')).toEqual(['2024/2025', '2025/2026']);
    expect(worksIn('На что обратить внимание')).toEqual(['2024/2025', '2025/2026']);
  });

  it('tell works of one name apart', async () => {
    const [work] = REGION.assessments;
    if (work === undefined) throw new Error('no work');
    const sheets = await sheetsOf({ ...REGION, assessments: [work, { ...work, id: 'again' }] });
    const names = new Set((sheets.get('Разделы') ?? []).map((cells) => cells[0]).slice(4));
    expect([...names].join()).toBe(`Математика, 5\u00a0класс, ВПР 2025/2026 (${work.id})`);
  });

  it('are in English too', async () => {
    const names = [...(await sheetsOf(REGION, 'en')).keys()];
    expect(names).toEqual(
      expect.arrayContaining([
        'Sections',
        'Schools compared',
        'Weaker and stronger',
        'Groups at equal totals',
      ]),
    );
  });

  it('name the csv where there are too many rows', async () => {
    const [section] = REGION.sectionResults;
    if (section === undefined) throw new Error('no section');
    const many = { ...REGION, sectionResults: Array.from({ length: 20_001 }, () => section) };
    const rows = (await sheetsOf(many)).get('Разделы') ?? [];
    expect(rows.flat().filter((cell) => cell !== null)).toEqual([
      'Разделы',
      'Строк слишком много для листа: смотрите sections.csv.',
    ]);
  });
});
