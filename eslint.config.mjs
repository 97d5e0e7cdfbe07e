import js from '@eslint/js'
import jsdoc from 'eslint-plugin-jsdoc'
import tseslint from 'typescript-eslint'

/** Patterns that match an import of a folder by its relative path. */
const folders = (...names) => names.flatMap((name) => [`**/${name}`, `**/${name}/**`])

const lodash = {
  name: 'lodash',
  message: "Import one function, e.g. 'lodash/groupBy', because the whole library takes longer to load."
}

const outsideOfSource = {
  group: folders('test', 'demo', 'bench', 'local-site', 'scripts'),
  message: 'The package does not contain this folder.'
}

/** Restricts the imports of some files. Each entry has all patterns, because only the last entry for a file applies. */
const restrictImports = (files, ...patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { paths: [lodash], patterns: [outsideOfSource, ...patterns] }] }
})

/** The layers, lowest first. A layer imports only from lower layers. ARCHITECTURE.md describes the layers. */
const layers = ['shared', 'destinations', 'runtime', 'sandbox', 'relay', 'cli']

const higherThan = (layer) => ({
  group: folders(...layers.slice(layers.indexOf(layer) + 1)),
  message: `${layer} is a lower layer and must not import a higher one.`
})

const destinations = ['tiktok-conversions', 'tiktok-offline-conversions', 'tiktok-pixel']

const otherDestinations = (destination) => ({
  group: folders(...destinations.filter((other) => other !== destination)),
  message: 'A destination must not import another destination. Shared code belongs in src/shared.'
})

const serverPackages = {
  group: ['lodash/*', 'node:*'],
  message: 'This file runs in a browser.'
}

export default tseslint.config(
  {
    // The tests check test/package/hosts with several compilers, and test/export/monorepo with Segment's tools.
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
      // These libraries are loaded when a value first needs them. An import would load them at the start.
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
    message: 'The sandbox has its own validation rules and must not use those of the code that it tests.'
  }),
  ...destinations.map((name) =>
    restrictImports(
      [`src/destinations/${name}/**`],
      higherThan('destinations'),
      otherDestinations(name),
      ...(name === 'tiktok-pixel' ? [serverPackages] : [])
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
