import type { DeclaredDeficit, Offer, SupportPlan } from '@orientir/core/support';
import { candidates, planSupport } from '@orientir/core/support';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/index.js';
import { associationAgendas } from './agenda.js';
import { teacherLetters } from './letter.js';
import { shownOffer, shownPlace, shownSlot } from './shown-offer.js';
import { originSentences, topicOrigins } from './topic-origin.js';

const anOffer = (of: Partial<Offer> = {}): Offer => ({
  offer: 'м-1',
  kind: 'объединение',
  topics: [],
  strength: 3,
  places: 50,
  minGroup: 0,
  hours: 2,
  cost: 0,
  ...of,
});
const planned = (offer: Offer, deficits: readonly DeclaredDeficit[]): SupportPlan =>
  planSupport(
    candidates(
      [...new Set(deficits.map(({ teacher }) => teacher))].map((teacher) => ({
        teacher,
        school: `s-${teacher}`,
        limit: 2,
        slots: [],
        groups: [],
      })),
      [{ ...offer, topics: [...new Set(deficits.map(({ topic }) => topic))] }],
      deficits,
    ),
  );
const from = (source: string | undefined, topic = 'Проценты'): DeclaredDeficit => ({
  teacher: 't',
  topic,
  severity: 2,
  ...(source === undefined ? {} : { source }),
});

describe('where a topic comes from', () => {
  it.each([
    [
      'заявлено учителем',
      '«Проценты»: эту тему назвали вы. Если она уже не нужна, напишите отправителю.',
      true,
    ],
    ['self', '«Проценты»: эту тему назвали вы. Если она уже не нужна, напишите отправителю.', true],
    ['заявлено завучем', '«Проценты»: заявлено завучем. Это предположение, а не оценка вашей работы.', false],
    ['диагностика: предметный блок', '«Проценты»: диагностика, предметный блок. Это предположение', true],
    ['Методическая диагностика', '«Проценты»: диагностика, методический блок. Это предположение', true],
    ['диагностика ВПР', '«Проценты»: диагностика. Это предположение', false],
    ['результаты работ', '«Проценты»: предположение по результатам работ учеников, а не', false],
    ['results', 'Как учить теме «Проценты»: предположение по результатам работ учеников, а не', false],
    [undefined, '«Проценты». Это предположение, а не оценка вашей работы.', false],
  ])('of %s is said in words', (source, said, isWithoutResults) => {
    const origins = topicOrigins(planned(anOffer(), [from(source)]), 't', 'ru');
    const [sentence = ''] = originSentences(origins, 'sender', 'ru');
    expect(sentence.slice(0, said.length)).toBe(said);
    expect(origins.isWithoutResults).toBe(isWithoutResults);
    expect(origins.isAllDeclared).toBe(/назвали вы/.test(said));
    expect(
      originSentences(topicOrigins(planned(anOffer(), [from(source)]), 't', 'en'), 'sender', 'en')[0],
    ).toMatch(/^(?:How to teach )?“Проценты”/);
  });

  it('is said once for topics alike, and a block of the bank by its name', () => {
    const plan = planned(anOffer(), [
      from('self', 'А'),
      from('self', 'Б'),
      from('diagnostics', 'methodical'),
    ]);
    expect(originSentences(topicOrigins(plan, 't', 'ru'), 'companion', 'ru')).toEqual([
      '«методический блок диагностики»: диагностика. Это предположение, а не оценка вашей работы. Если это не так, вычеркните тему.',
      '«А», «Б»: эти темы назвали вы. Если какая-то из них уже не нужна, вычеркните её.',
    ]);
  });
});

describe('how an offer is shown', () => {
  it.each([
    ['чт 15:00', 'четверг, 15:00, дата: ______'],
    ['Вт., 9.30', 'вторник, 9:30, дата: ______'],
    ['ср', 'среда, дата и время: ______'],
    ['2026-12-03', '03.12.2026'],
    ['2026-12-03 15:00', '03.12.2026, 15:00'],
    ['первая неделя', 'первая неделя'],
    [undefined, 'в любое удобное время'],
  ])('at %s', (slot, shown) => {
    expect(shownSlot(anOffer(slot === undefined ? {} : { slot }), 'ru')).toBe(shown);
  });

  it('names a school by its id with a line for the address, an address as it is, and a name on one line', () => {
    const schools = new Set(['s1']);
    expect(shownPlace(anOffer({ place: 'S1', format: 'очно' }), schools, 'ru')).toBe(
      'очно, школа S1, адрес: ______',
    );
    expect(shownPlace(anOffer({ place: 'ИРО, Ленина 1' }), schools, 'ru')).toBe('ИРО, Ленина 1');
    expect(shownOffer(anOffer({ offer: 'Биология-район-1' }), 'ru')).toBe(
      'методическое объединение «Биология\u2011район\u20111»',
    );
  });

  it('has a place in a letter only where places are limited', async () => {
    const letterOf = async (offer: Offer) => {
      const [letter] = teacherLetters(planned(offer, [from('self')]), [], 'ru');
      return JSON.stringify((await readDocument(letter?.docx() ?? new Uint8Array(), 'a.docx')).blocks);
    };
    const video = await letterOf(anOffer({ kind: 'видео' }));
    expect(video).toContain('Видео доступно; ссылку даст отправитель.');
    expect(video).not.toMatch(/Место для вас|место могут отдать/);
    const meeting = await letterOf(anOffer({ slot: 'чт 15:00' }));
    expect(meeting).toContain('Место для вас есть');
    expect(meeting).toContain('Если не ответите, место могут отдать другим, больше ничего не произойдёт.');
  });
});

/** Rows of the table of an agenda. */
async function agendaOf(plan: SupportPlan): Promise<readonly (readonly string[])[]> {
  const [agenda] = associationAgendas(plan, 'ru');
  const { blocks } = await readDocument(agenda?.docx() ?? new Uint8Array(), 'a.docx');
  return blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map(({ cells }) => cells.map(({ text }) => text)) : [],
  );
}

describe('an agenda', () => {
  const topics = ['Дроби', 'Письмо', 'Проценты', 'Слово', 'Чтение'];
  const needs = (most: number) =>
    fc
      .array(fc.subarray(topics, { minLength: 1 }), { minLength: 1, maxLength: most })
      .map((byTeacher) =>
        byTeacher.flatMap((own, t) =>
          own.map(
            (topic, i): DeclaredDeficit => ({ teacher: `t${t}`, topic, severity: i % 2 === 0 ? 3 : 1 }),
          ),
        ),
      );

  it('takes the whole time of the meeting, 10 to 20 minutes of it for the end', async () => {
    await fc.assert(
      fc.asyncProperty(needs(9), fc.integer({ min: 45, max: 240 }), async (deficits, minutes) => {
        const rows = await agendaOf(planned(anOffer({ hours: minutes / 60 }), deficits));
        const times = rows.slice(1).map((row) => Number(row.at(-1)));
        expect(times.reduce((sum, time) => sum + time, 0)).toBe(minutes);
        expect(Math.min(...times)).toBeGreaterThan(0);
        expect(times.at(-1)).toBeGreaterThanOrEqual(10);
        expect(times.at(-1)).toBeLessThan(20);
      }),
      { numRuns: 40 },
    );
  });

  it('of fewer than five says nothing that depends on who needs what', async () => {
    await fc.assert(
      fc.asyncProperty(needs(4), async (deficits) => {
        const all = [...new Set(deficits.map(({ topic }) => topic))];
        const teachers = [...new Set(deficits.map(({ teacher }) => teacher))];
        const everybody = teachers.flatMap((teacher) =>
          all.map((topic): DeclaredDeficit => ({ teacher, topic, severity: 2 })),
        );
        const [agenda] = associationAgendas(planned(anOffer(), deficits), 'ru');
        const [same] = associationAgendas(planned(anOffer(), everybody), 'ru');
        expect(agenda?.docx()).toEqual(same?.docx());
      }),
      { numRuns: 40 },
    );
  });
});
