// DocC puts everything that is in a code block into a grey box. On a chapter's page that would make code and what it
// showed look alike. So the site's style sheet gets a few more rules: what has no language is an output and is set
// without a box, with a line at its left; and what is too long for the page scrolls in its own box. If DocC ever
// changes its own classes, the rules do nothing.

import Common
import Foundation

private let style = """
    div.code-listing pre > code { font-size: 0.76rem !important; line-height: 1.6 !important; }
    .code-listing[data-syntax] pre { overflow-x: auto !important; }
    .code-listing[data-syntax] pre > code { flex: 1; min-width: max-content; }
    .code-listing[data-syntax] .code-line { display: block; white-space: pre; overflow-wrap: normal; }
    .code-listing:not([data-syntax]) { background: none !important; border-width: 0 0 0 3px !important;
      border-radius: 0 !important; border-color: var(--color-figure-gray-tertiary) !important; margin-top: 0 !important; }
    p + .code-listing:not([data-syntax]) { margin-top: 0.8rem !important; }
    .content figure { margin-top: 0.8rem; }
    .content figure img { background: white; border-radius: 6px; padding: 6px; }
    .content figcaption { font-size: 0.85rem; opacity: 0.8; text-align: center; }
    """

/// Adds our rules to the style sheet that every page loads.
func addStyle(to site: URL) throws {
    let folder = site.appending(path: "css")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasPrefix("index.") {
        let file = folder.appending(path: name)
        try writeWhole(Data((readText(file) + "\n" + style + "\n").utf8), to: file)
    }
}
