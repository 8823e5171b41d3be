// The page's frame: which view the address asks for, the colours, the reset, and the keys.
import { emulator } from './api.js';
import { confirmed, say } from './dom.js';
import { showList } from './list.js';
import { showContact, showNew } from './contact.js';
import { refreshUnread, showNotifications } from './notifications.js';
import { startRequests } from './requests.js';

const detail = document.getElementById('detail');
const list = document.getElementById('list');

/** What the address says: #/contacts/ID?q=words&page=2 */
function route() {
    const [path, search = ''] = location.hash.replace(/^#\/?/, '').split('?');
    const [view = 'contacts', id] = path.split('/').map(decoded);
    const values = new URLSearchParams(search);
    return {
        view: ['contacts', 'new', 'notifications', 'requests'].includes(view) ? view : 'contacts',
        id,
        search: search ? `?${search}` : '',
        q: values.get('q') ?? '',
        page: Math.max(1, Number.parseInt(values.get('page') ?? '1', 10) || 1),
    };
}

/** A part of the address; one that is damaged is taken as it is, and leads to a contact that does not exist. */
function decoded(part) {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}

function show(isStart) {
    const wanted = route();
    document.body.dataset.view = wanted.view === 'contacts' && wanted.id ? 'contact' : wanted.view;
    const current = { contacts: 'tab-contacts', new: 'tab-contacts' }[wanted.view] ?? `tab-${wanted.view}`;
    for (const tab of document.querySelectorAll('.tabs a')) {
        tab.toggleAttribute('aria-current', tab.id === current);
    }
    if (wanted.view !== 'requests') {
        showList(list, wanted);
    }
    const title = { new: showNew, notifications: showNotifications, contacts: showContact }[wanted.view]?.(detail, wanted);
    document.title = `${title ?? 'Requests'} · Contacts emulator`;
    if (!isStart && (wanted.id || wanted.view !== 'contacts')) {
        document.querySelector(wanted.view === 'requests' ? '#requests-title' : '#detail-title')?.focus();
    } else if (!isStart && document.activeElement === document.body) {
        // What had the focus is gone, such as a contact that was deleted.
        document.getElementById('list-title').focus();
    }
}

/** Loads everything again, after the data has started over. */
function reload() {
    list.replaceChildren();
    detail.replaceChildren();
    delete list.dataset.shown;
    show(true);
    refreshUnread();
}

const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
const theme = document.getElementById('theme');
const showTheme = () => theme.setAttribute('aria-pressed', isDark());
theme.addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    localStorage.setItem('theme', document.documentElement.dataset.theme);
    showTheme();
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', showTheme);
showTheme();

document.getElementById('reset').addEventListener('click', async () => {
    if (await confirmed('Reset the emulator? All changes are lost, and the original data comes back.', 'Reset')) {
        try {
            await emulator.reset();
            say('The original data is back.');
        } catch (error) {
            say(error.message);
        }
    }
});

// The skip link must not become an address of the page.
document.getElementById('skip').addEventListener('click', event => {
    event.preventDefault();
    document.getElementById('main').focus();
});

addEventListener('keydown', event => {
    if (event.key === '/' && !event.target.matches('input, textarea, select')) {
        event.preventDefault();
        document.getElementById('search')?.focus();
    }
});
addEventListener('hashchange', () => show(false));
addEventListener('contactchange', () => {
    delete list.dataset.shown;
    showList(list, route());
});

startRequests(document.getElementById('requests'), reload);
show(true);
refreshUnread();
