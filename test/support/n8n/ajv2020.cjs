/** Ajv from the bundle, see environment.mjs. */
module.exports = globalThis.n8nPackages(require).ajv2020();
