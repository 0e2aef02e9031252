import { emailOf } from '#tests/factories/accounts.ts';
import type { Browser, Form, Reply } from './http.ts';
import { twice } from './insist.ts';
import { type Done, type Filed, sha256 } from './ledger.ts';
import { aFile, browserOf, type Town } from './resident.ts';

const PASSWORD = 'krakow-demo-2026';
const REFERENCE = /KRK-\d{4}-\d{6,}/;

/** The infoline and the roads department, each at one desk. */
export type Office = { infoline: Browser; roads: Browser };

async function desk(town: Town, account: 'infolinia' | 'zdmk', number: number): Promise<Browser> {
  const browser = browserOf(town.url, number);
  const form = { email: emailOf(account), password: PASSWORD, next: '/staff' };
  const reply = await town.through(() => browser.post('/api/session', form));
  if (reply.location !== '/staff') throw new Error(`Not signed in: ${reply.status} ${reply.location}`);
  return browser;
}

/** Signs both in; the numbers of their addresses must be nobody else's. */
export async function openOffice(town: Town, number: number): Promise<Office> {
  return { infoline: await desk(town, 'infolinia', number), roads: await desk(town, 'zdmk', number + 1) };
}

/** The number that the resident reads on the tracking page. */
async function referenceOf(town: Town, { infoline }: Office, { code }: Filed): Promise<string> {
  const page = await town.through(() => infoline.get(`/sledz/${code}`));
  const [reference] = REFERENCE.exec(page.body) ?? [];
  if (page.status !== 200 || !reference) throw new Error(`/sledz/${code} answers ${page.status}.`);
  return reference;
}

type Work = { by: keyof Office; command: Done['command']; form: Form; photos?: Buffer[] };

const work = (photo: Buffer): Work[] => [
  { by: 'infoline', command: 'forward', form: { department: 'ZDMK' } },
  { by: 'roads', command: 'take', form: {} },
  {
    by: 'roads',
    command: 'resolve',
    form: { outcome: 'FIXED', explanation: 'Dziura jest załatana.', photos: aFile(photo) },
    photos: [photo],
  },
];

/** Forwards, takes and repairs a case, as often as it takes; what was said to be done goes into the ledger. */
export async function repair(
  town: Town,
  office: Office,
  filed: Filed,
  { photo, doubleClick }: { photo: Buffer; doubleClick: () => boolean },
): Promise<void> {
  const reference = await referenceOf(town, office, filed);
  const next = `/staff/zgloszenia/${reference}`;
  for (const [index, { by, command, form, photos = [] }] of work(photo).entries()) {
    const version = String(index + 1);
    const ask = (): Promise<Reply> =>
      office[by].post(`/api/submissions/${reference}/${command}`, { ...form, version, next });
    const reply = await town.through(doubleClick() ? () => twice(ask) : ask);
    if (reply.location !== next)
      throw new Error(
        `${command} ${reference}: ${reply.status} ${reply.location}\n${reply.body.slice(0, 500)}`,
      );
    town.ledger.write({ type: 'done', code: filed.code, reference, command, photos: photos.map(sha256) });
  }
}
