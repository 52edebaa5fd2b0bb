import { build } from 'vite'

/** A module and what it imports as one script that names its exports `name`: for page.evaluate(). */
export async function bundle(path: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: path, formats: ['iife'], name } },
  })
  const [output] = [built].flat()
  if (output === undefined || !('output' in output)) throw new Error(`${path} is not bundled`)
  return output.output[0].code
}
