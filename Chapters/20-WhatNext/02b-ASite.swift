// # A site of posts
//
// Section 20.2 · After this page you can read the settings of a site, list its posts, and make a post of a chapter.

import Figures
import Foundation
import Notebook

// The template has a file of settings, `_config.yml`: a key, a colon, a space, a value. Keep what is before the colon,
// and put your own after it. What goes wrong most often is the space. `siteSettings` reads such a file and says which
// lines are no settings (an email address is optional, and whatever you put there is public):

/// The settings of a site, and the lines that are none, with their numbers.
public func siteSettings(_ text: String) -> (values: [String: String], problems: [String]) {
    var (values, problems) = ([String: String](), [String]())
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
        let bare = line.trimmingCharacters(in: .whitespaces)
        if bare.isEmpty || bare.hasPrefix("#") { continue }
        guard let colon = bare.firstIndex(of: ":") else {
            problems.append("line \(number + 1): there is no colon")
            continue
        }
        let (key, rest) = (String(bare[..<colon]), bare[bare.index(after: colon)...])
        if !rest.isEmpty, !rest.hasPrefix(" ") { problems.append("line \(number + 1): no space after “\(key):”") }
        if values[key] != nil { problems.append("line \(number + 1): “\(key)” is there twice") }
        values[key] = rest.trimmingCharacters(in: .whitespaces)
    }
    for key in ["title", "description", "github_username"] where (values[key] ?? "").isEmpty {
        problems.append("“\(key)” is missing")
    }
    return (values, problems)
}

extension WhatNext {
    func settingsOfASite() {
        let text = "# my site\ntitle: Birds and nets\ndescription:What I try\ngithub_username: somebody\nemail:"
        let (values, problems) = siteSettings(text)
        show(text, "a file of settings")
        show(
            problems, "what is wrong with it",
            predict: .count("Look at the lines. How many of them are wrong?", problems.count))
        show(values.keys.sorted(), "keys")
    }
}

// The home page lists all posts, the newest first. Their names are enough for that:

/// Lines of a home page in Markdown, the newest post first; files that are no posts are left out.
public func homePageLines(_ files: [String]) -> [String] {
    files.compactMap { file in PostName(file).map { (file: file, name: $0) } }
        .sorted {
            ($0.name.year, $0.name.month, $0.name.day, $0.file) > ($1.name.year, $1.name.month, $1.name.day, $1.file)
        }
        .map { "- [\($0.name.words.replacing("-", with: " "))](_posts/\($0.file))" }
}

extension WhatNext {
    func homePage() {
        let files = ["2020-01-14-welcome.md", "notes.md", "2026-11-28-birds-and-nets.md", "2021-03-02-a-first-net.md"]
        show(homePageLines(files).joined(separator: "\n"), "the home page")
        // Pictures lie in a folder `images`, and a line shows one: `![a bird on a wire](/images/bird.png)`. What stands
        // in square brackets is read aloud to those who cannot see it.
    }
}

// A notebook can be a post as well, with its text, its code and its outputs. (The book's second template for that is
// `fastpages`.) Two habits come with it. A cell that begins with a hash sign and the word hide (`hideMark`) stays out,
// as nobody wants to read fifty lines of imports. And the last value of a cell is shown by itself, so there is no need
// to print it: each word that is not needed makes a reader work. The pages of this book are made like that. A page is a
// Swift file: comments are text, code is code, and what `show` shows is output. `postBlocks` does it for a small page,
// `Block` by `Block`:

/// What begins a cell that is left out of a post.
public let hideMark = "// #" + "hide"

/// A part of a post.
public enum Block: Sendable, Equatable {
    case prose(String), code(String), output(String)
}

/// A page's text and code as parts of a post, with what each cell has shown. Cells whose first line is `hideMark` are
/// left out, together with their outputs.
/// - Parameter outputs: what each cell has shown, by its number from 0.
public func postBlocks(_ page: String, outputs: [Int: String]) -> [Block] {
    var (blocks, cell) = ([Block](), 0)
    for part in page.replacing("\r\n", with: "\n").components(separatedBy: "\n\n") {
        let lines = part.split(separator: "\n").map(String.init)
        if lines.allSatisfy({ $0.hasPrefix("//") && $0 != hideMark }) {
            blocks.append(
                .prose(lines.map { $0.dropFirst(2).trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")))
        } else {
            if lines.first != hideMark {
                blocks.append(.code(part))
                if let output = outputs[cell] { blocks.append(.output(output)) }
            }
            cell += 1
        }
    }
    return blocks
}

extension WhatNext {
    func pageToPost() {
        let page = "// # Sums\n\n\(hideMark)\nimport Foundation\n\n// A sum of two numbers:\n\nlet sum = 1 + 2\nsum"
        let blocks = postBlocks(page, outputs: [1: "3"])
        let kinds = blocks.map { block in
            switch block {
            case .prose: "prose"
            case .code: "code"
            case .output: "output"
            }
        }
        show(page, "a page")
        show(
            kinds.joined(separator: ", "), "its post",
            predict: .count(
                "Text, a hidden cell, text, a cell that shows 3. How many parts has the post?", blocks.count))
        // The real thing is a command. `swift run book post ch04` takes a chapter that has run, and writes a post of it
        // with today's date in its name into `_posts`, and its pictures into `images`. Copy both into your repository.
        // (Its pictures are named from the top of the site, `/images/…`, as a post has another address than its file.)
    }
}
