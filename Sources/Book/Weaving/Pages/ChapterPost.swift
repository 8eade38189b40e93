// A chapter as a blog post: one file of Markdown whose name begins with a date, and its pictures beside it, in the
// layout that GitHub Pages and its relatives expect (appendix A of the book, section 20.2).

import Common
import Foundation
import Notebook

/// A day of the calendar, as it stands in the name of a post.
public struct PostDay: Sendable, Equatable, CustomStringConvertible {
    public let description: String

    /// nil unless this is a date that exists, as YYYY-MM-DD.
    public init?(_ text: String) {
        let parser = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
        guard text.wholeMatch(of: #/\d{4}-\d{2}-\d{2}/#) != nil, let date = try? parser.parse(text),
            parser.format(date) == text
        else { return nil }
        description = text
    }

    /// Today, where the reader is.
    public static func today() -> PostDay {
        PostDay(Date.ISO8601FormatStyle(timeZone: .current).year().month().day().format(Date()))!
    }
}

extension WovenChapter {
    /// "2026-11-28-data-ethics.md"
    public func postName(on day: PostDay) -> String {
        let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return "\(day)-\(words.isEmpty ? name : words.joined(separator: "-")).md"
    }

    /// The post: one heading of the first level, text, code and outputs. Pictures are named from the top of the site,
    /// since the address of a post is made of its date and has nothing to do with the folder that its file is in.
    public var post: String {
        var blocks = ["# \(title)"] + (shared.first?.introduction ?? []) + ["*\(report.provenance)*"]
        for section in sections {
            blocks += ["## \(section.page.title)", section.page.promise]
            for block in section.page.story {
                switch block {
                case .heading(let text): blocks.append("### " + text)
                case .prose(let text): blocks.append(text)
                case .cell(let cell):
                    blocks.append(fenced(cell.code, "swift"))
                    blocks += cell.shown.map(posted)
                }
            }
        }
        if let results = report.results() { blocks += ["## What was measured", results] }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private func posted(_ shown: Shown) -> String {
        switch shown {
        case .text(let text): return fenced(text, "text")
        case .table(let caption, let table, let text):
            let title = caption.isEmpty ? "" : "*\(escaped(caption))*\n\n"
            return title + (table.isShort ? table.escapedMarkdown : fenced(text, "text"))
        case .figure(let caption, let file): return "![\(escaped(caption))](/images/\(name)/\(file))"
        }
    }

    /// Writes the post into `_posts` of a folder, and its pictures into `images/chNN`.
    /// - Returns: the post's file.
    public func writePost(into folder: URL, on day: PostDay) throws -> URL {
        let images = folder.appending(path: "images/\(name)")
        try makeFolder(images)
        for file in figureFiles {
            try writeWhole(try readData(figures.appending(path: file)), to: images.appending(path: file))
        }
        let posts = folder.appending(path: "_posts")
        try makeFolder(posts)
        let file = posts.appending(path: postName(on: day))
        try writeWhole(Data(post.utf8), to: file)
        return file
    }
}

/// A text between two lines of backticks, more of them than it has itself.
private func fenced(_ text: String, _ language: String) -> String {
    let longest = text.matches(of: #/`+/#).map(\.output.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\(language)\n\(text)\n\(fence)"
}
