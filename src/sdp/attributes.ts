import type { LineKind } from './lineKind'

/** Attributes that share a note, by name. */
export const NAMES = new Map<string, LineKind>(
  Object.entries({
    direction: ['sendrecv', 'sendonly', 'recvonly', 'inactive'],
    label: ['mslabel'],
    google: ['x-google-flag', 'x-google-buffer-latency'],
    about: ['tool', 'cat', 'keywds', 'orient', 'type', 'charset', 'sdplang', 'lang'],
    'tcp-connection': ['connection'],
    'extmap-encryption': ['cryptex'],
    keys: ['key-mgmt', 'zrtp-hash'],
    rtsp: ['control', 'range', 'mtag', 'etag'],
    preconditions: ['curr', 'des', 'conf'],
    'packet-rate': ['maxprate'],
    msrp: [
      ...['path', 'accept-types', 'accept-wrapped-types', 'max-size', 'msrp-cema', 'chatroom'],
      ...['file-selector', 'file-transfer-id', 'file-disposition', 'file-date', 'file-icon', 'file-range'],
    ],
    bfcp: ['floorctrl', 'confid', 'userid', 'floorid', 'bfcpver'],
    fax: [
      ...['T38FaxVersion', 'T38MaxBitRate', 'T38FaxRateManagement', 'T38FaxMaxBuffer', 'T38FaxMaxDatagram'],
      ...['T38FaxUdpEC', 'T38FaxMaxIFP', 'T38FaxUdpECDepth', 'T38FaxUdpFECMaxSpan', 'T38ModemType'],
      ...['T38FaxFillBitRemoval', 'T38FaxTranscodingMMR', 'T38FaxTranscodingJBIG', 'T38VendorInfo'],
    ],
    capabilities: [
      ...['acap', 'tcap', 'pcfg', 'acfg', 'csup', 'creq', 'rmcap', 'omcap', 'mfcap', 'mscap', 'lcfg'],
      ...['sescap', 'bcap', 'ccap', 'icap', 'sqn', 'cdsc', 'cpar', 'cparmin', 'cparmax'],
    ],
    'data-channel': ['dcmap', 'dcsa'],
    'clock-source': ['ts-refclk', 'mediaclk'],
    dependency: ['depend'],
    'repair-flow': ['fec-source-flow', 'fec-repair-flow', 'repair-window'],
    'frame-size': ['framesize', 'cliprect', 'x-dimensions'],
    speech: ['resource', 'channel', 'cmid'],
    silence: ['silenceSupp'],
    'reporting-group': ['rtcp-rgrp'],
    'bandwidth-feedback': ['rtcp-unicast'],
    proxied: ['nortpproxy'],
    microsoft: [
      ...['x-ssrc-range', 'x-source', 'x-source-streamid', 'x-mediabw', 'x-devicecaps', 'x-bypassid'],
      ...['x-candidate-ipv6', 'x-candidate-info', 'x-signaling-fb', 'x-caps', 'x-mediasettings'],
    ],
  } satisfies Partial<Record<LineKind, string[]>>).flatMap(([kind, names]) =>
    names.map((name): [string, LineKind] => [name, kind as LineKind]),
  ),
)

/** The kinds whose name is not an attribute. */
const GROUPS: ReadonlySet<LineKind> = new Set([...NAMES.values()].filter((kind) => kind !== 'label'))

/** Whether a name is that of a group, such as `direction`, and not of an attribute. */
export function isGroup(name: string): boolean {
  return GROUPS.has(name as LineKind)
}

/** Kinds that no WebRTC end writes: explained where they occur, but not searchable. */
export const ELSEWHERE: ReadonlySet<LineKind> = new Set<LineKind>([
  ...(['about', 'quality', 'rtsp', 'preconditions', 'packet-rate', 'msrp', 'bfcp', 'fax'] as const),
  ...(['capabilities', 'clock-source', 'dependency', 'repair-flow', 'frame-size', 'speech'] as const),
  ...(['silence', 'reporting-group', 'bandwidth-feedback', 'source-filter', 'proxied'] as const),
])
