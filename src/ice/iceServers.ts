import type { IceServer } from '../../machines/contracts'
import type { Message } from '../i18n/i18n'
import { serverKinds } from '../i18n/messages/iceServers'
import { isTurnUrl, MAX_URL_LENGTH, parseServerUrl } from './serverUrl'
import type { UrlError } from './serverUrl'

/** One row of the form, as typed. `urls` may hold several, separated by spaces, commas or line ends. */
export interface ServerDraft {
  urls: string
  username: string
  credential: string
}

export type ServerErrorCode =
  | UrlError
  | 'empty'
  | 'too-many'
  | 'username-missing'
  | 'username-long'
  | 'credential-missing'
  | 'credential-long'

export interface ServerError {
  row: number
  field: keyof ServerDraft
  code: ServerErrorCode
  /** The invalid URL, if the row has several. */
  url?: string
}

export type ParsedServers = { ok: true; servers: IceServer[] } | { ok: false; errors: ServerError[] }

export const MAX_SERVERS = 10
const MAX_CREDENTIAL_LENGTH = 256
/** In bytes of UTF-8 (RFC 8489 §14.3); Chromium throws for a longer one. */
const MAX_USERNAME_LENGTH = 509

/** The form's text as the `iceServers` of an RTCPeerConnection, or everything that is wrong with it. */
export function parseIceServers(drafts: readonly ServerDraft[]): ParsedServers {
  const filled = [...drafts.entries()].filter(([, draft]) => !isBlank(draft))
  const errors = filled.flatMap(([row, draft], index) => {
    const tooMany: ServerError[] = index < MAX_SERVERS ? [] : [{ row, field: 'urls', code: 'too-many' }]
    return [...tooMany, ...checkUrls(row, draft), ...checkLogin(row, draft)]
  })
  return errors.length > 0
    ? { ok: false, errors }
    : { ok: true, servers: filled.map(([, draft]) => toServer(draft)) }
}

/** The rows of the form for these servers. */
export function draftServers(servers: readonly IceServer[]): ServerDraft[] {
  return servers.map(({ urls, username = '', credential = '' }) => ({
    urls: urls.join('\n'),
    username,
    credential,
  }))
}

/** The URLs typed in one row. Chinese commas separate too, because an input method may be on. */
export function splitUrls(text: string): string[] {
  return text.split(/[\s,\uFF0C\u3001]+/u).filter((url) => url !== '')
}

/** What a server of this kind does for a call; null while its URL is incomplete. */
export function describeServer(url: string): Message | null {
  const server = parseServerUrl(url)
  if (typeof server === 'string') return null
  const { scheme, transport } = server
  return scheme === 'turn' && transport === 'tcp' ? serverKinds['turn-tcp'] : serverKinds[scheme]
}

function checkUrls(row: number, draft: ServerDraft): ServerError[] {
  const urls = splitUrls(draft.urls)
  if (urls.length === 0) return [{ row, field: 'urls', code: 'empty' }]
  if (urls.length > MAX_SERVERS) return [{ row, field: 'urls', code: 'too-many' }]
  return urls.flatMap((url) => {
    const result = parseServerUrl(url)
    return typeof result === 'string' ? [{ row, field: 'urls', code: result, url: shorten(url) }] : []
  })
}

function checkLogin(row: number, { urls, username, credential }: ServerDraft): ServerError[] {
  const errors: ServerError[] = []
  const isNeeded = splitUrls(urls).some(isTurnUrl)
  if (isNeeded && username === '') errors.push({ row, field: 'username', code: 'username-missing' })
  if (isNeeded && credential === '') errors.push({ row, field: 'credential', code: 'credential-missing' })
  const bytes = new TextEncoder().encode(username).length
  if (bytes > MAX_USERNAME_LENGTH) errors.push({ row, field: 'username', code: 'username-long' })
  const isLong = credential.length > MAX_CREDENTIAL_LENGTH
  if (isLong) errors.push({ row, field: 'credential', code: 'credential-long' })
  return errors
}

/** Shortened, but long enough to find it in the field: any long text can be pasted there. */
function shorten(url: string): string {
  return url.length > MAX_URL_LENGTH ? `${url.slice(0, 60)}…` : url
}

/** A STUN server needs no credentials, so it gets none. */
function toServer({ urls, username, credential }: ServerDraft): IceServer {
  const list = splitUrls(urls)
  return list.some(isTurnUrl) ? { urls: list, username, credential } : { urls: list }
}

function isBlank({ urls, username, credential }: ServerDraft): boolean {
  return splitUrls(urls).length === 0 && username === '' && credential === ''
}
