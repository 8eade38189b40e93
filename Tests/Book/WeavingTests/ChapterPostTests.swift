// A chapter as a blog post.

import Common
import Foundation
import TestSupport
import Testing

@testable import Weaving

@Suite struct `A post of a chapter` {
    @Test(
        arguments: [
            ("2026-11-28", true), ("2024-02-29", true), ("2026-02-29", false), ("2026-2-9", false),
            ("28.11.2026", false), ("", false),
            ("2026-11-28T10:00", false), ("2026-13-01", false),
        ])
    func `has a day that exists`(_ text: String, _ isDay: Bool) { #expect((PostDay(text) != nil) == isDay) }

    @Test func `has one heading of the first level, its code, outputs and pictures`() throws {
        try withFolder { out in
            let chapter = try doubling(out: out)
            let folder = out.appending(path: "blog")
            let file = try chapter.writePost(into: folder, on: PostDay("2026-11-28")!)
            #expect(
                file.path.hasPrefix(folder.appending(path: "_posts/2026-11-28-").path) && file.pathExtension == "md")
            let text = try String(contentsOf: file, encoding: .utf8)
            var isCode = false
            let headings = text.split(separator: "\n").filter { line in
                if line.hasPrefix("```") { isCode.toggle() }
                return !isCode && line.hasPrefix("# ")
            }
            #expect(headings.count == 1 && text.hasPrefix("# ") && !isCode)
            #expect(text.contains("```swift\n") && text.contains("the seed, doubled: 42") && !text.contains("#hide"))
            let pictures = text.matches(of: #/\]\(/(images/ch98/[^)]+)\)/#).map { String($0.1) }
            #expect(pictures.count == chapter.figureFiles.count && !pictures.isEmpty)
            for picture in pictures {
                #expect(FileManager.default.fileExists(atPath: folder.appending(path: picture).path))
            }
        }
    }
}
