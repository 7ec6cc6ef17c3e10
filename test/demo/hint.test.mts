import { showHint, TOUR } from '../../demo/lib/tour.mts';

it('says first what to look at, and how to sign in', () => {
	const lines: string[] = [];
	showHint((line) => lines.push(...line.split('\n')), {
		n8nUrl: 'http://127.0.0.1:5678',
		login: { email: 'owner@example.test', password: 'Sample-1' },
		workflows: { [TOUR.workflow]: 'w1' },
		logFile: '/tmp/n8n.log',
		simulator: { url: 'http://127.0.0.1:8085' },
		inbox: { url: 'http://127.0.0.1:8086' },
	});
	const [first, run, login, inbox] = lines.filter((line) => line !== '');
	expect(first).toBe('Look at first:');
	expect(run).toContain('http://127.0.0.1:5678/workflow/w1/executions');
	expect(login).toMatch(/owner@example\.test .*Sample-1$/);
	expect(inbox).toContain('http://127.0.0.1:8086');
	expect(lines.at(-1)).toBe('Ctrl-C ends everything.');
});
