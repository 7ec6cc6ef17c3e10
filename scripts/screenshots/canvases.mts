import type { WorkflowReference } from '../../demo/lib/workflows.mts';
import { USUAL, type Studio } from './studio.mts';

/** Takes the canvas of every example workflow, without the checklist that n8n lays over published ones. */
export async function takeCanvases({ demo, page, editor, attempt, take }: Studio): Promise<void> {
	await page.setViewportSize(USUAL);
	for (const [file, id] of Object.entries(demo.workflows)) {
		await attempt(file, async () => {
			const workflow = await demo.api.call<WorkflowReference>('GET', `/rest/workflows/${id}`);
			await editor.open(id);
			if (workflow.activeVersionId) await editor.closeChecklist();
			await editor.fitView();
			await take(`canvas ${file}`);
		});
	}
}
