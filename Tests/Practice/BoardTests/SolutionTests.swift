import Common
import Foundation
import Testing

@testable import Board

@Suite struct `The solution` {
    let id = ExerciseID(chapter: 9, number: 1)

    @Test func `is kept back until the exercise is solved, and says what helps`() throws {
        try withProject(twoChapters) { root in
            var desk = try Desk(root: root)
            let exercise = try desk.curriculum.exercise("9.1")
            let error = #expect(throws: Refusal.self) { try desk.solution(of: exercise) }
            #expect(error?.description.contains("exercise 9.1 is not solved yet (0 of 3 hints read)") == true)
            #expect(error?.description.contains("swift run exercises solution 9.1 --give-up") == true)
            #expect(!desk.progress[id].gaveUp)
        }
    }

    @Test func `is shown whole once it is solved, which costs nothing`() throws {
        try withProject(twoChapters) { root in
            var desk = try Desk(root: root)
            try desk.remember(id) { $0.solved = true }
            let page = try desk.solution(of: desk.curriculum.exercise("9.1"), givingUp: true)
            #expect(page == "exercise 9.1  First\nHintsAndSolutions/09-TreesAndForests/9.01-A.swift\n\n\(solution)")
            #expect(!desk.progress[id].gaveUp)
        }
    }

    @Test func `of an exercise given up is remembered, and can be seen again`() throws {
        try withProject(twoChapters) { root in
            var desk = try Desk(root: root)
            let page = try desk.solution(of: desk.curriculum.exercise("9.1"), givingUp: true)
            #expect(page.contains("// Nudge: the first hint") && page.hasSuffix("exercise 9.1 counts as given up."))
            var later = try Desk(root: root)
            #expect(try later.solution(of: later.curriculum.exercise("9.1")) == page)
        }
    }
}

@Suite struct `What was given up` {
    @Test func `is counted separately, even when it is solved later`() throws {
        try withProject(twoChapters) { root in
            var desk = try Desk(root: root)
            try desk.remember(ExerciseID(chapter: 9, number: 1)) { $0 = .init(solved: true, hints: 3, gaveUp: true) }
            try desk.remember(ExerciseID(chapter: 9, number: 2)) { $0 = .init(hints: 1, gaveUp: true) }
            try desk.remember(ExerciseID(chapter: 9, number: 3)) { $0 = .init(solved: true) }
            let lines = desk.board().split(separator: "\n")
            #expect(lines[0] == "Exercises  1 of 4 solved, 2 given up, 4 hints")
            #expect(lines[1].hasSuffix("███████▒▒▒▒▒▒▒▒▒▒▒▒▒    1/3   2 given up   4 hints"))
            #expect(lines[3] == "next  exercise 10.1  Fourth")
            #expect(
                try desk.list([desk.curriculum.chapter(9)]) == """
                    Exercises of chapter 9, Trees And Forests
                      – exercise 9.1  First  (given up, solved since; 3 of 3 hints read)
                      – exercise 9.2  Second  needs exercise 9.3  (given up; 1 of 3 hints read)
                      ✓ exercise 9.3  Third
                    """)
        }
    }

    @Test(arguments: [(0, 0, 0, 0), (1, 0, 1, 0), (0, 1, 0, 1), (1, 1, 1, 1), (98, 1, 18, 1), (99, 1, 19, 1)])
    func `has its part of the bar`(_ solved: Int, _ givenUp: Int, _ full: Int, _ grey: Int) {
        let exercises = (1...100).map {
            try! Exercise(stub: stub("9.\($0)"), solution: solution, folder: "09-Trees", file: "9-A.swift")
        }
        var progress = PracticeProgress()
        for exercise in exercises.prefix(solved) { progress[exercise.id].solved = true }
        for exercise in exercises.dropFirst(solved).prefix(givenUp) { progress[exercise.id].gaveUp = true }
        let bar = Tally(exercises, progress).bar(.plain)
        #expect(bar.count == 20)
        #expect(bar.count { $0 == "█" } == full && bar.count { $0 == "▒" } == grey)
    }
}
