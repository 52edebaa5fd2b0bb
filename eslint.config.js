import js from '@eslint/js'
import { vueTsConfigs, withVueTs } from '@vue/eslint-config-typescript'
import prettier from 'eslint-config-prettier/flat'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import tseslint from 'typescript-eslint'
import { roomsRule } from './scripts/rooms.mjs'

const inlineType = {
  selector: 'ImportSpecifier[importKind="type"]',
  message: 'Types have an `import type` line of their own.',
}
const realPeer = {
  selector: 'NewExpression[callee.name="RTCPeerConnection"]',
  message: 'Only src/peer touches RTCPeerConnection.',
}
const bareAsync = {
  selector: 'CallExpression[callee.name="defineAsyncComponent"]',
  message: 'Use asyncPart or asyncOverlay (src/failures): they say what did not arrive.',
}
const statePath = {
  selector: 'CallExpression[callee.property.name="matches"]',
  message: 'A panel asks tags and selectors, never a state by its path.',
}
const PRIVATE = 'XState’s private names are read in machines/machineEvents.ts only.'
const privateNames = [
  { selector: String.raw`Literal[value=/^xstate\./]`, message: PRIVATE },
  { selector: String.raw`TemplateElement[value.raw=/^xstate\./]`, message: PRIVATE },
  { selector: String.raw`Literal[regex.pattern=/^\^?xstate\\\./]`, message: PRIVATE },
]

const SIGNS = ', . & + - = * / # % ! ? : ; [ ] { } < > · • ‐ – — − | → ← ↑ ↓ ↔ × ✓ ✗ …'.split(' ')
// Names of the API are the same in both languages: close(), pc.createOffer().
const API_CALL = String.raw`/[\w.]+\(\)|[()]/`

export default withVueTs(
  {
    name: 'handshake/ignores',
    ignores: ['lessons/code', 'dist', 'coverage', 'test-results', 'playwright-report', '.cache'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  vue.configs['flat/recommended'],
  accessibility.configs['flat/recommended'],
  vueTsConfigs.strictTypeChecked,
  {
    name: 'handshake/everywhere',
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true } },
      ],
      'no-restricted-syntax': ['error', inlineType, ...privateNames],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
    },
  },
  {
    name: 'handshake/typed',
    files: ['**/*.{ts,vue}'],
    rules: {
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Objects come from factories, not classes: their methods never use `this`.
      '@typescript-eslint/unbound-method': 'off',
      // There are no enums and no classes; looking for them takes a quarter of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    name: 'handshake/vue',
    files: ['**/*.vue'],
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/enforce-style-attribute': ['error', { allow: ['scoped'] }],
      'vue/no-bare-strings-in-template': ['error', { allowlist: [...SIGNS, API_CALL] }],
      'vue/no-v-html': 'error',
      // BiText and CodeText render the words of a heading or a link.
      'vuejs-accessibility/anchor-has-content': ['error', { accessibleChildren: ['BiText'] }],
      'vuejs-accessibility/heading-has-content': ['error', { accessibleChildren: ['BiText', 'CodeText'] }],
      // Nesting or `for` names a field; the default requires both.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      // A live call has no captions.
      'vuejs-accessibility/media-has-caption': 'off',
    },
  },
  {
    name: 'handshake/src',
    files: ['src/**/*.{ts,vue}'],
    ignores: ['src/peer/**'],
    rules: { 'no-restricted-syntax': ['error', inlineType, ...privateNames, realPeer, bareAsync] },
  },
  {
    name: 'handshake/failures',
    files: ['src/failures/**/*.{ts,vue}'],
    rules: { 'no-restricted-syntax': ['error', inlineType, ...privateNames, realPeer] },
  },
  {
    name: 'handshake/features',
    files: ['src/{features,evidence,pages,reading,shell}/**/*.{ts,vue}'],
    rules: {
      'no-restricted-syntax': ['error', inlineType, ...privateNames, realPeer, bareAsync, statePath],
      'vue/no-restricted-syntax': ['error', statePath],
    },
  },
  {
    name: 'handshake/rooms',
    files: ['{src,machines,broadcast-signaling,service-worker}/**/*.{ts,vue}', 'probe/*.js'],
    plugins: { handshake: { rules: { rooms: roomsRule } } },
    rules: { 'handshake/rooms': 'error' },
  },
  {
    name: 'handshake/tests',
    files: ['tests/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    name: 'handshake/private names',
    files: ['machines/machineEvents.ts', 'tests/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', inlineType] },
  },
  {
    name: 'handshake/configs',
    files: ['*.config.{js,ts}', '**/*.d.ts', 'tests/**/*.setup.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    name: 'handshake/scripts',
    files: ['scripts/**', 'build/**', 'docs/examples/**'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'handshake/no-types',
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    // TypeScript checks these files too (checkJs), and knows the globals better.
    rules: { 'no-undef': 'off' },
  },
  prettier,
)
