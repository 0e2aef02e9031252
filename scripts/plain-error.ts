/** A failure the operator can do something about: its message is one plain paragraph, shown without a stack. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

export function errorCode(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}

export function isDiskFull(text: string): boolean {
  return /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/i.test(text);
}
