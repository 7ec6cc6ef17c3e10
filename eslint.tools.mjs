// The rules for what is not published: simulator, demo, scripts and tests (.mts).
// The published code (.ts) keeps n8n's own rules, see eslint.config.mjs.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
	{ ignores: ['**/node_modules/', 'dist/', 'demo/home/', '**/*.ts', '**/*.js'] },
	js.configs.recommended,
	...tseslint.configs.recommended,
	{
		files: ['**/*.mts'],
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
			],
		},
	},
	{
		files: ['**/*.cjs'],
		rules: { 'no-undef': 'off', '@typescript-eslint/no-require-imports': 'off' },
	},
);
