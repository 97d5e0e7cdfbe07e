/**
 * The number of random cases of a long property test: a quarter in `npm test`, all of them in `npm run test:soak`.
 * @param all the number of cases in `npm run test:soak`
 */
export const runs = (all: number): number => (process.env['ALL_RUNS'] === undefined ? Math.ceil(all / 4) : all)
