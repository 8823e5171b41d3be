// The internal comments on a contact: read, write, delete.
import { contacts, idOf } from './api.js';
import { button, confirmed, el, empty, fill, say, time } from './dom.js';

const pageSize = 5;

export function comments(contact) {
    const heading = el('h3', { tabindex: '-1' }, 'Comments');
    const place = el('div');
    let limit = pageSize;

    // Those that were written here come first, wherever the service lists them.
    let fresh = [];
    const load = () => fill(place, 2, () => contacts.comments(contact, { limit }), ({ items, total }) => (items.length + fresh.length === 0
        ? empty('No comments yet.')
        : [
            el('ul', { class: 'plain' }, ...[...fresh, ...items.filter(item => !fresh.some(one => idOf(one) === idOf(item)))].map(item => comment(contact, item, removed))),
            // The list may not say how many there are; then a full page may have more behind it.
            (total > items.length || (total <= items.length && items.length === limit && limit < 100))
                ? button('Show more', () => {
                    limit = Math.min(limit * 4, 100);
                    load().then(() => heading.focus());
                }, { class: 'small' })
                : null,
        ].filter(Boolean)));
    const written = item => {
        fresh = [item, ...fresh];
        return load();
    };
    const removed = async item => {
        fresh = fresh.filter(one => idOf(one) !== idOf(item));
        await load();
        heading.focus();
    };
    load();
    return el('section', { 'aria-label': 'Comments', class: 'part' }, heading, writer(contact, written), place);
}

function comment(contact, item, removed) {
    const remove = button('Delete', async () => {
        if (!await confirmed('Delete this comment for good?', 'Delete')) {
            return;
        }
        remove.disabled = true;
        try {
            await contacts.removeComment(contact, idOf(item));
            say('The comment is deleted.');
            await removed(item);
        } catch (error) {
            say(`${error.title}: ${error.message}`);
            remove.disabled = false;
        }
    }, { class: 'small', 'aria-label': 'Delete this comment' });
    return el('li', { class: 'row' },
        el('div', { class: 'two grow' },
            el('span', { class: 'text' }, item.content ?? item.text ?? ''),
            el('span', { class: 'dim' }, item.from?.display_name ?? 'A colleague', ' · ', time(item.created_at) ?? 'no date')),
        remove);
}

function writer(contact, written) {
    const input = el('input', { id: 'comment', autocomplete: 'off', required: true, placeholder: 'Colleagues see it, the contact does not' });
    const problem = el('span', { role: 'alert', class: 'problem' });
    const save = el('button', { type: 'submit', class: 'primary small' }, 'Add comment');
    return el('form', {
        class: 'inline',
        submit: async event => {
            event.preventDefault();
            save.disabled = true;
            problem.textContent = '';
            try {
                const item = await contacts.addComment(contact, input.value.trim());
                input.value = '';
                say('The comment is written.');
                await written(item);
            } catch (error) {
                problem.textContent = `${error.title}: ${error.message}`;
            }
            save.disabled = false;
            input.focus();
        },
    }, el('label', { for: 'comment', class: 'hidden' }, 'New comment'), input, save, problem);
}
