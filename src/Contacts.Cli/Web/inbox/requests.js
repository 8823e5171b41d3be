// The requests that reach the emulator, as they come, each with the lines of code that send the same; and the buttons that break one.
import { bodyOf, emulator, root } from './api.js';
import { button, el, empty, fill, say } from './dom.js';

const most = 200;

const faults = [
    { fault: '503', label: '503', hint: 'the service is unavailable' },
    { fault: '429', label: '429', hint: 'too many requests' },
    { fault: 'slow', label: 'Slow', hint: 'three seconds late' },
    { fault: 'reset', label: 'Reset', hint: 'the connection is reset' },
    { fault: 'truncated', label: 'Truncated', hint: 'the response ends in the middle' },
];

let planned = [];

export function startRequests(place, reload) {
    const rows = el('ol', { class: 'log rows', tabindex: '0', 'aria-label': 'Requests, the latest first' });
    const connection = el('span', { class: 'count', role: 'status' });
    const next = el('p', { class: 'next', role: 'status' });
    const clear = button('Clear', () => rows.replaceChildren(), { class: 'small' });
    place.replaceChildren(
        el('div', { class: 'head' }, el('h2', { id: 'requests-title', tabindex: '-1' }, 'Live requests'), connection, clear),
        breaker(next), next, rows);

    listen(request => {
        rows.prepend(row(request, take(request, next)));
        while (rows.children.length > most) {
            rows.lastElementChild.remove();
        }
    }, () => {
        planned = [];
        announce(next);
        rows.replaceChildren();
        reload();
    }, isOpen => {
        connection.textContent = isOpen ? '' : 'not connected';
    });
}

/** Follows the events while the page can be seen: a browser has few connections for all tabs of an address. */
function listen(add, reset, connected) {
    let last = 0;
    let events;
    const follow = () => {
        events?.close();
        if (document.hidden) {
            return;
        }
        events = new EventSource(`/__emulator/events?after=${last}`);
        events.addEventListener('open', () => connected(true));
        events.addEventListener('error', () => connected(false));
        const seen = event => {
            last = Number(event.lastEventId);
        };
        events.addEventListener('message', event => {
            seen(event);
            add(JSON.parse(event.data));
        });
        events.addEventListener('reset', event => {
            const isNew = last > 0;
            seen(event);
            if (isNew) {
                reset();
            }
        });
    };
    document.addEventListener('visibilitychange', follow);
    follow();
}

function breaker(next) {
    const operation = el('select', { id: 'operation' }, el('option', { value: '' }, 'any operation'));
    emulator.operations().then(names => operation.append(...names.map(name => el('option', { value: name }, name))), () => {});
    const plan = fault => async () => {
        try {
            const chosen = operation.value || null;
            await emulator.fail({ operation: chosen, fault: fault.fault, times: 1 });
            planned.push({ ...fault, operation: chosen });
            announce(next);
        } catch (error) {
            say(error.message);
        }
    };
    return el('fieldset', { class: 'break' },
        el('legend', {}, 'Break the next call'),
        el('div', { class: 'row wrap' }, ...faults.map(fault => button(fault.label, plan(fault), { class: 'small', title: fault.hint, 'aria-label': `${fault.label}: ${fault.hint}` }))),
        el('div', { class: 'row' }, el('label', { for: 'operation', class: 'dim' }, 'of'), operation));
}

function announce(next) {
    next.textContent = planned.map(({ label, hint, operation }) => `Next call of ${operation ?? 'any operation'}: ${label}, ${hint}.`).join(' ');
}

/** The planned fault that a request met, in the order in which the emulator takes them. */
function take(request, next) {
    const met = request.operation && planned.find(({ operation }) => operation === null || operation === request.operation);
    if (!met) {
        return null;
    }
    planned = planned.filter(fault => fault !== met);
    announce(next);
    return met;
}

function row(request, met) {
    const samples = el('div', { class: 'samples' });
    const status = request.status ?? 'reset';
    const open = el('details', { toggle: () => open.open && !samples.hasChildNodes() && show(samples, request) },
        el('summary', {},
            el('span', { class: 'method' }, request.method),
            el('span', { class: 'two grow' },
                el('span', { class: 'operation' }, request.operation ?? 'no operation'),
                el('span', { class: 'path', title: request.path }, shortened(request.path))),
            met && met.label !== `${request.status}` ? el('span', { class: 'tag' }, met.label) : null,
            el('span', { class: request.status >= 200 && request.status < 400 && !(met && met.fault === 'truncated') ? 'code' : 'code bad' }, `${status}`),
            el('span', { class: 'dim ms' }, `${Math.round(request.durationMs)} ms`)),
        samples);
    return el('li', {}, open);
}

/** The path below the service's root, with the ends of long ids only, which tell them apart. */
const shortened = path => path.replace(root, '').replace(/([a-z]+_)[0-9a-f-]{28,}([0-9a-f]{4})/g, '$1…$2');

function show(samples, request) {
    if (!request.operation) {
        samples.replaceChildren(empty('No operation of the API has this method and path.'));
        return;
    }
    const body = bodyOf(request.requestId);
    const asked = { operation: request.operation, path: request.path, ...(body === undefined ? {} : { body }) };
    fill(samples, 3, () => emulator.samples(asked), lines => [
        el('p', { class: 'dim' }, `At ${new Date(request.time).toLocaleTimeString()}. `,
            body === undefined && request.method !== 'GET' ? 'Bodies are not recorded, so a body here is the contract’s example.' : null),
        sample('C#', lines.csharp),
        sample('curl', lines.curl),
        lines.command ? sample('contacts', lines.command) : null,
    ].filter(Boolean));
}

function sample(language, code) {
    const copy = button('Copy', async () => {
        try {
            await navigator.clipboard.writeText(code);
            say(`The ${language} line is copied.`);
        } catch {
            say('The browser does not allow copying: select the line instead.');
        }
    }, { class: 'small', 'aria-label': `Copy the ${language} line` });
    return el('div', { class: 'sample' },
        el('div', { class: 'row' }, el('span', { class: 'grow name' }, language), copy),
        el('pre', { tabindex: '0', 'aria-label': `${language} line` }, el('code', {}, code)));
}
