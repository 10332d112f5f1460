import type { Language } from '@orientir/core/foundation';
import type { Stamp } from '@orientir/core/road-map';
import { STAMP_KINDS } from '@orientir/core/road-map';
import { dateInWords } from './plan-date.js';
import { shownText } from './shown-text.js';
import { writingWords } from './writing-words.js';

/**
 * The lines of an approval stamp («гриф согласования, утверждения»): heading, position, organisation, place for the
 * signature with the name, date, order. What is not known is left blank to be written by hand.
 *
 * A stamp of which only the text is known keeps its text.
 */
export function stampLines(stamp: Stamp, language: Language): readonly string[] {
  const { kind, position, organisation, name, date, document, raw } = stamp;
  const heading = STAMP_KINDS[kind][language].toUpperCase();
  const known = [position, organisation, name, date, document].some((each) => each !== undefined);
  if (!known && raw !== undefined && raw.trim() !== '') {
    const lines = shownText(raw)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return lines[0]?.toUpperCase().startsWith(heading) === true ? lines : [heading, ...lines];
  }
  const words = writingWords(language);
  return [
    heading,
    position === undefined ? `${BLANK}${BLANK}` : shownText(position),
    ...(organisation === undefined ? [] : [shownText(organisation)]),
    `${BLANK} ${name === undefined ? BLANK : shownText(name)}`,
    (date === undefined ? words.blankDate : quotedDay(date, language)).replaceAll(' ', '\u00a0'),
    ...(document === undefined ? [] : [shownText(document)]),
  ];
}

const BLANK = '______________';

/** `«05» октября 2025 г.` */
function quotedDay(date: string, language: Language): string {
  return dateInWords(date, language).replace(/^\d+/, (day) =>
    language === 'ru' ? `«${day.padStart(2, '0')}»` : day,
  );
}
