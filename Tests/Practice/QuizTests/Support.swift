// A small project in a temporary folder, with questions to ask.

import Foundation

@testable import Quiz

/// Runs `body` in a project of two chapters, the second of which has three questions; it is removed again afterwards.
@discardableResult
func withProject<R>(_ body: (URL) throws -> R) throws -> R {
    let root = FileManager.default.temporaryDirectory.appending(path: "quiz-\(UUID().uuidString)")
        .resolvingSymlinksInPath()
    defer { try? FileManager.default.removeItem(at: root) }
    func write(_ text: String, to path: String) throws {
        let file = root.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
    try write("", to: "Package.swift")
    try write("// A page\n\npublic func linear1(_ x: Tensor) {}\n", to: "Chapters/09-TreesAndForests/01-Root.swift")
    try write("", to: "Chapters/02-NoQuestions/01-Page.swift")
    try write(
        (1...3).map(question).joined(separator: "\n"),
        to: "Tests/Chapters/09-TreesAndForests/Questionnaire/01-Trees.swift")
    return try body(root)
}

/// Questions 9.1 to 9.3; their code and words have all that means something in HTML.
private func question(_ number: Int) -> String {
    """
        /// 9.\(number) · Is `a < b` *always* "so" in case \(number)?
        ///
        /// Yes & no.
        ///
        /// Or `*`.
        ///
        /// - Shown by: `linear1` in Chapters/09-TreesAndForests/01-Root.swift
        @Test func `9.\(number) this`() {
            if a < b {
                #expect(x["k"] == \(number))
            }
        }
    """
}
