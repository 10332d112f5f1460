/** Whether a line is of the block that an electronic signature leaves in the text of a document. */
export function isSignatureLine(text: string): boolean {
  const line = text.slice(0, 500);
  return SIGNED.test(line) || (line.match(NAME_PARTS) ?? []).length > 1;
}

const SIGNED =
  /^(?:подписано(?: электронной подписью)?(?:\s*[:,]|$)|документ подписан|электронная подпись|сертификат(?:\s*[:№]|\s+[\da-f]{8})|владелец\s*:|действител\S+\s*[:с]|DN\s*:)|(?:^|[\s,])(?:email|e)=\S+@/iu;
const NAME_PARTS = /(?:^|[\s,])(?:cn|ou|o|c|l|st|s|t|sn|g|givenname|email|e|street|inn|ogrn|snils)=/giu;
