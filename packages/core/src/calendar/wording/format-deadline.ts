/**
 * Deadlines as people read them.
 *
 * @module
 */
import type { Language } from '../../foundation/issue.js';
import type { Deadline } from '../deadline.js';
import { deadlineEn } from './deadline-en.js';
import { deadlineRu } from './deadline-ru.js';

/**
 * A deadline in words, whatever its source text was.
 *
 * The Russian text is read back by {@link parseDeadline} with the same meaning (for the same plan's year); the English
 * one is for display only.
 *
 * @example
 * ```ts
 * formatDeadline({ kind: 'date', raw: '', end: '2025-02-01' }, 'ru') // => 'до 1 февраля 2025 г.'
 * ```
 */
export function formatDeadline(deadline: Deadline, language: Language): string {
  return language === 'ru' ? deadlineRu(deadline) : deadlineEn(deadline);
}
