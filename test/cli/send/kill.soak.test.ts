import { useSandbox } from '../../support/use-sandbox'
import { useFolder } from '../temp-folder'
import { failAtRandom, rejectedLines, seeded, sendWithKills, writeWorkload } from './kills'

const EVENTS = 200_000
const KILLS = 20
const SEED = Number(process.env['SEED'] ?? 20_261_121)

const folder = useFolder()
const running = useSandbox()

it(`counts each good event once and rejects each bad one once, with ${KILLS} kills and faults at random (seed ${SEED})`, async () => {
  const { sandbox } = running
  const workload = writeWorkload(folder.path, EVENTS)
  const random = seeded(SEED)
  failAtRandom(sandbox, random)
  const { code } = await sendWithKills(sandbox, workload, KILLS, random)

  expect(new Set(sandbox.counted.map(({ event_id }) => event_id))).toStrictEqual(new Set(workload.good))
  expect(sandbox.counted).toHaveLength(workload.good.length)
  expect(rejectedLines(workload)).toStrictEqual(workload.bad)
  expect(code).toBe(1)
})
