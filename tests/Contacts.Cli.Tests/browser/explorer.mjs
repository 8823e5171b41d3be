// Drives the explorer of the contract in Chromium as somebody would who tries the API. Usage: node explorer.mjs ADDRESS CHROMIUM
import assert from 'node:assert/strict';
import { address, claim, end, ground, open, overflow } from './browser.mjs';

const contract = await (await fetch(`${address}/openapi.json`)).json();
// What deletes comes last, so that the others find what they are tried on.
const operations = Object.values(contract.paths)
    .flatMap(path => Object.entries(path).map(([method, operation]) => ({ method, id: `${operation.tags[0]}-${operation.operationId}` })))
    .sort((one, other) => (one.method === 'delete') - (other.method === 'delete') || (one.id === 'contacts-delete') - (other.id === 'contacts-delete'))
    .map(operation => operation.id);
// What somebody expects to see in an answer.
const seen = {
    'contacts-list': 'con_', 'contacts-search': '"total": 1', 'contacts-exportCsv': 'Download file', 'contacts-uploadAvatar': '.png', 'contacts-get': 'con_',
    'contacts-update': 'new@example.com', 'contacts-getConversations': 'conv_', 'notifications-listNotifications': 'not_',
};

async function opened(colorScheme, width) {
    const opening = await open('/explorer', { colorScheme, width });
    await opening.page.waitForSelector('.opblock');
    return opening;
}

/** Opens an operation, sends what is filled in, and gives the status and the answer that the page shows. */
async function tryOut(page, operation) {
    const block = page.locator(`#operations-${operation}`);
    await block.locator('.opblock-summary-control').click();
    if (operation === 'contacts-uploadAvatar') {
        await block.locator('input[type=file]').setInputFiles({ name: 'avatar.png', mimeType: 'image/png', buffer: Buffer.from('not really a picture') });
    }
    await block.locator('.execute').click();
    const answer = block.locator('.live-responses-table .response').first();
    await answer.waitFor();
    return { status: (await answer.locator('.response-col_status').innerText()).trim(), text: await answer.innerText() };
}

/** The contrast of a text with what is behind it, as WCAG computes it. */
const contrast = (page, selector) => page.evaluate(chosen => {
    const channels = color => color.match(/[\d.]+/g).map(Number);
    const luminance = ([red, green, blue]) => [red, green, blue]
        .map(value => value / 255)
        .map(value => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
        .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
    const element = document.querySelector(chosen);
    let behind = element;
    while (behind.parentElement && (channels(getComputedStyle(behind).backgroundColor)[3] ?? 1) < 1) {
        behind = behind.parentElement;
    }
    const [text, ground] = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor].map(color => luminance(channels(color)));
    return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
}, selector);

const light = await opened('light', 1280);
await claim('the page says what it is, and leads to the inbox', async () => {
    assert.equal(await light.page.title(), 'Contacts explorer');
    assert.equal(await light.page.getByRole('link', { name: 'Inbox' }).getAttribute('href'), '/');
});
await claim('it has the operations of the contract and no other', async () => {
    const ids = await light.page.locator('.opblock').evaluateAll(blocks => blocks.map(block => block.id.replace('operations-', '')));
    assert.deepEqual(ids.sort(), [...operations].sort());
});
for (const operation of operations) {
    await claim(`${operation} can be tried as it stands`, async () => {
        const { status, text } = await tryOut(light.page, operation);
        assert.equal(status, '200');
        assert.ok(text.includes(seen[operation] ?? ''), text);
    });
}
await claim('the last one is seen by the next: no notification is left', async () => {
    const block = light.page.locator('#operations-notifications-listNotifications');
    await block.locator('.execute').click();
    await block.locator('.live-responses-table', { hasText: '"total": 0' }).waitFor({ timeout: 5000 });
});
await claim('nothing was complained about', () => assert.deepEqual(light.complaints, []));
await claim('nothing was asked of anybody else', () => assert.deepEqual(light.elsewhere, []));

const dark = await opened('dark', 1280);
await claim('dark is dark', async () => {
    assert.notEqual(await ground(dark.page), await ground(light.page));
    assert.ok(await dark.page.evaluate(() => document.documentElement.classList.contains('dark-mode')));
});
for (const [scheme, { page }] of Object.entries({ light, dark })) {
    await claim(`${scheme} can be read`, async () => {
        for (const selector of ['.info .title', '.info .description p', '.opblock-summary-path span', '.opblock-summary-description']) {
            assert.ok(await contrast(page, selector) >= 4.5, `${selector}: ${await contrast(page, selector)}`);
        }
    });
}

const narrow = await opened('light', 400);
await claim('a telephone shows it without scrolling sideways, an answer too', async () => {
    await tryOut(narrow.page, 'contacts-get');
    assert.ok(await overflow(narrow.page) <= 0);
});

await end();
