/** The last of the steps that a browser without the placeholder leaves no time to read between. */
export const LAST_STEP = 'set-remote-answer'
