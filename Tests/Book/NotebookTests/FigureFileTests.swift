import Foundation
import Testing

@testable import Notebook

@Suite struct `Figure files` {
    @Test(arguments: [
        ("The ideal 3", "the-ideal-3"), ("  x² – or: où, Ärger?  ", "x2-or-ou-arger"), ("", ""), ("数字", ""),
        ("a/../b\\c", "a-b-c"),
    ])
    func `a caption becomes a slug`(_ caption: String, _ expected: String) {
        #expect(slug(caption) == expected)
    }

    @Test func `a long caption is cut between words`() {
        #expect(slug("one two three four", limit: 9) == "one-two")
    }

    @Test func `names tell section, turn and caption`() throws {
        let names = try Run.capture(Tiny.self).outputs.compactMap(\.figureFile)
        #expect(names == ["01-01-the-ideal-3.svg", "01-02.svg", "02-01-loss.svg"])
    }

    @Test func `a section alone gives its figures the same names`() throws {
        let names = try Run.capture(Tiny.self, sections: [2]).outputs.compactMap(\.figureFile)
        #expect(names == ["02-01-loss.svg"])
    }

    @Test func `figures land in the folder, and a second run replaces them`() throws {
        let folder = freshFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        for _ in 1...2 { _ = try Run.capture(Tiny.self, out: folder) }
        #expect(files(in: folder) == ["01-01-the-ideal-3.svg", "01-02.svg", "02-01-loss.svg"])
    }

    @Test func `figures before an error stay`() {
        let folder = freshFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try? Run.capture(Failing.self, out: folder)
        #expect(files(in: folder) == ["01-01-before.svg"])
    }

    @Test func `the temporary folder is removed with its run`() throws {
        var run: Run? = try Run.capture(Tiny.self)
        let folder = try #require(run?.figureFolder)
        #expect(files(in: folder).count == 3)
        run = nil
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test func `a figure that cannot be drawn fails its section, and names the file`() {
        let error = #expect(throws: SectionError.self) { try Run.capture(Unfinished.self) }
        #expect(error?.description.contains("01-01-broken.png cannot be written: no pixels") == true)
    }
}

private final class Unfinished: Chapter {
    static let number = 9
    static let title = "Unfinished"
    static let sections: [Section<Unfinished>] = [Section("Only", Unfinished.only)]
    init(_ run: Run) {}
    func only() { show(Broken(), "Broken") }
}
