/**
 * Names of persons in Russian texts.
 *
 * @module
 */

/** A name and where it stands. */
export interface FoundName {
  readonly text: string;
  readonly at: number;
}

/**
 * «Иванова И. И.», «И. И. Иванова», «Иванова Мария Петровна», «Мария Петровна Иванова», «Мария Петровна», «Иванов И.».
 * A person whom something is named after («школа имени А. С. Пушкина») is none of them.
 */
export function namesIn(text: string): readonly FoundName[] {
  return Array.from(text.matchAll(NAME), ({ 0: name, index }) => ({ text: name, at: index })).filter(
    ({ at }) => !NAMED_AFTER.test(text.slice(Math.max(0, at - 120), at)),
  );
}

/** The text without its names; absent when nothing but names stood there. */
export function withoutNames(text: string): string | undefined {
  let rest = '';
  let from = 0;
  for (const { text: name, at } of namesIn(text)) {
    rest += text.slice(from, at);
    from = at + name.length;
  }
  const tidy = `${rest}${text.slice(from)}`
    .replace(/\(\s*[,;–—-]?\s*\)/g, '')
    .replace(/\(\s*[,;–—-]\s*/g, '(')
    .replace(/\s*[,;–—-]\s*\)/g, ')')
    .replace(/[^\S\n]{2,}/g, ' ')
    .replace(/\s+([,;.)])/g, '$1')
    .replace(/([,;])(?:\s*[,;])+/g, '$1')
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim();
  return /\p{L}{2}/u.test(tidy) ? tidy : undefined;
}

const SURNAME = String.raw`(?:\p{Lu}\p{Ll}+|\p{Lu}{3,})(?:-(?:\p{Lu}\p{Ll}+|\p{Lu}{3,}))?`;
const SPACE = String.raw`[^\S\n]{0,2}`;
const GAP = String.raw`[^\S\n]{1,2}`;
const INITIALS = String.raw`\p{Lu}\.${SPACE}\p{Lu}\.`;
const PATRONYMIC = String.raw`\p{Lu}\p{Ll}+(?:[вкмь]ич|вна|чна|оглы|кызы)(?:а|у|ем|е|ом|ы|ой|ну)?`;
/** Of one initial only where the surname looks like one: «Приложение А.» is no name. */
const PLAIN_SURNAME = String.raw`\p{Lu}\p{Ll}+(?:ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|ская|цкий|цкая|енко)(?:а|у|ым|ой)?`;

const NAME = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${[
    `${SURNAME}${GAP}${INITIALS}`,
    `${INITIALS}${SPACE}${SURNAME}`,
    `${SURNAME}${GAP}\\p{Lu}\\p{Ll}+${GAP}${PATRONYMIC}`,
    `\\p{Lu}\\p{Ll}+${GAP}${PATRONYMIC}(?:${GAP}${SURNAME})?`,
    `${PLAIN_SURNAME}${GAP}\\p{Lu}\\.`,
  ].join('|')})(?!\p{L})`,
  'gu',
);

/** Words in front of a person whom something is named after, with his titles. */
const NAMED_AFTER = /(?<!\p{L})(?:имени|им\.|им|памяти)(?:\s+[\p{L}.-]+){0,6}\s*$/iu;
