// The desk: the exercises and how far the reader got with them. What the board shows and does are its methods.

import Common
import Foundation

/// One reader's desk in one working copy.
public struct Desk: Sendable {
    public let curriculum: Curriculum
    public private(set) var progress: PracticeProgress
    /// What the reader should know about the progress file, if anything.
    public let notice: String?
    let ink: Ink
    private let file: RecordFile<PracticeProgress>

    public init(root: URL, ink: Ink = .plain) throws {
        curriculum = try Curriculum(root: root)
        file = RecordFile("progress", root: root)
        (progress, notice) = try file.load()
        self.ink = ink
    }

    /// Changes the record of one exercise and remembers it. The file is read again first: `watch` may be at work in one
    /// window and `hint` in another.
    mutating func remember(_ id: ExerciseID, _ change: (inout PracticeProgress.Entry) -> Void) throws {
        let (saved, notice) = try file.update(from: progress) { change(&$0[id]) }
        progress = saved
        warn(notice)
    }

    /// Whether the last answer that was checked passed.
    public func isSolved(_ exercise: Exercise) -> Bool { progress[exercise.id].solved }

    /// The first exercise to do whose needs are met; nil when there is none left.
    public var next: Exercise? { next(of: curriculum.exercises) }

    /// The same among some exercises only.
    func next(of exercises: [Exercise]) -> Exercise? {
        let open = exercises.filter { !isSolved($0) && !progress[$0.id].gaveUp }
        return open.first { $0.needs.allSatisfy { progress[$0].solved } } ?? open.first
    }
}
