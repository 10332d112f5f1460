import { main } from './main.js';

const isTerminal = process.stderr.isTTY === true;
let drawn = false;

function clear(): void {
  if (drawn) process.stderr.write('\r\u001b[2K');
  drawn = false;
}

process.exitCode = await main(process.argv.slice(2), {
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
