import { resolve } from 'node:path';

/**
 * A file as the caller of a command line named it: npm runs scripts in the project's folder and keeps the caller's one
 * in INIT_CWD. "-" stays standard input.
 */
export function callerPath(file: string, command: string, env: NodeJS.ProcessEnv = process.env): string {
  if (file === '-') return file;
  // Another npm script that started this program left the variable behind; only our own run counts.
  const isOwnRun = env.npm_lifecycle_event === command && env.INIT_CWD !== undefined;
  return isOwnRun ? resolve(env.INIT_CWD!, file) : file;
}
