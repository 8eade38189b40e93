// The board: `swift run exercises`.

import ArgumentParser
import Board
import Common
import Foundation

@main
struct Exercises: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exercises",
        abstract: "Practice: what is solved, what comes next, hints, and checks of your answers.",
        subcommands: [
            ShowBoard.self, List.self, Next.self, Check.self, Watch.self, Hint.self, Solution.self, Reset.self,
        ],
        defaultSubcommand: ShowBoard.self)

    static func main() {
        beginProgram()
        main(nil)
    }
}

/// The desk of the working copy that the reader is in.
func openDesk() throws -> Desk {
    let desk = try Desk(root: Curriculum.findRoot(from: currentFolder), ink: .detect())
    warn(desk.notice)
    return desk
}

extension Desk {
    /// The checker beside this program, in the same build folder.
    var checker: Checker { Checker(root: curriculum.root, programs: Bundle.main.bundleURL) }
}

struct ShowBoard: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "board", abstract: "Progress by chapter, and the next exercise.")

    func run() throws { say(try openDesk().board()) }
}

struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "All exercises, or some: by chapter, by kind, by how far you got, by words.")
    @Argument(help: "Chapters, such as 4 13.") var chapters: [Int] = []
    @Option(help: "question: goes with a question of the book; research: its further research; page: ours.")
    var kind: Exercise.Kind?
    @Option(help: "open, begun, solved or given-up.") var state: ExerciseFilter.State?
    @Option(help: "A word of the title, the task or the page; several times for all of several words.")
    var find: [String] = []

    func run() throws {
        let desk = try openDesk()
        let chapters = try desk.curriculum.selection(self.chapters.map(String.init))
        let isWhole = kind == nil && state == nil && find.isEmpty
        say(isWhole ? desk.list(chapters) : desk.list(chapters, ExerciseFilter(kind: kind, state: state, words: find)))
    }
}

struct Next: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "What to do next, in which file, and where to read.")

    func run() throws { say(try openDesk().nextPage()) }
}

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check your answers. Exit code 0 when none is wrong, 1 when one is.")
    @Argument(help: "Chapters and exercises, such as 4.9 4.10 13; all that you have begun when left out.")
    var which: [String] = []
    @Flag(help: "Everything, begun or not: builds the checks of all chapters, which takes minutes.") var all = false

    func validate() throws {
        if all && !which.isEmpty { throw ValidationError("--all checks everything; name no exercise beside it.") }
    }

    func run() throws {
        var desk = try openDesk()
        let isBegun = which.isEmpty && !all
        let chapters = isBegun ? desk.begun : try desk.curriculum.selection(which)
        if chapters.isEmpty { return say(desk.nothingBegun) }
        guard try desk.check(chapters, with: desk.checker, say: say) else { throw ExitCode.failure }
    }
}

extension Exercise.Kind: ExpressibleByArgument {}
extension ExerciseFilter.State: ExpressibleByArgument {}

struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check again whenever you save a file in Exercises/. Ends with q or Ctrl-C.")
    @Argument(help: "A chapter to watch, or an exercise to begin with, such as 4 or 4.9.") var which: String?

    func run() throws {
        let desk = try openDesk()
        var watcher = try Watcher(desk, which, with: desk.checker, say: say)
        watcher.run(Keys())
    }
}

struct Hint: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "One more hint each time: a nudge, the idea, almost the answer.")
    @Argument(help: "An exercise, such as 4.9.") var exercise: String

    func run() throws {
        var desk = try openDesk()
        say(try desk.hint(for: desk.curriculum.exercise(exercise)))
    }
}

struct Solution: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Our answer, once you have yours.")
    @Argument(help: "An exercise, such as 4.9.") var exercise: String
    @Flag(help: "See it without solving the exercise; the board remembers that.") var giveUp = false

    func run() throws {
        var desk = try openDesk()
        say(try desk.solution(of: desk.curriculum.exercise(exercise), givingUp: giveUp))
    }
}

struct Reset: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring the stub back; your answer is kept, and the exercise stays marked as solved.")
    @Argument(help: "An exercise, such as 4.9.") var exercise: String

    func run() throws {
        var desk = try openDesk()
        say(try desk.reset(desk.curriculum.exercise(exercise)))
    }
}
