/**
 * Amounts, steps and remarks: words beside a deadline that change no date.
 *
 * @module
 */
import type { Checkpoint, Several } from '../recurrence.js';
import type { Cursor } from './cursor.js';

/** «5-9 классы», «для 9, 11 классов»: steps over it. */
export function takesGrades(cursor: Cursor): boolean {
  const read = cursor.attempt((c) => {
    if (c.takesText('для')) c.skip('whole');
    else c.takes('in');
    let numbers = 0;
    while (c.number() !== undefined || c.seesSign('-,') || c.sees('and', 'along')) {
      if (c.number() !== undefined) numbers++;
      c.at++;
    }
    const token = c.peek();
    if (numbers === 0 || token?.is !== 'word' || !/^(класс|кл$)/.test(token.text)) return undefined;
    c.at++;
    return true;
  });
  return read === true;
}

/** Nouns of amounts. */
const COUNTED =
  /^(человек|чел$|балл|процент|консультаци|занят|учител|педагог|ученик|обучающ|школ|мероприяти|урок|посещен|работ|экземпляр|проект|отчет)/;

/** «не менее чем на 3 %», «минимум по 3 консультации», «100 %»: steps over it. */
export function takesQuantity(cursor: Cursor): boolean {
  const read = cursor.attempt((c) => {
    let marked = false;
    let lead = 0;
    while (
      c.sees('not', 'less', 'more', 'than', 'minimum', 'along', 'on', 'until', 'of') ||
      c.seesSign(',')
    ) {
      marked ||= c.sees('minimum', 'less', 'more');
      if (c.seesSign(',') && lead === 0) return undefined;
      lead++;
      c.at++;
    }
    if (c.takesText('максимум')) marked = true;
    c.skip('along');
    if (c.takesCount() === undefined) return undefined;
    while (c.takesSign('-,') && c.takesCount() !== undefined);
    if (c.takesSign('%')) return skipNouns(c);
    const token = c.peek();
    if (token?.is !== 'word' || token.lexeme !== undefined) return undefined;
    return marked || COUNTED.test(token.text) ? skipNouns(c) : undefined;
  });
  return read === true;
}

function skipNouns(c: Cursor): true {
  c.skipUnknownWords();
  return true;
}

const STEPS: readonly (readonly [stem: string, name: Checkpoint])[] = [
  ['первичн', 'first'],
  ['вводн', 'introductory'],
  ['входн', 'entry'],
  ['стартов', 'starting'],
  ['предварительн', 'preliminary'],
  ['промежуточн', 'interim'],
  ['рубежн', 'boundary'],
  ['контрольн', 'control'],
  ['повторн', 'repeated'],
  ['итогов', 'final'],
  ['заключительн', 'concluding'],
];

/** «первичный, промежуточный, итоговый»: two or more steps of control. */
export function takesCheckpoints(cursor: Cursor): Several<Checkpoint> | undefined {
  return cursor.attempt((c): Several<Checkpoint> | undefined => {
    const names: Checkpoint[] = [];
    for (;;) {
      const name = takesStep(c);
      if (name === undefined) break;
      names.push(name);
      const goesOn = c.attempt((d) => {
        if (!d.takesSign(',/-')) d.takes('and');
        return stepHere(d) === undefined ? undefined : true;
      });
      if (goesOn === undefined) break;
    }
    const [first, second, ...rest] = names;
    if (first === undefined || second === undefined) return undefined;
    const noun = c.peek();
    if (noun?.is === 'word' && /^(контрол|этап|мониторинг|диагностик|срез)/.test(noun.text)) c.at++;
    return [first, second, ...rest];
  });
}

/** «входной контроль» beside a date: steps over it. */
export function takesOneStep(cursor: Cursor): boolean {
  if (takesStep(cursor) === undefined) return false;
  cursor.skipUnknownWords();
  return true;
}

/** «1 раз» before «в сентябре», «в I четверти»: the month or period says it all. Steps over it. */
export function takesOnce(cursor: Cursor): boolean {
  const read = cursor.attempt((c) => {
    const count = c.takesCount() ?? 1;
    if (count !== 1 || !c.takes('times') || !c.sees('in')) return undefined;
    const next = c.peek(1);
    const dated = c.lexeme(1)?.is === 'month' || next?.is === 'number' || c.lexeme(1)?.is === 'ordinal';
    return dated ? true : undefined;
  });
  return read === true;
}

/** «школьный этап», «первый тур»: steps over it. */
export function takesStage(cursor: Cursor): boolean {
  const read = cursor.attempt((c) => {
    for (let words = 0; words < 3; words++) {
      const token = c.peek();
      if (token?.is === 'word' && /^(этап|тур$|тура$|туры$|срез)/.test(token.text)) {
        c.at++;
        c.skipUnknownWords();
        return true;
      }
      const attribute =
        token?.is === 'word'
          ? token.lexeme === undefined || token.lexeme.is === 'ordinal'
          : token?.is === 'number';
      if (!attribute) return undefined;
      c.at++;
    }
    return undefined;
  });
  return read === true;
}

/** «в 14:00», «до 18:00»: steps over it. */
export function takesTime(cursor: Cursor): boolean {
  const read = cursor.attempt((c) => {
    const limit = c.sees('until', 'by');
    c.takes('in', 'until', 'by', 'from', 'along', 'on');
    if (c.peek()?.is !== 'time') return undefined;
    c.at++;
    const dated = c.peek()?.is === 'date' || c.lexeme(1)?.is === 'month';
    return limit && dated ? undefined : true;
  });
  return read === true;
}

function stepHere(c: Cursor): Checkpoint | undefined {
  const token = c.peek();
  return token?.is === 'word' ? STEPS.find(([stem]) => token.text.startsWith(stem))?.[1] : undefined;
}

function takesStep(c: Cursor): Checkpoint | undefined {
  const name = stepHere(c);
  if (name !== undefined) c.at++;
  return name;
}
