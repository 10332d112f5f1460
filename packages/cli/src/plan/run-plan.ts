import { asksForHelp, languageOf } from '../typed-words.js';
import type { ExitStatus, Voice } from '../voice.js';
import { deadline } from './deadline.js';
import { plan } from './plan.js';
import { parsePlanArguments } from './plan-arguments.js';
import { NoPlan } from './plan-files.js';
import { planTextsOf } from './plan-texts.js';

/** Runs `orientir plan …` and `orientir deadline …`. @throws {InputMissing} {CannotWrite} */
export async function runPlan(words: readonly string[], voice: Voice): Promise<ExitStatus> {
  const language = languageOf(words);
  const texts = planTextsOf(language);
  if (asksForHelp(words)) {
    voice.say(texts.help);
    return 0;
  }
  const options = parsePlanArguments(words, language);
  if (!('command' in options)) {
    voice.complain(texts.problem(options));
    return 2;
  }
  try {
    return await (options.command === 'deadline' ? deadline(options, voice) : plan(options, voice));
  } catch (error) {
    if (!(error instanceof NoPlan)) throw error;
    for (const line of error.lines) voice.complain(texts.notRead(error.file, line));
    return 2;
  }
}
