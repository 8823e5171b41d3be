// The page's elements. Everything that comes from the data is set as text, never as markup.

/** Makes an element. A property that is a function is a listener; text and elements may follow. */
export function el(name, properties = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
        if (typeof value === 'function') {
            element.addEventListener(key, value);
        } else if (key === 'class') {
            element.className = value;
        } else if (key in element && typeof value === 'boolean') {
            element[key] = value;
        } else if (value !== null && value !== undefined) {
            element.setAttribute(key, value);
        }
    }
    element.append(...children.filter(child => child !== null && child !== undefined));
    return element;
}

export const button = (text, click, properties = {}) => el('button', { type: 'button', click, ...properties }, text);

/** Tells what happened, on the screen and to screen readers. */
export function say(text) {
    const status = document.getElementById('status');
    status.textContent = text;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => { status.textContent = ''; }, 5000);
}

/** Asks before something is lost. */
export function confirmed(text, answer) {
    const dialog = document.getElementById('question');
    document.getElementById('question-text').textContent = text;
    document.getElementById('question-yes').textContent = answer;
    dialog.returnValue = 'no';
    dialog.showModal();
    return new Promise(resolve => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }));
}

/** What stands where something could not be loaded: the reason, and a button to try again. */
export const failure = (error, retry) => el('div', { class: 'state bad', role: 'alert' },
    el('p', {}, el('strong', {}, error.title ?? 'Something went wrong')),
    el('p', {}, error.message),
    button('Try again', retry));

export const empty = text => el('p', { class: 'state' }, text);

/** Grey lines in the place of what is still loading. */
export const loading = lines => el('div', { class: 'loading', 'aria-hidden': 'true' }, ...Array.from({ length: lines }, () => el('span')));

/** Fills a place with what a call brings: first grey lines, then the result or the reason why there is none. */
export async function fill(place, lines, load, show) {
    const turn = fill.turns.get(place) + 1 || 1;
    fill.turns.set(place, turn);
    if (!place.hasChildNodes()) {
        place.replaceChildren(loading(lines));
    }
    place.setAttribute('aria-busy', 'true');
    let content;
    try {
        content = show(await load());
    } catch (error) {
        content = failure(error, async () => {
            await fill(place, lines, load, show);
            // The button that had the focus is gone.
            place.tabIndex = -1;
            place.focus();
        });
    }
    // A later call for the same place may have been faster.
    if (fill.turns.get(place) === turn) {
        place.removeAttribute('aria-busy');
        place.replaceChildren(...[content].flat());
    }
}
fill.turns = new WeakMap();

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export function time(text) {
    const date = new Date(text ?? '');
    return Number.isNaN(date.getTime()) ? null : el('time', { datetime: text }, when.format(date));
}

/** The first letters of a name, for somebody without a picture. */
export function avatar(contact, size) {
    const url = contact.avatar_url ?? '';
    const own = url && new URL(url, location.href).origin === location.origin;
    const letters = (contact.display_name || '?').split(/\s+/).slice(0, 2).map(word => [...word][0] ?? '').join('');
    // Pictures elsewhere are not asked for: this page loads nothing from other hosts.
    return own
        ? el('img', { class: `avatar ${size}`, src: url, alt: '' })
        : el('span', { class: `avatar ${size}`, 'aria-hidden': 'true' }, letters.toUpperCase());
}
