import coerce from 'semver/functions/coerce'
import lt from 'semver/functions/lt'

/** The oldest tested version that lost no stored event when servers of a cluster were killed. */
const OLDEST_IN_CLUSTER = '2.10.27'

/**
 * Why this version of NATS must not store replicas; undefined if it may, or if it is unknown. In a test of 2.9.10,
 * servers gave the same sequence number to different events after one of them was killed. An acknowledgement can then
 * delete an event that was not delivered.
 */
export function findVersionProblem(version: string, replicas: number): string | undefined {
  const known = coerce(version)
  if (replicas === 1 || known === null || !lt(known, OLDEST_IN_CLUSTER)) return undefined
  return `NATS ${version} can lose events when a server of a cluster is killed. "replicas": ${replicas} needs NATS ${OLDEST_IN_CLUSTER} or newer.`
}
