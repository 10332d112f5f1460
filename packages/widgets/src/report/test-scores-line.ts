import type { FullAnalysis, TestScoreResult } from '@orientir/core/analysis';
import type { Assessment } from '@orientir/core/assessment';
import { pluralRu } from '@orientir/core/foundation';
import { pupils, whyMissing } from './report-words.js';
import type { Both } from './text.js';
import { both, capital, count, number, say, share } from './text.js';

/** What the test scores of ЕГЭ say of all pupils of a work; empty where the work has none. */
export function testScoresLine(
  { id }: Assessment,
  { testScores, testScoreRules }: Pick<FullAnalysis, 'testScores' | 'testScoreRules'>,
): string {
  const all = testScores.find(({ assessment, level }) => assessment === id && level === 'all');
  if (all === undefined) return '';
  const sentences =
    all.mean.kind === 'missing'
      ? [whyNone(all)]
      : [...figures(all, testScoreRules), ...origin(all, testScoreRules)];
  return `<p>${sentences.map(say).join(' ')}</p>`;
}

type Rules = FullAnalysis['testScoreRules'];

function whyNone(all: TestScoreResult): Both {
  if (all.unpaired.length === 0) {
    const why = whyMissing(all.mean);
    return both(`Тестовые баллы не посчитаны: ${why.ru}.`, `Test scores were not computed: ${why.en}.`);
  }
  const primary = all.unpaired.map((total) => number(total, total % 1 === 0 ? 0 : 1));
  return both(
    `Тестовые баллы не посчитаны: неизвестно, какой тестовый балл дают за первичный ${primary.map(({ ru }) => ru).join('; ')}. Впишите эти пары в testScores описания работы (assessment.json).`,
    `Test scores were not computed: the test score for these primary scores is not known: ${primary.map(({ en }) => en).join('; ')}. Put the pairs into testScores of the description (assessment.json).`,
  );
}

function figures(all: TestScoreResult, { middleFrom, highFrom }: Rules): readonly Both[] {
  const { mean, lowerQuartile, upperQuartile, n, minimum } = all;
  if (mean.kind === 'missing' || lowerQuartile.kind === 'missing' || upperQuartile.kind === 'missing')
    return [];
  const [low, high] = [lowerQuartile, upperQuartile].map(({ estimate }) => number(estimate, 0));
  const among = pupils(n);
  const within =
    mean.interval === undefined
      ? both('', '')
      : both(
          ` (с вероятностью 95\u00a0% от ${number(mean.interval.low, 0).ru} до ${number(mean.interval.high, 0).ru})`,
          ` (between ${number(mean.interval.low, 0).en} and ${number(mean.interval.high, 0).en} with a probability of 95%)`,
        );
  const parts = [
    ...(minimum === undefined
      ? []
      : [
          of(
            all.belowMinimum,
            both(`ниже минимального балла (${minimum})`, `below the minimum (${minimum})`),
          ),
        ]),
    of(all.fromMiddle, both(`${middleFrom}\u00a0и\u00a0выше`, `${middleFrom} and above`)),
    of(all.fromHigh, both(`${highFrom}\u00a0и\u00a0выше`, `${highFrom} and above`)),
  ];
  return [
    both(
      `Тестовый балл (до 100) по ${count(n).ru} ${pluralRu(n, 'ученику', 'ученикам', 'ученикам')}: в среднем ${number(mean.estimate, 1).ru}${within.ru}, у половины — от ${low?.ru} до ${high?.ru}.`,
      `Test score (up to 100) of ${among.en}: ${number(mean.estimate, 1).en} on average${within.en}; half of them lie between ${low?.en} and ${high?.en}.`,
    ),
    both(
      `${capital(parts.map(({ ru }) => ru).join(', '))}.`,
      `${capital(parts.map(({ en }) => en).join(', '))}.`,
    ),
  ];
}

function of(figure: TestScoreResult['fromHigh'], who: Both): Both {
  if (figure.kind === 'missing') return who;
  const [part, many] = [share(figure.estimate, 1), count(Math.round(figure.estimate * figure.n))];
  return both(`${who.ru} — ${many.ru} (${part.ru})`, `${who.en}: ${many.en} (${part.en})`);
}

function origin({ minimum }: TestScoreResult, { id, verification }: Rules): readonly Both[] {
  const where = both('По школам — в test-scores.csv.', 'Schools: test-scores.csv.');
  const doubt = {
    verified: undefined,
    'second-hand': both(
      'Минимальный балл взят из пересказа документа: сверьте его, прежде чем ссылаться.',
      'The minimum is known second-hand: check it before you refer to it.',
    ),
    unverified: both(
      'Минимальный балл никем не сверен с документом.',
      'Nobody has checked the minimum against a document.',
    ),
    own: both(`Границы — из вашего набора правил ${id}.`, `The borders are those of your ruleset ${id}.`),
  }[verification];
  if (minimum === undefined) {
    const none = both(
      'Минимального балла по этому предмету в наборе правил нет.',
      'The ruleset has no minimum of this subject.',
    );
    return [none, where];
  }
  return doubt === undefined ? [where] : [doubt, where];
}
