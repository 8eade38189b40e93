// The board that watches while the reader works: each time a file is saved, it reports what its check says.
//
// It is a loop of two questions, twice a second: was a key pressed, was a file saved? When something goes wrong on
// the way, such as a file that does not compile or an answer that crashes, it says so and continues.

import Common
import Foundation

/// Watches the exercises of some chapters.
public struct Watcher {
    var desk: Desk
    let chapters: [ExerciseChapter]
    let checker: Checker
    let build: (ExerciseChapter) throws -> [ExerciseID: String]
    let say: (String) -> Void

    /// The exercise that the reader is working on, from which n continues; nil when all are done.
    private(set) var current: Exercise?
    /// The exercises of the last page.
    var shown: [Exercise] = []
    private(set) var hasKeys = false
    private var saves: Saves

    /// - Parameter which: the chapter to watch, or the exercise to begin with; everything when nil.
    public init(_ desk: Desk, _ which: String?, with checker: Checker, say: @escaping (String) -> Void) throws {
        try self.init(desk, which, with: checker, say: say) { chapter in
            try checker.build(chapter) { say(desk.leftOut($0, $1)) }
        }
    }

    /// The same, with another build step.
    init(
        _ desk: Desk, _ which: String?, with checker: Checker, say: @escaping (String) -> Void,
        build: @escaping (ExerciseChapter) throws -> [ExerciseID: String]
    ) throws {
        let selection = try desk.curriculum.selection(which)
        (self.desk, self.checker, self.say, self.build) = (desk, checker, say, build)
        chapters = try selection.map { try desk.curriculum.chapter($0.number) }
        let exercises = selection.flatMap(\.exercises)
        current = exercises.count == 1 ? exercises[0] : desk.next(of: exercises)
        shown = [current].compactMap(\.self)
        saves = Saves(in: chapters, root: desk.curriculum.root)
    }

    /// Shows the first page, and then reacts to keys and saves: until q is pressed, or for ever without keys.
    public mutating func run(_ keys: Keys?) {
        hasKeys = keys != nil
        turn(to: current)
        while true {
            switch keys?.next(within: 500) {
            case .key(let key): guard press(key) else { return }
            case .end: return
            case .nothing: break
            case nil: Thread.sleep(forTimeInterval: 0.5)
            }
            look()
        }
    }

    /// Does what a key asks for; false when it asks to quit.
    mutating func press(_ key: Character) -> Bool {
        switch key {
        case "h": showHint()
        case "n": turn(to: following)
        case "l": say("\n\(desk.list(chapters))")
        case "q": return false
        default: break
        }
        return true
    }

    /// Checks what was saved since the last look.
    mutating func look() {
        let changes = takeChanges()
        guard !changes.isEmpty else { return }
        let exercises = exercises.filter { changes.contains($0.stub) }
        // Other files hold helpers of some answers: the current exercise shows whether all still compiles.
        let checked = exercises.isEmpty ? [current ?? desk.next(of: self.exercises)].compactMap(\.self) : exercises
        current = checked.last
        show(checked)
    }

    /// The files that were saved, once the editor is done: some write a file in two steps.
    private mutating func takeChanges() -> [String] {
        let before = saves
        var now = Saves(in: chapters, root: desk.curriculum.root)
        while now != saves {
            saves = now
            Thread.sleep(forTimeInterval: 0.05)
            now = Saves(in: chapters, root: desk.curriculum.root)
        }
        return now.changes(since: before)
    }

    var exercises: [Exercise] { chapters.flatMap(\.exercises) }

    /// The next exercise to do after the current one; from the beginning again when there is none.
    var following: Exercise? {
        let place = current.flatMap { exercises.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        return desk.next(of: Array(exercises[place...])) ?? desk.next(of: Array(exercises[..<place]))
    }

    /// The exercise that a hint is for: the first of the page that is not solved, or else the one that the page
    /// names as the next.
    var helped: Exercise? { shown.first { !desk.isSolved($0) } ?? following }

    private mutating func turn(to exercise: Exercise?) {
        current = exercise ?? current
        show([exercise].compactMap(\.self))
    }
}
