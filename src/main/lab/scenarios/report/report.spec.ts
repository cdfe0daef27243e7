import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioResult } from '../../../../contract/ipc/lab/scenarios';
import { createLabMessages } from '../../../../messages/lab-catalogue';
import { htmlOf, type ReportFacts } from './html';
import { junitOf } from './junit';

const messages = createLabMessages('en');
const STARTED = Date.UTC(2026, 10, 22, 12);
const FACTS: ReportFacts = {
  language: 'en',
  startedAt: STARTED,
  product: 'Mimi <Companion>',
  versions: { app: '1.0.0', runtime: 'Node 20' },
};

const resultOf = (expected: string, actual: string): ScenarioResult => ({
  name: 'different-user',
  status: 'failed',
  ms: 1234.5,
  steps: [{ step: 'log-in', atMs: 3 }],
  expectations: [
    { after: 'start', what: 'session', expected: 'active', actual: 'active', ok: true },
    { after: 'log-in', what: 'same-id', expected, actual, ok: false },
  ],
});

const plain = (name: ScenarioResult['name'], status: ScenarioResult['status']): ScenarioResult => ({
  ...{ name, status, ms: 10, steps: [], expectations: [] },
});

/** Fails unless every element is closed where it should be and nothing stands bare that must not. */
const assertWellFormed = (xml: string): void => {
  const [open, wrong]: [string[], string[]] = [[], []];
  const rest = xml.replace(/^<\?xml [^<>]*\?>\n/, '').replace(/^<!doctype html>\n/, '');
  const text = rest.replaceAll(
    /<(\/?)([a-z]\w*)((?:\s+[\w-]+(?:="[^"<]*")?)*)\s*(\/?)>/gi,
    (_tag, close: string, name: string, _attributes, empty: string) => {
      if (close !== '') wrong.push(...(open.pop() === name ? [] : [name]));
      else if (empty === '' && name !== 'meta') open.push(name);
      return '';
    },
  );
  expect([...open, ...wrong]).toEqual([]);
  expect(text).not.toMatch(/[<>]/);
  expect(text).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
};

describe('the JUnit report', () => {
  it('has the structure build servers read', () => {
    const results = [
      plain('clean-start', 'passed'),
      resultOf('A', 'B'),
      plain('reinstall', 'cancelled'),
    ];
    expect(junitOf(results, messages, STARTED)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Scenarios" tests="3" failures="1" errors="0" skipped="1" time="1.254" timestamp="2026-11-22T12:00:00">
  <testsuite name="Scenarios" tests="3" failures="1" errors="0" skipped="1" time="1.254" timestamp="2026-11-22T12:00:00">
    <testcase classname="clean-start" name="Clean start" time="0.010"/>
    <testcase classname="different-user" name="A different user is there" time="1.234">
      <failure message="1 of 2 otherwise" type="expectation">Supply the ID: ID in use: A -&gt; B</failure>
    </testcase>
    <testcase classname="reinstall" name="Reinstall" time="0.010">
      <skipped/>
    </testcase>
  </testsuite>
</testsuites>
`);
  });
});

describe('the HTML report', () => {
  it('needs nothing from elsewhere, and runs nothing', () => {
    const html = htmlOf([resultOf('A', 'B')], messages, FACTS);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain("content=\"default-src 'none'; style-src 'unsafe-inline'\"");
    expect(html).not.toMatch(/<script|<link|<img|url\(|@import|https?:/);
    expect(html).toContain('Mimi &lt;Companion&gt;: Scenario report');
  });

  it('opens what is otherwise than expected, and only that', () => {
    const html = htmlOf([plain('clean-start', 'passed'), resultOf('A', 'B')], messages, FACTS);
    expect(html.match(/<details class="\w+" open>/g)).toEqual(['<details class="failed" open>']);
    expect(html).toContain('1 of 2 not as expected');
  });
});

it('both are well formed whatever was expected and whatever happened', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", ']]>', '\u0000', '\ud800', 'é') }),
      (expected, actual) => {
        const results = [resultOf(expected, actual)];
        const xml = junitOf(results, messages, STARTED);
        assertWellFormed(xml);
        const controls = Array.from(xml).filter((each) => each < ' ' && !'\n\t\r'.includes(each));
        expect(controls).toEqual([]);
        assertWellFormed(htmlOf(results, messages, FACTS).replace(/<style>[^]*<\/style>/, ''));
      },
    ),
    { seed: 20_261_122, numRuns: 30 },
  );
});
