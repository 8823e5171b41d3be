// Calls the API as any client does: over HTTP, with a key, and with errors that say what a user can do.
export const root = `${document.documentElement.dataset.prefix}/channel-service/v1`;

// The bodies of this page's own calls by their request ids, so that the samples can show what was sent. The emulator does not keep bodies.
const bodies = new Map();

export const bodyOf = requestId => bodies.get(requestId);

class CallError extends Error {
    constructor(title, message) {
        super(message);
        this.title = title;
    }
}

const titles = {
    400: 'The request is invalid', 401: 'The credential was refused', 403: 'This is not allowed', 404: 'Not found', 409: 'It was changed meanwhile',
    413: 'The file is too large', 422: 'A value is not acceptable', 429: 'Too many requests', 500: 'The service failed', 502: 'The gateway failed',
    503: 'The service is unavailable', 504: 'The service took too long',
};

const messageIn = text => {
    try {
        const body = JSON.parse(text);
        return [body.message?.message, body.message, body.error?.message, body.error, body.detail].find(one => typeof one === 'string');
    } catch {
        return text.startsWith('<') ? undefined : text;
    }
};

async function send(method, path, { json, form } = {}) {
    const requestId = crypto.randomUUID();
    const headers = { 'x-api-key': 'api_emulator', 'x-request-id': requestId };
    if (json !== undefined) {
        headers['content-type'] = 'application/json';
        bodies.set(requestId, json);
        if (bodies.size > 100) {
            bodies.delete(bodies.keys().next().value);
        }
    }
    let response;
    let text;
    try {
        response = await fetch(root + path, { method, headers, body: json === undefined ? form : JSON.stringify(json) });
        text = await response.text();
    } catch {
        throw new CallError('The connection was lost', response ? 'The response ended too early.' : 'There was no response.');
    }
    if (!response.ok) {
        const wait = response.headers.get('retry-after');
        const hint = wait ? ` Try again in ${wait} s.` : '';
        throw new CallError(`${titles[response.status] ?? 'The call failed'} (${response.status})`, `${messageIn(text) ?? 'The service gave no reason.'}${hint}`);
    }
    try {
        return text ? JSON.parse(text) : {};
    } catch {
        throw new CallError('The response cannot be read', 'It is not the JSON that the service promises.');
    }
}

const id = encodeURIComponent;
const query = values => new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined)).toString();

// The service's two dialects differ in how they wrap results and in some names. The page reads both.
const list = body => (Array.isArray(body) ? body : body.data ?? body.items ?? []);
const one = body => (body.data && !Array.isArray(body.data) ? body.data : body);
const page = body => ({ items: list(body), total: Math.max(body.count ?? 0, body.total ?? 0), unread: body.unread_count });

export const idOf = item => item.id ?? item._id;

export const contacts = {
    list: async values => page(await send('GET', `/contacts?${query(values)}`)),
    search: async values => page(await send('GET', `/contacts/_search?${query({ ...values, type: 'text' })}`)),
    get: async contact => one(await send('GET', `/contacts/${id(contact)}`)),
    create: async fields => one(await send('POST', '/contacts', { json: fields })),
    update: async (contact, fields) => one(await send('PUT', `/contacts/${id(contact)}`, { json: fields })),
    remove: contact => send('DELETE', `/contacts/${id(contact)}`),
    upload: file => {
        const form = new FormData();
        form.append('file', file);
        return send('POST', '/contacts/_fileupload', { form });
    },
    conversations: async contact => list(await send('GET', `/contacts/${id(contact)}/conversations`)),
    activities: async conversation => list(await send('GET', `/conversations_activities/${id(conversation)}`)),
    files: async contact => list(await send('GET', `/contact/${id(contact)}/files`)),
    comments: async (contact, values) => {
        const body = await send('GET', `/contacts/${id(contact)}/comments?${query(values)}`);
        return { items: list(body), total: Math.max(body.count ?? 0, body.total ?? 0) };
    },
    addComment: async (contact, content) => one(await send('POST', `/contacts/${id(contact)}/comments`, { json: { content } })),
    removeComment: (contact, comment) => send('DELETE', `/contacts/${id(contact)}/comment/${id(comment)}`),
};

export const notifications = {
    list: async values => page(await send('GET', `/notifications?${query(values)}`)),
    read: ids => send('PUT', '/notifications/read', { json: ids }),
    dismiss: notification => send('DELETE', '/notifications/dismiss', { json: [notification] }),
    dismissAll: () => send('DELETE', '/notifications/dismiss/all'),
};

async function control(method, path, body) {
    const response = await fetch(`/__emulator${path}`, { method, body: body && JSON.stringify(body) });
    const text = await response.text();
    if (!response.ok) {
        throw new CallError('The emulator refused', messageIn(text) ?? text);
    }
    return text ? JSON.parse(text) : null;
}

export const emulator = {
    reset: () => control('POST', '/reset'),
    fail: fault => control('POST', '/fail', fault),
    operations: () => control('GET', '/operations'),
    samples: request => control('POST', '/samples', request),
};
