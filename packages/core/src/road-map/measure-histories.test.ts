import { describe, expect, it } from 'vitest';
import { aMeasure, aPlan } from '../../test/road-map/a-plan.js';
import { parseDeadline } from '../calendar/parse-deadline.js';
import { describeHistory } from './describe-history.js';
import { measureHistories } from './measure-histories.js';

const until = (text: string) => parseDeadline(text, { schoolYear: '2025/2026' }).deadline;
const seminar = aMeasure('m1', { number: '1.', text: 'Семинар' });
const visit = aMeasure('m2', { number: '2.', text: 'Выезд' });
const same = aMeasure('m4', { text: 'Собрание' });
const versions = [
  { date: '2025-09-01', plan: aPlan([seminar, visit, same]) },
  { date: '2025-10-15', plan: aPlan([{ ...seminar, deadline: until('до 1 ноября') }, same]) },
  {
    date: '2026-01-20',
    plan: aPlan([
      aMeasure('m3', { text: 'Консультации' }),
      { ...seminar, deadline: until('до 1 декабря'), responsible: [] },
      same,
    ]),
  },
];

describe('measureHistories', () => {
  it('follows measures over the versions and leaves out those that stayed', () => {
    const histories = measureHistories(versions);
    expect(
      histories.map(({ measure, added, removed, fields }) => [
        measure,
        added,
        removed,
        fields.map(({ field }) => field),
      ]),
    ).toEqual([
      ['m3', '2026-01-20', undefined, []],
      ['m1', undefined, undefined, ['deadline', 'responsible']],
      ['m2', undefined, '2025-10-15', []],
    ]);
  });

  it('knows a measure that came back', () => {
    const [first, second] = versions;
    if (first === undefined || second === undefined) throw new Error('no versions');
    const back = measureHistories([first, second, { ...first, date: '2026-02-01' }]);
    expect(back.find(({ measure }) => measure === 'm2')).toEqual({
      measure: 'm2',
      number: '2.',
      text: 'Выезд',
      added: '2026-02-01',
      fields: [],
    });
  });

  it('has nothing to tell of one version or none', () => {
    expect(measureHistories(versions.slice(0, 1))).toEqual([]);
    expect(measureHistories([])).toEqual([]);
  });
});

describe('describeHistory', () => {
  it('says it so that a head teacher understands it', () => {
    expect(measureHistories(versions).flatMap((each) => describeHistory(each, 'ru'))).toEqual([
      '«Консультации»',
      '  добавлено 20.01.2026',
      'пункт 1 «Семинар»',
      '  срок: с 01.09.2025 — «до 1 октября 2025 года»; с 15.10.2025 — «до 1 ноября»; с 20.01.2026 — «до 1 декабря».',
      '  ответственные: с 01.09.2025 — «Директор»; с 20.01.2026 — не указано.',
      'пункт 2 «Выезд»',
      '  исключено 15.10.2025',
    ]);
    const [, english] = measureHistories(versions).map((each) => describeHistory(each, 'en'));
    expect(english?.[0]).toBe('item 1 «Семинар»');
    expect(english?.[1]).toMatch(/^ {2}deadline: from 2025-09-01 — /);
  });

  it('says where only the meaning of the same words changed', () => {
    const [first] = versions;
    if (first === undefined) throw new Error('no version');
    const other = { ...until('до 1 ноября 2025 года'), raw: 'до 1 октября 2025 года' };
    const later = { date: '2025-11-01', plan: aPlan([{ ...seminar, deadline: other }, visit, same]) };
    expect(measureHistories([first, later]).flatMap((each) => describeHistory(each, 'ru'))[1]).toBe(
      '  срок: с 01.09.2025 — «до 1 октября 2025 года»; с 01.11.2025 — изменены подробности.',
    );
  });
});
