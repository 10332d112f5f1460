/** The text on one line with single spaces; soft hyphens and characters without width do not count. */
export function plainText(text: string): string {
  return text
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
