/** What doors for JSON share. */
import { mutateJson, mutateText } from './mutate.mjs';

/** Three of four times damaged as a value, else as a text. */
export function damagedJson(texts, random) {
  return random.below(4) > 0
    ? mutateJson(random.of(texts), random)
    : mutateText(random.of(texts), 'json', random, texts);
}

/** The value of a text; what is no JSON knocks at the door as the text itself. */
export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The law of refusals: there are reasons, in both languages. */
export function checkProblems(problems) {
  if (problems.length === 0 || problems.some(({ ru, en }) => ru === '' || en === ''))
    throw new Error('refused without a reason');
}
