// What the browser shows of a folder that is being cleaned: plain forms, which work with a keyboard, with a screen
// reader, on a phone, and without a line of JavaScript.

import Common
import Foundation
import Vision

/// The page of one kind: photos, the worst first, with a choice below each.
struct CleaningPage {
    static let photosPerPage = 24

    let session: CleaningSession
    let kind: String, number: Int
    /// Forms must send it back: other sites do not know it.
    let token: String
    /// What has just been done.
    var message = ""

    private var places: [Int] { session.cleaner.worst(kind).filter(session.isThere) }
    private var pages: Int { max(1, (places.count + Self.photosPerPage - 1) / Self.photosPerPage) }

    var html: String {
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(escaped(kind)): cleaning photos</title><link rel="stylesheet" href="/style.css"></head><body>
        <header><h1>Which labels are wrong?</h1>
        <p>The photos of one kind, the largest loss first. Marks are kept in the folder; no photo moves before you say so.</p>
        <nav aria-label="Kinds">\(session.cleaner.categories.map(link).joined(separator: " "))</nav>
        <p role="status">\(escaped(message.isEmpty ? "Marked so far: \(session.summary)." : message))</p></header>
        <main><form method="post" action="/mark">\(hidden)
        <div class="photos">\(shown.map(choice).joined())</div>
        <p><button>Keep these marks</button> page \(number + 1) of \(pages) \(neighbours)</p></form>
        <form method="post" action="/apply">\(hidden)<button>Move the photos now: \(escaped(session.summary))</button></form>
        <form method="post" action="/undo">\(hidden)<button>Take the last move back</button></form></main></body></html>
        """
    }

    private var shown: [Int] { Array(places.dropFirst(number * Self.photosPerPage).prefix(Self.photosPerPage)) }

    private var hidden: String {
        [("token", token), ("kind", kind), ("page", "\(number)")].map {
            "<input type=\"hidden\" name=\"\($0)\" value=\"\(escaped($1))\">"
        }.joined()
    }

    private func link(_ other: String) -> String {
        let count = session.cleaner.worst(other).count(where: session.isThere)
        let current = other == kind ? " aria-current=\"page\"" : ""
        return "<a href=\"\(address(other, 0))\"\(current)>\(escaped(other)) (\(count))</a>"
    }

    private var neighbours: String {
        [(number - 1, "earlier"), (number + 1, "later")].filter { (0..<pages).contains($0.0) }.map {
            "<a href=\"\(address(kind, $0))\">\($1)</a>"
        }.joined(separator: " ")
    }

    private func address(_ kind: String, _ number: Int) -> String {
        let letters = CharacterSet.alphanumerics
        return "/?kind=\(kind.addingPercentEncoding(withAllowedCharacters: letters) ?? "")&amp;page=\(number)"
    }

    private func choice(_ place: Int) -> String {
        let item = session.cleaner.items[place]
        let mark = session.cleaner.marks[place] ?? .keep
        let name = escaped(session.path(place))
        let others = session.cleaner.categories.filter { $0 != item.actual }
        let choices: [(mark: CleaningMark, value: String, words: String)] =
            [(.keep, "keep", "keep"), (.delete, "delete", "delete")]
            + others.map { (.change(to: $0), "to:\($0)", "is \($0)") }
        let buttons = choices.map { choice in
            "<label><input type=\"radio\" name=\"m\(place)\" value=\"\(escaped(choice.value))\""
                + (choice.mark == mark ? " checked" : "") + "> \(escaped(choice.words))</label>"
        }.joined()
        return """
            <fieldset><legend>\(name)</legend><img src="/photo?place=\(place)" alt="" loading="lazy">
            <p>The net says <strong>\(escaped(item.predicted))</strong>, \(percent(item.probability)) sure; \
            loss \(String(format: "%.2f", item.loss))</p>\(buttons)</fieldset>
            """
    }

    static let style = """
        :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
        body { margin: 0 auto; max-width: 75rem; padding: 1rem; }
        nav a { display: inline-block; padding: .5rem .75rem; } [aria-current] { font-weight: bold; }
        .photos { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); }
        fieldset { border: 1px solid GrayText; border-radius: .5rem; min-width: 0; overflow-wrap: anywhere; }
        img { display: block; width: 100%; height: 12rem; object-fit: contain; }
        label { display: inline-block; padding: .35rem .75rem .35rem 0; }
        button { font: inherit; padding: .6rem 1rem; margin: .25rem 0; }
        :focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
        """
}

/// A text as a part of a page: nothing in it is taken for a tag.
func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
}
