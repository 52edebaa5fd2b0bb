import type { Page } from '@playwright/test'

/** The data of the recorder in the page: the screen's text by position in the log. */
interface Recorder {
  screens: Map<number, string>
  tabs: { position: number; tab: string; text: string; focus: string }[]
  readTabs(): Promise<void>
  /** Moves the cursor over every position and returns where the screen differs from the recorded one. */
  compare(): Promise<{ compared: number; tabs: number; differences: string[] }>
}

declare global {
  interface Window {
    recorder: Recorder
  }
}

/** Watches every change of the page. Vue writes all panels in one task, so a screen always shows one moment. */
export function record(page: Page) {
  return page.evaluate(() => {
    const TABS = ['sdp', 'ice', 'wire', 'timeline', 'machine']
    const slider = document.querySelector<HTMLInputElement>('[data-action="scrub"]')
    if (slider === null) throw new Error('no slider')
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
    const text = (element: HTMLElement) => element.textContent.replace(/\s+/g, ' ')
    const frame = () => new Promise(requestAnimationFrame)
    const { port1, port2 } = new MessageChannel()
    /** A task later: the microtasks of Vue and the router are done. */
    const task = () =>
      new Promise((resolve) => {
        port1.onmessage = resolve
        port2.postMessage(null)
      })
    const readScreen = () =>
      JSON.stringify({
        peers: all('[data-end] dl').map(text),
        badges: all('[data-end] header').map(text),
        wire: all('[data-queue], .wire .candidates, .wire .channel').map(text),
        envelope: all('.wire .envelope').map(text),
        map: all('[data-step], [data-phase]').map(({ dataset }) => dataset['status']),
        crossings: all('li > .message-arrow').map(text),
      })
    /** What depends on the address appears a little later than the rest. */
    const readFocus = () => all('[aria-current="step"], .strip:not([data-banner]), h1').map(text).join(' | ')
    /** Of the charts, only the highlighted states: buttons exist only in the live call. */
    const readCharts = () =>
      all('[data-machine] [data-active="true"]').map(({ dataset }) => dataset['stateId'])
    /** Without pairs: they come from statistics, which are read several times within a moment. */
    const readPanel = () =>
      all('[role="tabpanel"][data-state="active"]').map((panel) => text(panel).replace(/Pairs \d+/, 'Pairs'))
    const readTab = () =>
      (document.querySelector('[data-machine]') === null ? readPanel() : readCharts()).join()

    async function openTab(tab: string) {
      all(`[data-tab="${tab}"]`)[0]?.click()
      const isWithoutPairs = () => {
        const choice = document.querySelector<HTMLInputElement>('.ice input[value="candidates"]')
        if (choice?.checked === false) choice.click()
        return choice?.checked !== false
      }
      // Open, filled and stable: some parts are drawn a few frames after the tab.
      let [before, rest] = ['', 0]
      for (let frames = 0; frames < 120; frames++) {
        await frame()
        const isOpen = document.querySelector(`#evidence-panel-${tab}`) !== null
        // The code that reads descriptions is loaded after the tab.
        const isFilled =
          tab !== 'sdp' || /empty/.test(readTab()) || document.querySelector('[role="tree"]') !== null
        rest =
          isOpen && isFilled && isWithoutPairs() && readTab() !== '' && readTab() === before ? rest + 1 : 0
        if (rest === 3) return
        before = readTab()
      }
      throw new Error(`the tab ${tab} does not open`)
    }

    /** The tabs follow the slider when the browser is idle: waits for that, and returns the position. */
    async function settle(): Promise<number> {
      const { value } = slider ?? { value: '' }
      // Idle callbacks run in the order of their requests; their results are drawn a task later.
      await new Promise((resolve) => requestIdleCallback(resolve))
      await task()
      return slider?.value === value ? Number(value) : settle()
    }

    async function lookAt(position: number, isThere: () => boolean): Promise<boolean> {
      if (slider === null) return false
      slider.value = String(position)
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      for (let waits = 0; waits < 60; waits++) {
        await (waits < 20 ? task() : frame())
        if (isThere()) return true
      }
      return false
    }

    const recorder: Recorder = {
      screens: new Map(),
      tabs: [],
      async readTabs() {
        for (const tab of TABS) {
          await openTab(tab)
          const position = await settle()
          recorder.tabs.push({ position, tab, text: readTab(), focus: readFocus() })
        }
      },
      async compare() {
        observer.disconnect()
        const differences: string[] = []
        let compared = 0
        for (let position = 0; position < Number(slider.max); position++) {
          const then = recorder.screens.get(position)
          const isSame = await lookAt(position, () => then === undefined || readScreen() === then)
          if (then !== undefined) compared++
          if (!isSame) differences.push(`at ${String(position)}: ${then ?? ''}\nnow: ${readScreen()}`)
        }
        for (const tab of TABS) {
          await openTab(tab)
          for (const then of recorder.tabs.filter((one) => one.tab === tab)) {
            const isThere = () => readTab() === then.text && readFocus() === then.focus
            if (!(await lookAt(then.position, isThere)))
              differences.push(`${JSON.stringify(then)}\nnow: ${readFocus()} ${readTab()}`)
          }
        }
        return { compared, tabs: recorder.tabs.length, differences }
      },
    }
    const keep = () => recorder.screens.set(Number(slider.value), readScreen())
    const observer = new MutationObserver(keep)
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    keep()
    window.recorder = recorder
  })
}
