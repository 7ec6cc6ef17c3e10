/** How the page looks. */
export const STYLE = `:root { color-scheme: light dark; --line: #8884; --soft: #8881; --quiet: #777; }
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0; }
h1 small { font-size: .8rem; font-weight: normal; color: var(--quiet); margin-left: .5rem; }
h1 + p { margin: .25rem 0 1rem; color: var(--quiet); }
details { border: 1px solid var(--line); border-radius: 8px; padding: .6rem 1rem; margin-bottom: 1.5rem; background: var(--soft); }
summary { font-weight: 600; cursor: pointer; }
details ol { margin: .5rem 0; padding-left: 1.4rem; }
details p { margin: .5rem 0 0; color: var(--quiet); font-size: .9rem; }
article { border: 1px solid var(--line); border-radius: 8px; margin-bottom: 1rem; padding: .8rem 1rem; overflow: hidden; }
article header { display: flex; gap: .6rem; align-items: baseline; }
article h2 { font-size: 1rem; margin: 0; flex: 1; overflow-wrap: anywhere; }
article p { margin: .5rem 0 0; overflow-wrap: anywhere; white-space: pre-wrap; }
article .about, time { color: var(--quiet); font-size: .85rem; margin-top: .1rem; }
.label { font-size: .75rem; font-weight: 600; color: #fff; background: #6b7280; border-radius: 4px; padding: .05rem .45rem; }
.label.email { background: #2563eb; }
.label.slack { background: #7c3aed; }
.label.ticket { background: #b45309; }
pre { background: var(--soft); border-radius: 6px; padding: .6rem .8rem; margin: .5rem 0 0; overflow: auto; max-height: 24rem; font-size: .85rem; }
iframe { display: block; width: 100%; height: 22rem; margin-top: .6rem; border: 1px solid var(--line); border-radius: 6px; background: #fff; resize: vertical; }
.empty { color: var(--quiet); text-align: center; padding: 3rem 0; border: 1px dashed var(--line); border-radius: 8px; }
`;

/** Adds what is new on top and leaves the rest alone, so that nobody loses their place. */
export const SCRIPT = `const list = document.querySelector('main');
const state = document.querySelector('#state');
const entriesOf = (parent) => [...parent.children];
async function refresh() {
	try {
		const answer = await fetch('/', { cache: 'no-store' });
		const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
		const now = entriesOf(page.querySelector('main'));
		const known = new Set(entriesOf(list).map(({ id }) => id));
		const ids = new Set(now.map(({ id }) => id));
		list.prepend(...now.filter(({ id }) => !known.has(id)));
		for (const entry of entriesOf(list)) if (!ids.has(entry.id)) entry.remove();
		state.textContent = 'refreshes by itself';
	} catch {
		state.textContent = 'the demo has ended';
	}
	setTimeout(refresh, 2000);
}
setTimeout(refresh, 2000);
`;
