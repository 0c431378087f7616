// Turns every NAME.tex of this folder into NAME.svg: `npm ci && node render.mjs`.
// The same sources give the same bytes; an SVG without a source is removed.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { liteAdaptor } from 'mathjax-full/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from 'mathjax-full/js/handlers/html.js';
import { AllPackages } from 'mathjax-full/js/input/tex/AllPackages.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import { mathjax } from 'mathjax-full/js/mathjax.js';
import { SVG } from 'mathjax-full/js/output/svg.js';

const pixelsPerEm = 17;
const unitsPerEm = 1000; // of MathJax's viewBox

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const page = mathjax.document('', {
  InputJax: new TeX({
    packages: AllPackages.filter((name) => name !== 'noundefined' && name !== 'noerrors'),
    formatError: (_, error) => { throw error; },
  }),
  // Every glyph as a path of its own: SVG Tiny has no references between symbols.
  OutputJax: new SVG({ fontCache: 'none' }),
});

function pathsOf(source) {
  const svg = adaptor.innerHTML(page.convert(source, { display: true }));
  const forbidden = svg.match(/<(use|text|foreignObject|style)\b/) ?? svg.slice(1).match(/<svg\b/);
  if (forbidden) throw new Error(`the SVG has ${forbidden[0]}>, which SVG Tiny does not draw`);
  return svg
    .replace(/ data-mml-node="[^"]*"| data-c="[^"]*"| data-mjx-texclass="[^"]*"/g, '')
    .replace(/ style="[^"]*"| role="img"| focusable="false"/g, '')
    .replace(/ xmlns:xlink="[^"]*"/, '');
}

function withSizeInPixels(svg, source) {
  const [, left, top, width, height] = svg.match(/viewBox="(\S+) (\S+) (\S+) (\S+)"/);
  const pixels = (units) => (units * pixelsPerEm / unitsPerEm).toFixed(3);
  const hash = createHash('sha256').update(source).digest('hex');
  return svg.replace(/<svg[^>]*>/,
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels(width)}" height="${pixels(height)}" ` +
    `viewBox="${left} ${top} ${width} ${height}" data-source-sha256="${hash}">`) + '\n';
}

const folder = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(folder).sort();
const names = files.filter((file) => file.endsWith('.tex')).map((file) => file.slice(0, -4));
for (const file of files.filter((file) => file.endsWith('.svg')))
  if (!names.includes(file.slice(0, -4))) rmSync(folder + file);
for (const name of names) {
  const source = readFileSync(`${folder}${name}.tex`, 'utf8');
  try {
    writeFileSync(`${folder}${name}.svg`, withSizeInPixels(pathsOf(source.trim()), source));
  } catch (error) {
    console.error(`${name}.tex: ${error.message}`);
    process.exitCode = 1;
  }
}
console.log(`${names.length} formulas`);
