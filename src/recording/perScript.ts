import type { Script } from '../../machines/script'

/** Makes something for each script once: a schema is large, and files and messages ask for it again and again. */
export function perScript<Made>(make: (script: Script) => Made): (script: Script) => Made {
  const made = new WeakMap<Script, Made>()
  return (script) => {
    const known = made.get(script) ?? make(script)
    made.set(script, known)
    return known
  }
}
