import { setTimeout as sleep } from 'node:timers/promises';
import { jpeg } from '#tests/factories/pictures.ts';
import { insist, noTroubles, told } from './insist.ts';
import { type Filed, Ledger } from './ledger.ts';
import { openOffice, repair } from './office.ts';
import type { Portal } from './portal.ts';
import { report, type Town } from './resident.ts';

const LANES = 3;
const DOUBLE_CLICKS = 0.3;
/** One report in so many has a photo, an address, and is repaired. */
const [WITH_PHOTO, WITH_EMAIL, REPAIRED] = [3, 2, 3];
const THINKING_MS = 150;
const OFFICE = 60_000;
const PATIENCE_MS = 40_000;
const POLL_MS = 100;

const doubleClick = () => Math.random() < DOUBLE_CLICKS;
const pause = () => Math.random() * 2 * THINKING_MS;
const aPhoto = () => jpeg({ width: 640, height: 480 });

/** Residents who report and an office that works, until they are told to finish. */
export class Load {
  readonly town: Town;
  readonly troubles = noTroubles();
  readonly #filed: Filed[] = [];
  readonly #lanes: Promise<void>[];
  #number = 1;
  #over = false;
  #reporting = LANES;
  #failure: unknown;

  constructor(portal: Portal) {
    this.town = {
      url: portal.url,
      ledger: new Ledger(portal.file('ledger.jsonl')),
      through: (ask) => insist(this.troubles, ask),
    };
    this.#lanes = [...Array.from({ length: LANES }, () => this.#residents()), this.#office()].map((lane) =>
      lane.catch((error: unknown) => {
        this.#failure ??= error;
      }),
    );
  }

  async #residents(): Promise<void> {
    try {
      while (!this.#over) this.#filed.push(await this.#oneReport());
    } finally {
      this.#reporting -= 1;
    }
  }

  async #oneReport(): Promise<Filed> {
    const number = this.#number++;
    return report(this.town, {
      number,
      doubleClick,
      pause,
      ...(number % WITH_EMAIL === 0 && { email: `mieszkaniec-${number}@example.com` }),
      ...(number % WITH_PHOTO === 0 && { photo: await aPhoto() }),
    });
  }

  async #office(): Promise<void> {
    const office = await openOffice(this.town, OFFICE);
    for (let at = 0; this.#reporting > 0 || at < this.#filed.length; ) {
      const filed = this.#filed[at];
      if (!filed) await sleep(POLL_MS);
      else if (at++ % REPAIRED === 0)
        await repair(this.town, office, filed, { photo: await aPhoto(), doubleClick });
    }
    office.infoline.close();
    office.roads.close();
  }

  /** Waits until so many more reports were acknowledged. */
  async grow(by: number): Promise<void> {
    const wanted = this.#filed.length + by;
    const deadline = performance.now() + PATIENCE_MS;
    while (this.#filed.length < wanted) {
      if (this.#failure) throw this.#failure;
      if (performance.now() > deadline)
        throw new Error(`Reports do not get through any more. ${told(this.troubles)}`);
      await sleep(POLL_MS);
    }
  }

  /** Lets everybody finish what they have begun. */
  async finish(): Promise<void> {
    this.#over = true;
    await Promise.all(this.#lanes);
    if (this.#failure) throw this.#failure;
  }
}
