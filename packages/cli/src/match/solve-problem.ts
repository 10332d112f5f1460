import type { Language } from '@orientir/core/foundation';
import type { MatchingProblem } from '@orientir/core/matching';
import { match, verifyMatching, withValues } from '@orientir/core/matching';
import { parseMatchingProblem } from '@orientir/core/schema';
import { jsonIn } from '../json-file.js';
import { textsOf } from '../texts.js';
import type { ExitStatus, Voice } from '../voice.js';
import { matchTextsOf } from './match-texts.js';

/** `--problem`: one JSON with the plan and what proves it. Costs of pairs are no part of the coverage. @throws {InputMissing} */
export async function solveProblem(file: string, language: Language, voice: Voice): Promise<ExitStatus> {
  const texts = matchTextsOf(language);
  const read = await jsonIn(file, voice, language);
  if (read === undefined) return 2;
  const parsed = parseMatchingProblem(read.json);
  if (parsed.kind === 'refused') {
    for (const problem of parsed.problems.slice(0, MOST_PROBLEMS))
      voice.complain(texts.problem(file, problem.path, problem[language]));
    if (parsed.problems.length > MOST_PROBLEMS)
      voice.complain(textsOf(language).more(parsed.problems.length - MOST_PROBLEMS, undefined));
    return 2;
  }
  const problem = withValues(
    parsed.problem,
    parsed.problem.needWeight,
    new Float64Array(parsed.problem.pairCost.length),
  );
  const matching = match(problem);
  const faults = verifyMatching(problem, matching);
  if (faults.length > 0) throw new Error(`the plan does not hold: ${faults.join(', ')}`);
  const { value, bound, prices, pairs } = matching;
  voice.say(
    JSON.stringify({
      coverage: value,
      upperBound: bound,
      gap: bound === 0 ? 0 : (bound - value) / bound,
      prices: Array.from(prices),
      assignment: Array.from(pairs, (pair) => ({
        teacher: parsed.teachers[seekerOf(problem, pair)],
        offer: parsed.offers[problem.pairOffer[pair] ?? 0],
      })),
    }),
  );
  return 0;
}

/** The seeker whose row holds a pair: the last that starts at or before it. */
function seekerOf({ pairStart }: MatchingProblem, pair: number): number {
  let [low, high] = [0, pairStart.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((pairStart[middle] ?? 0) <= pair) low = middle;
    else high = middle;
  }
  return low;
}

const MOST_PROBLEMS = 20;
