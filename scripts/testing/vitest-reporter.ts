import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';
import { ROOT } from '../paths.ts';
import { leaveTally, type Tally } from './tally.ts';
import { FAILED, failure, line, PASSED, SKIPPED } from './words.ts';

type Failure = { message?: string; stack?: string; diff?: string; stacks?: { file: string; line: number }[] };

/** A vitest run told as a specification: one line for each subject, failures in full at the end. */
export default class SpecReporter implements Reporter {
  #failures: string[] = [];

  onTestModuleEnd(module: TestModule): void {
    const file = relative(ROOT, module.moduleId);
    for (const error of module.errors()) this.#fail(file, error);
    const tests = [...module.children.tests()];
    const subjects: [string, TestCase[]][] = [...module.children.suites()].map((suite) => [
      suite.name,
      testsOf(suite),
    ]);
    if (tests.length > 0) subjects.push([file, tests]);
    for (const [name, all] of subjects) this.#tell(name, all);
  }

  #tell(subject: string, tests: TestCase[]): void {
    const states = tests.map((test) => test.result().state);
    const spent = tests.reduce((sum, test) => sum + (test.diagnostic()?.duration ?? 0), 0);
    const mark = states.includes('failed')
      ? FAILED
      : states.every((state) => state === 'skipped')
        ? SKIPPED
        : PASSED;
    if (mark !== SKIPPED) console.log(line(mark, `${subject} (${tests.length})`, spent));
    for (const test of tests) {
      const errors = test.result().errors ?? [];
      for (const error of errors)
        this.#fail(`${relative(ROOT, test.module.moduleId)}: ${test.fullName}`, error);
    }
  }

  #fail(title: string, { message = '', diff, stack, stacks }: Failure): void {
    const place = stacks?.[0];
    const where = place
      ? `at ${relative(ROOT, place.file)}:${place.line}`
      : (stack ?? '').split('\n').slice(1, 6).join('\n');
    this.#failures.push(failure(title, [message, diff, where].filter(Boolean).join('\n')));
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly Failure[]): void {
    for (const error of unhandled) this.#fail('outside any test', error);
    for (const text of this.#failures) console.log(text);
    const tally: Tally = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      tally.failed += module.errors().length;
      for (const test of module.children.allTests()) count(tally, test.result().state);
      // A hook of a subject that failed leaves its tests undone: that is one failure of its own.
      for (const suite of module.children.allSuites()) tally.failed += suite.errors().length;
    }
    leaveTally(tally);
  }
}

function testsOf(suite: TestSuite): TestCase[] {
  return [...suite.children.allTests()];
}

function count(tally: Tally, state: string): void {
  if (state === 'passed') tally.passed += 1;
  else if (state === 'skipped') tally.skipped += 1;
  else tally.failed += 1;
}
