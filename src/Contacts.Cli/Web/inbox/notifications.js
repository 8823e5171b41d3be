// The notifications of the current user: read, dismiss, dismiss all.
import { idOf, notifications } from './api.js';
import { button, confirmed, el, empty, fill, say, time } from './dom.js';

const pageSize = 20;

/** The number of unread notifications, in the navigation. */
export async function refreshUnread() {
    try {
        showUnread(await notifications.list({ limit: 1 }));
    } catch {
        // The number is an extra: what is wrong shows where it matters.
    }
}

function showUnread({ unread }) {
    const badge = document.getElementById('unread');
    badge.hidden = !unread;
    badge.textContent = unread ? `${unread}` : '';
    badge.setAttribute('aria-label', `${unread ?? 0} unread`);
}

export function showNotifications(detail) {
    const heading = el('h2', { id: 'detail-title', class: 'title', tabindex: '-1' }, 'Notifications');
    const place = el('div', { class: 'card' });
    let skip = 0;
    const load = () => fill(place, 8, () => notifications.list({ limit: pageSize, skip: skip || undefined }), result => {
        showUnread(result);
        return content(result, skip, to => {
            skip = to;
            load().then(() => heading.focus());
        }, act);
    });
    // Does something, then reads the list again and says what happened.
    const act = async (call, done) => {
        let outcome = done;
        try {
            await call();
        } catch (error) {
            outcome = `${error.title}: ${error.message}`;
        }
        await load();
        say(outcome);
        (place.contains(document.activeElement) ? document.activeElement : heading).focus();
    };
    const all = button('Dismiss all', async () => {
        if (await confirmed('Dismiss all notifications for good? This includes those that you have not seen.', 'Dismiss all')) {
            skip = 0;
            await act(notifications.dismissAll, 'All notifications are dismissed.');
        }
    });
    detail.replaceChildren(el('div', { class: 'head' }, heading, all), place);
    load();
    return 'Notifications';
}

function content({ items, total }, skip, turn, act) {
    if (items.length === 0) {
        return empty('No notifications. You are done.');
    }
    return [
        el('ul', { class: 'plain' }, ...items.map(item => notification(item, act))),
        el('nav', { class: 'pager', 'aria-label': 'Pages of notifications' },
            button('Previous', () => turn(Math.max(0, skip - pageSize)), { disabled: skip === 0 }),
            el('span', { class: 'count' }, `${skip + 1}–${skip + items.length} of ${total}`),
            button('Next', () => turn(skip + pageSize), { disabled: skip + items.length >= total })),
    ];
}

function notification(item, act) {
    const id = idOf(item);
    const title = item.title || item.content?.title || 'Notification';
    const text = typeof item.content === 'string' ? item.content : item.content?.text ?? '';
    return el('li', { class: item.is_read ? 'row' : 'row unread' },
        el('span', { class: 'dot', role: 'img', 'aria-label': item.is_read ? 'Read' : 'Unread' }),
        el('div', { class: 'two grow' }, el('span', { class: 'name' }, title), el('span', { class: 'dim' }, text)),
        time(item.created_at),
        item.is_read ? null : button('Mark read', () => act(() => notifications.read([id]), 'Marked as read.'), {
            class: 'small', 'aria-label': `Mark read: ${title}`,
        }),
        button('Dismiss', () => act(() => notifications.dismiss(id), 'Dismissed.'), { class: 'small', 'aria-label': `Dismiss: ${title}` }));
}
