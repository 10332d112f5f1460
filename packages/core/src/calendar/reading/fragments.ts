/**
 * A deadline text as a list of statements. Whatever is not understood is a statement too.
 *
 * @module
 */
import { Cursor } from './cursor.js';
import type { Fragment, Limit, Statement } from './expressions.js';
import { takesPhrase } from './fixed-phrases.js';
import { takesRule } from './frequency.js';
import type { WordName } from './function-words.js';
import { takesRelative } from './relative.js';
import {
  takesCheckpoints,
  takesGrades,
  takesOnce,
  takesOneStep,
  takesQuantity,
  takesStage,
  takesTime,
} from './remarks.js';
import { takesRuleOfMonth } from './rule-of-month.js';
import { takesDocumentName, takesSchedule } from './schedule.js';
import { takesItem } from './time-item.js';
import type { TokenisedText } from './tokens.js';
import { sourceWords } from './tokens.js';

/** Reads the whole text. */
export function readFragments(text: TokenisedText): readonly Fragment[] {
  const cursor = new Cursor(text.tokens);
  const wordsOf = (firstToken: number, endToken: number): string => {
    const from = text.tokens[firstToken]?.from ?? 0;
    const to = text.tokens[endToken - 1]?.to ?? from;
    return eventWords(sourceWords(text, from, to).text);
  };
  const made: Fragment[] = [];
  const depths: number[] = [];
  let inherited: Limit | undefined;
  let depth = 0;
  while (!cursor.done) {
    if (cursor.takesSign('(')) depth++;
    else if (cursor.takesSign(')')) depth--;
    else if (cursor.takesSign(';')) inherited = undefined;
    else if (!skipsSeparator(cursor)) {
      const first = cursor.at;
      const said = takesFragment(cursor, inherited, wordsOf) ?? takesUnknown(cursor);
      if (cursor.at === first) cursor.at++;
      inherited = said.is === 'time' ? said.item.limit : undefined;
      made.push({ ...said, ...cursor.spanSince(first), inBrackets: false });
      depths.push(depth);
    }
  }
  const outside = Math.min(...depths);
  return made.map((each, index) => ({ ...each, inBrackets: (depths[index] ?? outside) > outside }));
}

/** One spelling for the words of an event, so that the same event is the same text. */
function eventWords(words: string): string {
  const plain = words.replace(/[\s\u00ad\u200b]+/g, ' ').trim();
  const second = plain.charAt(1);
  return second === second.toLowerCase() ? plain.charAt(0).toLowerCase() + plain.slice(1) : plain;
}

function skipsSeparator(cursor: Cursor): boolean {
  if (cursor.takesSign(',:-/.!?*•')) return true;
  return cursor.takes('and', 'but', 'filler');
}

function takesFragment(
  cursor: Cursor,
  inherited: Limit | undefined,
  wordsOf: (firstToken: number, endToken: number) => string,
): Statement | undefined {
  const token = cursor.peek();
  if (token?.is === 'blank') {
    cursor.at++;
    return { is: 'blank' };
  }
  if (takesTime(cursor)) return { is: 'remark' };
  if (cursor.takes('or')) return { is: 'or' };
  if (takesGrades(cursor) || takesDocumentName(cursor) || cursor.takes('inclusive')) return { is: 'remark' };
  const names = takesCheckpoints(cursor);
  if (names !== undefined) return { is: 'checkpoints', names };
  const rule = takesRule(cursor);
  if (rule !== undefined) return { is: 'rule', rule };
  if (takesOnce(cursor) || takesOneStep(cursor) || takesStage(cursor)) return { is: 'remark' };
  const phrase = takesPhrase(cursor);
  if (phrase !== undefined) return phrase;
  const ruleOfMonth = takesRuleOfMonth(cursor);
  const part = ruleOfMonth?.is !== undefined && cursor.lexeme()?.is === 'month';
  if (part) cursor.at = backTo(cursor, token?.from ?? 0);
  else if (ruleOfMonth !== undefined) return { is: 'rule-of-month', rule: ruleOfMonth };
  const document = takesSchedule(cursor);
  if (document !== undefined) return { is: 'schedule', document };
  const item = takesItem(cursor, inherited);
  if (item !== undefined) return { is: 'time', item };
  const relative = takesRelative(cursor, wordsOf);
  if (relative !== undefined) return relative;
  return takesQuantity(cursor) ? { is: 'none', reason: 'quantity' } : undefined;
}

function backTo(cursor: Cursor, from: number): number {
  return cursor.tokens.findIndex((token) => token.from >= from);
}

/** Words up to the next separator. */
function takesUnknown(cursor: Cursor): Statement {
  let silent = true;
  const first = cursor.at;
  while (!cursor.done && !cursor.seesSign(',;()')) {
    const token = cursor.peek();
    if (cursor.at > first && startsStatement(cursor)) break;
    const word = token?.is === 'word' && (token.lexeme === undefined || isSilent(cursor));
    const sign = token?.is === 'sign' && token.sign !== '%';
    silent &&= word || sign;
    cursor.at++;
  }
  return { is: 'unknown', silent };
}

function isSilent(cursor: Cursor): boolean {
  const lexeme = cursor.lexeme();
  return lexeme?.is === 'name' && SILENT.has(lexeme.name);
}

/** Words that say no time of their own. */
const SILENT: ReadonlySet<WordName> = new Set<WordName>([
  'in',
  'on',
  'along',
  'and',
  'from',
  'for',
  'by',
  'at',
  'of',
  'school',
  'whole',
  'this',
  'period',
  'result',
  'filler',
]);

function startsStatement(cursor: Cursor): boolean {
  const token = cursor.peek();
  if (token?.is === 'date' || token?.is === 'month-year' || token?.is === 'blank') return true;
  const lexeme = cursor.lexeme();
  return lexeme?.is === 'month' || lexeme?.is === 'frequency';
}
