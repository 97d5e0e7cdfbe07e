import { useEffect, useState } from 'preact/hooks'
import type { ServedDestination } from '../../served-destination'
import { callApi } from '../api'

/** Fetches the destinations that the user can try. Empty until the sandbox has answered. */
export function useDestinations(): readonly ServedDestination[] {
  const [destinations, setDestinations] = useState<readonly ServedDestination[]>([])
  useEffect(() => {
    const load = async (): Promise<void> => {
      setDestinations((await (await callApi('/destinations')).json()) as ServedDestination[])
    }
    load().catch(() => undefined)
  }, [])
  return destinations
}
