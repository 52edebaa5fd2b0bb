// Finds the browsers that the tests use, and installs the missing ones.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium, firefox } from 'playwright'
import { isMain, run, runTool } from './run.mjs'

/** @typedef {'chromium' | 'firefox'} BrowserName */

const MINUTE = 60_000

const BROWSERS = {
  chromium: {
    type: chromium,
    variable: 'HANDSHAKE_CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    mac: ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium'],
    windows: ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'],
    debian: 'chromium',
  },
  firefox: {
    type: firefox,
    variable: 'HANDSHAKE_FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    mac: ['Firefox.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox/firefox.exe'],
    debian: 'firefox-esr',
  },
}

/**
 * Playwright's own browser if it is installed, else the system's. `own` says which: a system Firefox
 * must be launched with the channel `moz-firefox`, because it has WebDriver BiDi and not Playwright's protocol.
 * @param {BrowserName} name
 * @returns {{ executablePath: string, own: boolean } | undefined}
 */
export function findBrowser(name) {
  const { type, variable } = BROWSERS[name]
  const ours = type.executablePath()
  const chosen = process.env[variable]
  if (chosen) return { executablePath: chosen, own: chosen === ours }
  if (existsSync(ours)) return { executablePath: ours, own: true }
  const executablePath = systemPlaces(name).find((place) => existsSync(place))
  return executablePath ? { executablePath, own: false } : undefined
}

/** The package of Debian, and its command: it draws no user interface, so a page takes half the time. */
const SHELL_PACKAGE = 'chromium-headless-shell'

/**
 * Chromium's headless shell: the same engine without the browser's user interface. It has no permission prompts and
 * refuses getUserMedia() without `--use-fake-ui-for-media-stream`. Undefined if there is none, or if it is not wanted.
 * @returns {string | undefined}
 */
export function findHeadlessShell() {
  return wantsHeadlessShell() ? onPath(SHELL_PACKAGE) : undefined
}

/** Only beside the system's Chromium, because both are of one version then, and unless another was chosen. */
function wantsHeadlessShell() {
  const isChosen = Boolean(process.env[BROWSERS.chromium.variable])
  return process.platform === 'linux' && !isChosen && findBrowser('chromium')?.own !== true
}

function systemPlaces(/** @type {BrowserName} */ name) {
  const { commands, mac, windows } = BROWSERS[name]
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((at) => mac.map((app) => join(at, app)))
  }
  if (process.platform === 'win32') {
    const { ProgramFiles, 'ProgramFiles(x86)': ProgramFilesX86, LocalAppData } = process.env
    const folders = [ProgramFiles, ProgramFilesX86, LocalAppData].filter((at) => at !== undefined)
    return folders.flatMap((at) => windows.map((exe) => join(at, exe)))
  }
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  return commands.flatMap((command) => folders.filter(Boolean).map((at) => join(at, command)))
}

/** The packages of Debian and Ubuntu that contain WebKitGTK's driver, its browser, and a display for it. */
const WEBKIT_PACKAGES = ['webkit2gtk-driver', 'xvfb']

/**
 * WebKitGTK with its WebDriver, and the virtual display that it needs. Only on Linux; undefined where one is missing.
 * @returns {{ driver: string, browser: string, display: string } | undefined}
 */
export function findWebKit() {
  if (process.platform !== 'linux') return undefined
  const driver = onPath('WebKitWebDriver')
  const display = onPath('Xvfb')
  const libraries = ['/usr/libexec', '/usr/lib', ...foldersIn('/usr/lib')].flatMap(foldersIn)
  const browser = libraries
    .filter((folder) => /\/webkit2?gtk-[\d.]+$/.test(folder))
    .map((folder) => join(folder, 'MiniBrowser'))
    .find((place) => existsSync(place))
  return driver && display && browser ? { driver, browser, display } : undefined
}

/** The package of Debian and Ubuntu that contains coturn's `turnserver`. */
const TURN_PACKAGE = 'coturn'
/** The package of Debian and Ubuntu, and its program: an MQTT broker. */
const BROKER_PACKAGE = 'mosquitto'

/**
 * The TURN server that a test starts and stops; undefined where there is none.
 * @returns {string | undefined}
 */
export function findTurnServer() {
  return onPath('turnserver')
}

/**
 * The MQTT broker that a test starts and stops; undefined where there is none.
 * @returns {string | undefined}
 */
export function findMosquitto() {
  return onPath(BROKER_PACKAGE)
}

function onPath(/** @type {string} */ command) {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/sbin'].filter(Boolean)
  return folders.map((at) => join(at, command)).find((place) => existsSync(place))
}

function foldersIn(/** @type {string} */ folder) {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))
}

/**
 * Installs what is missing: from Playwright, else, if allowed, from Debian's or Ubuntu's packages; else prints what to
 * do. Resolves to whether both browsers are there.
 */
export async function ensureBrowsers() {
  for (const name of missing()) await download(name)
  const packages = [
    ...missing().map((name) => BROWSERS[name].debian),
    ...missingShell(),
    ...missingForWebKit(),
    ...missingForTurn(),
    ...missingBroker(),
  ]
  if (packages.length > 0 && mayInstall()) await aptInstall(packages)
  const left = missing()
  for (const name of left) explain(name)
  if (findWebKit() === undefined) explainWebKit()
  if (findTurnServer() === undefined) explainTurn()
  if (findMosquitto() === undefined) explainBroker()
  return left.length === 0
}

function missing() {
  return /** @type {BrowserName[]} */ (['chromium', 'firefox']).filter((name) => !findBrowser(name))
}

/** Without it the tests run in the whole browser, which takes longer. */
function missingShell() {
  return wantsHeadlessShell() && findHeadlessShell() === undefined ? [SHELL_PACKAGE] : []
}

function missingForWebKit() {
  return process.platform === 'linux' && findWebKit() === undefined ? WEBKIT_PACKAGES : []
}

function missingForTurn() {
  return process.platform === 'linux' && findTurnServer() === undefined ? [TURN_PACKAGE] : []
}

function missingBroker() {
  return process.platform === 'linux' && findMosquitto() === undefined ? [BROKER_PACKAGE] : []
}

async function download(/** @type {BrowserName} */ name) {
  console.log(`Downloading Playwright's ${name} … 正在下载 ${name}…`)
  const output = process.stdout.isTTY ? 'show' : 'hide'
  const code = await runTool('playwright', ['install', name], { output, timeout: 10 * MINUTE })
  if (code !== 0) console.log(`That did not work (code ${code}). 没有成功。`)
}

/**
 * System packages are installed without asking only as root in a container or in CI; elsewhere the machine belongs to
 * someone.
 */
function mayInstall() {
  const isContainer = ['/.dockerenv', '/run/.containerenv'].some((file) => existsSync(file))
  const isDebian = /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readIfThere('/etc/os-release'))
  return isDebian && process.getuid?.() === 0 && (isContainer || Boolean(process.env['CI']))
}

async function aptInstall(/** @type {string[]} */ packages) {
  const runApt = (/** @type {string[]} */ ...args) =>
    run('apt-get', args, {
      output: 'on-failure',
      timeout: 15 * MINUTE,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    })
  console.log(`Installing ${packages.join(', ')} with apt-get … 正在用 apt-get 安装…`)
  await runApt('update')
  // One by one: a distribution may have only one of them.
  for (const name of packages) await runApt('install', '-y', name)
  // These packages start permanent servers; a test starts its own and stops it.
  for (const name of packages)
    if ([TURN_PACKAGE, BROKER_PACKAGE].includes(name) && onPath('systemctl'))
      await run('systemctl', ['disable', '--now', name], { output: 'hide' })
}

function readIfThere(/** @type {string} */ path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

function explain(/** @type {BrowserName} */ name) {
  const { variable, debian } = BROWSERS[name]
  console.error(`
No ${name} was found, and none could be installed. Do one of these, then run the tests again:
没有找到 ${name}，也无法自动安装。请任选一种办法，然后重新运行测试：
  npx playwright install ${name}
  apt-get install ${debian}      (Debian, Ubuntu)
  ${variable}=<path of its executable> npm test`)
}

/** Without WebKitGTK everything else is still tested: macOS and Windows have none. */
function explainWebKit() {
  console.error(`
WebKitGTK was not found: tests/webkit is left out. On Debian or Ubuntu: apt-get install ${WEBKIT_PACKAGES.join(' ')}
没有找到 WebKitGTK，tests/webkit 不会运行。Debian、Ubuntu 上请执行：apt-get install ${WEBKIT_PACKAGES.join(' ')}`)
}

/** Without coturn the refused login is tested only with the small server of tests/browser/errors. */
function explainTurn() {
  console.error(`
turnserver was not found: the tests with a real TURN server are left out. On Debian or Ubuntu: apt-get install ${TURN_PACKAGE}
没有找到 turnserver，用真实 TURN 服务器的测试不会运行。Debian、Ubuntu 上请执行：apt-get install ${TURN_PACKAGE}`)
}

/** Without Mosquitto rooms over MQTT are tested with aedes only. */
function explainBroker() {
  console.error(`
mosquitto was not found: rooms over MQTT are tested with aedes only. On Debian or Ubuntu: apt-get install ${BROKER_PACKAGE}
没有找到 mosquitto，MQTT 房间只用 aedes 测试。Debian、Ubuntu 上请执行：apt-get install ${BROKER_PACKAGE}`)
}

if (isMain(import.meta.url)) {
  process.exitCode = (await ensureBrowsers()) ? 0 : 1
}
