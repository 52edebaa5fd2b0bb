import { describeBrowser } from '../../recording/describeBrowser'
import { field, textField } from './foreign'

/**
 * The browser that a file names: its user agent, and the brands of `navigator.userAgentData`, which some files have as
 * an array alone. null: it names none.
 */
export function browserName(userAgent: string | null, userAgentData: unknown): string | null {
  const listed = Array.isArray(userAgentData) ? userAgentData : field(userAgentData, 'brands')
  const brands = (Array.isArray(listed) ? (listed as unknown[]) : []).flatMap((one) => {
    const [brand, version] = [textField(one, 'brand'), textField(one, 'version')]
    return brand === null || version === null ? [] : [{ brand, version: version.split('.')[0] ?? '' }]
  })
  const text = (userAgent ?? '').slice(0, 500)
  return text === '' && brands.length === 0
    ? null
    : describeBrowser({ userAgent: text, userAgentData: { brands } })
}
