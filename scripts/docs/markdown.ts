/** Makes a Markdown table. Prettier aligns it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))]
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
}

/** Formats text as inline code. */
export function code(text: string): string {
  return text === '' ? '' : `\`${text}\``
}

/** Makes a block of code. */
export function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``
}

/** Makes a page with a title, an introduction and parts. */
export function page(title: string, about: string, ...parts: readonly string[]): string {
  const notice = '`npm run docs` generates this page from the code. Change the code, not this page.'
  return [`# ${title}`, about, notice, ...parts].filter((part) => part !== '').join('\n\n')
}

function cell(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|')
}
