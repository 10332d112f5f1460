import type { FullAnalysis, OptionResult } from '@orientir/core/analysis';
import type { Assessment } from '@orientir/core/assessment';
import { describeMissing } from '@orientir/core/foundation';
import type { Both } from './text.js';
import { both, say } from './text.js';

/** Which keys and options to look at; empty where the work has no items with a key. */
export function optionsLine(
  { id }: Assessment,
  { optionResults }: Pick<FullAnalysis, 'optionResults'>,
): string {
  const own = optionResults.filter(({ assessment }) => assessment === id);
  if (own.length === 0) return '';
  const missing = own.find(({ share }) => share.kind === 'missing')?.share;
  const sentences = missing?.kind === 'missing' ? [none(missing.reason)] : flagged(own);
  return `<p>${[...sentences, WHERE].map(say).join(' ')}</p>`;
}

const WHERE = both('Все варианты ответа — в distractors.csv.', 'All options: distractors.csv.');

function none(reason: Parameters<typeof describeMissing>[0]): Both {
  return both(
    `Варианты ответа не разобраны: ${describeMissing(reason, 'ru')}.`,
    `Options were not analysed: ${describeMissing(reason, 'en')}.`,
  );
}

function flagged(own: readonly OptionResult[]): readonly Both[] {
  const doubtful = own.filter(({ flags }) => flags.includes('key-doubtful')).map(({ item }) => item);
  const unused = own
    .filter(({ role, flags }) => role === 'key' && flags.includes('nobody'))
    .map(({ item }) => item);
  const stronger = named(own.filter((of) => of.flags.includes('stronger') && !doubtful.includes(of.item)));
  const idle = named(
    own.filter(({ role, flags }) => role !== 'key' && (flags.includes('nobody') || flags.includes('rare'))),
  );
  const all = [
    ...(doubtful.length === 0
      ? []
      : [
          both(
            `Проверьте ключ: ${doubtful.join(', ')} — другой вариант выбирают более сильные ученики, а выбравшие ключ в остальных заданиях не сильнее прочих.`,
            `Check the key: ${doubtful.join(', ')}. Stronger pupils choose another option, and those who choose the key do no better than others on the other items.`,
          ),
        ]),
    ...(unused.length === 0
      ? []
      : [
          both(
            `Верный вариант не выбрал никто: ${unused.join(', ')}; проверьте ключ.`,
            `Nobody chose the key: ${unused.join(', ')}. Check it.`,
          ),
        ]),
    ...(stronger === ''
      ? []
      : [
          both(
            `Неверный вариант выбирают ученики сильнее тех, кто выбрал ключ: ${stronger}; возможно, верны оба или вопрос неясен.`,
            `Pupils who choose a wrong option are stronger than those who choose the key: ${stronger}. Perhaps both are right, or the question is not clear.`,
          ),
        ]),
    ...(idle === ''
      ? []
      : [
          both(`Никто или почти никто не выбирает: ${idle}.`, `Nobody, or hardly anybody, chooses: ${idle}.`),
        ]),
  ];
  return all.length > 0
    ? all
    : [
        both(
          'Среди вариантов ответа ничего необычного не видно.',
          'Nothing unusual is seen among the options.',
        ),
      ];
}

/** `3 (Б), 7 (А, Г)` */
function named(options: readonly OptionResult[]): string {
  const byItem = new Map<string, string[]>();
  for (const { item, option = '' } of options) byItem.set(item, [...(byItem.get(item) ?? []), option]);
  return [...byItem].map(([item, of]) => `${item} (${of.join(', ')})`).join(', ');
}
