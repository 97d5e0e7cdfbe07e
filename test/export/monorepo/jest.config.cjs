const typescript = {
  // Jest 27 does not read the field `exports` of a package.
  moduleNameMapper: { '^@segment/actions-core/mapping-kit$': '@segment/actions-core' },
  transform: { '^.+\\.ts$': 'ts-jest' },
  globals: { 'ts-jest': { isolatedModules: true, tsconfig: 'tsconfig.server.json' } }
}

module.exports = {
  projects: [
    {
      ...typescript,
      displayName: 'server',
      roots: ['<rootDir>/packages/destination-actions'],
      testEnvironment: 'node'
    },
    {
      ...typescript,
      displayName: 'browser',
      roots: ['<rootDir>/packages/browser-destinations'],
      testEnvironment: 'jsdom',
      testURL: 'https://segment.com'
    }
  ]
}
