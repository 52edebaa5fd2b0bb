/* A link with a description that is opened in this browser opens a tab of its own. The tab that waits for it gets it
   from there. */

const NAME = 'handshake/hand'

/** What tabs of one browser say: a text that came with an address, and that a tab has taken it. */
type HandNews = { kind: 'text'; text: string } | { kind: 'taken' }

/** Calls back for each text that another tab was opened with; `take` says whether this tab could use it. Returns what stops it. */
export function waitForTexts(take: (text: string) => boolean): () => void {
  const channel = new BroadcastChannel(NAME)
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const news = data as Partial<HandNews> | null
    if (news?.kind === 'text' && typeof news.text === 'string' && take(news.text))
      channel.postMessage({ kind: 'taken' } satisfies HandNews)
  }
  return () => {
    channel.close()
  }
}

/** Offers the text of this tab's address to the other tabs; calls back if one has taken it. Returns what stops it. */
export function passOn(text: string, onTaken: () => void): () => void {
  const channel = new BroadcastChannel(NAME)
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if ((data as Partial<HandNews> | null)?.kind === 'taken') onTaken()
  }
  channel.postMessage({ kind: 'text', text } satisfies HandNews)
  return () => {
    channel.close()
  }
}
