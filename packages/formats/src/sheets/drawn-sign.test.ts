import { omskStages } from '@orientir/core/school-profile';
import { describe, expect, it } from 'vitest';
import { STATE_TEXTS } from '../profile/profile-texts.js';
import { withDrawnSign } from './drawn-sign.js';
import { sheetWords } from './sheet-words.js';

describe('withDrawnSign', () => {
  it('draws every sign with which the sheets and the stages begin a text, each its own', () => {
    expect(omskStages.stages.length).toBeGreaterThan(0);
    for (const language of ['ru', 'en'] as const) {
      const states = Object.values(STATE_TEXTS[language]).map(withDrawnSign);
      const verdicts = Object.values(sheetWords(language).verdicts)
        .filter((text) => /^[^\p{L}\p{N}–-] /u.test(text))
        .map(withDrawnSign);
      for (const drawn of [states, verdicts]) {
        expect(drawn.length).toBeGreaterThan(2);
        for (const html of drawn)
          expect(html).toMatch(
            /^<span class="class"><svg class="sign"[^>]* aria-hidden="true"[^>]*>.+<\/svg><span>\p{L}/u,
          );
        expect(new Set(drawn.map((html) => html.split('</svg>')[0])).size).toBe(drawn.length);
      }
    }
  });

  it('leaves other texts as they are, and safe', () => {
    expect(withDrawnSign('СОШ <№ 1> ● ▼')).toBe('СОШ &lt;№ 1&gt; ● ▼');
    expect(withDrawnSign('●')).toBe('●');
    expect(withDrawnSign('● <b>')).toMatch(/<span>&lt;b&gt;<\/span><\/span>$/);
  });
});
