// The contacts, with search and paging. The search and the page are in the address, so that back works and a link can be shared.
import { contacts, idOf } from './api.js';
import { avatar, button, el, empty, fill } from './dom.js';

const pageSize = 20;

const address = (id, { q, page }) => {
    const values = new URLSearchParams();
    if (q) {
        values.set('q', q);
    }
    if (page > 1) {
        values.set('page', page);
    }
    const search = values.toString();
    return `#/contacts${id ? `/${encodeURIComponent(id)}` : ''}${search ? `?${search}` : ''}`;
};

export function showList(place, wanted) {
    if (!place.querySelector('form')) {
        build(place);
    }
    const input = place.querySelector('#search');
    if (document.activeElement !== input) {
        input.value = wanted.q;
    }
    const key = `${wanted.q}\n${wanted.page}`;
    if (place.dataset.shown === key) {
        mark(place, wanted);
        return;
    }
    place.dataset.shown = key;
    const values = { limit: pageSize, skip: (wanted.page - 1) * pageSize || undefined };
    fill(
        place.querySelector('.rows'),
        12,
        () => (wanted.q ? contacts.search({ q: wanted.q, ...values }) : contacts.list({ ...values, sort: 'created_at' })),
        result => rows(place, wanted, result));
}

function build(place) {
    let timer;
    const search = () => {
        clearTimeout(timer);
        location.hash = address(null, { q: place.querySelector('#search').value.trim(), page: 1 });
    };
    place.replaceChildren(
        el('div', { class: 'head' },
            el('h2', { id: 'list-title', tabindex: '-1' }, 'Contacts'),
            el('span', { class: 'count', id: 'count', role: 'status' }),
            el('a', { href: '#/new', class: 'button small' }, 'New')),
        el('form', {
            role: 'search',
            class: 'search',
            submit: event => {
                event.preventDefault();
                search();
            },
        },
        el('label', { for: 'search', class: 'hidden' }, 'Search contacts'),
        el('input', {
            id: 'search',
            type: 'search',
            placeholder: 'Search whole words   /',
            autocomplete: 'off',
            input: () => {
                clearTimeout(timer);
                timer = setTimeout(search, 300);
            },
        })),
        el('div', { class: 'rows', keydown: move }),
        el('nav', { class: 'pager', 'aria-label': 'Pages of contacts' }));
}

function rows(place, wanted, { items, total }) {
    const from = (wanted.page - 1) * pageSize;
    const to = from + items.length;
    const turn = page => () => { location.hash = address(null, { ...wanted, page }); };
    place.querySelector('#count').textContent = total === 1 ? '1 contact' : `${total} contacts`;
    place.querySelector('.pager').replaceChildren(
        button('Previous', turn(wanted.page - 1), { disabled: wanted.page <= 1 }),
        el('span', { class: 'count' }, items.length ? `${from + 1}–${to} of ${total}` : ''),
        button('Next', turn(wanted.page + 1), { disabled: to >= total }));
    if (items.length === 0) {
        return empty(wanted.q ? `Nobody matches “${wanted.q}”. The search looks for whole words.` : 'There are no contacts. Create one with New.');
    }
    const shown = el('ul', {}, ...items.map(contact => el('li', {},
        el('a', { href: address(idOf(contact), wanted), 'data-id': idOf(contact), class: 'item' },
            avatar(contact, 'small'),
            el('span', { class: 'two' },
                el('span', { class: 'name' }, contact.display_name || 'No name'),
                el('span', { class: 'dim' }, contact.email || contact.phone_number || '—')),
            contact.channel_type ? el('span', { class: 'tag' }, contact.channel_type) : null))));
    mark(shown, wanted);
    return shown;
}

function mark(place, wanted) {
    for (const link of place.querySelectorAll('a.item')) {
        link.toggleAttribute('aria-current', link.dataset.id === wanted.id);
    }
}

/** The arrow keys go from one contact to the next. */
function move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...event.currentTarget.querySelectorAll('a.item')];
    const next = links[links.indexOf(document.activeElement) + step];
    if (step && next) {
        event.preventDefault();
        next.focus();
    }
}
