// What the rules look at: the project's files, and what Package.swift says of its modules.

import Common
import Foundation

/// The project's folder.
let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The rooms that hold Swift files.
let rooms = ["Sources", "Benchmarks", "Chapters", "Exercises", "HintsAndSolutions", "Checks", "Tests"]

/// All Swift files below a folder of the project, as paths from its root.
func swiftFiles(_ folder: String) -> [String] { files(folder).filter { $0.hasSuffix(".swift") } }

/// All files below a folder of the project, without those in hidden folders.
func files(_ folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return (all?.compactMap { $0 as? String } ?? []).filter { !"/\($0)".contains("/.") }.map { "\(folder)/\($0)" }
        .sorted()
}

func read(_ path: String) throws -> String { try readText(root.appending(path: path)) }

/// The folders of chapters, "04-DigitClassifier".
let chapterFolders: [ChapterFolder] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Chapters").path)
    return (names ?? []).compactMap(ChapterFolder.init).sorted { $0.number < $1.number }
}()

/// The chapter that a file belongs to; nil for what belongs to none.
func chapterNumber(of path: String) -> Int? {
    path.split(separator: "/").lazy.compactMap { ChapterFolder(String($0)) }.first?.number
}

/// The modules that a file imports.
func imports(_ path: String) throws -> [String] {
    try lines(of: read(path)).filter { $0.utf8.first != UInt8(ascii: " ") && $0.contains("import ") }.compactMap {
        line in
        line.prefixMatch(
            of:
                /(?:@\w+(?:\(\w+\))? )*(?:public |package |internal |fileprivate |private )?import (?:(?:struct|class|enum|func|protocol|let|var|typealias) )?(\w+)/
        )
        .map { String($0.output.1) }
    }
}

/// A book of one small chapter, 98, in the rooms that the project's own chapters have.
private let smallBook = "Tests/SmallBook/"

/// The modules of the project, those of the small book too.
let manifest = Result {
    Manifest(try read("Package.swift"), chapters: chapterFolders.map(\.digits) + ["98"])
}

/// The module that a file belongs to: the folder of its name, or for chapters and their like the one that
/// Package.swift's `chapter` makes.
func module(of path: String, in manifest: Manifest) -> String? {
    let parts = path.trimmingPrefix(smallBook).split(separator: "/").map(String.init)
    if parts[0] == "Benchmarks" { return "bench" }
    // A module is in a room, Sources/Practice/Board; Common and some tests are rooms of their own.
    let folders = parts[1] == "Common" ? ["Common"] : parts.dropFirst().dropLast().prefix(2).reversed()
    if let named = folders.first(where: { manifest.dependencies[$0] != nil }) { return named }
    guard let chapter = parts.compactMap(ChapterFolder.init).first else { return nil }
    switch parts[0] {
    case "Chapters": return parts.contains("Run") ? "ch\(chapter.digits)" : "Chapter\(chapter.digits)"
    case "Tests": return "Chapter\(chapter.digits)Tests"
    case "HintsAndSolutions": return "Solutions\(chapter.digits)"
    default: return parts[0] + chapter.digits
    }
}
