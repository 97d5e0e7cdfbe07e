import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Row } from '../rows'
import { EventRow } from './event-row'

interface EventListProps {
  /** Oldest first. The list shows them newest first. */
  rows: readonly Row[]
  selectedKey: string | undefined
  onSelect: (key: string) => void
  /** Called when an event is clicked, or when Enter is pressed on the selected one. */
  onOpen: (key: string) => void
  list: RefObject<HTMLDivElement | null>
}

/** The number of rows to render above and below the visible ones, so that scrolling shows no gaps. */
const OVERSCAN = 10

/** The events, newest first. Only the visible rows and a few around them are in the document. */
export function EventList({ rows, selectedKey, onSelect, onOpen, list }: EventListProps) {
  const { scrollTop, height, rowHeight } = useScroll(list)
  useStablePosition(list, rows, rowHeight)

  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - OVERSCAN)
  const last = Math.min(rows.length, Math.ceil((scrollTop + height) / rowHeight) + OVERSCAN)
  const rowAt = (position: number): Row | undefined => rows[rows.length - 1 - position]
  const isSelectedVisible = rows.slice(rows.length - last, rows.length - first).some(({ key }) => key === selectedKey)
  const positions = Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset)

  const select = (position: number): void => {
    const row = rowAt(position)
    if (row === undefined || list.current === null) return
    onSelect(row.key)
    reveal(list.current, position, rowHeight)
  }
  const handleKey = (event: KeyboardEvent): void => {
    const current = selectedKey === undefined ? -1 : positionOf(rows, selectedKey)
    const page = Math.max(1, Math.floor(height / rowHeight) - 1)
    const targets: Partial<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: rows.length - 1
    }
    const target = targets[event.key]
    if (target !== undefined) {
      event.preventDefault()
      select(Math.min(Math.max(target, 0), rows.length - 1))
    } else if (event.key === 'Enter' && selectedKey !== undefined) onOpen(selectedKey)
  }

  return (
    <div
      ref={list}
      class="list"
      role="grid"
      aria-label="Events, newest first"
      aria-rowcount={rows.length + 1}
      aria-activedescendant={isSelectedVisible ? `row-${selectedKey}` : undefined}
      tabIndex={0}
      onKeyDown={handleKey}
    >
      <div class="heads" role="rowgroup">
        <div class="row head" role="row" aria-rowindex={1}>
          {['Time', 'Event', 'Source', 'Value', 'Match keys', 'Verdict'].map((title) => (
            <span key={title} role="columnheader" class={`cell ${title.toLowerCase().replace(' ', '-')}`}>
              {title}
            </span>
          ))}
        </div>
      </div>
      <div class="rows" role="rowgroup" style={{ height: `${rows.length * rowHeight}px` }}>
        {positions.map((position) => {
          const row = rowAt(position)
          return (
            row && (
              <EventRow
                key={row.key}
                row={row}
                position={position}
                top={position * rowHeight}
                isSelected={row.key === selectedKey}
                onOpen={onOpen}
              />
            )
          )
        })}
      </div>
      {rows.length === 0 && <p class="nothing">No event matches the filter.</p>}
    </div>
  )
}

function positionOf(rows: readonly Row[], wanted: string): number {
  const index = rows.findLastIndex(({ key }) => key === wanted)
  return index < 0 ? -1 : rows.length - 1 - index
}

/** Scrolls as little as needed to show a row below the sticky head. */
function reveal(list: HTMLElement, position: number, rowHeight: number): void {
  const head = headHeight(list)
  const top = position * rowHeight
  if (top < list.scrollTop) list.scrollTop = top
  const bottom = top + rowHeight + head - list.clientHeight
  if (bottom > list.scrollTop) list.scrollTop = bottom
}

function headHeight(list: HTMLElement): number {
  return list.querySelector<HTMLElement>('.heads')?.offsetHeight ?? 0
}

/** Measures the visible part of the list. The row height depends on the screen width, so the style sheet defines it. */
function useScroll(list: RefObject<HTMLElement | null>) {
  const [state, setState] = useState({ scrollTop: 0, height: 800, rowHeight: 52 })
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return undefined
    const measure = (): void => {
      const rowHeight = Number.parseFloat(getComputedStyle(element).getPropertyValue('--row-height'))
      setState({ scrollTop: element.scrollTop, height: element.clientHeight, rowHeight })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    measure()
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [list])
  return state
}

/** Keeps the visible rows in place while newer rows arrive above them, unless the list is at its top. */
function useStablePosition(list: RefObject<HTMLElement | null>, rows: readonly Row[], rowHeight: number): void {
  const newest = useRef<string | undefined>(undefined)
  useEffect(() => {
    const previous = newest.current
    newest.current = rows.at(-1)?.key
    const element = list.current
    if (previous === undefined || element === null || element.scrollTop === 0) return
    const added = positionOf(rows, previous)
    if (added > 0) element.scrollTop += added * rowHeight
  }, [list, rows, rowHeight])
}
