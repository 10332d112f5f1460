import { withoutControls } from './clean-text.js';

/** The address of a link where it is http, https, mailto, tel or relative; absent for all others, as scripts are. */
export function safeHref(href: string): string | undefined {
  const plain = withoutControls(href)
    .replace(/[\n\t]/g, '')
    .trim();
  if (plain === '' || plain.length > MAX_LENGTH) return undefined;
  const [, scheme] = SCHEME.exec(plain.replace(/\s/g, '')) ?? [];
  return scheme === undefined || SAFE.has(scheme.toLowerCase()) ? plain : undefined;
}

const MAX_LENGTH = 8192;
/** Everything before a colon that no slash, query or fragment precedes. */
const SCHEME = /^([^/?#:]*):/;
const SAFE: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel']);
