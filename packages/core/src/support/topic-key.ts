import { plainText } from '../foundation/plain-text.js';

/** Topics and slots with one key are the same. */
export function topicKey(text: string): string {
  return plainText(text);
}
