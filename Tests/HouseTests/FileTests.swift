// How files are named, how long they are, and how a chapter's pages begin.

import Common
import Foundation
import Testing

@Suite struct `The files of the house` {
    @Test(arguments: rooms.flatMap(swiftFiles))
    func `a file is named after what is in it, not numbered`(_ path: String) {
        let stem = path.split(separator: "/").last!.split(separator: ".").first ?? ""
        #expect(
            stem.wholeMatch(of: /.+-\d+/) == nil, "\(path) is named by a number; name it after what is in it")
    }

    @Test(arguments: rooms.flatMap(swiftFiles))
    func `a file is short enough to read`(_ path: String) throws {
        let count = lines(of: try read(path)).count - 1
        #expect(count <= 250, "\(path) has \(count) lines; cut it into files of one idea each, of at most 250")
    }
}

/// The pages of a chapter, in the order of their names.
private func pages(of chapter: ChapterFolder) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
        atPath: root.appending(path: "Chapters/\(chapter.name)").path)
    return (names ?? []).filter { $0.first!.isNumber && $0.hasSuffix(".swift") }.sorted()
}

@Suite struct `The pages of a chapter` {
    @Test(arguments: chapterFolders)
    func `sort in reading order`(_ chapter: ChapterFolder) {
        let numbers = pages(of: chapter).map { String($0.prefix { $0 != "-" }) }
        let expected = numbers.indices.map { twoDigits($0 + 1) }
        let wrong = zip(numbers, expected).first(where: !=)
        #expect(
            wrong == nil,
            "Chapters/\(chapter.name): page \(wrong?.0 ?? "") is where \(wrong?.1 ?? "") should be; number the pages 01, 02, 03, … without a gap"
        )
    }

    @Test(arguments: chapterFolders.flatMap { chapter in pages(of: chapter).map { "Chapters/\(chapter.name)/\($0)" } })
    func `begin with their title and their section of the book`(_ path: String) throws {
        let head = lines(of: try read(path)).prefix(3)
        let section = Int(path.split(separator: "/")[2].prefix { $0.isNumber })!
        let begin = "// Section \(chapterNumber(of: path)!).\(section) · After this page you"
        #expect(head[0].hasPrefix("// # "), "\(path): the first line must be // # and the title")
        #expect(head[2].hasPrefix(begin), "\(path): the third line must begin with “\(begin) can …”")
    }
}
