// Runs the published application in Node, in the place of a page. Usage: node run.mjs FOLDER GATEWAY
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const [folder, gateway] = process.argv.slice(2);
const redirects = createServer((request, response) => response.writeHead(307, { location: gateway + request.url }).end());
await new Promise(listening => redirects.listen(0, '127.0.0.1', listening));

// The runtime looks what a browser can do at an address relative to the page. There is no page here.
globalThis.Request = class extends Request {
    constructor(address, options) {
        super(address === '' ? gateway : address, options);
    }
};

// A browser hides what a redirect says that is not to be followed; Node does not.
const nodeFetch = globalThis.fetch;
globalThis.fetch = async (address, options) => {
    const response = await nodeFetch(address, options);
    return options?.redirect === 'manual' && response.status >= 300 && response.status < 400 ? Response.error() : response;
};

const { dotnet } = await import(pathToFileURL(resolve(folder, 'wwwroot/_framework/dotnet.js')));
const runtime = await dotnet.create();
process.exit(await runtime.runMain('Browser', [gateway, `http://127.0.0.1:${redirects.address().port}`]));
