// Finding exercises among many.

import Common
import Foundation
import Testing

@testable import Board

@Suite struct `A filter of exercises` {
    private func found(_ filter: ExerciseFilter, in desk: Desk) -> [String] {
        desk.curriculum.exercises.filter { desk.matches($0, filter) }.map(\.id.description)
    }

    @Test func `knows where an exercise comes from`() throws {
        let heads = [
            "9.1": "9.1", "9.2": "9.1, question 9.4", "9.3": "9.1, further research 2",
            "9.4": "9.1, question 9.5, further research 1",
        ]
        let stubs = heads.map { id, section in
            ("09-Trees/9.0\(id.last!)-A.swift", stub(id).replacing("Section 9.1:", with: "Section \(section):"))
        }
        try withProject(Dictionary(uniqueKeysWithValues: stubs)) { root in
            let desk = try Desk(root: root)
            let kinds: [Set<Exercise.Kind>] = [[.page], [.question], [.research], [.question, .research]]
            #expect(desk.curriculum.exercises.map(\.kinds) == kinds)
            let ofEach = Exercise.Kind.allCases.map { found(ExerciseFilter(kind: $0), in: desk) }
            #expect(ofEach == [["9.2", "9.4"], ["9.3", "9.4"], ["9.1"]])
        }
    }

    @Test func `knows how far the reader got`() throws {
        try withProject(twoChapters) { root in
            try write("import Tensors", to: "Exercises/09-TreesAndForests/9.01-A.swift", in: root)
            try write("// mine", to: "Exercises/09-TreesAndForests/9.03-C.swift", in: root)
            let windows = stub("9.2", "Second", needs: "9.3").replacing("\n", with: "\r\n")
            try write(windows, to: "Exercises/09-TreesAndForests/9.02-B.swift", in: root)
            var desk = try Desk(root: root)
            try desk.remember(ExerciseID(chapter: 9, number: 1)) { $0.solved = true }
            try desk.remember(ExerciseID(chapter: 10, number: 1)) { $0.gaveUp = true }
            let expected: [ExerciseFilter.State: [String]] = [
                .open: ["9.2", "9.3"], .begun: ["9.3"], .solved: ["9.1"], .givenUp: ["10.1"],
            ]
            for (state, ids) in expected { #expect(found(ExerciseFilter(state: state), in: desk) == ids, "\(state)") }
            #expect(desk.begun.flatMap(\.exercises).map(\.id.description) == ["9.1", "9.3"])
        }
    }

    @Test(arguments: [
        (["first"], ["9.1"]), (["WHAT", "how"], ["9.1", "9.2", "9.3", "10.1"]), (["first", "second"], []),
        (["sécond"], ["9.2"]), (["9.03-c"], ["9.3"]), ([], ["9.1", "9.2", "9.3", "10.1"]),
    ])
    func `finds words`(_ words: [String], _ ids: [String]) throws {
        try withProject(twoChapters) { root in
            let desk = try Desk(root: root)
            #expect(found(ExerciseFilter(words: words), in: desk) == ids)
        }
    }

    @Test func `says how many there are, or that there are none`() throws {
        try withProject(twoChapters) { root in
            let desk = try Desk(root: root)
            #expect(
                desk.list(desk.curriculum.chapters, ExerciseFilter(words: ["fourth"])) == """
                    Exercises of chapter 10, Words
                      · exercise 10.1  Fourth  needs exercises 9.1 and 9.3

                    1 exercise
                    """)
            #expect(
                desk.list(desk.curriculum.chapters, ExerciseFilter(state: .solved))
                    == "None of 4 exercises is like that.")
        }
    }

    @Test func `leaves nothing to check before anything is begun`() throws {
        try withProject(twoChapters) { root in
            let desk = try Desk(root: root)
            #expect(desk.begun.isEmpty && desk.nothingBegun.contains("swift run exercises check 9.1"))
        }
    }
}
