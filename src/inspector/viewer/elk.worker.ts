// Loaded in a worker, the engine handles messages by itself.
import 'elkjs/lib/elk-worker.min.js'
