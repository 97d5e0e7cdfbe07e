/** The first sentence of a message, cut at a word where it is longer than a table's cell should be. */
export function firstSentence(message: string, longest = 120): string {
  const [sentence = ''] = message.split(/(?<=[.!?])\s/)
  if (sentence.length <= longest) return sentence
  return `${sentence.slice(0, longest).replace(/\s+\S*$/, '')} …`
}
