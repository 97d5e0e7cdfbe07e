import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json, jsonParseLinter } from '@codemirror/lang-json'
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { linter, lintGutter } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { classHighlighter } from '@lezer/highlight'
import { useEffect, useRef } from 'preact/hooks'

interface EditorProps {
  label: string
  value: string
  onChange: (value: string) => void
}

/** An editor for JSON, with highlighting and inline errors. */
export function Editor({ label, value, onChange }: EditorProps) {
  const container = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const change = useRef(onChange)
  change.current = onChange

  useEffect(() => {
    const parent = container.current
    if (!parent) return undefined
    const extensions = [
      history(),
      indentOnInput(),
      bracketMatching(),
      json(),
      syntaxHighlighting(classHighlighter),
      linter(lintUnlessEmpty, { delay: 300 }),
      lintGutter(),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label }),
      EditorView.cspNonce.of(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) change.current(update.state.doc.toString())
      })
    ]
    const editor = new EditorView({ parent, state: EditorState.create({ doc: value, extensions }) })
    view.current = editor
    // A scrollable area must be reachable by keyboard.
    editor.scrollDOM.tabIndex = 0
    return () => {
      editor.destroy()
    }
  }, [])
  useEffect(() => {
    const editor = view.current
    if (editor === undefined || editor.state.doc.toString() === value) return
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } })
  }, [value])

  return <div class="editor" ref={container} />
}

const lint = jsonParseLinter()

function lintUnlessEmpty(view: EditorView) {
  return view.state.doc.length === 0 ? [] : lint(view)
}
