/** Names that people write (topics, subjects, slots) are the same when only case, outer and repeated spaces, or `ё` for `е` differ. Nothing else is understood. */
export function plainText(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase().replaceAll('ё', 'е');
}
