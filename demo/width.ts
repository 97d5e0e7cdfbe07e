/** The maximum width of the output of `npm run demo -- --all`, in columns. */
export const WIDTH = 80
