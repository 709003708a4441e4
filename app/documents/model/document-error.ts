/** Thrown for input that cannot be taken. The message is one line that names what is wrong; it may be shown to people. */
export class DocumentError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DocumentError';
  }
}
