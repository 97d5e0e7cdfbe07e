// Segment's own runner does the same: snapshots must not depend on the machine's zone.
module.exports = () => {
  process.env.TZ = 'UTC'
}
