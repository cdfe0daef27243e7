/** Where what the engine makes of one of main's files lies: beside it, put there by scripts/code-cache.ts. */
export const cacheFileOf = (file: string): string => `${file}.cache`;

/** A file's code as Node wraps it to run it; its cache is of the whole. */
export const wrapped = (code: string): string =>
  `(function (exports, require, module, __filename, __dirname) { ${code}\n});`;
