/** The first sentence of a message. A sentence that is too long is truncated after a word. */
export function firstSentence(message: string, maxLength = 120): string {
  const [sentence = ''] = message.split(/(?<=[.!?])\s/)
  if (sentence.length <= maxLength) return sentence
  return `${sentence.slice(0, maxLength).replace(/\s+\S*$/, '')} …`
}
