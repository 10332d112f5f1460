/**
 * Dates that stand in another document: «по графику», «в соответствии с приказом № 5 от 30.08.2024».
 *
 * @module
 */
import type { ScheduleDeadline } from '../deadline.js';
import type { Cursor } from './cursor.js';
import { skipTail } from './tail.js';

type Document = ScheduleDeadline['document'];

const DOCUMENTS: readonly (readonly [document: Document, stems: readonly string[]])[] = [
  ['schedule', ['график', 'циклограмм', 'календар']],
  ['plan', ['план', 'программ', 'карт', 'проект']],
  ['timetable', ['расписан']],
  [
    'order',
    [
      'приказ',
      'распоряжен',
      'письм',
      'положен',
      'регламент',
      'инструкц',
      'порядк',
      'методик',
      'постановлен',
      'решен',
      'рекомендац',
      'документ',
      'указан',
      'закон',
      'требован',
    ],
  ],
];

/** Reads a reference to a document that holds the dates; steps over it. */
export function takesSchedule(cursor: Cursor): Document | undefined {
  if (takesSetTerms(cursor)) return 'schedule';
  return cursor.attempt((c) => {
    if (!takesAccordingTo(c)) return undefined;
    for (let adjectives = 0; adjectives < 5; adjectives++) {
      const document = documentHere(c);
      if (document !== undefined) {
        c.at++;
        skipTail(c);
        return document;
      }
      if (!isAttribute(c)) return undefined;
      c.at++;
    }
    return undefined;
  });
}

/** «в сроки, установленные Рособрнадзором». */
function takesSetTerms(cursor: Cursor): boolean {
  const read = cursor.attempt((c) => {
    if (!c.takes('in', 'on') || !c.takes('term')) return undefined;
    c.takesSign(',');
    const token = c.peek();
    const set =
      token?.is === 'word' &&
      /^(установлен|указан|определен|предусмотрен|утвержден|обозначен)/.test(token.text);
    if (!set) return undefined;
    skipTail(c);
    return true;
  });
  return read === true;
}

/** Steps over «приказ № 5 от 30.08.2024»: where a document is only named, it changes no date. */
export function takesDocumentName(cursor: Cursor): boolean {
  const token = cursor.peek();
  if (token?.is !== 'word' || !/^(приказ|протокол|письм|распоряжен|постановлен)/.test(token.text))
    return false;
  cursor.at++;
  skipTail(cursor);
  return true;
}

function takesAccordingTo(cursor: Cursor): boolean {
  const read = cursor.attempt((c) => {
    if ((c.takes('along') && !c.seesText('мере')) || c.takesText('согласно', 'соответственно')) return true;
    if (c.takes('on')) return c.takesText('основании') ? true : undefined;
    return c.takes('in') && c.takesText('соответствии', 'соответствие') && c.takes('from') ? true : undefined;
  });
  return read === true;
}

function documentHere(c: Cursor): Document | undefined {
  const token = c.peek();
  if (token?.is !== 'word' || (token.lexeme !== undefined && token.lexeme.is !== 'name')) return undefined;
  if (/ого$|ому$|ым$|ой$|ных$|ным$/.test(token.text)) return undefined;
  return DOCUMENTS.find(([, stems]) => stems.some((stem) => token.text.startsWith(stem)))?.[0];
}

function isAttribute(c: Cursor): boolean {
  const token = c.peek();
  if (token?.is !== 'word') return false;
  const { lexeme } = token;
  if (lexeme === undefined || lexeme.is === 'ordinal') return true;
  if (lexeme.is === 'frequency') return lexeme.adjective;
  return (
    lexeme.is === 'name' &&
    ['school', 'this', 'calendar', 'working', 'whole', 'new', 'filler'].includes(lexeme.name)
  );
}
