import type { MissingReason } from '../figure.js';
import type { Language } from '../issue.js';
import { en } from './en.js';
import { ru } from './ru.js';

/** Why a figure is missing, in words for people. */
export function describeMissing(reason: MissingReason, language: Language): string {
  return (language === 'ru' ? ru : en).missing[reason];
}
