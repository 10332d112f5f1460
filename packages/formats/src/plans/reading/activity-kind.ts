import type { ActivityKind } from '@orientir/core/road-map';

/**
 * What is done with people, by the word that comes first in the text of a measure; absent where none does. Results of an
 * activity («по итогам мониторинга», «данные собеседований») are not the activity.
 */
export function activityKind(text: string): ActivityKind | undefined {
  const words = text.slice(0, 2000).toLowerCase().replace(/ё/g, 'е');
  let first: { at: number; kind: ActivityKind } | undefined;
  for (const { kind, pattern } of KINDS) {
    const at = words.search(pattern);
    if (at >= 0 && (first === undefined || at < first.at)) first = { at, kind };
  }
  return first?.kind;
}

const RESULT =
  '(?<!(?:результат|итог|данн|материал|основани|основ|учет|анализ)[а-я]{0,3} (?:[а-я-]{3,20} ){0,2})(?<![а-я])';
const pattern = (word: string) => new RegExp(`${RESULT}(?:${word})`, 'u');

const KINDS: readonly { readonly kind: ActivityKind; readonly pattern: RegExp }[] = [
  {
    kind: 'meeting',
    pattern: pattern('совещани|педсовет|педагогическ\\S{2,3} совет|административн\\S{2,3} совет'),
  },
  { kind: 'consultation', pattern: pattern('консульт') },
  { kind: 'seminar', pattern: pattern('семинар|вебинар|практикум') },
  { kind: 'visit', pattern: pattern('десант|(?:методическ\\S{2,3} )?выезд(?!н)|выездн\\S{2,3} ') },
  { kind: 'openDay', pattern: pattern('д(?:ень|ня|ни|ней|нем) открытых дверей') },
  { kind: 'interview', pattern: pattern('собеседовани') },
  { kind: 'monitoring', pattern: pattern('мониторинг(?:а|у|ом|е|и|ов|ам|ами|ах)?(?![а-я])') },
];
