/** The printed page's looks, with the colours of the app's light theme. `font` is the address of the app's own font. */
export const kitPageStyle = (font: string): string => `
@font-face { font-family: Inter; font-weight: 100 900; src: url(${font}) format('woff2'); }
@page { size: A4; margin: 17mm 20mm 15mm; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { print-color-adjust: exact; background: #fff; color: #241c16;
  font: 400 10.5pt/1.5 Inter, system-ui, sans-serif; font-feature-settings: 'cv11', 'ss03'; }
header { display: flex; justify-content: space-between; color: #6a5f57; font-size: 9.5pt; }
header strong { color: #241c16; font-weight: 600; }
h1 { margin-top: 11mm; font-size: 25pt; line-height: 1.2; font-weight: 600; letter-spacing: -0.015em; }
h2 { font-size: 10.5pt; font-weight: 600; }
.lead { margin-top: 3mm; max-width: 145mm; color: #6a5f57; font-size: 12pt; }
svg.ribbon { display: block; width: 100%; height: 42mm; margin-top: 5mm; }
.right { fill: url(#glow); stroke: #e0593f; }
.left { fill: url(#hatch); stroke: #24407e; }
.key { display: grid; grid-template-columns: 52mm 1fr; gap: 10mm; align-items: center;
  margin-top: 7mm; padding: 6mm 0; border-block: 0.3mm solid #ddd6cf; }
.key svg { display: block; width: 52mm; height: 52mm; margin-left: -5mm; }
.groups { display: grid; grid-template-columns: repeat(4, auto); justify-content: start;
  gap: 1.5mm 6.5mm; margin: 2mm 0 6mm; list-style: none;
  font: 500 18pt/1.4 ui-monospace, 'SF Mono', Consolas, 'DejaVu Sans Mono', monospace; }
.exact { font: 400 9.5pt/1.5 ui-monospace, 'SF Mono', Consolas, 'DejaVu Sans Mono', monospace; white-space: nowrap; }
.quiet { color: #6a5f57; font-size: 9.5pt; }
.secret { margin-top: 7mm; padding-left: 5mm; border-left: 1mm solid #6b2352; }
.use { margin-top: 7mm; }
.use ol { margin: 1.5mm 0 3mm; padding-left: 5mm; }
.use li + li { margin-top: 1mm; }
`;
