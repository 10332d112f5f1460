import type { Figure } from '@orientir/core/foundation';
import { known, missing } from '@orientir/core/foundation';
import type { OfficialOutcome } from '@orientir/core/objectivity';
import { official2019 } from '@orientir/core/objectivity';
import type { RiskFact, Statement } from '@orientir/core/school-profile';
import {
  annualCard,
  CROSS_CHECK_RULES,
  omskStages,
  riskProfile,
  riskProfile500,
  StageProgress,
  sixGroups,
} from '@orientir/core/school-profile';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ProfiledSchool, ProfiledWork } from '../profile/index.js';
import { statementsText } from '../profile/profile-texts.js';
import { conditionSums, schoolPassportSheet, sheetDocx, sheetHtml } from './index.js';

const [rule] = CROSS_CHECK_RULES;
const aSchool = (more: Partial<ProfiledSchool> = {}): ProfiledSchool => ({
  school: 's1',
  name: 'СОШ № 1',
  isKnown: true,
  refused: new Set(),
  profile: riskProfile('s1', [], riskProfile500),
  swot: [],
  stages: StageProgress.start(omskStages),
  checks: [],
  card: annualCard('s1', [], [], sixGroups),
  controls: [],
  checkpoints: [],
  works: [],
  risks: [],
  ...more,
});
const work = (id: number, schoolYear = '2025/2026'): ProfiledWork => ({
  assessment: { id: `w${id}`, programme: 'ВПР', subject: 'Математика', grade: 5, schoolYear },
  title: `Работа ${id}`,
  wrote: 20,
  marks: { 2: 1, 3: 9, 4: 6, 5: 4 },
  solveRate: known(0.6, 20, { low: 0.5, high: 0.7, method: 't' }),
});
const judged = (judgement: ProfiledSchool['checks'][number]['judgement']): ProfiledSchool['checks'] =>
  rule === undefined ? [] : [{ school: 's1', rule, judgement }];
const differing = (says: readonly Statement[]): ProfiledSchool['checks'] =>
  judged({ kind: 'differs', says, against: [{ table: 'risk', key: 'omsk-2025', value: 'low' }] });

describe('the passport of a school', () => {
  it('says of everything that is missing why', () => {
    const page = sheetHtml(
      schoolPassportSheet(aSchool(), { language: 'ru', conditions: conditionSums([aSchool()]) }),
    );
    for (const text of [
      'Паспорт школы: СОШ № 1',
      'Низкие ли результаты: по этим данным не судили.',
      'Социального паспорта школы нет.',
      'Объективность, собственные проверки программы: не проводились.',
      'Самодиагностика не заполнена.',
      'Направления не выбраны.',
      'паспорта нет',
      'Сверить ничего не удалось: не хватает данных (каких — в cross-check.csv).',
      'Открыт этап «Социальный паспорт».',
      // A state names no row.
      '</svg><span>открыт</span></span></td>',
      'Результатов работ нет',
      'Не проверено',
    ])
      expect(page).toContain(text);
    expect(page).not.toMatch(/undefined|NaN/);
  });

  it('says that nothing differs only where something was compared, and the whole name of a school', () => {
    const name = `Муниципальное бюджетное общеобразовательное учреждение «${'Школа с очень длинным названием '.repeat(6)}№ 7»`;
    const of = (checks: ProfiledSchool['checks']) =>
      schoolPassportSheet(aSchool({ name, checks }), { language: 'ru', conditions: new Map() });
    const { title, discuss } = of(judged({ kind: 'agrees' }));
    expect(discuss.items).toEqual(['Расхождений не найдено.']);
    expect(title).toBe(`Паспорт школы: ${name}`);
    expect(of(judged({ kind: 'excluded', exclusion: 'x' })).discuss.items[0]).toContain(
      'Сверить ничего не удалось',
    );
  });

  it('tells apart that there is no passport, that it was refused, and that it does not say how many pupils there are', () => {
    const said = (more: Partial<ProfiledSchool>, language: 'ru' | 'en' = 'ru') => {
      const { facts, moreTables } = schoolPassportSheet(aSchool(more), { language, conditions: new Map() });
      return [facts, moreTables?.[0]?.rows[0]?.[1]];
    };
    const passport = { school: 's1', indicators: new Map([['higher_education', missing('not-stated')]]) };
    expect(said({})).toEqual(['Социального паспорта школы нет.', 'паспорта нет']);
    expect(said({ refused: new Set(['passport']) })).toEqual([
      'Социальный паспорт школы заполнен с ошибкой и не принят: где и почему — в issues.csv.',
      'не принято',
    ]);
    expect(said({ passport })).toEqual(['Сколько в школе учеников, в паспорте не сказано.', 'не заполнено']);
    expect(said({ refused: new Set(['passport']) }, 'en')).toEqual([
      'The social passport was filled in wrongly and refused: issues.csv says where and why.',
      'refused',
    ]);
  });

  it('calls a form that was refused not empty', () => {
    const refused = new Set(['self-rating', 'directions', 'special-control'] as const);
    const { sentences } = schoolPassportSheet(aSchool({ refused }), {
      language: 'ru',
      conditions: new Map(),
    });
    expect(sentences.slice(2)).toEqual([
      'Самодиагностика заполнена с ошибкой и не принята: где и почему — в issues.csv.',
      'Направления заполнены с ошибкой и не приняты: где и почему — в issues.csv.',
      'Особый контроль: строка заполнена с ошибкой и не принята, где и почему — в issues.csv.',
    ]);
  });

  it('says of whose tests there are no markers', () => {
    const said = (language: 'ru' | 'en', markers: ProfiledSchool['markers']) =>
      schoolPassportSheet(aSchool(markers === undefined ? {} : { markers }), {
        language,
        conditions: new Map(),
      }).sentences[1];
    expect(said('ru', [])).toBe(
      'Объективность, собственные проверки программы: возможных признаков нет (где учеников мало, их могло быть и не видно).',
    );
    expect(said('en', [])).toMatch(/^Objectivity, tests of our own: no possible markers/);
  });

  it('says why an exit rule cannot be judged', () => {
    const control = {
      school: 's1',
      owner: 'методист',
      since: '2025-09-01',
      reason: 'низкие',
      exit: 'not-low',
    } as const;
    const said = (reason: 'ruleset-unknown' | 'undetermined' | 'too-few') =>
      schoolPassportSheet(aSchool({ controls: [{ control, state: { kind: 'unknown', reason } }] }), {
        language: 'ru',
        conditions: new Map(),
      }).sentences.at(-1);
    const start =
      'Особый контроль с 01.09.2025, отвечает методист; выполнено ли условие снятия, сказать нельзя: ';
    expect(said('ruleset-unknown')).toBe(`${start}по такому правилу не судили ни одну школу.`);
    expect(said('too-few')).toBe(`${start}слишком мало учеников.`);
  });

  it('tells marks, solve rates, markers, conditions beside the others, and what to check', () => {
    const passport = (school: string, share: number) => ({
      school,
      pupils: 100,
      settlement: 'село',
      indicators: new Map<string, Figure>([
        ['single_parent', known(share, 100)],
        ['unemployed', missing('not-stated', 100)],
      ]),
    });
    const risk: RiskFact = { ruleset: 'omsk-2025', class: 'low', listed: true };
    const own = aSchool({
      passport: passport('s1', 0.3),
      works: [work(1), work(2, '2024/2025')],
      risks: [risk],
      markers: [{ work: 'Работа 1', test: 'border-bunching' }],
      checks: differing([{ table: 'self-rating', key: 'failure-risk', value: 'low' }]),
    });
    const other = aSchool({ school: 's2', passport: passport('s2', 0.1) });
    const sheet = schoolPassportSheet(own, { language: 'ru', conditions: conditionSums([own, other]) });
    expect(sheet.facts).toBe('100\u00a0учеников, село.');
    expect(sheet.table?.rows).toEqual([
      ['Работа 1', '20', '5\u00a0%', '45\u00a0%', '30\u00a0%', '20\u00a0%', '60\u00a0%', '50–70\u00a0%'],
    ]);
    expect(sheet.moreTables?.[0]?.rows[1]).toEqual([
      'из неполных семей',
      '30\u00a0%',
      '10\u00a0% (1\u00a0школа)',
    ]);
    expect(sheet.moreTables?.[0]?.rows[2]?.[2]).toBe('–');
    expect(sheet.sentences[0]).toContain(
      'по правилу «Омская область, 2025» — вероятно, низкие (в списке школ с низкими результатами по этому правилу: да)',
    );
    expect(sheet.sentences[1]).toMatch(/возможный признак, требует проверки — Работа 1: /);
    expect(sheet.discuss.items).toEqual([
      'Самодиагностика: «Высокая доля обучающихся с рисками учебной неуспешности» — низкая значимость; а рядом результаты (Омская область, 2025): вероятно, низкие.',
    ]);
  });

  it('has a radar chart beside the conditions where three shares are known, numbered as its axes', () => {
    const passport = (school: string, shares: readonly (number | undefined)[]) => ({
      school,
      indicators: new Map<string, Figure>(
        ['higher_education', 'single_parent', 'unemployed', 'on_registers'].map((id, i) => {
          const share = shares[i];
          return [id, share === undefined ? missing('not-stated') : known(share, 100)];
        }),
      ),
    });
    const own = aSchool({ passport: passport('s1', [0.25, 0.5, undefined, 0.125]) });
    const other = aSchool({ school: 's2', passport: passport('s2', [0.5, 0.25, 0.125, undefined]) });
    const few = aSchool({ school: 's3', passport: passport('s3', [0.4, 0.2]) });
    const conditions = conditionSums([own, other]);
    const drawn: unknown[] = [];
    const sheetOf = (of: ProfiledSchool) =>
      schoolPassportSheet(of, {
        language: 'ru',
        conditions,
        draw: (shares) => {
          drawn.push(shares);
          return '<svg id="radar"></svg>';
        },
      });
    const sheet = sheetOf(own);
    expect(drawn).toEqual([
      {
        axes: [
          'из семей, где у обоих родителей высшее образование',
          'из неполных семей',
          'из семей, где не работает один или оба родителя',
          'на различных видах учёта',
        ],
        school: [0.25, 0.5, undefined, 0.125],
        others: [0.5, 0.25, 0.125, undefined],
        rim: 0.5,
      },
    ]);
    const page = sheetHtml(sheet);
    expect(page).toMatch(
      /<div class="beside"><div class="region".*<th scope="row">2\. из неполных семей<\/th>.*<figure><svg id="radar"><\/svg><figcaption class="note">Сплошная линия — школа, пунктир — в среднем у других; середина — 0\u00a0%, край — 50\u00a0%\./,
    );
    const parts = unzipSync(sheetDocx(sheet));
    const part = (name: string) => new TextDecoder().decode(parts[name]);
    const chart = part('word/charts/chart1.xml');
    const series = [...chart.matchAll(/<c:ser>.*?<\/c:ser>/g)].map(([xml]) => ({
      name: /<c:tx><c:v>(.*?)<\/c:v>/.exec(xml)?.[1],
      shares: [...xml.matchAll(/<c:pt idx="(\d)"><c:v>([\d.]+)<\/c:v>/g)]
        .slice(4)
        .map(([, at, share]) => [Number(at), Number(share)]),
    }));
    expect(series).toEqual([
      {
        name: 'В школе',
        shares: [
          [0, 0.25],
          [1, 0.5],
          [3, 0.125],
        ],
      },
      {
        name: 'В среднем у других',
        shares: [
          [0, 0.5],
          [1, 0.25],
          [2, 0.125],
        ],
      },
    ]);
    expect(chart).toContain('<c:max val="0.5"/>');
    expect(part('[Content_Types].xml')).toContain('PartName="/word/charts/chart1.xml"');
    expect(part('word/_rels/document.xml.rels')).toContain('Id="rIdChart1"');
    expect(part('word/document.xml')).toMatch(/descr="Сплошная линия[^"]*".*<c:chart [^>]*r:id="rIdChart1"/);
    expect(Object.keys(unzipSync(sheetDocx(sheetOf(few)))).join()).not.toContain('chart');
    const plain = sheetHtml(sheetOf(few));
    expect(drawn).toHaveLength(1);
    expect(plain).not.toMatch(/<figure>|2\. из неполных/);
  });

  it('says of how many pupils the shares of marks are, where not all have one', () => {
    const own = aSchool({
      works: [work(1), { ...work(2), wrote: 25 }, { ...work(3), marks: { 2: 0, 3: 0, 4: 0, 5: 0 } }],
    });
    const sheet = schoolPassportSheet(own, { language: 'ru', conditions: conditionSums([own]) });
    expect(sheet.table?.rows.map(([, wrote]) => wrote)).toEqual(['20', '25 (20)', '20 (0)']);
    expect(sheet.table?.notes).toEqual([
      'В скобках — у скольких из них есть отметка: доли отметок — от этого числа.',
    ]);
    const all = aSchool({ works: [work(1)] });
    expect(
      schoolPassportSheet(all, { language: 'ru', conditions: conditionSums([all]) }).table?.notes,
    ).toEqual([]);
  });

  it('counts official markers, which are no guilt', () => {
    const [first, second, third] = official2019.markers;
    if (first === undefined || second === undefined || third === undefined) throw new Error('no markers');
    const computed = (marker: typeof first, marked: boolean): OfficialOutcome => ({
      school: 's1',
      marker,
      n: 20,
      result: { kind: 'computed', statistic: 12, threshold: 11, marked },
    });
    const outcomes: readonly OfficialOutcome[] = [
      computed(first, true),
      computed(second, false),
      { school: 's1', marker: third, n: 0, result: { kind: 'not-computable', needs: 'results' } },
    ];
    const said = (of: Partial<ProfiledSchool>, language: 'ru' | 'en' = 'ru') => {
      const school = aSchool({ markers: [], ...of });
      return schoolPassportSheet(school, { language, conditions: conditionSums([school]) }).sentences[2];
    };
    expect(said({ official: { schoolYear: '2025/2026', outcomes } })).toMatch(
      /^Официальная методика, 2025\/2026: посчитаны 2 из 3 маркеров, для остальных нет данных; возможных признаков среди них 1: .+\(.+, \d+\u00a0класс\)\. Возможный признак, нужен дополнительный анализ/,
    );
    expect(said({ official: { schoolYear: '', outcomes: outcomes.slice(1) } })).toBe(
      'Официальная методика: посчитан 1 из 2 маркеров, для остальных нет данных; возможных признаков среди них 0.',
    );
    expect(said({ official: { schoolYear: '', outcomes: outcomes.slice(2) } })).toContain('нет данных');
    expect(said({ official: { schoolYear: '', outcomes: outcomes.slice(0, 2) } })).toContain(
      'Официальная методика: возможных признаков 1 из 2: ',
    );
    expect(said({})).toContain('работ, которые она смотрит, у школы нет');
    expect(said({ official: { schoolYear: '2025/2026', outcomes } }, 'en')).toContain(
      'A possible marker, needs further analysis',
    );
    const many = official2019.markers.slice(0, 5).map((marker) => computed(marker, true));
    expect(said({ official: { schoolYear: '', outcomes: many } })).toContain('; ещё 2. ');
    const unseen = aSchool();
    expect(
      schoolPassportSheet(unseen, { language: 'ru', conditions: conditionSums([unseen]) }).sentences.join(),
    ).not.toContain('Официальная');
  });

  it('keeps to a page, and counts the works that did not fit', () => {
    const own = aSchool({ works: Array.from({ length: 60 }, (_, i) => work(i)) });
    for (const language of ['ru', 'en'] as const) {
      const sheet = schoolPassportSheet(own, { language, conditions: conditionSums([own]) });
      const shown = sheet.table?.rows.length ?? 0;
      expect(shown).toBeGreaterThan(10);
      expect(shown).toBeLessThan(50);
      expect(sheet.table?.notes.join(' ')).toContain(String(60 - shown));
      expect(sheetDocx(sheet)).toEqual(sheetDocx(sheet));
    }
  });

  it('shows as many works as a page holds, by the widths of its columns', () => {
    const works = Array.from({ length: 15 }, (_, i) => ({
      ...work(i),
      title: 'Математика, 8\u00a0класс, ВПР 2025/2026',
    }));
    const sheet = schoolPassportSheet(aSchool({ works }), { language: 'ru', conditions: new Map() });
    expect(sheet.table?.rows).toHaveLength(15);
    expect(sheet.table?.notes).toEqual([]);
  });

  it('counts what differs and did not fit, whether the page is full or the list is long', () => {
    const check = differing([{ table: 'self-rating', key: 'failure-risk', value: 'low' }]);
    const shown = (checks: number, works: number) =>
      schoolPassportSheet(
        aSchool({
          checks: Array.from({ length: checks }, () => check).flat(),
          works: Array.from({ length: works }, (_, i) => work(i)),
        }),
        { language: 'ru', conditions: new Map() },
      ).discuss.items;
    expect(shown(3, 1)).toHaveLength(3);
    const long = shown(8, 1);
    expect(long).toHaveLength(6);
    expect(long.at(-1)).toBe('Посмотреть остальные расхождения (3) в profile.xlsx.');
    const names = Array.from({ length: 60 }, (_, i) => `Работа с очень длинным названием ${i}`);
    const full = schoolPassportSheet(
      aSchool({
        checks: [...check, ...check, ...check],
        works: Array.from({ length: 60 }, (_, i) => work(i)),
        controls: names.map((owner) => ({
          control: { school: 's1', owner, since: '2025-09-01', reason: 'низкие', exit: 'not-low' },
          state: { kind: 'fulfilled' },
        })),
      }),
      { language: 'ru', conditions: new Map() },
    ).discuss.items;
    expect(full).toHaveLength(3);
    expect(full.at(-1)).toBe('Посмотреть остальные расхождения (1) в profile.xlsx.');
  });

  it('says the same of several things in one breath', () => {
    const of = (key: string, value: string): Statement => ({ table: 'swot', key, value });
    const said = [
      of('parents', 'threat'),
      of('motivation', 'threat'),
      of('parents', 'threat'),
      of('results', 'weakness'),
    ];
    expect(statementsText(said, 'ru')).toBe(
      'SWOT: по пунктам «Низкий уровень вовлечённости родителей», «Низкая учебная мотивация обучающихся» — угроза; SWOT: по пункту «Результаты» — слабая сторона',
    );
    expect(statementsText(said, 'en', 1)).toBe(
      'SWOT, on “Parents are hardly involved”, 1 more – threat; SWOT, on “Results” – weakness',
    );
  });
});
