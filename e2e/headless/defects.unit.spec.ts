import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../scripts/project';
import { withEdit } from './bundle';
import { DEFECTS } from './defects';
import { BROKEN_RULES } from './scenario-defects';

const codeOf = (file: string): string => readFileSync(join(projectRoot, 'src', file), 'utf8');

// The long run puts each in; whether it still fits is known at once.
it.each([...DEFECTS, ...BROKEN_RULES])('$name can be put in', ({ edits }) => {
  expect(edits.length).toBeGreaterThan(0);
  for (const edit of edits) expect(withEdit(codeOf(edit.file), edit)).not.toBe(codeOf(edit.file));
});
