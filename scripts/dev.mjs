// `npm run dev`: installs what is missing, then runs Vite's development server.

import { ensureDependencies } from './install.mjs'
import { runTool } from './run.mjs'

await ensureDependencies()
process.exitCode = await runTool('vite', process.argv.slice(2), { interactive: true })
