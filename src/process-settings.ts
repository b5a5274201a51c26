import os from 'node:os'
import { setFlagsFromString } from 'node:v8'

// V8 sizes its heap for the machine's memory. Told to grow in small steps, a server that holds little stays at two
// thirds of that (docs/performance.md).
setFlagsFromString('--heap-growing-percent=5')
setFlagsFromString('--semi-space-growth-factor=1')
// Size before speed where V8 has to choose: another 3 MiB less.
setFlagsFromString('--optimize-for-size')
// Optimised code that copies less of other code into itself: 3 MiB less, at the same rate.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=300')

// Hashing occupies one thread of the pool for each core; files and DNS need some besides.
process.env['UV_THREADPOOL_SIZE'] ??= String(os.availableParallelism() + 2)
