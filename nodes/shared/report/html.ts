import { escapeXml } from '../values/escapeXml';
import { tidy, type Report, type ReportRow } from './report';

const COLORS = { good: '#1a7f37', bad: '#b42318', unsure: '#9a6700' } as const;
const CELL = 'padding:8px 10px;border-bottom:1px solid #d0d7de;text-align:left;vertical-align:top';
const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const STYLE =
	':root{color-scheme:light dark}@media(prefers-color-scheme:dark){body,.card{background:#0d1117!important;color:#f0f6fc!important}.card,th,td{border-color:#3d444d!important}}';

function tableRow({ cells, tone }: ReportRow): string {
	const columns = cells.map((cell, index) => {
		const text = escapeXml(cell);
		if (index === 0) return `<th scope="row" style="${CELL}">${text}</th>`;
		const color = index === 1 ? `;color:${COLORS[tone]};font-weight:600` : '';
		return `<td style="${CELL}${color}">${text}</td>`;
	});
	return `<tr>${columns.join('')}</tr>`;
}

function section({ heading, entries }: Report['details'][number]): string {
	const items = entries.map(
		({ title, lines }) =>
			`<li style="margin:6px 0"><strong>${escapeXml(title)}</strong><br>${lines.map(escapeXml).join('<br>')}</li>`,
	);
	return `<h2 style="font-size:16px;overflow-wrap:anywhere">${escapeXml(heading)}</h2><ul style="padding-left:18px;overflow-wrap:anywhere">${items.join('')}</ul>`;
}

/** @returns the report as a page that needs nothing else, for mail programs and browsers, light and dark. */
export function toHtml(report: Report): string {
	const { title, summary, columns, rows, details } = tidy(report);
	const head = columns
		.map((column) => `<th scope="col" style="${CELL};font-size:12px">${escapeXml(column)}</th>`)
		.join('');
	return [
		'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">',
		`<title>${escapeXml(title)}</title><style>${STYLE}</style></head>`,
		`<body style="margin:0;padding:16px;background:#f6f8fa;color:#1f2328;${FONT}">`,
		'<div class="card" style="max-width:1040px;margin:0 auto;background:#ffffff;border:1px solid #d0d7de;border-radius:8px;padding:22px">',
		`<h1 style="font-size:22px;margin:0 0 4px;overflow-wrap:anywhere">${escapeXml(title)}</h1>`,
		`<p style="margin:0 0 14px">${escapeXml(summary)}</p>`,
		'<div style="overflow-x:auto"><table border="0" cellspacing="0" cellpadding="0" width="100%" style="border-collapse:collapse;width:100%;font-size:14px">',
		`<thead><tr>${head}</tr></thead><tbody>${rows.map(tableRow).join('')}</tbody></table></div>`,
		...details.map(section),
		'</div></body></html>',
	].join('');
}
