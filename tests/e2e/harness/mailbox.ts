import { setTimeout as sleep } from 'node:timers/promises';
import { type Mail, mailsIn } from '#tests/factories/mail.ts';

const PATIENCE_MS = 15_000;
const POLL_MS = 150;

export type Mailbox = {
  /** All mails to this address so far, the oldest first. */
  to: (address: string) => Promise<Mail[]>;
  /** Waits until this many have come, and gives them back; fails when there are more. */
  wait: (address: string, count: number) => Promise<Mail[]>;
};

/** The mails that the portal of this run has written. */
export function mailboxIn(dataDir: string): Mailbox {
  const to = async (address: string) => (await mailsIn(dataDir)).filter((mail) => mail.to === address);
  const wait = async (address: string, count: number): Promise<Mail[]> => {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const mails = await to(address);
      if (mails.length === count) return mails;
      const subjects = mails.map(({ subject }) => subject).join(' | ');
      if (mails.length > count || performance.now() > deadline)
        throw new Error(`${count} mails to ${address} were expected, ${mails.length} came: ${subjects}`);
      await sleep(POLL_MS);
    }
  };
  return { to, wait };
}
