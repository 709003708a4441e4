import { readFileSync } from 'node:fs';
import { runTextCommand } from '#app/text/cli.ts';
import { callerPath } from './caller-path.ts';

/** Command line of the text engine: parse, outline, refs, lint, diff, merge. JSON out; exit code 2 on bad input. */
async function main(): Promise<void> {
  const result = await runTextCommand(process.argv.slice(2), (file) =>
    readFileSync(file === '-' ? 0 : callerPath(file, 'text')),
  );
  if (result.ok) {
    process.stdout.write(result.output);
    return;
  }
  process.stderr.write(`${result.message.replace(/\s+/g, ' ')}\n`);
  process.exitCode = 2;
}

await main();
