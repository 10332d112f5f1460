import { extraStyles, tableStyles } from './extra-styles.js';

let inside: CSSStyleSheet | undefined;
let around: CSSStyleSheet | undefined;

/**
 * Gives an element the style of its later views, and the page around it a quiet one for the published table. Links to
 * measures stay on the page from then on, also where a `<base>` would lead them elsewhere.
 */
export function dress(element: HTMLElement): void {
  inside ??= sheetOf(extraStyles);
  around ??= sheetOf(tableStyles);
  const page = element.getRootNode();
  if (page instanceof Document || page instanceof ShadowRoot) add(page, around);
  if (element.shadowRoot === null) return;
  add(element.shadowRoot, inside);
  element.shadowRoot.addEventListener('click', stay);
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

function add(to: DocumentOrShadowRoot, sheet: CSSStyleSheet): void {
  if (!to.adoptedStyleSheets.includes(sheet)) to.adoptedStyleSheets.push(sheet);
}

function stay(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link?.getAttribute('href')?.startsWith('#') !== true) return;
  if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
  event.preventDefault();
  location.hash = link.hash;
}
