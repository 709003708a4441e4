import { readFileSync } from 'node:fs';
import { doorFile, type Door } from './answer-forwarded.server.ts';
import type { AdminAnswer, AdminRequest } from './answers.ts';

/** Hands a command to the server that holds the data folder. Failures come back as answers with one line for people. */
export async function forwardCommand(folder: string, request: AdminRequest): Promise<AdminAnswer> {
  const door = readDoor(folder);
  if (!door)
    return { code: 2, text: `another process holds ${folder} and takes no commands; is the server still starting?` };
  try {
    const response = await fetch(`http://127.0.0.1:${door.port}/`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${door.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    });
    if (response.ok) return (await response.json()) as AdminAnswer;
    return { code: 2, text: `the running server refused the command (${response.status}); its log says why` };
  } catch (error) {
    if (error instanceof TypeError) return { code: 2, text: `the server that holds ${folder} does not answer` };
    throw error;
  }
}

function readDoor(folder: string): Door | null {
  try {
    return JSON.parse(readFileSync(doorFile(folder), 'utf8')) as Door;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
