/**
 * Phrases that mean something only as a whole, and how they are found.
 *
 * @module
 */
import type { NoDeadline, ScheduleDeadline } from '../deadline.js';
import type { Cursor } from './cursor.js';
import type { RelativeDraft } from './expressions.js';

/** What such a phrase says. */
export type Phrase =
  | { readonly is: 'ongoing' | 'onward' | 'remark' }
  | { readonly is: 'none'; readonly reason: NoDeadline['reason'] }
  | { readonly is: 'schedule'; readonly document: ScheduleDeadline['document'] }
  | { readonly is: 'relative'; readonly anchor: RelativeDraft };

/**
 * Alternatives of one word are parted by `|`; `*` stands for any ending and, alone, for any word that means no time;
 * `?` makes a word optional. The longest wording that fits is taken.
 */
const PHRASES: readonly (readonly [phrase: Phrase, wordings: readonly string[]])[] = [
  [
    { is: 'ongoing' },
    [
      'в|на? постоянн* режиме|основе?',
      'на? регулярн*|системн*|систематическ*|долговременн*|бессрочн*|непрерывн* основе',
      'в непрерывном|плановом|штатном|постоянном режиме|порядке',
      'постоянно|непрерывно|систематически|регулярно|бессрочно|периодически|перманентно|системно',
      'систематическ*',
      'все время',
      'на? весь период|срок действия|реализации|обучения|исполнения? *? *?',
      'в|на течение|течении|протяжение|протяжении всего периода|срока|времени реализации|действия|обучения|исполнения? *? *?',
      'в|на течение|течении|протяжение|протяжении периода|срока реализации|действия|обучения|исполнения *? *?',
      'в период реализации|действия|исполнения *? *?',
      'весь период|срок реализации|действия *? *?',
    ],
  ],
  [
    { is: 'onward' },
    [
      'и? в? последующ*|дальнейш* период|периоды|годы|года|лет|годах|годов?',
      'и? на последующ*|дальнейш* период|периоды|годы',
      'и далее|дальше|впредь',
      'далее',
      'и? в последующем|дальнейшем',
    ],
  ],
  [
    { is: 'relative', anchor: { anchor: 'need' } },
    [
      'по|при|в мере|случае? необходимости|потребности|надобности',
      'по мере возникновения|появления|поступления|выявления|готовности|обращения|формирования|выхода *? *? *?',
      'если необходимо|требуется',
      'в рабочем порядке|режиме',
      'по ситуации|обстоятельствам|факту|возможности *?',
      'при возможности|наличии|поступлении|выявлении|возникновении *? *?',
    ],
  ],
  [
    { is: 'relative', anchor: { anchor: 'request' } },
    ['по|при|согласно запрос*|требованию|заявк*|обращени*|заявлени*|заказу|вызову|поручению *? *? *?'],
  ],
  [
    { is: 'relative', anchor: { anchor: 'agreement' } },
    [
      'по|при|согласно согласованию|согласованности|согласовании|договоренности|договору|соглашени* с|со? *? *? *?',
    ],
  ],
  [
    { is: 'relative', anchor: { anchor: 'at-once' } },
    [
      'незамедлительно|немедленно|безотлагательно|срочно|сразу',
      'в кратчайш*|короткие|сжатые срок*',
      'в максимально короткие|сжатые сроки',
      'в ближайшее время',
      'как можно скорее|быстрее',
    ],
  ],
  [
    { is: 'relative', anchor: { anchor: 'next-period' } },
    ['на|в следующ*|нов*|очередн*|предстоящ*|планов* период*'],
  ],
  [
    { is: 'relative', anchor: { anchor: 'several-years' } },
    [
      'в|на течение|течении|протяжение|протяжении ряда лет?',
      'в|на течение|течении|протяжении нескольких лет',
      'ряд лет',
    ],
  ],
  [
    { is: 'none', reason: 'quality' },
    [
      'своевременн* *? *?',
      'в срок',
      'оперативн* *?',
      'качественн* *?',
      'без точного|определенного|конкретного срока',
    ],
  ],
  [{ is: 'none', reason: 'empty' }, ['срок|сроки? не указан*|определен*|установлен*', 'нет', 'без срока']],
  [{ is: 'none', reason: 'quantity' }, ['количество без срока']],
  [
    { is: 'schedule', document: 'schedule' },
    [
      'в установленн*|указанн*|определенн*|утвержденн*|намеченн*|запланированн*|отведенн* срок*|порядке *? *? *?',
      'в срок*? установленн*|указанн*|определенн*|предусмотренн* *? *? *? *?',
      'по|согласно установленн*|утвержденн*|указанн* срок* *? *?',
    ],
  ],
  [
    { is: 'remark' },
    [
      'на долгосрочн*|краткосрочн*|среднесрочн*|планов*|договорн*|бесплатн* основе',
      'однократно|разово|единовременно|единожды|поэтапно|очно|дистанционно|заочно|онлайн|ориентировочно|примерно',
    ],
  ],
];

interface PatternWord {
  readonly optional: boolean;
  /** Any word that is not in the lexicon. */
  readonly any: boolean;
  readonly whole: ReadonlySet<string>;
  readonly stems: readonly string[];
}

interface Wording {
  readonly phrase: Phrase;
  readonly words: readonly PatternWord[];
}

let wordings: readonly Wording[] | undefined;

function allWordings(): readonly Wording[] {
  wordings ??= PHRASES.flatMap(([phrase, each]) =>
    each.map((wording) => ({ phrase, words: wording.split(' ').map(patternWord) })),
  );
  return wordings;
}

function patternWord(pattern: string): PatternWord {
  const optional = pattern.endsWith('?');
  const alternatives = (optional ? pattern.slice(0, -1) : pattern).split('|');
  return {
    optional,
    any: alternatives.includes('*'),
    whole: new Set(alternatives.filter((each) => !each.endsWith('*'))),
    stems: alternatives
      .filter((each) => each.length > 1 && each.endsWith('*'))
      .map((each) => each.slice(0, -1)),
  };
}

/** Reads a whole phrase; steps over it. */
export function takesPhrase(cursor: Cursor): Phrase | undefined {
  if (cursor.peek()?.is !== 'word') return undefined;
  let best: Wording | undefined;
  let longest = 0;
  for (const wording of allWordings()) {
    const length = lengthOf(cursor, wording.words, 0, 0);
    if (length > longest) {
      longest = length;
      best = wording;
    }
  }
  cursor.at += longest;
  return best?.phrase;
}

/** How many words the pattern covers from here; 0 when it does not fit. */
function lengthOf(cursor: Cursor, words: readonly PatternWord[], index: number, ahead: number): number {
  const word = words[index];
  if (word === undefined) return ahead;
  const taken = fits(cursor, word, ahead) ? lengthOf(cursor, words, index + 1, ahead + 1) : 0;
  if (taken > 0 || !word.optional) return taken;
  return lengthOf(cursor, words, index + 1, ahead);
}

function fits(cursor: Cursor, word: PatternWord, ahead: number): boolean {
  const token = cursor.peek(ahead);
  if (token?.is !== 'word') return false;
  if (word.any && token.lexeme === undefined) return true;
  return word.whole.has(token.text) || word.stems.some((stem) => token.text.startsWith(stem));
}
