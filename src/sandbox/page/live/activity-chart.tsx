import { useEffect, useState } from 'preact/hooks'
import { ACTIVITY_BARS, ACTIVITY_STEP, type ActivityBar } from '../../activity'
import { formatNumber } from '../format'

const HEIGHT = 40
const BAR_WIDTH = 10

/** The events of the last ten minutes as bars of ten seconds. */
export function ActivityChart({ activity }: { activity: readonly ActivityBar[] }) {
  const end = useNewestStep(activity.at(-1)?.start)
  const start = end - (ACTIVITY_BARS - 1) * ACTIVITY_STEP
  const bars = activity.filter((bar) => bar.start >= start)
  const peak = Math.max(1, ...bars.map(({ accepted, refused }) => accepted + refused))
  const total = (kind: 'accepted' | 'refused') => formatNumber(bars.reduce((sum, bar) => sum + bar[kind], 0))
  return (
    <figure class="chart">
      <svg
        viewBox={`0 0 ${ACTIVITY_BARS * BAR_WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`The last ten minutes: ${total('accepted')} accepted, ${total('refused')} refused`}
      >
        {bars.map((bar) => {
          const x = ((bar.start - start) / ACTIVITY_STEP) * BAR_WIDTH + 1
          const refused = heightOf(bar.refused, peak)
          const accepted = heightOf(bar.accepted, peak)
          return (
            <g key={bar.start}>
              <rect class="accepted" x={x} y={HEIGHT - accepted} width={BAR_WIDTH - 2} height={accepted} />
              <rect class="refused" x={x} y={HEIGHT - accepted - refused} width={BAR_WIDTH - 2} height={refused} />
            </g>
          )
        })}
      </svg>
      <figcaption>
        <span>10 minutes ago</span>
        <span>{bars.length > 0 && `peak ${formatNumber(peak)} in 10 s`}</span>
        <span>now</span>
      </figcaption>
    </figure>
  )
}

function heightOf(count: number, peak: number): number {
  return count === 0 ? 0 : Math.max((count / peak) * HEIGHT, 1.5)
}

/** The start of the newest step. It advances every ten seconds while a bar is visible. */
function useNewestStep(newest: number | undefined): number {
  const stepOf = (time: number): number => time - (time % ACTIVITY_STEP)
  const [end, setEnd] = useState(() => stepOf(Date.now()))
  const isInView = newest !== undefined && newest > end - ACTIVITY_BARS * ACTIVITY_STEP
  useEffect(() => {
    setEnd(stepOf(Date.now()))
    if (!isInView) return undefined
    const timer = setInterval(() => {
      setEnd(stepOf(Date.now()))
    }, ACTIVITY_STEP)
    return () => {
      clearInterval(timer)
    }
  }, [isInView])
  return Math.max(end, newest ?? 0)
}
