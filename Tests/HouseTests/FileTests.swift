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

/// The first number that does not follow the one before: after 02 comes 03, or 02b if section 2 has a second page.
private func gap(in numbers: [String]) -> String? {
    var (section, letter) = (0, Character("a"))
    for number in numbers {
        let next = Character(Unicode.Scalar(letter.asciiValue! + 1))
        if section > 0, number == twoDigits(section) + String(next) {
            letter = next
        } else if number == twoDigits(section + 1) {
            (section, letter) = (section + 1, "a")
        } else {
            return number
        }
    }
    return nil
}

@Suite struct `The pages of a chapter` {
    @Test(arguments: chapterFolders)
    func `sort in reading order`(_ chapter: ChapterFolder) {
        let numbers = pages(of: chapter).map { String($0.prefix { $0 != "-" }) }
        #expect(
            gap(in: numbers) == nil,
            "Chapters/\(chapter.name): page \(gap(in: numbers)!) comes too early; number the pages 01, 02, 03, … without a gap, and further pages of a section 02b, 02c, …"
        )
    }

    @Test(arguments: [
        (["01", "02", "03"], nil), (["01", "02", "02b", "02c", "03"], nil), (["02"], "02"), (["01", "03"], "03"),
        (["01", "01c"], "01c"), (["01b"], "01b"), (["01", "02b"], "02b"), (["01", "01"], "01"),
    ])
    func `have numbers without a gap`(_ numbers: [String], _ wrong: String?) { #expect(gap(in: numbers) == wrong) }

    @Test(arguments: chapterFolders.flatMap { chapter in pages(of: chapter).map { "Chapters/\(chapter.name)/\($0)" } })
    func `begin with their title and their section of the book`(_ path: String) throws {
        let head = lines(of: try read(path)).prefix(3)
        let section = Int(path.split(separator: "/")[2].prefix { $0.isNumber })!
        let begin = "// Section \(chapterNumber(of: path)!).\(section) · After this page you"
        #expect(head[0].hasPrefix("// # "), "\(path): the first line must be // # and the title")
        #expect(head[2].hasPrefix(begin), "\(path): the third line must begin with “\(begin) can …”")
    }
}
