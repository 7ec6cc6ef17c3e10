import type { AddressObject, ParsedMail } from 'mailparser';
import { escapeXml } from '../../../nodes/shared/values/escapeXml.ts';
import type { CallEntry, Entry, MailEntry } from './entries.mts';
import { shorten, textHtml } from './texts.mts';

/** What a call to these addresses is; the others are hooks of the application. */
const LABELS = new Map([
	['slack', 'Slack'],
	['tickets', 'Ticket'],
]);

const addresses = (list: AddressObject | AddressObject[] | undefined): string =>
	[list ?? []]
		.flat()
		.map(({ text }) => text)
		.join(', ');

function mailBody(id: string, { html, subject = '', text = '' }: ParsedMail): string {
	return html === false
		? textHtml(shorten(text))
		: `<iframe src="/mails/${id}" sandbox="allow-popups allow-popups-to-escape-sandbox" title="${escapeXml(shorten(subject))}"></iframe>`;
}

const mailParts = ({ id, mail }: MailEntry) => ({
	label: 'Email',
	title: shorten(mail.subject ?? '(no subject)'),
	about: shorten(`From ${addresses(mail.from)} to ${addresses(mail.to)}`),
	body: mailBody(id, mail),
});

function callParts({ path, shown: { text, isJson } }: CallEntry) {
	const title = isJson
		? `/${path}`
		: text.replaceAll('```', '').trim().split('\n')[0].slice(0, 120);
	const body = isJson ? `<pre>${escapeXml(text)}</pre>` : textHtml(text);
	return {
		label: LABELS.get(path) ?? 'Hook',
		title,
		about: `POST /${path}`,
		body: title === text.trim() ? '' : body,
	};
}

function article(entry: Entry): string {
	const { label, title, about, body } = entry.kind === 'mail' ? mailParts(entry) : callParts(entry);
	return `<article id="m-${entry.id}">
<header><span class="label ${label.toLowerCase()}">${label}</span><h2>${escapeXml(title)}</h2><time datetime="${entry.at.toISOString()}">${entry.at.toTimeString().slice(0, 8)}</time></header>
<p class="about">${escapeXml(about)}</p>
${body}
</article>`;
}

const EMPTY =
	'<p id="empty" class="empty">Nothing yet. What the workflows send appears here by itself.</p>';

/** Where to begin; the addresses are those of the workflows in the demo. */
const guide = (n8nUrl: string): string => `<details open>
<summary>Try it</summary>
<ol>
<li>Download <a href="/five-databases.csv" download>five-databases.csv</a> and <a href="${n8nUrl}/form/otc-drs/fleet" target="_blank">upload it</a>: the plan appears below, and an email in which you decide.</li>
<li><a href="${n8nUrl}/form/otc-drs/migrate-a-database" target="_blank">Migrate one database</a>: the gray examples in the fields are valid.</li>
<li><a href="${n8nUrl}/home/workflows" target="_blank">Open <em>Fleet Status Report</em></a> and choose <em>Execute workflow</em>: the report is an email and a Slack message.</li>
</ol>
<p><em>Assess a Fleet</em> and <em>Verify After the Migration</em> query databases with n8n's own nodes. The demo has no database, so their emails say that no server could be reached. To try them, enter databases of yours in the credentials <em>Source MySQL</em> and <em>Target MySQL</em> (or PostgreSQL), and in <em>Settings</em>.</p>
</details>`;

/**
 * Makes the page of the inbox. Everything that came in is shown as text; the HTML of emails is in frames that run no script.
 * @param entries what came in, the latest last
 * @param n8nUrl origin of the demo's n8n
 */
export function inboxPage(entries: readonly Entry[], n8nUrl: string): string {
	const articles = entries.map(article).reverse();
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Inbox of the OTC DRS demo</title>
<link rel="stylesheet" href="/inbox.css">
<script src="/inbox.js" defer></script>
</head>
<body>
<h1>Inbox <small id="state">refreshes by itself</small></h1>
<p>Emails, messages to Slack, tickets, and calls of your application's hooks. They stay on this machine until the demo ends.</p>
${guide(escapeXml(n8nUrl))}
<main>
${articles.length > 0 ? articles.join('\n') : EMPTY}
</main>
</body>
</html>
`;
}

/** @returns the HTML of an email, whose links open in a new tab. */
export function mailPage({ html }: ParsedMail): string {
	const base = '<base target="_blank">';
	const text = html || '';
	return /<head\b[^>]*>/i.test(text)
		? text.replace(/<head\b[^>]*>/i, (head) => `${head}${base}`)
		: `${base}${text}`;
}
