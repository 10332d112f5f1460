import { safeHref } from '../../document/safe-href.js';
import { shownText } from './shown-text.js';

/** Addresses of pages, files and letters; others are left out, as scripts are. */
export function linkTarget(href: string): string | undefined {
  const target = safeHref(shownText(href));
  return target === undefined || /^tel:/i.test(target) ? undefined : target;
}
