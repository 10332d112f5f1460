/** Recognises the standard reports that hold totals of units and no pupils, by the cells of their header. @module */

export type ReportKind = 'marks' | 'journal' | 'scores' | 'items' | 'planned';

/** Which report a header belongs to; `headers` in lower case. A header that a later version invents is none of them. */
export function reportKind(headers: readonly string[]): ReportKind | undefined {
  const has = (pattern: RegExp) => headers.some((text) => pattern.test(text));
  if (has(/^код участника$/)) return undefined;
  if (NUMBER_OF_ITEM.test(headers[0] ?? '')) return has(MAXIMUM) ? 'planned' : undefined;
  const groups = headers[0] === 'группы участников';
  if (!groups && !(has(/^год$/) && has(PUPILS))) return undefined;
  if (has(/^понизили/)) return 'journal';
  const numbers = headers.filter((text) => /^\d+$/.test(text)).join(' ');
  if (/^0( 1|$)/.test(numbers)) return 'scores';
  if (headers.filter((text) => MARK.test(text)).length === 4 && !has(/^1( |\(|$)/)) return 'marks';
  return groups && has(/^\d+([.,(кk ]|$)/) ? 'items' : undefined;
}

/** `Кол-во участников`, `Кол-во участников(всего)`. */
export const PUPILS = /^(кол-во|количество) участников( ?\(всего\))?$/;
export const SCHOOLS = /^(кол-во|количество) оо$/;
/** `2`, `«2»`, `2 (%)`. */
export const MARK = /^«?([2-5])»?(,? ?\(?%\)?)?$/;
export const MAXIMUM = /^макс(имальный|\.)? ?(первичный )?балл/;
const NUMBER_OF_ITEM = /^(номер задания|№( задания)?)$/;
