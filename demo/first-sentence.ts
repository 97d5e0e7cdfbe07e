/** The first sentence of a message, cut at a word if it is too long for a table's cell. */
export function firstSentence(message: string, longest = 120): string {
  const [sentence = ''] = message.split(/(?<=[.!?])\s/)
  if (sentence.length <= longest) return sentence
  return `${sentence.slice(0, longest).replace(/\s+\S*$/, '')} …`
}
