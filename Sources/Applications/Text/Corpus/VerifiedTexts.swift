// # Looking at every text before training
//
//     let texts = VerifiedTexts(try textFiles(in: folder))
//     print(texts)                         // 160 texts, and 2 files that cannot be read: …
//     train(on: texts.readable)
//
// One picture among thousands of texts would end a training after an hour. So all are read first. A text with a few
// wrong bytes is still a text (`TextFile`); it stays, and what had to be repaired in it is known.

import Common
import Foundation
import Kernels
import Synchronization

/// Files that are texts, and files that are not.
public struct VerifiedTexts: Sendable, CustomStringConvertible {
    /// The texts, in the order given.
    public let readable: [URL]
    /// What is wrong with each of the others, in the order given.
    public let problems: [TextProblem]
    /// Which of the texts were no valid UTF-8, and are read with � in the places of the wrong bytes.
    public let repaired: [TextProblem]

    /// Looks at files on all cores.
    public init(_ files: [URL]) {
        let found = Mutex((problems: [Int: TextProblem](), repairs: [Int: Int]()))
        parallelFor(files.count, grain: 16) { places in
            for place in places {
                do {
                    let repairs = try TextFile(files[place]).repairs
                    if repairs > 0 { found.withLock { $0.repairs[place] = repairs } }
                } catch {
                    let problem = error as? TextProblem ?? TextProblem(files[place].path, sentence(for: error))
                    found.withLock { $0.problems[place] = problem }
                }
            }
        }
        let (wrong, repairs) = found.withLock { $0 }
        readable = files.indices.filter { wrong[$0] == nil }.map { files[$0] }
        problems = files.indices.compactMap { wrong[$0] }
        repaired = repairs.sorted { $0.key < $1.key }.map { TextProblem(files[$0], repairs: $1) }
    }

    /// How many texts there are, and what is wrong with the first files that are none.
    public var description: String {
        let count = counted(readable.count, "text")
        guard !problems.isEmpty else { return count }
        let some = problems.prefix(5).map { "\n  \($0.file): \($0.problem)" }.joined()
        let rest = problems.count > 5 ? "\n  and \(problems.count - 5) more" : ""
        return "\(count), and \(counted(problems.count, "file")) that cannot be read:" + some + rest
    }

    /// Refuses what is too little to learn from.
    /// - Parameter classes: folders of which each must have a text.
    /// - Throws: ``TextProblem``, which names `folder`, and the first file that is wrong.
    public func require(_ least: Int, of classes: [String] = [], in folder: URL) throws {
        let there = Set(readable.map { $0.deletingLastPathComponent().lastPathComponent })
        let missing = classes.first { !there.contains($0) }
        if readable.count >= least, missing == nil { return }
        throw TextProblem(
            folder.path,
            "of \(counted(readable.count + problems.count, "text")), \(readable.count) can be read"
                + (missing.map { ", and none of the class “\($0)”" } ?? "")
                + (problems.first.map { ". The first problem: \($0)" } ?? ""),
            try: "at least \(least) texts in UTF-8"
                + (classes.isEmpty ? "" : ", some in each of the folders " + classes.joined(separator: ", ")))
    }
}

extension TextProblem {
    /// What had to be done to read a text.
    init(_ file: URL, repairs: Int) {
        self.init(file.path, "\(counted(repairs, "place")) no valid UTF-8; each became �")
    }
}
