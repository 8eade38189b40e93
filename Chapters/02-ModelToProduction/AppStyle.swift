// How the page looks: one column on a phone, two on a desktop, light or dark as the system is.

let appStyle = #"""
    :root {
      color-scheme: light dark;
      --paper: #f6f4f0; --card: #ffffff; --ink: #1d1b18; --quiet: #5f5a52; --line: #cfc9bf;
      --accent: #1f5f8b; --on-accent: #ffffff; --track: #e4dfd6; --warning: #a3261b;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #171614; --card: #22201d; --ink: #f0ece4; --quiet: #b3aca0; --line: #4a453d;
        --accent: #7cc0ee; --on-accent: #10212d; --track: #3a362f; --warning: #ff9d8f;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; padding: 1rem; max-width: 64rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, sans-serif;
    }
    header p, footer p { color: var(--quiet); margin: 0; }
    h1 { margin: 0 0 .25rem; line-height: 1.2; }
    h2 { margin: 0 0 .75rem; font-size: 1.15rem; }
    main { display: grid; gap: 1rem; margin: 1rem 0; grid-template-columns: minmax(0, 1fr); }
    .card > :last-child, .card > .script > :last-child { margin-bottom: 0; }
    .card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem; min-width: 0; }
    @media (min-width: 48rem) {
      main { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      #answer { grid-column: 1 / -1; }
    }
    .drop {
      border: 2px dashed var(--line); border-radius: .5rem; padding: 1rem; margin-bottom: .75rem; display: grid; gap: .5rem;
      grid-template-columns: minmax(0, 1fr);
    }
    .drop.over { border-color: var(--accent); }
    input[type=file] { width: 100%; min-width: 0; overflow: hidden; font: inherit; color: inherit; }
    ::file-selector-button {
      font: inherit; padding: .5rem 1rem; min-height: 2.75rem; margin-right: .5rem; border-radius: .5rem; cursor: pointer;
      border: 2px solid var(--accent); background: transparent; color: var(--accent);
    }
    .drop p { margin: 0; }
    /* Cameras are in what is touched; on a desktop the second button would do the same as the first. */
    @media not all and (any-pointer: coarse) { .camera { display: none; } }
    @media not all and (any-pointer: fine) { .mouse { display: none; } }
    .quiet { color: var(--quiet); font-size: .9rem; }
    .preview { max-width: 100%; max-height: 12rem; border-radius: .35rem; }
    button {
      font: inherit; font-weight: 600; padding: .65rem 1.25rem; min-height: 2.75rem; border-radius: .5rem; cursor: pointer;
      border: 2px solid var(--accent); background: var(--accent); color: var(--on-accent);
    }
    button.second { background: transparent; color: var(--accent); }
    button[disabled] { opacity: .6; cursor: progress; }
    a { color: var(--accent); }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    #pad {
      width: 100%; max-width: 17.5rem; aspect-ratio: 1; display: block; background: #fff; border: 1px solid var(--line);
      border-radius: .5rem; touch-action: none; cursor: crosshair;
    }
    .verdict { font-size: 1.35rem; font-weight: 700; margin: 0 0 .75rem; overflow-wrap: anywhere; }
    .problem { color: var(--warning); font-weight: 600; margin: 0; overflow-wrap: anywhere; }
    .result { display: grid; gap: 1rem; grid-template-columns: repeat(2, minmax(0, 12rem)); }
    .result figure { margin: 0; }
    .result img { width: 100%; height: auto; display: block; border-radius: .35rem; }
    figcaption { color: var(--quiet); margin-top: .35rem; font-size: .85rem; overflow-wrap: anywhere; }
    .bars { grid-column: 1 / -1; width: 100%; border-collapse: collapse; }
    @media (min-width: 48rem) {
      .result { grid-template-columns: 12rem 12rem 1fr; }
      .bars { grid-column: auto; align-self: start; }
    }
    .bars caption { text-align: left; color: var(--quiet); font-size: .85rem; }
    .bars th, .bars td { text-align: left; padding: .2rem .5rem .2rem 0; font-weight: 500; white-space: nowrap; }
    .bars td:nth-child(2) { text-align: right; font-variant-numeric: tabular-nums; }
    .bars td:last-child { width: 60%; padding-right: 0; }
    .bar { display: block; width: 100%; height: .8rem; }
    .bar rect { fill: var(--accent); }
    .bar .track { fill: var(--track); }
    body:not(.scripted) .script { display: none; }
    @media (prefers-reduced-motion: no-preference) { .drop { transition: border-color .15s; } }

    """#
