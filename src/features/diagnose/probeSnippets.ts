/** The ways to put the probe into an app. */
export type SnippetId = 'module' | 'scriptTag' | 'console' | 'playwright'

/**
 * The lines to paste, with the addresses of this copy of the app. `root`: the address of the app's root, with a slash at
 * its end.
 */
export function probeSnippets(root: string): Record<SnippetId, string> {
  const script = `${root}probe.js`
  const view = `${root}probe.html`
  const press = `addEventListener('keydown', ({ key }) => key === 'F8' && open('${view}'))`
  return {
    module: `import { watchAll, open } from '${script}'\nwatchAll()\n${press}`,
    scriptTag: `<script type="module">\n  import { watchAll, open } from '${script}'\n  watchAll()\n  ${press}\n</script>`,
    console: `const probe = await import('${script}')\nprobe.watchAll()\nprobe.open('${view}')`,
    playwright: `const probe = (await (await fetch('${script}')).text()).replaceAll('export function', 'function')
await page.addInitScript(\`globalThis.probe = (() => { \${probe}; watchAll(); return { open, save, text } })()\`)
// …the call, and then:
await writeFile('call.rtcstats', await page.evaluate(() => probe.text()))`,
  }
}
