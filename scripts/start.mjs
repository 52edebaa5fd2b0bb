// `npm start`: installs what is missing, builds, serves the result and prints the address. `npm start -- --lan` serves
// to the local network.

import { ensureDependencies } from './install.mjs'
import { runNpm } from './run.mjs'

await ensureDependencies()

console.log('Building … 正在构建…')
const code = await runNpm(['run', 'build'], { output: 'on-failure' })
if (code !== 0) {
  console.error('\nThe build failed: see above. 构建失败，原因见上。')
  process.exit(code)
}

try {
  // Imported late: they need packages that ensureDependencies may just have installed.
  const { serve } = await import('./serve.mjs')
  const { describeLan } = await import('./lan.mjs')
  const { address, lan } = await serve(process.argv.slice(2))
  console.log(`
  Handshake is ready. Open this address; press Ctrl+C to stop.
  握手已就绪，请打开下面的地址；按 Ctrl+C 停止。

    ${address}
`)
  if (lan.length > 0) console.log(describeLan(lan))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
