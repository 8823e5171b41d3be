// What the tests of the emulator's pages share: a browser, claims that are checked one by one, and pages that are watched.
import { chromium } from 'playwright-core';

export const [address, executablePath] = process.argv.slice(2);

export const browser = await chromium.launch({
    executablePath,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

let failed = 0;

export async function claim(text, check) {
    try {
        await check();
        console.log(`ok      ${text}`);
    } catch (error) {
        failed++;
        console.log(`FAILED  ${text}\n${error.message}`);
    }
}

/** Opens a page and notes what it complains about and whom else it asks. */
export async function open(path, { colorScheme = 'light', width = 1440, height = 900, ...more } = {}) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height }, ...more });
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    const complaints = [];
    const elsewhere = [];
    page.on('console', message => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    page.on('dialog', dialog => {
        complaints.push(`a dialog: ${dialog.message()}`);
        dialog.dismiss();
    });
    page.on('response', response => response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`));
    page.on('request', request => !request.url().startsWith(`${address}/`) && !request.url().startsWith('data:') && elsewhere.push(request.url()));
    await page.goto(address + path);
    return { page, complaints, elsewhere };
}

export const ground = page => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/** Waits until a text is there, which an assertion of node's own would not. */
export const shows = (locator, text) => locator.filter({ hasText: text }).first().waitFor();

/** The name of what has the focus. */
export const focused = page => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent);

/** How much wider the page is than the window. */
export const overflow = page => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Closes the browser. The exit status says whether every claim held. */
export async function end() {
    await browser.close();
    process.exit(failed === 0 ? 0 : 1);
}
