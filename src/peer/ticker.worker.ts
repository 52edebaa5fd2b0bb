const FRAMES_PER_SECOND = 30

// The timers of a hidden tab fire once a second; those of a worker are not throttled.
setInterval(() => {
  postMessage(null)
}, 1000 / FRAMES_PER_SECOND)
