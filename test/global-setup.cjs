// Snapshots must not depend on the machine's time zone. Segment's test runner does the same.
module.exports = () => {
  process.env.TZ = 'UTC'
}
