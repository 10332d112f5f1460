import { setFlagsFromString } from 'node:v8';
import { main } from './main.js';
import { hasWritten, removeUnfinished } from './output-folder.js';
import { textsOf } from './texts.js';
import { languageOf } from './typed-words.js';

// Short runs compile too much too early: a quarter of the processor time of a workbook goes into compiling. So a function takes less of
// others into itself, no first turn of a loop is drawn out of it, and with the V8 of Node 20 it waits longer until it is compiled (later
// ones have no such flag, and would say so). Chosen among many settings by timing one workbook of 50,000 rows, where all three took a
// fifth off the processor time, and two a tenth under Node 22; a csv of 300,000 pupils gained a twentieth.
const isOldV8 = process.versions.v8.startsWith('11.');
for (const flag of [
  '--max-inlined-bytecode-size-cumulative=250',
  '--no-turbo-loop-peeling',
  ...(isOldV8 ? ['--interrupt-budget=300000'] : []),
])
  setFlagsFromString(flag);

const isTerminal = process.stderr.isTTY === true;
let drawn = false;

function clear(): void {
  if (drawn) process.stderr.write('\r\u001b[2K');
  drawn = false;
}

for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
] as const) {
  process.once(signal, () => {
    // What is left is to say so.
    if (hasWritten()) return;
    clear();
    removeUnfinished();
    process.stderr.write(`${textsOf(languageOf(process.argv.slice(2))).interrupted}\n`);
    process.exit(128 + number);
  });
}

let unsaid: string | undefined;
// `orientir … | head` stops listening before we stop talking: the work goes on, files are written, the status says how it went.
process.stdout.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
  if (code !== 'EPIPE') unsaid = code;
});
process.stderr.on('error', () => {});

const status = await main(process.argv.slice(2), {
  say(line) {
    clear();
    process.stdout.write(`${line}\n`);
  },
  complain(line) {
    clear();
    process.stderr.write(`${line}\n`);
  },
  progress(line) {
    if (isTerminal) {
      clear();
      process.stderr.write(line.slice(0, (process.stderr.columns ?? 80) - 1));
      drawn = line !== '';
    } else if (line !== '') process.stderr.write(`${line}\n`);
  },
});

// A process that ends by itself is taken apart first, and a signal in that time would end it as if nothing had been written.
for (const stream of [process.stdout, process.stderr]) {
  await new Promise<void>((said) => {
    stream.write('', () => said());
  });
}
if (unsaid !== undefined) {
  process.stderr.write(`${textsOf(languageOf(process.argv.slice(2))).cannotSay(unsaid)}\n`);
}
process.exit(unsaid === undefined ? status : Math.max(1, status));
