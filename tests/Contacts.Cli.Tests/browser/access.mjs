// Looks at the inbox as people do who use a keyboard, a screen reader, a telephone, or dark colours. Usage: node access.mjs ADDRESS CHROMIUM
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { address, claim, end, focused, ground, open, overflow, shows } from './browser.mjs';

const listed = await fetch(`${address}/channel-service/v1/contacts?limit=3&sort=created_at`, { headers: { 'x-api-key': 'api_test' } });
const third = (await listed.json()).data[2];

await claim('all of it works by keyboard alone', async () => {
    const { page: keys } = await open('/');
    const press = keys.keyboard.press.bind(keys.keyboard);
    await keys.locator('.list .item').first().waitFor();
    await press('Tab');
    assert.equal(await focused(keys), 'Skip to content');
    await press('/');
    await keys.keyboard.type(third.email);
    await shows(keys.locator('#count'), '1 contact');
    await press('Tab');
    await press('Enter');
    await shows(keys.locator('#detail-title'), third.display_name);
    assert.equal(await focused(keys), third.display_name);
    const edit = keys.getByRole('button', { name: 'Edit e-mail' });
    while (!await edit.evaluate(button => button === document.activeElement)) {
        await press('Tab');
    }
    assert.notEqual(await edit.evaluate(button => getComputedStyle(button).outlineStyle), 'none');
    await press('Enter');
    await press('Escape');
    assert.equal(await focused(keys), 'Edit e-mail');
    await keys.context().close();
});

await claim('dark follows the system, and a choice stays', async () => {
    const { page: dark } = await open('/', { colorScheme: 'dark' });
    const theme = dark.getByRole('button', { name: 'Dark' });
    assert.equal(await theme.getAttribute('aria-pressed'), 'true');
    const system = await ground(dark);
    await theme.click();
    assert.notEqual(await ground(dark), system);
    await dark.reload();
    assert.equal(await theme.getAttribute('aria-pressed'), 'false');
    assert.notEqual(await ground(dark), system);
    await dark.context().close();
});

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const views = ['', `#/contacts/${third.id}`, '#/new', '#/notifications', '#/requests'];
for (const [name, options] of Object.entries({ light: {}, dark: { colorScheme: 'dark' }, 'a telephone': { width: 400, height: 800 } })) {
    await claim(`everybody can use it: ${name}`, async () => {
        const { page: seen } = await open('/', { ...options, reducedMotion: 'reduce' });
        await seen.context().addInitScript(axe);
        for (const view of views) {
            await seen.goto('about:blank');
            await seen.goto(`${address}/${view}`);
            await seen.waitForFunction(() => !document.querySelector('[aria-busy=true]') && document.querySelector('.log li'));
            if (view === '#/requests') {
                await seen.locator('.log summary').first().click();
                await seen.locator('.sample').first().waitFor();
            }
            const { violations } = await seen.evaluate(() => globalThis.axe.run());
            assert.deepEqual(violations.map(({ id, nodes }) => `${view} ${id}: ${nodes.map(node => node.html).join('\n')}`), []);
            assert.ok(await overflow(seen) <= 0, `${view} scrolls sideways`);
        }
        await seen.context().close();
    });
}

for (const width of [400, 1440]) {
    await claim(`nothing jumps while it is loaded, ${width} px wide`, async () => {
        const { page: slow } = await open('/', { width });
        await slow.addInitScript(() => {
            globalThis.shifts = [];
            new PerformanceObserver(list => globalThis.shifts.push(...list.getEntries()
                .flatMap(({ value, sources }) => sources.filter(({ node }) => !node?.closest?.('.log')).map(({ node }) => ({ value, of: node?.className })))))
                .observe({ type: 'layout-shift', buffered: true });
        });
        // What is loaded comes late enough for the grey lines to be seen.
        await slow.route('**/channel-service/**', async route => {
            await slow.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
            await route.continue();
        });
        for (const view of views.slice(0, 4)) {
            await slow.goto('about:blank');
            await slow.goto(`${address}/${view}`);
            await slow.waitForFunction(() => !document.querySelector('[aria-busy=true]') && document.querySelector('.item'));
            const shifts = await slow.evaluate(() => globalThis.shifts);
            assert.ok(shifts.reduce((sum, { value }) => sum + value, 0) < 0.02, `${view} ${JSON.stringify(shifts)}`);
        }
        await slow.context().close();
    });
}

await end();
