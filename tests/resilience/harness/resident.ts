import { setTimeout as sleep } from 'node:timers/promises';
import { Browser, type Form, type Reply } from './http.ts';
import { twice } from './insist.ts';
import { type Filed, type Ledger, sha256 } from './ledger.ts';

export type Wish = {
  /** Numbers everything that must differ from one resident to the next. */
  number: number;
  email?: string;
  photo?: Buffer;
  /** Asked before each form. */
  doubleClick?: () => boolean;
  /** Milliseconds between an answer and the next form. */
  pause?: () => number;
};

export type Ask = () => Promise<Reply>;

export type Town = {
  url: string;
  ledger: Ledger;
  /** How a question becomes an answer: asked again until there is one, or only once. */
  through: (ask: Ask) => Promise<Reply>;
};

const STEP = /^\/zglos\/problem\/([0-9a-f-]{36})\/([a-z]+)$/;
const CONFIRMATION = /^\/sledz\/([0-9A-Z]{13})(?:\?|$)/;

export const aFile = (bytes: Buffer, name = 'dziura.jpg'): Blob =>
  new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' });

/** A browser of an address that no other number has. */
export function browserOf(url: string, number: number): Browser {
  return new Browser(url, `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`);
}

function answers({ photo, email }: Wish): Record<string, Form> {
  return {
    category: { category: 'dziura-w-jezdni' },
    place: { address: 'Rynek Główny 1', lat: '50.0617', lng: '19.9373' },
    photos: photo ? { photos: aFile(photo) } : {},
    contact: email ? { email } : {},
  };
}

function whereTo(reply: Reply): { draft: string; step: string } {
  const [, draft, step] = STEP.exec(reply.location) ?? [];
  if (reply.status !== 303 || !draft || !step)
    throw new Error(
      `The form does not go on: ${reply.status} ${reply.location}\n${reply.body.slice(0, 500)}`,
    );
  return { draft, step };
}

type Post = (path: string, form: Form) => Promise<Reply>;

function poster({ through }: Town, browser: Browser, wish: Wish): Post {
  return async (path, form) => {
    if (wish.pause) await sleep(wish.pause());
    const ask = () => browser.post(path, form);
    return through(wish.doubleClick?.() ? () => twice(ask) : ask);
  };
}

const markOf = ({ number }: Wish) => `zgłoszenie próbne nr ${number}.`;

/** Answers one form after the other, and gives back the first one that it has no answer to, or is not to answer. */
async function fillIn(wish: Wish, post: Post, last?: string): Promise<{ draft: string; step: string }> {
  const steps = answers(wish);
  let at = whereTo(await post('/api/drafts', { text: `Głęboka dziura w jezdni, ${markOf(wish)}` }));
  for (let form = steps[at.step]; form && at.step !== last; form = steps[at.step]) {
    delete steps[at.step];
    at = whereTo(await post(`/api/drafts/${at.draft}/${at.step}`, form));
  }
  return at;
}

/** Reports a pothole, form after form, and writes the confirmation into the ledger. */
export async function report(town: Town, wish: Wish): Promise<Filed> {
  const browser = browserOf(town.url, wish.number);
  const post = poster(town, browser, wish);
  try {
    const { draft, step } = await fillIn(wish, post);
    if (step !== 'check') throw new Error(`The form ends at ${step}.`);
    const sent = await post(`/api/drafts/${draft}/submit`, {});
    const code = CONFIRMATION.exec(sent.location)?.[1];
    if (sent.status !== 303 || !code) throw new Error(`Not taken in: ${sent.status} ${sent.location}`);
    const photos = wish.photo ? [sha256(wish.photo)] : [];
    const filed: Filed = {
      type: 'filed',
      code,
      draft,
      mark: markOf(wish),
      email: wish.email ?? null,
      photos,
    };
    town.ledger.write(filed);
    return filed;
  } finally {
    browser.close();
  }
}

/** A resident who has come to the page of photos. */
export async function atPhotos(
  town: Town,
  wish: Wish,
): Promise<{ browser: Browser; draft: string; path: string }> {
  const browser = browserOf(town.url, wish.number);
  const { draft, step } = await fillIn(wish, poster(town, browser, wish), 'photos');
  if (step !== 'photos') throw new Error(`The form ends at ${step}.`);
  return { browser, draft, path: `/api/drafts/${draft}/photos` };
}
