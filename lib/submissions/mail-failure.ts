/** Why a mail could not be delivered, as far as it tells what to do. */
export type FailureWord = 'address' | 'noAddress' | 'refused' | 'network' | 'fault';

/** Servers that refuse say 5xx for good and 4xx for now; everything else is the way there. */
export function failureWord(code: string | null): FailureWord {
  if (code === 'BAD_ADDRESS') return 'address';
  if (code === 'NO_ADDRESS') return 'noAddress';
  if (code?.startsWith('SMTP_5')) return 'refused';
  return code === 'FAULT' ? 'fault' : 'network';
}
