// What makes an exercise fair: it can be solved, and it is not solved already. What its files must contain is looked at
// by the tests of all exercises, `ExercisesTests`.

import Board
import Foundation
import Notebook
import Practice
import Testing

extension ChapterTest {
    /// A test for each exercise of a chapter, and one for the order of their checks.
    static func exercises<ChapterType: Chapter & SendableMetatype>(
        of chapter: ChapterType.Type, _ checks: [Check], in project: URL
    ) -> [ChapterTest] {
        [
            ChapterTest("has one check for each exercise, in their order") {
                let exercises = try curriculum(of: chapter, in: project).map(\.id.description)
                #expect(checks.map(\.id) == exercises)
            }
        ]
            + checks.map { check in
                ChapterTest("has exercise \(check.id), which its solution solves and its stub does not") {
                    #expect(check.verdictOnSolution() == .solved)
                    let found = try curriculum(of: chapter, in: project).first { $0.id.description == check.id }
                    let exercise = try #require(found)
                    let stub = try String(contentsOf: project.appending(path: exercise.stub), encoding: .utf8)
                    // A reader's own answer is checked by `Your answers`.
                    if exercise.isStub(stub) {
                        #expect(check.verdictOnReader() != .solved, "the check passes without an answer")
                    }
                }
            }
    }
}

private func curriculum<ChapterType: Chapter>(of chapter: ChapterType.Type, in project: URL) throws -> [Exercise] {
    try Curriculum(root: project).chapters.first { $0.number == ChapterType.number }?.exercises ?? []
}
