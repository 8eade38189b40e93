import Common
import Foundation
import Testing

@testable import Board

@Suite struct `The desk` {
    @Test func `shows one hint more each time, and remembers`() throws {
        try withProject(twoChapters) { root in
            let exercise = try Desk(root: root).curriculum.exercise("9.1")
            for (count, left) in [(1, "2 more to come"), (2, "1 more to come"), (3, "No more hints"), (3, "No more")] {
                var desk = try Desk(root: root)  // a new run of the board
                let page = try desk.hint(for: exercise)
                #expect(exercise.hints.map(page.contains) == (1...3).map { $0 <= count })
                #expect(page.contains(left))
            }
        }
    }

    @Test func `offers first what needs nothing that is open`() throws {
        try withProject(twoChapters) { root in
            var desk = try Desk(root: root)
            var order: [String] = []
            while let next = desk.next {
                order.append(next.id.description)
                try desk.remember(next.id) { $0.solved = true }
            }
            #expect(order == ["9.1", "9.3", "9.2", "10.1"])
            #expect(desk.board().contains("All exercises are solved."))
            #expect(desk.board().hasSuffix("swift run ask 10, the questions; then the next chapter"))
        }
    }

    @Test func `shows the progress of each chapter`() throws {
        try withProject(twoChapters) { root in
            var desk = try Desk(root: root)
            try desk.remember(ExerciseID(chapter: 9, number: 1)) { $0.solved = true }
            #expect(
                desk.board() == """
                    Exercises  1 of 4 solved

                    chapter  9  Trees And Forests  ███████░░░░░░░░░░░░░    1/3
                    chapter 10  Words              ░░░░░░░░░░░░░░░░░░░░    0/1

                    next  exercise 9.3  Third
                    open  Exercises/09-TreesAndForests/9.03-C.swift
                    then  swift run exercises check 9.3
                    """)
        }
    }

    @Test func `lists exercises with what they need and which hints were read`() throws {
        try withProject(twoChapters) { root in
            var desk = try Desk(root: root)
            try desk.remember(ExerciseID(chapter: 9, number: 1)) { $0.solved = true }
            _ = try desk.hint(for: desk.curriculum.exercise("9.2"))
            #expect(
                try desk.list([desk.curriculum.chapter(9)]) == """
                    Exercises of chapter 9, Trees And Forests
                      ✓ exercise 9.1  First
                      · exercise 9.2  Second  needs exercise 9.3  (1 of 3 hints read)
                      · exercise 9.3  Third
                    """)
        }
    }

    @Test func `colours only for a terminal`() throws {
        try withProject(twoChapters) { root in
            let plain = try Desk(root: root, ink: .plain)
            let coloured = try Desk(root: root, ink: Ink(isPlain: false))
            #expect(!plain.board().contains("\u{1B}"))
            #expect(coloured.board().contains("\u{1B}[1m"))
        }
    }
}
