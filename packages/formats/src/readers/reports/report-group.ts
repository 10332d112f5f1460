/** Which unit a row of a report is about. @module */
import type { StatedLevel } from '@orientir/core/assessment';

export interface ReportGroup {
  readonly level: StatedLevel;
  /** Without its code. */
  readonly name: string;
  /** Login of a school. */
  readonly login?: string;
}

/** The whole sample, as a unit. */
export const COUNTRY = 'Россия';

/**
 * Reads `Вся выборка`, `Вымышленная область`, `Район А(reg99_m001)`, `МБОУ «СОШ № 1» (edu000001)`. Absent for groups that
 * are no units: pupils with one mark, other parts of a unit.
 */
export function reportGroup(text: string): ReportGroup | undefined {
  if (COUNTRY_WORDS.test(text)) return { level: 'country', name: COUNTRY };
  const coded = /^(.*?)\s*\(\s*([a-z]{3}\d{2,}(?:_[a-z]?\d+)?)\s*\)$/i.exec(text);
  if (coded !== null) {
    const [, name = '', given = ''] = coded;
    const code = given.toLowerCase();
    if (/^reg\d+_/.test(code)) return { level: 'municipality', name: name || code };
    if (/^reg/.test(code)) return { level: 'region', name: name || code };
    return { level: 'school', name: name || code, login: code };
  }
  if (/^[a-z]{3}\d{4,}$/i.test(text)) return { level: 'school', name: text, login: text.toLowerCase() };
  if (PARTS.test(text) || !/\p{L}{3}/u.test(text)) return undefined;
  if (SCHOOL_WORDS.test(text)) return { level: 'school', name: text, login: text };
  return { level: MUNICIPAL_WORDS.test(text) ? 'municipality' : 'region', name: text };
}

/** `Регион`, `Муниципалитет`, `ОО`, `РФ` above a column. */
export function levelWord(text: string): StatedLevel | undefined {
  const plain = text.toLowerCase().replace(/[,\s]*%$/, '');
  if (COUNTRY_WORDS.test(plain)) return 'country';
  if (/^(регион|субъект( рф)?)$/.test(plain)) return 'region';
  if (/^(муниципалитет|мо|район)$/.test(plain)) return 'municipality';
  return /^(оо|школа)$/.test(plain) ? 'school' : undefined;
}

const COUNTRY_WORDS = /^(вся выборка|рф|россия|российская федерация)$/i;
const PARTS =
  /^(итого|всего|прочие|отметка|группа|участник|ниже базового|базовый|выше базового|высокий|низкий)/i;
const SCHOOL_WORDS = /(^|[ «"])(сош|оош|нош|лицей|гимназия|школа)([ №»"]|$)|^(м|г|ч)[бкао]?оу /i;
const MUNICIPAL_WORDS = /муниципальн|городской округ|район|^г\. |^город /i;
