import type { PublishedMeasure, PublishedPlan } from '../published-plan.js';
import { shortName } from './short-name.js';

/** Deadlines that have days, as a calendar of whole days (RFC 5545). */
export function icsOf(plan: PublishedPlan, shown: readonly PublishedMeasure[], today: string): string {
  const events = shown.flatMap((measure) => {
    const days =
      measure.days.length > 0 ? measure.days : measure.end === undefined ? [] : [{ end: measure.end }];
    return days.map(({ end }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(`${plan.id}-${measure.id}-${end}`)}@orientir`,
      `DTSTAMP:${compact(today)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(end)}`,
      `SUMMARY:${escaped(shortName(measure, plan, 200))}`,
      ...(measure.responsible.length === 0 ? [] : [`DESCRIPTION:${escaped(measure.responsible.join(', '))}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]);
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Orientir//plan//RU',
    ...events.flat(),
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('');
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\s*\n\s*/g, '\\n');
}

/** Lines of at most 75 bytes, broken between characters. */
function folded(line: string): string {
  let text = '';
  let bytes = 0;
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes + size > 74) {
      text += '\r\n ';
      bytes = 1;
    }
    text += character;
    bytes += size;
  }
  return `${text}\r\n`;
}
