// One contact: its picture, its fields, and everything that belongs to it.
import { contacts, idOf } from './api.js';
import { avatar, button, confirmed, el, empty, fill, say, time } from './dom.js';
import { fieldList } from './fields.js';
import { comments } from './comments.js';

const changed = () => dispatchEvent(new Event('contactchange'));

export function showContact(detail, { id, search }) {
    if (!id) {
        detail.replaceChildren(el('h2', { id: 'detail-title', class: 'hidden', tabindex: '-1' }, 'Contact'), empty('Choose a contact, or search for one.'));
        return 'Contacts';
    }
    const card = el('div', { class: 'card' });
    detail.replaceChildren(
        el('a', { class: 'back', href: `#/contacts${search}` }, '← All contacts'),
        el('h2', { id: 'detail-title', tabindex: '-1', class: 'title pending' }, 'Contact'),
        card,
        part('Conversations', 2, () => contacts.conversations(id), conversations),
        comments(id),
        part('Files', 1, () => contacts.files(id), files));
    fill(card, 10, () => contacts.get(id), contact => details(detail, contact));
    return 'Contact';
}

function details(detail, contact) {
    const id = idOf(contact);
    const heading = detail.querySelector('#detail-title');
    heading.textContent = contact.display_name || 'No name';
    heading.className = 'title';
    document.title = `${heading.textContent} · Contacts emulator`;
    const input = el('input', { type: 'file', accept: 'image/*', class: 'hidden', id: 'picture', tabindex: '-1', 'aria-hidden': 'true' });
    const picture = button('Change picture', () => input.click());
    const shown = el('div', { class: 'picture' }, avatar(contact, 'large'));
    input.addEventListener('change', async () => {
        const [file] = input.files;
        if (!file) {
            return;
        }
        picture.disabled = true;
        try {
            const { url } = await contacts.upload(file);
            shown.replaceChildren(avatar(await contacts.update(id, { avatar_url: url }), 'large'));
            say('The picture is the contact’s avatar now.');
            changed();
        } catch (error) {
            say(`${error.title}: ${error.message}`);
        }
        input.value = '';
        picture.disabled = false;
        picture.focus();
    });
    const remove = button('Delete contact', async () => {
        if (await confirmed(`Delete ${contact.display_name || 'this contact'} for good?`, 'Delete')) {
            try {
                await contacts.remove(id);
                say('The contact is deleted.');
                changed();
                location.hash = '#/contacts';
            } catch (error) {
                say(`${error.title}: ${error.message}`);
            }
        }
    }, { class: 'danger' });
    return [
        el('div', { class: 'row top' }, shown, el('div', { class: 'two grow' },
            el('span', { class: 'name' }, contact.email || '—'),
            el('code', { class: 'dim' }, id)), picture, input, remove),
        fieldList(contact, updated => {
            heading.textContent = updated.display_name || 'No name';
            changed();
        }),
    ];
}

/** A part of the page with a heading, filled by a call of its own, so that one failure leaves the others alone. */
function part(title, lines, load, show) {
    const body = el('div');
    fill(body, lines, load, show);
    return el('section', { 'aria-label': title, class: 'part' }, el('h3', {}, title), body);
}

function conversations(items) {
    if (items.length === 0) {
        return empty('No conversations.');
    }
    return el('ul', { class: 'plain' }, ...items.map(item => {
        const talk = item.conversation ?? item;
        const activities = el('div');
        const open = el('details', {
            toggle: () => {
                if (open.open) {
                    fill(activities, 2, () => contacts.activities(idOf(talk)), activityList);
                }
            },
        },
        el('summary', {},
            el('span', { class: 'name' }, talk.name || 'Conversation'),
            el('span', { class: 'tag' }, talk.channel_type ?? 'unknown'),
            el('span', { class: 'dim grow' }, talk.status ?? ''),
            time(talk.timestamp)),
        activities);
        return el('li', {}, open);
    }));
}

const activityList = items => (items.length === 0 ? empty('No activities.') : el('ul', { class: 'plain inner' }, ...items.map(item => el('li', { class: 'row' },
    el('span', { class: 'grow' }, item.summary ?? item.type ?? 'Activity'),
    item.sentiment ? el('span', { class: 'tag' }, item.sentiment) : null,
    time(item.created_at)))));

const files = items => (items.length === 0 ? empty('No files.') : el('ul', { class: 'plain' }, ...items.map(item => el('li', { class: 'row' },
    el('span', { class: 'name grow' }, item.content?.caption ?? item.name ?? 'File'),
    el('span', { class: 'tag' }, item.content?.extension ?? item.type ?? 'file'),
    time(item.created_at)))));

export function showNew(detail) {
    const error = el('p', { role: 'alert', class: 'problem' });
    const input = (name, label, type) => el('div', { class: 'field' },
        el('label', { for: `new-${name}` }, label), el('input', { id: `new-${name}`, name, type, autocomplete: 'off' }));
    const save = el('button', { type: 'submit', class: 'primary' }, 'Create contact');
    const form = el('form', {
        class: 'card form',
        submit: async event => {
            event.preventDefault();
            const fields = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));
            if (Object.keys(fields).length === 0) {
                error.textContent = 'Fill in at least one field.';
                form.querySelector('input').focus();
                return;
            }
            save.disabled = true;
            try {
                const contact = await contacts.create(fields);
                say('The contact is created.');
                changed();
                location.hash = `#/contacts/${encodeURIComponent(idOf(contact))}`;
            } catch (problem) {
                error.textContent = `${problem.title}: ${problem.message}`;
                save.disabled = false;
            }
        },
    },
    input('display_name', 'Name', 'text'), input('email', 'E-mail', 'email'), input('phone_number', 'Phone', 'tel'), error,
    el('div', { class: 'row end' }, el('a', { href: '#/contacts', class: 'button' }, 'Cancel'), save));
    detail.replaceChildren(el('h2', { id: 'detail-title', class: 'title', tabindex: '-1' }, 'New contact'), form);
    return 'New contact';
}
