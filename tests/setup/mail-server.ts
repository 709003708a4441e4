import { createServer, type AddressInfo } from 'node:net';

export type MailServer = {
  port: number;
  /** What came, headers and all. */
  received: string[];
  close(): Promise<unknown>;
};

/** As much of a mail server as letters need, one after another. */
export async function startMailServer(): Promise<MailServer> {
  const received: string[] = [];
  const server = createServer((socket) => {
    let data: string | null = null;
    socket.write('220 ready\r\n');
    socket.on('data', (chunk) => {
      if (data !== null) {
        data += chunk.toString('utf8');
        if (!data.endsWith('\r\n.\r\n')) return;
        // A line that begins with a dot travels with one more; the last dot is the end and no part of the letter.
        received.push(data.slice(0, -3).replaceAll('\r\n..', '\r\n.'));
        data = null;
        return void socket.write('250 taken\r\n');
      }
      const command = chunk.toString('utf8').slice(0, 4).toUpperCase();
      if (command === 'DATA') data = '';
      socket.write(command === 'DATA' ? '354 go on\r\n' : command === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
