// A checkout by an editor or a git that ends lines as Windows does, and begins files with a byte-order mark.

import Board
import Common
import Foundation
import TestSupport
import Testing

@Suite struct `A project with other line ends` {
    @Test func `has the same exercises`() throws {
        try withFolder { folder in
            let small = projectFolder.appending(path: "Tests/SmallBook")
            for room in ["Exercises", "HintsAndSolutions"] {
                try FileManager.default.copyItem(
                    at: small.appending(path: room), to: folder.appending(path: room))
            }
            let usual = try Curriculum(root: folder).chapters.flatMap(\.exercises)
            try useOtherLineEnds(below: folder)
            let exercises = try Curriculum(root: folder).chapters.flatMap(\.exercises)
            #expect(exercises == usual && !usual.isEmpty)
            let exercise = exercises[0]
            #expect(exercise.isStub(try readText(folder.appending(path: exercise.stub))))
            #expect(try exercise.restoreStub(in: folder) != nil, "the stub gets its usual line ends back")
            #expect(try exercise.restoreStub(in: folder) == nil)
        }
    }

    private func useOtherLineEnds(below folder: URL) throws {
        for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)!
        where file.pathExtension == "swift" {
            let text = "\u{FEFF}" + lines(of: try readText(file)).joined(separator: "\r\n")
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
    }
}
