// # A post that is right
//
// Section 20.2 · After this page you can write a post in Markdown, check it by rules, and know what becomes of its
// marks.

import Figures
import Foundation
import Notebook

// Writing about what one does is the best way to find out whether one has understood it. It needs a place. Platforms
// show ads and keep what you write; a server of one's own takes weeks. The book's advice is GitHub Pages, a service
// that makes a site of files that you keep in a repository. The official way there has 17 steps. The authors made a
// template, `fast_template`, with which it takes about five minutes, in a browser: the repository must be named after
// you, exactly `name.github.io`, and whatever you change there is on the site a minute or two later. Nothing changes
// before you press *commit*, not even when you have pressed the bin.
//
// We cannot press any buttons here. But a post is a file, and what makes it a right one can be checked before it is
// sent away. It has a name with a date, `2020-01-14-welcome.md`. `PostName` takes it apart:

/// The name of a post's file: a date, and words.
public struct PostName: Sendable, Equatable {
    public let year: Int, month: Int, day: Int, words: String

    /// nil for a name that is not of the form YYYY-MM-DD-words.md, or whose date is none.
    public init?(_ file: String) {
        guard let found = file.wholeMatch(of: #/(\d{4})-(\d{2})-(\d{2})-(.+)\.md/#) else { return nil }
        (year, month, day) = (Int(found.1)!, Int(found.2)!, Int(found.3)!)
        words = String(found.4)
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...12).contains(month), (1...days[month - 1]).contains(day) else { return nil }
    }
}

extension WhatNext {
    func nameOfAPost() {
        let names = [
            "2020-01-14-welcome.md", "2020-1-14-welcome.md", "2021-02-29-leap.md", "2020-01-14.md",
            "welcome-2020-01-14.md",
            "2020-01-14-welcome.txt",
        ]
        let table = TextTable(["file", "a post"], rows: names.map { [$0, PostName($0) == nil ? "no" : "yes"] })
        show(
            table, "Names of files",
            predict: .count(
                "Only names of the form YYYY-MM-DD-words.md with a date that exists. How many of these six?", 1))
    }
}

// Its first line is a heading of the first level, `# `, and it is the only one. `problems` lists what is wrong:

/// What is wrong with a post, in words; empty if nothing is.
public func problems(ofPost text: String, named file: String) -> [String] {
    var found: [String] = []
    if PostName(file) == nil { found.append("the name is not YYYY-MM-DD-words.md with a real date") }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if !(lines.first?.hasPrefix("# ") ?? false) { found.append("the first line is no heading: “# ” and a title") }
    var (isCode, headings) = (false, 0)
    for line in lines {
        if line.hasPrefix("```") { isCode.toggle() } else if !isCode, line.hasPrefix("# ") { headings += 1 }
    }
    if headings > 1 { found.append("\(headings) headings of the first level; one is right") }
    if isCode { found.append("a block of code has no end") }
    return found
}

extension WhatNext {
    func beginningOfAPost() {
        let posts = [
            ("2026-11-28-birds.md", "# Birds\n\nI trained a net.\n\n## What went wrong\n\nMuch."),
            ("2026-11-28-birds.md", "I trained a net.\n\n# Birds"), ("birds.md", "# Birds\n\n# More birds"),
            ("2026-11-28-code.md", "# Code\n\n```\n# a comment\n```"),
        ]
        var table = TextTable(["file", "begins with", "what is wrong"])
        for (file, text) in posts {
            let wrong = problems(ofPost: text, named: file)
            table.add(
                file, String(text.prefix { $0 != "\n" }), wrong.isEmpty ? "nothing" : wrong.joined(separator: "; "))
        }
        show(
            table, "Four posts",
            predict: .yesNo(
                "The last post has a line “# a comment” inside of a block of code. Does it count as a second heading?",
                false))
    }
}

// Markdown is text that can be read as it is, and turned into HTML, which browsers show. The whole of it has many
// rules; these are the ones that a post of the book needs: headings, *italics* and **bold**, links and pictures, code,
// bullets. `inlineHTML` turns the marks within a line, and `html` whole lines. Signs that mean something in HTML are
// written differently first, so that nobody's text becomes a program:

/// The marks within a line as HTML. What is in `…` stays as it is.
public func inlineHTML(_ line: String) -> String {
    let parts = line.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().map { place, part in
        let text = String(part).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        // Behind a ` that is never closed there is no code.
        if place % 2 == 1 { return place + 1 < parts.count ? "<code>\(text)</code>" : "`" + text }
        return text.replacing(#/!\[([^\]]*)\]\(([^)\s"]+)\)/#) { "<img src=\"\($0.2)\" alt=\"\($0.1)\">" }
            .replacing(#/\[([^\]]+)\]\(([^)\s"]+)\)/#) { "<a href=\"\($0.2)\">\($0.1)</a>" }
            .replacing(#/\*\*([^*]+)\*\*/#) { "<strong>\($0.1)</strong>" }
            .replacing(#/\*([^*]+)\*/#) { "<em>\($0.1)</em>" }
    }.joined()
}

/// A post as HTML: headings of three levels, bullets, code and paragraphs.
public func html(_ text: String) -> String {
    var (blocks, paragraph, bullets, code) = ([String](), [String](), [String](), [String]?.none)
    func end() {
        if !paragraph.isEmpty { blocks.append("<p>\(paragraph.joined(separator: "\n"))</p>") }
        if !bullets.isEmpty { blocks.append("<ul>\n\(bullets.joined(separator: "\n"))\n</ul>") }
        (paragraph, bullets) = ([], [])
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init) {
        if line.hasPrefix("```") {
            end()
            if let lines = code { blocks.append("<pre>\(lines.joined(separator: "\n"))</pre>") }
            code = code == nil ? [] : nil
        } else if code != nil {
            code!.append(line.replacing("&", with: "&amp;").replacing("<", with: "&lt;"))
        } else if let heading = line.wholeMatch(of: #/(#{1,3}) (.+)/#) {
            end()
            blocks.append("<h\(heading.1.count)>\(inlineHTML(String(heading.2)))</h\(heading.1.count)>")
        } else if line.hasPrefix("- ") {
            if bullets.isEmpty { end() }
            bullets.append("<li>\(inlineHTML(String(line.dropFirst(2))))</li>")
        } else if line.allSatisfy(\.isWhitespace) {
            end()
        } else {
            if !bullets.isEmpty { end() }
            paragraph.append(inlineHTML(line))
        }
    }
    end()
    return blocks.joined(separator: "\n")
}

extension WhatNext {
    func linesToHTML() {
        let post =
            "# Birds\n\nA net with *two* layers, 5 < 6, see [the page](https://example.org):\n\n- `x * y * z`\n- **done**"
        show(post, "a post")
        show(
            html(post), "the same as HTML",
            predict: .choice(
                "The stars of `x * y * z` are in code. What becomes of them?", ["italics", "they stay as they are"],
                answer: "they stay as they are"))
    }
}
