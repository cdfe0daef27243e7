import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Which layer may import which: arrows go one way (docs/architecture.md). */
const LAYERS = {
  hearing: ['hearing'],
  contract: ['contract', 'hearing'],
  messages: ['messages', 'contract'],
  backend: ['backend', 'contract', 'hearing'],
  'partner-service': ['partner-service', 'contract'],
  'mimi-core': ['mimi-core', 'contract', 'hearing'],
  main: ['main', 'mimi-core', 'backend', 'contract', 'hearing', 'messages'],
  preload: ['preload', 'contract'],
  renderer: ['renderer', 'contract', 'hearing', 'messages'],
};

const RAW_IPC = {
  selector: "MemberExpression[property.name='send'][object.property.name='webContents']",
  message: 'Events go through src/main/ipc/publish.ts.',
};

export default tseslint.config(
  { ignores: ['out/', 'node_modules/', 'test-results/', '**/*.cjs'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['eslint.config.mjs'] } },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', RAW_IPC],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-deprecated': [
        'error',
        // Marked so only to stand out; it is for http on this very computer.
        { allow: [{ from: 'package', package: 'openid-client', name: 'allowInsecureRequests' }] },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.ts', '**/spec-support/**', '**/*-suite.ts'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { project: 'tsconfig.json' } },
      'boundaries/elements': [
        { type: 'mimi-core', pattern: 'src/main/{mimi-core,outbox}/**', partialMatch: false },
        { type: 'mimi-core', pattern: 'src/main/outbox/**', partialMatch: false },
        { type: 'main', pattern: 'src/main/**', partialMatch: false },
        ...[
          'hearing',
          'contract',
          'messages',
          'backend',
          'partner-service',
          'preload',
          'renderer',
        ].map((type) => ({
          type,
          pattern: `src/${type}/**`,
          partialMatch: false,
        })),
      ],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: Object.entries(LAYERS).map(([from, allowed]) => ({
            from: { element: { type: from } },
            allow: allowed.map((type) => ({ to: { element: { type } } })),
          })),
        },
      ],
    },
  },
  {
    // A catalogue is one list, as long as the app has things to say.
    files: ['src/messages/{en,de}.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // Pure code: no Electron, and no file access of its own.
    files: [
      'src/{contract,hearing,messages,backend,partner-service}/**/*.ts',
      'src/main/{mimi-core,outbox}/**/*.ts',
    ],
    ignores: ['**/*.spec.ts', '**/spec-support/**'],
    rules: { 'no-restricted-imports': ['error', { paths: ['electron'] }] },
  },
  {
    files: ['src/main/**/*.ts'],
    ignores: ['src/main/ipc/bind-contract.ts', '**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        RAW_IPC,
        {
          selector: "CallExpression[callee.object.name='ipcMain']",
          message:
            'Calls are declared in src/contract/ipc and bound by src/main/ipc/bind-contract.ts.',
        },
      ],
    },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-imports': [
        'error',
        { paths: ['electron', { name: 'zod', message: 'A window loads no validation code.' }] },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/spec-support/**', '**/*-suite.ts', 'e2e/**', 'scripts/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked },
);
