// A small project in a temporary folder, for the board to work on.

import Foundation
import TestSupport

@testable import Board

/// Runs `body` in a project with the given stubs (folder/file → text) and a solution for each. The project is removed
/// afterwards.
@discardableResult
func withProject<R>(_ stubs: [String: String] = [:], _ body: (URL) throws -> R) throws -> R {
    let root = FileManager.default.temporaryDirectory.appending(path: "board-\(UUID().uuidString)")
        .resolvingSymlinksInPath()
    defer { try? FileManager.default.removeItem(at: root) }
    for folder in ["Exercises/.originals", "HintsAndSolutions"] { try write("", to: "\(folder)/.keep", in: root) }
    try write("", to: "Package.swift", in: root)
    for (path, text) in stubs {
        try write(text, to: "Exercises/\(path)", in: root)
        try write(text, to: "Exercises/.originals/\(path)", in: root)
        try write(solution, to: "HintsAndSolutions/\(path)", in: root)
    }
    return try body(root)
}

func write(_ text: String, to path: String, in root: URL) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
}

func read(_ path: String, in root: URL) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
}

func stub(_ id: String, _ title: String = "Title", needs: String = "") -> String {
    """
    // Exercise \(id) · \(title)\(needs.isEmpty ? "" : "     needs exercises \(needs)")
    // Section 9.1: Chapters/09-Trees/01-Root.swift

    /// What to do.
    /// And how.
    public func answer() throws -> Int {
        throw Unanswered("\(id)")
    }

    """
}

let solution = """
    // Nudge: the first hint
    // Idea: the second hint,
    //   on two lines
    // Almost: the third hint

    public func answer() throws -> Int { 42 }
    """

let twoChapters = [
    "09-TreesAndForests/9.01-A.swift": stub("9.1", "First"),
    "09-TreesAndForests/9.02-B.swift": stub("9.2", "Second", needs: "9.3"),
    "09-TreesAndForests/9.03-C.swift": stub("9.3", "Third"),
    "10-Words/10.01-D.swift": stub("10.1", "Fourth", needs: "9.1, 9.3"),
]

/// The first three exercises of the badly behaved chapter: solved, unanswered, wrong.
let badChapter = Dictionary(
    uniqueKeysWithValues: (1...3).map { ("99-Bad/99.0\($0)-Bad.swift", stub("99.\($0)")) })

/// Where the build puts its programs, and so those that these tests run.
var programs: URL { builtPrograms }
