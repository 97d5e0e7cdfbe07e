import js from '@eslint/js'
import jsdoc from 'eslint-plugin-jsdoc'
import tseslint from 'typescript-eslint'

/** Patterns that match an import of a folder by its relative path. */
const folders = (...names) => names.flatMap((name) => [`**/${name}`, `**/${name}/**`])

const lodash = {
  name: 'lodash',
  message: "Import one function, e.g. 'lodash/groupBy': the whole library takes longer to load."
}

const outsideOfSource = {
  group: folders('test', 'demo', 'bench', 'local-site', 'scripts'),
  message: 'The package does not contain this folder.'
}

/** Restricts the imports of some files. A later entry for the same file replaces an earlier one, so each holds all. */
const restrictImports = (files, ...patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { paths: [lodash], patterns: [outsideOfSource, ...patterns] }] }
})

/** From the lowest layer to the highest. A layer imports from those below it only. ARCHITECTURE.md explains them. */
const layers = ['shared', 'destinations', 'runtime', 'sandbox', 'relay', 'cli']

const higherThan = (layer) => ({
  group: folders(...layers.slice(layers.indexOf(layer) + 1)),
  message: `${layer} is a lower layer: import downwards only.`
})

const destinations = ['tiktok-conversions', 'tiktok-offline-conversions', 'tiktok-pixel']

const otherDestinations = (destination) => ({
  group: folders(...destinations.filter((other) => other !== destination)),
  message: 'A destination imports no other destination. What they have in common belongs into src/shared.'
})

const browserPackages = {
  group: ['lodash/*', 'node:*'],
  message: 'This file runs in a browser.'
}

export default tseslint.config(
  {
    // Other compilers and linters check these: test/package compiles its hosts, test/export has Segment's tools.
    ignores: [
      'dist',
      'node_modules',
      'coverage',
      'reports',
      '.stryker-tmp',
      'bench/node_modules',
      '**/generated-types.ts',
      'test/export/monorepo',
      'test/package/hosts'
    ]
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // The first value that needs these libraries loads them. An import would load them at once.
      '@typescript-eslint/no-require-imports': ['error', { allow: ['^libphonenumber-js/', '^i18n-iso-countries/'] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }]
    }
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { jsdoc },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        { publicOnly: true, require: { FunctionDeclaration: true, ClassDeclaration: true } }
      ],
      'no-console': 'error'
    }
  },
  restrictImports(['src/*.ts', 'src/cli/**']),
  ...['shared', 'runtime', 'relay'].map((layer) => restrictImports([`src/${layer}/**`], higherThan(layer))),
  restrictImports(['src/sandbox/**'], higherThan('sandbox'), {
    group: ['**/shared/**', '!**/shared/coerce'],
    message: 'The sandbox judges events by rules of its own, not by the code that it tests.'
  }),
  ...destinations.map((name) =>
    restrictImports(
      [`src/destinations/${name}/**`],
      higherThan('destinations'),
      otherDestinations(name),
      ...(name === 'tiktok-pixel' ? [browserPackages] : [])
    )
  ),
  {
    files: ['demo/browser/shop/*.js'],
    languageOptions: { globals: { self: 'readonly', fetch: 'readonly', URL: 'readonly', Response: 'readonly' } }
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', module: 'readonly', require: 'readonly' } }
  }
)
