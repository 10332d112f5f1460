/** What a site may look like around a widget. @module */
import 'bvi/dist/css/bvi.min.css';
import './themes.css';
import { html, nothing, type TemplateResult } from 'lit';

/** Names of the toolbar. Forced colours belong to the reader's system: tests switch them on, DevTools shows them. */
export const THEMES = {
  light: 'Светлая',
  dark: 'Тёмная',
  black: 'Для слабовидящих: белым по чёрному',
  white: 'Для слабовидящих: чёрным по белому',
  blue: 'Для слабовидящих: синим по голубому',
} as const;

export type Theme = keyof typeof THEMES;

export function isTheme(name: unknown): name is Theme {
  return typeof name === 'string' && Object.hasOwn(THEMES, name);
}

/** A page in a theme; those for low vision are painted by the style of the bvi script itself. */
export function framed(theme: Theme, content: unknown): TemplateResult {
  const painted = theme !== 'light' && theme !== 'dark';
  return html`<div class=${painted ? 'bvi-body' : 'site'} data-theme=${theme} data-bvi-theme=${painted ? theme : nothing}
    data-bvi-fontSize=${painted ? '24' : nothing} data-bvi-fontFamily=${painted ? 'arial' : nothing}>${content}</div>`;
}
