/** What a file that is not read is, by its extension with the point: what to do with it follows from that. */
export function kindOfFormat(format: string): 'archive' | 'document' | 'database' | 'other' {
  if (ARCHIVES.test(format)) return 'archive';
  if (DOCUMENTS.test(format)) return 'document';
  return DATABASES.test(format) ? 'database' : 'other';
}

const ARCHIVES = /^\.(?:zip|rar|7z|gz|tar|tgz|bz2|cab|arj)$/i;
const DOCUMENTS = /^\.(?:docx?|docm|rtf|odt|pages|pdf|pptx?|odp|epub|djvu)$/i;
const DATABASES = /^\.(?:mdb|accdb|dbf|sav|sqlite|db|dta|por)$/i;
