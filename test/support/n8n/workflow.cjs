/** n8n-workflow from the bundle, see environment.mjs. */
module.exports = globalThis.n8nPackages(require).workflow();
