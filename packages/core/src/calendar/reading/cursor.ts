/**
 * A place in the tokens of a text, and the small questions a grammar asks there.
 *
 * @module
 */
import type { WordName } from './function-words.js';
import type { Lexeme } from './lexicon.js';
import type { NumberToken, Token } from './tokens.js';

/** Reads tokens from left to right; {@link attempt} steps back when a reader finds nothing. */
export class Cursor {
  at = 0;
  readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead];
  }

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  /** Runs a reader; without a result the place is as before. */
  attempt<T>(read: (cursor: Cursor) => T | undefined): T | undefined {
    const before = this.at;
    const result = read(this);
    if (result === undefined) this.at = before;
    return result;
  }

  lexeme(ahead = 0): Lexeme | undefined {
    const token = this.peek(ahead);
    return token?.is === 'word' ? token.lexeme : undefined;
  }

  /** Whether the word here is one of these. */
  sees(...names: readonly WordName[]): boolean {
    return this.seesAt(0, ...names);
  }

  seesAt(ahead: number, ...names: readonly WordName[]): boolean {
    const lexeme = this.lexeme(ahead);
    return lexeme?.is === 'name' && names.includes(lexeme.name);
  }

  /** Steps over the word when it is one of these. */
  takes(...names: readonly WordName[]): boolean {
    if (!this.sees(...names)) return false;
    this.at++;
    return true;
  }

  /** Steps over all words that stand here out of these. */
  skip(...names: readonly WordName[]): void {
    while (this.takes(...names));
  }

  seesSign(signs: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.is === 'sign' && signs.includes(token.sign);
  }

  takesSign(signs: string): boolean {
    if (!this.seesSign(signs)) return false;
    this.at++;
    return true;
  }

  seesText(...texts: readonly string[]): boolean {
    const token = this.peek();
    return token?.is === 'word' && texts.includes(token.text);
  }

  takesText(...texts: readonly string[]): boolean {
    if (!this.seesText(...texts)) return false;
    this.at++;
    return true;
  }

  number(ahead = 0): NumberToken | undefined {
    const token = this.peek(ahead);
    return token?.is === 'number' ? token : undefined;
  }

  /** `3`, `3-х`, «три», no Roman numeral; steps over it. */
  takesCount(): number | undefined {
    const token = this.peek();
    if (token?.is === 'number' && token.value > 0 && token.digits > 0 && token.digits <= 3) {
      this.at++;
      return token.value;
    }
    const lexeme = this.lexeme();
    if (lexeme?.is !== 'cardinal') return undefined;
    this.at++;
    return lexeme.value;
  }

  /** `1-я`, `I`, `1`, «первая», «последняя» (−1); steps over it. */
  takesOrdinal(): number | undefined {
    const token = this.peek();
    if (token?.is === 'number' && token.value > 0 && token.digits <= 2) {
      this.at++;
      return token.value;
    }
    const lexeme = this.lexeme();
    if (lexeme?.is !== 'ordinal') return undefined;
    this.at++;
    return lexeme.value;
  }

  /** Steps over words that are not in the lexicon. */
  skipUnknownWords(): void {
    while (this.peek()?.is === 'word' && this.lexeme() === undefined) this.at++;
  }

  /** Where the text between two places stands. */
  spanSince(first: number): { from: number; to: number } {
    const start = this.tokens[first];
    const last = this.tokens[Math.max(first, this.at - 1)];
    return { from: start?.from ?? 0, to: last?.to ?? start?.to ?? 0 };
  }
}
