/** The report's look: it is one file, so its style travels in it. Printed, everything is open. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ok: light-dark(#1c6b3f, #7ccf9f); --bad: light-dark(#a3271f, #ff9a8f); --line: light-dark(#dcd6cc, #3b352e); --quiet: light-dark(#62594d, #b3a898); }
* { box-sizing: border-box; }
body { margin: 0; font: 14px/1.5 system-ui, sans-serif; background: light-dark(#fdfbf7, #15120f); color: light-dark(#211c16, #f2ece3); }
main { max-width: 1000px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { margin: 0; font-size: 24px; }
.summary { margin: 4px 0 0; font-size: 17px; font-weight: 600; }
.facts { margin: 4px 0 24px; color: var(--quiet); }
.ok { color: var(--ok); } .bad { color: var(--bad); }
details { border-top: 1px solid var(--line); }
details:last-of-type { border-bottom: 1px solid var(--line); }
summary { display: grid; grid-template-columns: 10em 13em 1fr auto; gap: 4px 16px; padding: 10px 4px; cursor: pointer; }
.status { font-weight: 600; white-space: nowrap; } .passed .status { color: var(--ok); } .failed .status { color: var(--bad); }
.expected, .ms { color: var(--quiet); } .ms { font-variant-numeric: tabular-nums; }
table { width: 100%; table-layout: fixed; margin: 0 0 16px; border-collapse: collapse; font-size: 13px; }
th { text-align: left; font-weight: 600; color: var(--quiet); }
th, td { padding: 4px 8px 4px 4px; border-bottom: 1px solid var(--line); vertical-align: top; color: inherit; }
tr.ok, tr.bad { color: inherit; } .ok .mark { color: var(--ok); } .bad .mark { color: var(--bad); font-weight: 600; }
code { font: 12px ui-monospace, monospace; overflow-wrap: anywhere; }
@media (max-width: 700px) { summary { grid-template-columns: 1fr auto; } .expected { grid-column: 1 / -1; } }
@media print { body { background: none; } details::details-content { content-visibility: visible; block-size: auto; } details { break-inside: avoid; } main { padding: 0; max-width: none; } }
`;
