import { build } from 'vite'

const bundled = new Map<string, Promise<string>>()

/**
 * A module with its imports as one script that assigns its exports to `name`: for page.evaluate(). Built once per
 * worker.
 */
export function bundle(path: string, name: string): Promise<string> {
  const key = `${name} ${path}`
  const code = bundled.get(key) ?? buildScript(path, name)
  bundled.set(key, code)
  return code
}

async function buildScript(path: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: path, formats: ['iife'], name } },
  })
  const [output] = [built].flat()
  if (output === undefined || !('output' in output)) throw new Error(`${path} is not bundled`)
  return output.output[0].code
}
