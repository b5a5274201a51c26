import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  {
    ignores: [
      'dist',
      'coverage',
      '.demo',
      '.test',
      'node_modules',
      'public/password-rules.js',
      'public/password-strength.js',
      'public/api-page/swagger-ui.js',
    ],
  },
  js.configs.recommended,
  // French puts no-break spaces before its colons, in template literals as in plain strings.
  { rules: { 'no-irregular-whitespace': ['error', { skipTemplates: true }] } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
    },
  },
  {
    // Dictionaries are loaded when somebody first reads their language.
    files: ['src/shared/i18n/**/index.ts'],
    rules: { '@typescript-eslint/no-require-imports': ['error', { allow: ['^\\./'] }] },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        performance: 'readonly',
        URLSearchParams: 'readonly',
      },
    },
  },
  {
    files: ['**/*.cjs', 'migrations/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { module: 'writable', require: 'readonly', exports: 'writable', __dirname: 'readonly' },
    },
  },
  {
    files: ['public/**/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: {
        document: 'readonly',
        navigator: 'readonly',
        Event: 'readonly',
        TextEncoder: 'readonly',
        window: 'readonly',
        self: 'readonly',
        Worker: 'readonly',
        btoa: 'readonly',
      },
    },
  },
  prettier,
)
