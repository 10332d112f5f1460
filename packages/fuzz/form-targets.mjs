/**
 * Forms of one file that people fill in: about people and schools, places, practices and events. The laws are those of
 * form-laws.mjs, and what was accepted has values in their range.
 */
import { readPlaces } from '@orientir/formats/partners';
import { readMedals, readPassports } from '@orientir/formats/passport';
import { readEvents, readPractices, readTopicNeeds } from '@orientir/formats/practices';
import { readPupilFacts } from '@orientir/formats/pupils';
import {
  readBank,
  readBurnout,
  readConferences,
  readDeficitEntries,
  readPeople,
  readStaffing,
} from '@orientir/formats/support';
import { damagedFile, formOf } from './form-damage.mjs';
import { checkCount, checkRows, isDay } from './form-laws.mjs';
import {
  CONTEXT,
  EVENTS,
  MEDALS,
  NEEDS,
  PASSPORT,
  PLACES,
  PRACTICES,
  PUPILS,
  SINGLE,
  SUPPORT,
  schoolOf,
} from './forms.mjs';

/** Forms of one file each, with the reader and what a value of theirs may not be. */
const READERS = {
  bank: {
    text: SINGLE.bank,
    read: readBank,
    wrong: ({ date, until, polarity, severity }) =>
      !isDay(date) ||
      (until !== undefined && !isDay(until)) ||
      (polarity === 'achievement' && severity !== undefined),
  },
  people: {
    text: SINGLE.people,
    read: readPeople,
    wrong: ({ id }) => id === '',
  },
  conferences: {
    text: SINGLE.conferences,
    read: readConferences,
    wrong: ({ date, topic, school }) => !isDay(date) || topic === '' || school === '',
  },
  staffing: {
    text: SINGLE.staffing,
    read: readStaffing,
    wrong: ({ teachers, pastAge, reaching = [], joining, leaving = NONE }) =>
      reaching.reduce((sum, count) => sum + (count ?? 0), pastAge) > teachers ||
      joining.low > joining.high ||
      !(leaving.low <= leaving.high && leaving.high <= 1),
  },
  burnout: {
    text: SINGLE.burnout,
    read: readBurnout,
    wrong: ({ group, score }) => group === '' || !(score >= 0),
  },
  'deficits of the bank': {
    text: SUPPORT.deficits,
    layout: 'deficits',
    // A row without a severity, but with a reason for that, says nothing.
    silent: ['reason', 'почему нет значения'],
    read: (source, file) => readDeficitEntries(source, file, '2026-11-27'),
    wrong: ({ person, severity }) => person === '' || ![1, 2, 3].includes(severity),
  },
};
/** Looks like a name. */
const PERSON = 'Кузнецова Анна Петровна';
const NONE = { low: 0, high: 0 };

const FORM = {
  medals: formOf('medals', MEDALS),
  passports: formOf('passport', PASSPORT),
  context: formOf('context', CONTEXT),
  places: formOf('places', PLACES),
  practices: formOf('practices', PRACTICES),
  events: formOf('events', EVENTS),
  needs: formOf('events', NEEDS),
  pupils: formOf('pupils', PUPILS),
};

function passports(form) {
  return {
    input: (random) => damagedFile(form, random),
    check: async (file) => {
      const {
        passports,
        contextForms,
        file: record,
        issues,
      } = await readPassports(file, file.name, { schoolOf });
      const found = [...passports, ...contextForms];
      // What stands above the header is a title, whatever it says.
      const valueless = record.rowsRead === 0 ? [] : file.valueless;
      checkRows([record], issues, [{ ...file, valueless }]);
      checkCount(record.layout, found.length, [record]);
      for (const { indicators } of found)
        for (const figure of indicators.values())
          if (figure.kind === 'known' && !(figure.estimate >= 0 && figure.estimate <= 1))
            throw new Error(`no share: ${JSON.stringify(figure)}`);
    },
  };
}

export const FORM_TARGETS = {
  ...Object.fromEntries(Object.entries(READERS).map((each) => [each[0], single(each)])),
  medals: {
    input: (random) => damagedFile(FORM.medals, random),
    check: async (file) => {
      const { medals, expected, file: record, issues } = await readMedals(file, file.name, schoolOf);
      checkRows([record], issues, [file]);
      const rows = new Set(
        [...medals, ...expected].map(({ school, schoolYear }) => `${school} ${schoolYear}`),
      );
      checkCount('medals', rows.size, [record]);
      for (const of of expected)
        if (!Number.isSafeInteger(of.expected) || of.expected < 0)
          throw new Error(`no number of medals: ${JSON.stringify(of)}`);
      for (const of of medals)
        if (!(of.unconfirmed <= of.holders)) throw new Error(`no medals: ${JSON.stringify(of)}`);
    },
  },
  passports: passports(FORM.passports),
  'context form': passports(FORM.context),
  places: {
    input: (random) => damagedFile(FORM.places, random),
    check: async (file) => {
      const { places, file: record, issues } = await readPlaces(file, file.name, schoolOf);
      checkRows([record], issues, [file]);
      checkCount('places', places.size, [record]);
      for (const { latitude, longitude } of places.values())
        if (!(latitude >= 0 && latitude <= 90 && longitude >= 0 && longitude <= 360))
          throw new Error(`no place: ${latitude}, ${longitude}`);
    },
  },
  practices: {
    input: (random) => damagedFile(FORM.practices, random),
    check: async (file) => {
      const { rows, file: record, issues } = await readPractices(file, file.name);
      checkRows([record], issues, [file]);
      checkCount('practices', rows.length, [record]);
      for (const { value } of rows)
        if (
          value.topics.length === 0 ||
          value.evidence.some(({ effect, error }) => !(Math.abs(effect) <= 5 && error > 0 && error <= 5))
        )
          throw new Error(`no practice: ${JSON.stringify(value)}`);
    },
  },
  events: {
    input: (random) => damagedFile(random.below(4) > 0 ? FORM.events : FORM.needs, random),
    check: async (file) => {
      const { rows, file: record, issues } = await readEvents(file, file.name);
      checkRows([record], issues, [file]);
      checkCount('events', rows.length, [record]);
      for (const { value } of rows) if (!isDay(value.date)) throw new Error(`no such day: ${value.date}`);
      const needs = await readTopicNeeds(file, file.name);
      checkRows([needs.file], needs.issues, [file]);
    },
  },
  pupils: {
    // What looks like a name may stand in any cell below the header.
    input: (random) => damagedFile(FORM.pupils, random, random.below(3) === 0 ? PERSON : undefined),
    check: async (file) => {
      const { facts, file: record, issues } = await readPupilFacts(file, file.name);
      checkRows([record], issues, [file]);
      checkCount('pupils', facts.length, [record]);
      if (JSON.stringify(facts) !== JSON.stringify(facts.map(() => ({}))))
        throw new Error('facts stand in a text');
      if (!file.isNamed && JSON.stringify(issues).includes(PERSON)) throw new Error('a name is repeated');
      for (const { class: of, pupil, attendance = { lessons: 0, missed: 0 }, failing = [] } of facts) {
        if (of === '' || pupil === '' || [of, pupil].includes(PERSON))
          throw new Error('a pupil without a code');
        if (!(attendance.missed <= attendance.lessons) || failing.includes(''))
          throw new Error('no facts of a pupil');
      }
    },
  },
};

/** One form, damaged and read. */
function single([name, { text, layout = name, silent = [], read, wrong }]) {
  const form = formOf(name, text);
  return {
    input: (random) => damagedFile(form, random),
    check: async (file) => {
      const { rows, file: record, issues } = await read(file, file.name);
      checkRows([record], issues, [file]);
      if (!file.headers.some((header) => silent.includes(header))) checkCount(layout, rows.length, [record]);
      else if (rows.length > record.rowsAccepted) throw new Error('more values than rows');
      const found = rows.find(({ value }) => wrong(value));
      if (found !== undefined) throw new Error(`no value of ${name}: ${JSON.stringify(found.value)}`);
    },
  };
}
