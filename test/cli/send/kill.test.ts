import { useSandbox } from '../../support/use-sandbox'
import { useFolder } from '../temp-folder'
import { failAtRandom, rejectedLines, seeded, sendWithKills, writeWorkload } from './kills'

const EVENTS = 20_000
const KILLS = 5
const SEED = Number(process.env['SEED'] ?? 20_261_121)

const folder = useFolder()
const running = useSandbox()

it(`counts each good event once and rejects each bad one once, with ${KILLS} kills and faults at random (seed ${SEED})`, async () => {
  const { sandbox } = running
  const workload = writeWorkload(folder.path, EVENTS)
  const random = seeded(SEED)
  failAtRandom(sandbox, random)
  const { code, stdout } = await sendWithKills(sandbox, workload, KILLS, random)

  expect(sandbox.counted.map(({ event_id }) => event_id).sort()).toStrictEqual([...workload.good].sort())
  expect(rejectedLines(workload)).toStrictEqual(workload.bad)
  expect(stdout).toContain(`Delivered  ${workload.good.length.toLocaleString('en')}\n`)
  expect(stdout).toContain(`Rejected   ${workload.bad.length.toLocaleString('en')}  `)
  expect(code).toBe(1)
})
