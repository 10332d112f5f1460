import type { PublishingTexts } from '../publishing-issue.js';

/** Sentences about publishing, in English. */
export const en: PublishingTexts = {
  'mobile-phone': (text) => `a mobile number, ${text}. Remove it, or give an office number.`,
  'private-email': (text) =>
    `a private mailbox, ${text}. Remove it, or give one of the organisation whose name says so.`,
  passport: (text) => `the number of a passport (${text}). Remove it.`,
  snils: (text) => `a pension insurance number (${text}). Remove it.`,
  'birth-date': (text) => `a date of birth (${text}). Remove it.`,
  'home-address': (text) => `a home address (${text}). Remove it.`,
  'pupils-column': (text) =>
    `"${text}" is about single pupils. A published plan must not hold that: delete the column or section.`,
  'pupil-name': (text) => `the name of a pupil (${text}). Remove it.`,
  'broken-text': () =>
    'the text ends within a character: the file is damaged. Save the plan anew and try again.',
  'person-named': (text) =>
    `the name ${text} will be published. If the person does not agree, repeat with --names position: the position stays.`,
  'name-replaced': (text) => `the name ${text} gave way to the position.`,
  'name-left-out': (text) =>
    `the name ${text} was left out; no position stands beside it. Write the position.`,
  'name-in-text': (text) =>
    `the text has the name ${text}, which stays. If it should not be published, change the text.`,
  'approval-not-comparable': () =>
    'Names were left out, so the published text differs from the approved one. The day of the approval stays; the comparison with the approved version is off.',
  'mailbox-doubtful': (text) =>
    `the mailbox ${text} looks like that of an organisation and stays. Make sure that it is nobody’s own.`,
};
