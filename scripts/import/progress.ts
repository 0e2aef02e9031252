const WIDTH = 30;
const SHARE_PER_LINE = 10;

/** Tells how far it has come: a bar that is drawn over in a terminal, else a line for every tenth. */
export class Progress {
  readonly #total: number;
  readonly #out: NodeJS.WriteStream;
  readonly #began = performance.now();
  #told = 0;

  constructor(total: number, out: NodeJS.WriteStream = process.stderr) {
    this.#total = total;
    this.#out = out;
  }

  at(done: number): void {
    const share = this.#total === 0 ? 100 : Math.floor((done / this.#total) * 100);
    const seconds = (performance.now() - this.#began) / 1000;
    const rest = done > 0 ? Math.round((seconds / done) * (this.#total - done)) : 0;
    const words = `${done} of ${this.#total} rows, ${share} %${done < this.#total ? `, ${rest} s left` : ''}`;
    if (this.#out.isTTY) {
      const bar = '█'.repeat(Math.round((share / 100) * WIDTH)).padEnd(WIDTH, '░');
      this.#out.write(`\r\x1b[K${bar} ${words}${done >= this.#total ? '\n' : ''}`);
      return;
    }
    if (share < this.#told + SHARE_PER_LINE && done < this.#total) return;
    this.#told = share - (share % SHARE_PER_LINE);
    this.#out.write(`${words}\n`);
  }
}
