// The script of a saved page: shows one step at a time. It stands inline in a file and imports nothing. Without it the
// page is read from top to bottom, as on paper.

const root = document.documentElement
const isEmbedded = root.dataset['form'] === 'embed'
const asked = new URLSearchParams(location.search)
const theme = asked.get('theme')
if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme

const moments = inRange([...document.querySelectorAll<HTMLElement>('main > article')])
const links = moments.flatMap(({ id }) => [
  ...document.querySelectorAll<HTMLAnchorElement>(`nav a[href="#${id}"]`),
])
const find = (selector: string) => document.querySelector<HTMLElement>(selector)
const findButton = (selector: string) => document.querySelector<HTMLButtonElement>(selector)
const back = findButton('[data-action="previous"]')
const next = findButton('[data-action="next"]')
const takeOut = findButton('[data-action="take-out"]')
let shown = 0

/** The moments that the address asks for (`?from=…&to=…`, in a frame only); all for names that the page lacks. */
function inRange(all: HTMLElement[]): HTMLElement[] {
  if (!isEmbedded) return all
  const at = (name: string) => all.findIndex(({ id }) => id === asked.get(name))
  const first = Math.max(0, at('from'))
  const last = at('to') < first ? all.length - 1 : at('to')
  return all.filter((one, index) => {
    const isAsked = index >= first && index <= last
    if (!isAsked) one.remove()
    return isAsked
  })
}

function show(index: number) {
  const moment = moments[index]
  if (moment === undefined) return
  shown = index
  moments.forEach((one, at) => one.toggleAttribute('data-shown', at === index))
  links.forEach((link, at) => {
    if (at === index) link.setAttribute('aria-current', 'step')
    else link.removeAttribute('aria-current')
  })
  links[index]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  if (back !== null) back.disabled = index === 0
  if (next !== null) next.disabled = index === moments.length - 1
  scrollTo(0, 0)
}

/** Goes to a step, tells it, and puts it into the address. */
function go(index: number) {
  const moment = moments[index]
  if (moment === undefined) return
  show(index)
  const status = find('[role="status"]')
  if (status !== null)
    status.textContent = `${String(index + 1)} / ${String(moments.length)} ${moment.querySelector('h2')?.textContent ?? ''}`
  // A disabled button loses the focus.
  if (document.activeElement === document.body) moment.querySelector('h2')?.focus({ preventScroll: true })
  history.replaceState(null, '', `#${moment.id}`)
}

function followAddress() {
  const index = moments.findIndex(({ id }) => `#${id}` === location.hash)
  show(Math.max(0, index))
  if (index >= 0) moments[index]?.querySelector('h2')?.focus({ preventScroll: true })
}

const KEYS: Record<string, () => number> = {
  ArrowRight: () => shown + 1,
  ArrowLeft: () => shown - 1,
  Home: () => 0,
  End: () => moments.length - 1,
}

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const target = KEYS[event.key]
  if (target === undefined) return
  event.preventDefault()
  go(target())
})
back?.addEventListener('click', () => {
  go(shown - 1)
})
next?.addEventListener('click', () => {
  go(shown + 1)
})
takeOut?.addEventListener('click', () => {
  const recording = find('#recording')
  const url = URL.createObjectURL(new Blob([recording?.textContent ?? ''], { type: 'application/json' }))
  Object.assign(document.createElement('a'), {
    href: url,
    download: recording?.dataset['file'] ?? 'recording.json',
  }).click()
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 60_000)
})
addEventListener('hashchange', followAddress)
// On paper nothing is folded.
const folded = () => document.querySelectorAll<HTMLDetailsElement>('details:not([open])')
let opened: HTMLDetailsElement[] = []
addEventListener('beforeprint', () => {
  opened = [...folded()]
  for (const details of opened) details.open = true
})
addEventListener('afterprint', () => {
  for (const details of opened) details.open = false
})

root.classList.add('steps')
for (const hidden of [find('footer'), takeOut]) hidden?.removeAttribute('hidden')
followAddress()

// The page around a frame learns how high it is, and nothing else: any page may frame it (docs/embed.md).
if (isEmbedded && parent !== window) {
  let last = 0
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height)
    if (height !== last) parent.postMessage({ type: 'handshake.height', height }, '*')
    last = height
  }).observe(document.body)
}
