import { relative } from 'node:path';
import type { FullResult, Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { ROOT } from '../paths.ts';
import { leaveTally, type Tally } from './tally.ts';
import { dim, FAILED, failure, line, PASSED } from './words.ts';

/** A browser run told as a specification: one line for each journey, failures in full at the end. */
export default class SpecReporter implements Reporter {
  #failures: string[] = [];
  #tally: Tally = { passed: 0, failed: 0, skipped: 0 };

  onTestEnd(test: TestCase, result: TestResult): void {
    const [, project = '', file = '', ...titles] = test.titlePath();
    if (result.status === 'skipped') {
      this.#tally.skipped += 1;
      return;
    }
    const good = result.status === test.expectedStatus;
    this.#tally[good ? 'passed' : 'failed'] += 1;
    const words = `${titles.join(': ')} ${dim(`[${project}]`)}`;
    console.log(line(good ? PASSED : FAILED, words, result.duration));
    if (!good) this.#fail(`${file} [${project}]: ${titles.join(': ')}`, result.errors);
  }

  onError(error: TestError): void {
    this.#tally.failed += 1;
    this.#fail('outside any test', [error]);
  }

  #fail(title: string, errors: TestError[]): void {
    const details = errors.map(({ message, value, snippet, location }) => {
      const where = location ? `at ${relative(ROOT, location.file)}:${location.line}` : '';
      return [message ?? value ?? '', snippet, where].filter(Boolean).join('\n');
    });
    this.#failures.push(failure(title, details.join('\n\n')));
  }

  onEnd({ status }: FullResult): void {
    for (const text of this.#failures) console.log(text);
    if (status === 'timedout') this.#tally.failed += 1;
    leaveTally(this.#tally);
  }

  printsToStdio(): boolean {
    return true;
  }
}
