// The fields of a contact, each of which can be edited where it stands.
import { contacts, idOf } from './api.js';
import { button, el, say, time } from './dom.js';

const editable = {
    display_name: 'Name', first_name: 'First name', last_name: 'Last name', email: 'E-mail', area_code: 'Calling code', phone_number: 'Phone',
    company_name: 'Company', position: 'Position', title: 'Title', gender: 'Gender', language: 'Language', time_zone: 'Time zone',
    location: 'Location', birthday: 'Birthday', labels: 'Labels', remark: 'Remark',
};

const fixed = { channel_type: 'Channel', board_item_id: 'Board record', organization_id: 'Organization' };

const text = value => (Array.isArray(value) ? value.join(', ') : value ?? '');

const toValue = (name, entered) => (name === 'labels'
    ? entered.split(',').map(label => label.trim()).filter(Boolean)
    : entered || null);

export function fieldList(contact, saved) {
    return el('dl', { class: 'fields' },
        ...Object.entries(editable).map(([name, label]) => field(contact, name, label, saved)),
        ...Object.entries(fixed).map(([name, label]) => row(label, text(contact[name]) || '—')),
        row('Created', time(contact.created_at) ?? '—'),
        row('Last seen', time(contact.last_seen) ?? '—'));
}

const row = (label, value) => el('div', {}, el('dt', {}, label), el('dd', {}, el('span', { class: 'value' }, value)));

function field(contact, name, label, saved) {
    const place = el('dd');
    const show = () => {
        const edit = button('Edit', () => change(), { class: 'edit', 'aria-label': `Edit ${label.toLowerCase()}` });
        place.replaceChildren(el('span', { class: 'value' }, text(contact[name]) || '—'), edit);
        return edit;
    };
    const change = () => {
        const input = el('input', { 'aria-label': label, autocomplete: 'off' });
        const problem = el('span', { role: 'alert', class: 'problem' });
        const save = el('button', { type: 'submit', class: 'primary small' }, 'Save');
        input.value = text(contact[name]);
        place.replaceChildren(el('form', {
            class: 'inline',
            keydown: event => event.key === 'Escape' && show().focus(),
            submit: async event => {
                event.preventDefault();
                save.disabled = true;
                try {
                    const updated = await contacts.update(idOf(contact), { [name]: toValue(name, input.value.trim()) });
                    // The service may have stored something else than was sent.
                    contact[name] = updated[name] ?? '';
                    show().focus();
                    say(`${label} is saved.`);
                    saved(updated);
                } catch (error) {
                    problem.textContent = `${error.title}: ${error.message}`;
                    save.disabled = false;
                    input.focus();
                }
            },
        }, input, save, button('Cancel', () => show().focus(), { class: 'small' }), problem));
        input.focus();
        input.select();
    };
    show();
    return el('div', {}, el('dt', {}, label), place);
}
