// The one style sheet of the pages.

export const STYLE = `
:root { --bar: #2d3e50; --line: #d6dce3; --head: #eef2f6; --link: #1c5fa8; --mute: #66727f; color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; font: 14px/1.45 system-ui, "Segoe UI", Roboto, sans-serif; color: #1d2733; background: #f7f9fb; }
header { background: var(--bar); color: #fff; padding: 0 20px; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 18px; min-height: 46px; font-size: 13.5px; }
header a { color: #dfe8f1; text-decoration: none; padding: 6px 0; }
header a:hover, header a[aria-current] { color: #fff; box-shadow: inset 0 -2px 0 #fff; }
header nav { display: flex; flex-wrap: wrap; gap: 0 16px; }
header .brand { font-weight: 650; color: #fff; }
header .clock { margin-left: auto; font-size: 12.5px; font-variant-numeric: tabular-nums; color: #c4d0dc; }
main { padding: 16px 20px 48px; max-width: 1500px; }
h1 { font-size: 21px; margin: 2px 0 12px; font-weight: 600; }
h1 small { color: var(--mute); font-weight: 400; font-size: 14px; display: block; }
h2 { font-size: 15px; margin: 26px 0 8px; font-weight: 600; }
a { color: var(--link); }
.wide { overflow-x: auto; background: #fff; border: 1px solid var(--line); border-radius: 4px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 6px 10px; border-bottom: 1px solid var(--line); vertical-align: top; white-space: nowrap; }
td.text { white-space: normal; min-width: 220px; overflow-wrap: anywhere; }
tr:last-child > td { border-bottom: 0; }
th { background: var(--head); font-weight: 600; font-size: 12px; color: #3d4a57; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
dl.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(250px, 1fr)); gap: 10px 22px; background: #fff; border: 1px solid var(--line); border-radius: 4px; padding: 14px; margin: 0; }
dl.fields dt { font-size: 12px; color: var(--mute); }
dl.fields dd { margin: 0; overflow-wrap: anywhere; }
.status { display: inline-block; padding: 1px 9px; border-radius: 10px; background: #e3e9ef; font-size: 12px; white-space: nowrap; }
.good { background: #d8efdd; color: #14532d; } .bad { background: #fbdcdc; color: #8a1c1c; } .busy { background: #fdedc8; color: #7a4d00; }
.mute { color: var(--mute); } .empty { padding: 18px; color: var(--mute); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(270px, 1fr)); gap: 14px; align-items: start; }
.card { background: #fff; border: 1px solid var(--line); border-radius: 4px; padding: 12px 14px; }
.card h2 { margin-top: 0; } .card ul { list-style: none; margin: 0; padding: 0; }
.card li { display: flex; justify-content: space-between; gap: 10px; padding: 2px 0; }
form { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 0 0 10px; }
td form { margin: 0; }
input, select, button { font: inherit; padding: 4px 8px; border: 1px solid #b8c2cc; border-radius: 4px; background: #fff; }
button { background: #1c5fa8; border-color: #1c5fa8; color: #fff; cursor: pointer; } button.plain { background: #fff; color: var(--link); }
button:disabled { opacity: .5; cursor: default; }
pre { background: #fff; border: 1px solid var(--line); border-radius: 4px; padding: 10px; overflow-x: auto; margin: 0; font-size: 12.5px; }
.notice { padding: 8px 12px; border-radius: 4px; background: #e7f0fa; margin-bottom: 12px; } .notice.bad { background: #fbdcdc; }
.wide + form { margin-top: 10px; }
.pages { display: flex; gap: 14px; margin: 10px 0; align-items: center; }
@media (max-width: 640px) { main { padding: 12px; } header { padding: 4px 12px; } header .clock { margin-left: 0; } }
`;
