import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { parseFragment, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { planHtml } from '../../src/plans/writing/index.js';
import { plainText, planOf } from '../plan-writing-arbitrary.js';
import { EMPTY, SAMPLE } from '../plan-writing-sample.js';

/** Where `scripts/wordpress.sh` unpacks Debian's WordPress, or where one is installed. */
const WORDPRESS = [
  process.env.WORDPRESS_PATH ?? '',
  fileURLToPath(new URL('../../../../node_modules/.cache/wordpress/usr/share/wordpress', import.meta.url)),
  '/usr/share/wordpress',
].find((folder) => folder !== '' && existsSync(`${folder}/wp-includes/kses.php`));
const hasPhp = spawnSync('php', ['-v']).status === 0;

/** Debian has no Joomla: only where somebody has one. */
const JOOMLA = [process.env.JOOMLA_PATH ?? '', '/usr/share/joomla'].find(
  (folder) => folder !== '' && existsSync(`${folder}/libraries/vendor/autoload.php`),
);
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const BETWEEN = '\n<hr>\n';

/** Tables of plans with every kind of field, of texts that people write. */
function tables(): readonly string[] {
  const plans = fc.sample(planOf(plainText), { numRuns: 60, seed: 5 });
  return [SAMPLE, EMPTY, ...plans].map((plan) => planHtml(plan, { language: 'ru', asOf: '2025-10-15' }));
}

const asParsed = (html: string) => serialize(parseFragment(html)).trim();

describe('the published table', () => {
  it.skipIf(WORDPRESS === undefined || !hasPhp)(
    'passes the filter that WordPress has for authors, with every cell, header and data-*',
    () => {
      const given = tables();
      const left = execFileSync('php', [script('wp-kses-post.php'), WORDPRESS ?? ''], {
        input: given.join(BETWEEN),
        encoding: 'utf8',
        maxBuffer: 1e8,
        stdio: ['pipe', 'pipe', 'ignore'],
      }).split('<hr>');
      expect(left).toHaveLength(given.length);
      given.forEach((table, i) => {
        expect(asParsed(left[i] ?? '')).toBe(asParsed(table));
      });
    },
  );

  it.skipIf(JOOMLA === undefined || !hasPhp)('passes the filter that Joomla has for editors', () => {
    const given = tables().filter(isOrdinary);
    expect(given.length).toBeGreaterThan(5);
    for (const table of given) {
      const left = execFileSync('php', [script('joomla-input-filter.php'), JOOMLA ?? ''], {
        input: table,
        encoding: 'utf8',
        maxBuffer: 1e8,
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      expect(asParsed(left)).toBe(asParsed(table));
    }
  });

  it('has no attribute that Joomla would damage: numeric references, or Cyrillic letters in the first of a tag', () => {
    const given = tables().filter(isOrdinary);
    expect(given.length).toBeGreaterThan(5);
    for (const table of given) {
      for (const [tag = ''] of table.matchAll(/<[a-z]+ [^>]*>/g)) {
        expect(tag).not.toContain('&#');
        expect(tag).toMatch(/^<[a-z]+ [a-z-]+="[\x20-\x7e]*"/);
      }
    }
  });

  it('holds only what the filters of WordPress and Joomla let through', () => {
    for (const table of tables()) {
      for (const element of elementsOf(parseFragment(table).childNodes)) {
        expect(ELEMENTS).toContain(element.tagName);
        for (const { name, value } of element.attrs) {
          expect(name).toMatch(/^(data-[a-z]+(-[a-z]+)*|scope|colspan|span|href)$/);
          // Joomla looks into values, with references and white space taken out.
          expect(value.replace(/\s/g, '')).not.toMatch(
            /(java|vb|live|mocha)script:|behaviour:|expression\(/i,
          );
        }
      }
    }
  });
});

/** Elements in the lists of both filters: WordPress 6.1 `$allowedposttags`, and not in Joomla's `$blockedTags`. */
const ELEMENTS = ['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tr', 'th', 'td', 'br', 'a', 'p'];

/** Ids are letters and digits, as our own readers give them, and no attribute has a bracket or a brace, which Joomla spoils. */
function isOrdinary(table: string): boolean {
  return elementsOf(parseFragment(table).childNodes).every(({ attrs }) =>
    attrs.every(
      ({ name, value }) =>
        !/[[\]{}]/.test(value) && (/^data-(id|section|parent)$/.test(name) ? /^[\w.-]*$/.test(value) : true),
    ),
  );
}

function elementsOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): DefaultTreeAdapterTypes.Element[] {
  return nodes.flatMap((node) => ('tagName' in node ? [node, ...elementsOf(node.childNodes)] : []));
}
