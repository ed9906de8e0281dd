/** The style of the first page, light or dark as the reader's system is. */
export const homeStyle = `
:root { color-scheme: light dark; --ink: #23213a; --soft: #65627f; --paper: #fbfafd; --card: #fff; --line: #e4e1ef; --mark: #5b4bc4; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceaf6; --soft: #a5a1bd; --paper: #16151f; --card: #201e2d; --line: #35324a; --mark: #a99cf5; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.55 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 4rem 1.5rem; }
header { display: flex; align-items: center; gap: .9rem; }
header svg { width: 3rem; height: 3rem; flex: none; }
h1 { margin: 0; font-size: 2.1rem; line-height: 1.15; letter-spacing: -.02em; }
h2 { margin: 2.75rem 0 .75rem; font-size: 1.05rem; }
p { margin: .4rem 0; color: var(--soft); }
header p { margin: 0; }
a { color: var(--mark); text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; border-radius: 4px; }
ul { margin: 0; padding: 0; list-style: none; }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: .75rem; }
.counts li { padding: .8rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px; color: var(--soft); font-size: .9rem; }
.counts + p { margin-top: .9rem; font-size: .9rem; }
.counts b { display: block; color: var(--ink); font-size: 1.55rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
.questions a { display: block; margin-bottom: .6rem; padding: .8rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px; color: var(--ink); text-decoration: none; }
.questions a:hover { border-color: var(--mark); }
.questions a::after { content: " →"; color: var(--mark); }
.links li { margin: .35rem 0; color: var(--soft); }
`;
