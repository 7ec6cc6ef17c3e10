import { escapeXml } from '../../../../shared/text/escapeXml';
import { COLORS, stateRules } from './colors';
import { cellText, COLUMN_TITLES, formatTime, type Column } from './columns';
import { summaryParts, totalText, troubled, type Picture } from './picture';
import type { Row } from './row';

/** Mail programs read styles of elements; only those that know media queries read this, for the dark scheme. */
const STYLE = `:root{color-scheme:light dark;supported-color-schemes:light dark}@media(prefers-color-scheme:dark){.page,.card{background:#0d1117!important}.card{border-color:#3d444d!important}.text{color:#f0f6fc!important}.muted{color:#9198a1!important}.cell{border-color:#3d444d!important}.track{background:#30363d!important}.alert{background:#2d1513!important;border-color:#ff8a80!important}${stateRules('ink', 'color', 'dark')}${stateRules('bar', 'background', 'dark')}}`;

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const TEXT = 'color:#1f2328';
const MUTED = 'color:#57606a';
const CELL = 'padding:8px 10px;border-bottom:1px solid #d0d7de;text-align:left;vertical-align:top';

function bar({ progress, state, name }: Row): string {
	if (progress === null) return `<span class="muted" style="${MUTED}">–</span>`;
	const percent = Math.min(100, Math.max(0, Math.round(progress)));
	return [
		`<div role="progressbar" aria-label="${escapeXml(`Progress of ${name}`)}" aria-valuenow="${percent}" aria-valuemin="0" aria-valuemax="100">`,
		`<span class="text" style="${TEXT};font-size:13px">${percent} %</span>`,
		`<div class="track" style="background:#eaeef2;border-radius:4px;height:8px;width:120px;margin-top:3px">`,
		`<div class="bar-${state}" style="background:${COLORS[state].light};border-radius:4px;height:8px;width:${percent}%"></div>`,
		'</div></div>',
	].join('');
}

function cell(row: Row, column: Column, { timeZone }: Picture): string {
	if (column === 'progress') return `<td class="cell" style="${CELL}">${bar(row)}</td>`;
	const text = escapeXml(cellText(row, column, timeZone));
	if (column === 'status') {
		return `<td class="cell ink-${row.state}" style="${CELL};color:${COLORS[row.state].light};font-weight:600">${text}</td>`;
	}
	if (column === 'name') {
		return `<th scope="row" class="cell text" style="${CELL};${TEXT};font-weight:600">${text}</th>`;
	}
	return `<td class="cell text" style="${CELL};${TEXT}">${text}</td>`;
}

function table(picture: Picture): string {
	const { columns, rows } = picture;
	if (rows.length === 0) return '';
	const head = columns
		.map(
			(column) =>
				`<th scope="col" class="cell muted" style="${CELL};${MUTED};font-size:12px;font-weight:600">${escapeXml(COLUMN_TITLES[column])}</th>`,
		)
		.join('');
	const body = rows
		.map((row) => `<tr>${columns.map((column) => cell(row, column, picture)).join('')}</tr>`)
		.join('');
	return `<table role="table" cellspacing="0" cellpadding="0" style="border-collapse:collapse;width:100%;font-size:14px"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function alerts(picture: Picture): string {
	const rows = troubled(picture);
	if (rows.length === 0) return '';
	const entries = rows
		.map((row) => {
			const reason = escapeXml(cellText(row, 'reason', picture.timeZone));
			return [
				`<li style="margin:6px 0"><strong class="text" style="${TEXT}">${escapeXml(row.name)}</strong> `,
				`<span class="ink-${row.state}" style="color:${COLORS[row.state].light}">${escapeXml(row.statusText)}</span>`,
				`<br><span class="text" style="${TEXT}">${reason}</span>`,
				`<br><span class="muted" style="${MUTED}">${escapeXml(row.nextStep)}</span></li>`,
			].join('');
		})
		.join('');
	return `<div class="alert" style="background:#fff1f0;border-left:4px solid #b42318;border-radius:4px;padding:10px 14px;margin:0 0 18px"><h2 class="text" style="${TEXT};font-size:16px;margin:0">Needs attention</h2><ul style="margin:6px 0 0;padding-left:18px">${entries}</ul></div>`;
}

function chips(picture: Picture): string {
	return summaryParts(picture)
		.map(
			({ state, count, words }) =>
				`<span class="ink-${state}" style="color:${COLORS[state].light};font-weight:600;white-space:nowrap;margin-right:16px">${count} ${escapeXml(words)}</span>`,
		)
		.join(' ');
}

/** @returns the report as a page that needs nothing else, for mail programs and browsers, light and dark. */
export function toHtml(picture: Picture): string {
	const title = escapeXml(picture.title);
	const time = escapeXml(
		`${formatTime(picture.generatedAt, picture.timeZone)} (${picture.timeZone})`,
	);
	return [
		'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width,initial-scale=1">',
		'<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
		`<title>${title}</title><style>${STYLE}</style></head>`,
		`<body class="page" style="margin:0;background:#f6f8fa;${FONT}">`,
		`<div class="card" style="background:#ffffff;border:1px solid #d0d7de;border-radius:8px;max-width:1040px;margin:16px auto;padding:22px">`,
		`<h1 class="text" style="${TEXT};font-size:22px;margin:0 0 4px">${title}</h1>`,
		`<p class="muted" style="${MUTED};margin:0 0 14px;font-size:13px">${escapeXml(totalText(picture))} · ${time}</p>`,
		`<p style="margin:0 0 18px;font-size:15px">${chips(picture)}</p>`,
		alerts(picture),
		table(picture),
		'</div></body></html>',
	].join('');
}
