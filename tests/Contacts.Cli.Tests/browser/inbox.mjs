// Drives the inbox of an emulator in Chromium as somebody would who looks at what an application did. Usage: node inbox.mjs ADDRESS CHROMIUM
import assert from 'node:assert/strict';
import { address, claim, end, focused, open, shows } from './browser.mjs';

const service = `${address}/channel-service/v1`;
const credential = { 'x-api-key': 'api_test' };
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const hostile = '<script>alert(1)</script><img src=x onerror=alert(2)> “&amp;” ${alert(3)}';

const call = async (method, path, body) => {
    const response = await fetch(service + path, {
        method,
        headers: body === undefined ? credential : { ...credential, 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
    });
    return response.json();
};
const reset = () => fetch(`${address}/__emulator/reset`, { method: 'POST' });
const contacts = (await call('GET', '/contacts?limit=25&sort=created_at')).data;
const first = contacts[0];

const rows = page => page.locator('.list .item');
const heading = page => page.locator('#detail-title');
const log = page => page.locator('.log > li');
const status = page => page.locator('#status');
const accept = (page, name) => page.locator('dialog').getByRole('button', { name, exact: true }).click();

const { page, complaints, elsewhere } = await open('/');

await claim('the contacts are listed, and Next and Previous turn the page', async () => {
    await shows(page.locator('#count'), '25 contacts');
    assert.equal(await rows(page).count(), 20);
    await page.locator('.list .pager').getByRole('button', { name: 'Next' }).click();
    await shows(page.locator('.list .pager'), '21–25 of 25');
    assert.equal(await rows(page).count(), 5);
    await page.goBack();
    await shows(page.locator('.list .pager'), '1–20 of 25');
});

await claim('a search finds one, says so when it finds none, and can be cleared', async () => {
    await page.fill('#search', contacts[6].email);
    await shows(page.locator('#count'), '1 contact');
    assert.equal(await rows(page).count(), 1);
    await page.fill('#search', 'nobody-at-all');
    await shows(page.locator('.list .state'), 'Nobody matches');
    await page.fill('#search', '');
    await shows(page.locator('#count'), '25 contacts');
});

await claim('a contact opens with its own address, its fields and what belongs to it', async () => {
    await rows(page).first().click();
    await shows(heading(page), first.display_name);
    assert.ok(page.url().endsWith(`#/contacts/${first.id}`), page.url());
    assert.equal(await focused(page), first.display_name);
    await shows(page.locator('.fields'), first.email);
    const conversations = page.getByRole('region', { name: 'Conversations' });
    await conversations.locator('summary').first().click();
    await conversations.locator('.inner li').first().waitFor();
    await page.getByRole('region', { name: 'Files' }).locator('li').first().waitFor();
    await page.getByRole('region', { name: 'Comments' }).locator('li').first().waitFor();
});

await claim('a field is edited where it stands, in the list too, and stays', async () => {
    await page.getByRole('button', { name: 'Edit name', exact: true }).click();
    await page.getByLabel('Name', { exact: true }).fill('Renamed Person');
    await page.keyboard.press('Enter');
    await shows(heading(page), 'Renamed Person');
    await shows(status(page), 'Name is saved.');
    await shows(rows(page).first(), 'Renamed Person');
    assert.equal(await focused(page), 'Edit name');
    await page.reload();
    await shows(heading(page), 'Renamed Person');
});

await claim('a picture becomes the avatar', async () => {
    await page.locator('#picture').setInputFiles({ name: 'avatar.png', mimeType: 'image/png', buffer: picture });
    await shows(status(page), 'avatar now');
    const width = page.locator('#detail img.avatar').evaluate(image => image.decode().then(() => image.naturalWidth));
    assert.equal(await width, 1);
});

await claim('a comment is written and deleted', async () => {
    const comments = page.getByRole('region', { name: 'Comments' });
    await comments.getByLabel('New comment').fill('Called back at noon');
    await page.keyboard.press('Enter');
    await shows(status(page), 'The comment is written.');
    const written = comments.locator('li', { hasText: 'Called back at noon' });
    await written.getByRole('button', { name: 'Delete this comment' }).click();
    await accept(page, 'Delete');
    await shows(status(page), 'The comment is deleted.');
    await written.waitFor({ state: 'detached' });
});

await claim('a contact is created, and deleted after a question', async () => {
    await page.getByRole('link', { name: 'New', exact: true }).click();
    await page.getByRole('button', { name: 'Create contact' }).click();
    await shows(page.getByRole('alert'), 'Fill in at least one field.');
    await page.getByLabel('Name').fill('Brand New');
    await page.keyboard.press('Enter');
    await shows(heading(page), 'Brand New');
    await shows(page.locator('#count'), '26 contacts');
    await page.getByRole('button', { name: 'Delete contact' }).click();
    await accept(page, 'Cancel');
    await page.getByRole('button', { name: 'Delete contact' }).click();
    await accept(page, 'Delete');
    await shows(page.locator('#count'), '25 contacts');
    await shows(page.locator('#detail'), 'Choose a contact');
    assert.equal(await focused(page), 'Contacts', 'the button that had the focus is gone');
});

await claim('notifications are read, dismissed, and dismissed all', async () => {
    await page.getByRole('link', { name: /^Notifications/ }).click();
    const items = page.locator('#detail li');
    await shows(page.locator('#detail .count'), 'of 30');
    const unread = await page.locator('#detail li.unread').count();
    await page.getByRole('button', { name: /^Mark read: / }).first().click();
    await shows(status(page), 'Marked as read.');
    assert.equal(await page.locator('#detail li.unread').count(), unread - 1);
    await items.first().getByRole('button', { name: /^Dismiss: / }).click();
    await shows(page.locator('#detail .count'), 'of 29');
    await page.getByRole('button', { name: 'Dismiss all' }).click();
    await accept(page, 'Dismiss all');
    await shows(page.locator('#detail'), 'You are done.');
    assert.equal(await page.locator('#unread').isVisible(), false);
});

await claim('a request of another program appears at once, with the lines that send it', async () => {
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await call('PUT', `/contacts/${first.id}`, { remark: 'from elsewhere' });
    const row = log(page).filter({ hasText: 'PUT' }).first();
    await row.locator('summary').click();
    await shows(row.locator('.sample'), `await client.UpdateAsync("${first.id}", new UpdateContactInput { `);
    await shows(row.locator('.sample'), `curl -X PUT ${service}/contacts/${first.id} -H "x-api-key: $IMBRACE_API_KEY"`);
    await shows(row.locator('.sample'), `contacts update ${first.id} --gateway ${address} --set `);
    await shows(row, 'Bodies are not recorded');
    assert.ok(!(await row.innerText()).includes('from elsewhere'));
    await row.getByRole('button', { name: 'Copy the curl line' }).click();
    await shows(status(page), 'The curl line is copied.');
    assert.ok((await page.evaluate(() => navigator.clipboard.readText())).startsWith('curl -X PUT '));
});

await claim('of this page, the lines have what was sent', async () => {
    await page.goto(`${address}/#/contacts/${first.id}`);
    await page.getByRole('button', { name: 'Edit name', exact: true }).click();
    await page.getByLabel('Name', { exact: true }).fill("it's me");
    await page.keyboard.press('Enter');
    const row = log(page).filter({ hasText: 'PUT' }).first();
    await shows(page.locator('.fields'), "it's me");
    await row.locator('summary').click();
    await shows(row.locator('.sample'), 'UpdateContactInput { Name = "it\'s me" }');
});

await claim('a reset from outside brings the first data back, here too', async () => {
    await reset();
    await shows(heading(page), first.display_name);
    await shows(rows(page).first(), first.display_name);
});

await claim('the page can start over itself, after a question', async () => {
    await call('DELETE', `/contacts/${contacts[1].id}`);
    await page.getByRole('button', { name: 'Reset data' }).click();
    await accept(page, 'Reset');
    await shows(page.locator('#count'), '25 contacts');
    await shows(rows(page).nth(1), contacts[1].display_name);
});

await claim('back and an address of its own lead where they should', async () => {
    await page.goto(`${address}/#/contacts/${contacts[2].id}?q=${encodeURIComponent(contacts[2].email)}`);
    await page.reload();
    await shows(heading(page), contacts[2].display_name);
    assert.equal(await page.inputValue('#search'), contacts[2].email);
    await page.getByRole('link', { name: /^Notifications/ }).click();
    await shows(heading(page), 'Notifications');
    await page.goBack();
    await shows(heading(page), contacts[2].display_name);
});

await claim('whatever the data says is shown as text', async () => {
    const { id, _id } = await call('POST', '/contacts', { display_name: hostile, email: `"><svg onload=alert(4)>`, labels: ['<b>bold</b>'] }).then(body => body.data ?? body);
    await call('POST', `/contacts/${id ?? _id}/comments`, { content: hostile });
    await page.goto(`${address}/#/contacts/${id ?? _id}`);
    await shows(heading(page), hostile);
    await shows(page.getByRole('region', { name: 'Comments' }).locator('li'), hostile);
    assert.equal(await page.locator('main script, main svg, #detail img, main b').count(), 0);
    await reset();
});

await claim('nothing was complained about, and nobody else was asked', () => {
    assert.deepEqual(complaints.filter(text => !text.includes('404')), []);
    assert.deepEqual(elsewhere, []);
});

const { page: broken } = await open(`/#/contacts/${first.id}`);
const failures = [
    ['503', 'The service is unavailable (503)', '503'],
    ['429', 'Too many requests (429)', '429'],
    ['Reset', 'The connection was lost', 'reset'],
    ['Truncated', 'The connection was lost', 'Truncated'],
];
for (const [button, message, shown] of failures) {
    await claim(`a call that is broken by ${button} is seen, in the list of requests too, and then recovers`, async () => {
        await shows(broken.locator('.fields'), first.email);
        await broken.selectOption('#operation', 'getFiles');
        await broken.getByRole('button', { name: new RegExp(`^${button}:`) }).click();
        await shows(broken.locator('.next'), 'Next call of getFiles');
        await broken.goto(`${address}/#/notifications`);
        await broken.goto(`${address}/#/contacts/${first.id}`);
        const part = broken.getByRole('region', { name: 'Files' });
        await shows(part.getByRole('alert'), message);
        await shows(log(broken).filter({ hasText: '/files' }).first(), shown);
        await part.getByRole('button', { name: 'Try again' }).click();
        await part.locator('li').first().waitFor();
        assert.equal(await broken.locator('.next').textContent(), '');
    });
}

await claim('a slow call shows that it is underway, and then comes', async () => {
    await broken.selectOption('#operation', 'listNotifications');
    await broken.getByRole('button', { name: /^Slow:/ }).click();
    await shows(broken.locator('.next'), 'three seconds late');
    await broken.goto(`${address}/#/notifications`);
    await broken.locator('#detail [aria-busy=true] .loading').waitFor();
    await shows(broken.locator('#detail .count'), 'of 30');
    await shows(log(broken).filter({ hasText: 'Slow' }), /3\d\d\d ms/);
});

await claim('an unknown contact says so', async () => {
    await broken.goto(`${address}/#/contacts/con_unknown`);
    await shows(broken.getByRole('alert'), 'Not found');
});

await end();
