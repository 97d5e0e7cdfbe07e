import coerce from 'semver/functions/coerce'
import lt from 'semver/functions/lt'

/** The oldest version that loses no stored event when servers of a cluster are killed. */
const OLDEST_IN_CLUSTER = '2.10.27'

/**
 * Why this version of NATS must not store replicas; undefined if it may, or if it is unknown. After kills, servers of
 * 2.9.10 give the same sequence number to different events. An acknowledgement can then delete an event that was not
 * delivered.
 */
export function findVersionProblem(version: string, replicas: number): string | undefined {
  const known = coerce(version)
  if (replicas === 1 || known === null || !lt(known, OLDEST_IN_CLUSTER)) return undefined
  return `NATS ${version} can lose events when a server of a cluster is killed. "replicas": ${replicas} needs NATS ${OLDEST_IN_CLUSTER} or newer.`
}
