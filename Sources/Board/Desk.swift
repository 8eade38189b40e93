// The desk: the exercises and how far the reader got with them. What the board shows and does are its methods.

import Foundation

/// One reader's desk in one working copy.
public struct Desk: Sendable {
    public let catalogue: Catalogue
    public private(set) var progress: PracticeProgress
    /// What the reader should know about the progress file, if anything.
    public let notice: String?
    let ink: Ink
    private let file: ProgressFile

    public init(root: URL, ink: Ink = .plain) throws {
        catalogue = try Catalogue(root: root)
        file = ProgressFile(root: root)
        (progress, notice) = try file.load()
        self.ink = ink
    }

    /// Changes the record of one exercise and remembers it.
    mutating func remember(_ id: ExerciseID, _ change: (inout PracticeProgress.Entry) -> Void) throws {
        change(&progress[id])
        try file.save(progress)
    }

    public func isSolved(_ exercise: Exercise) -> Bool { progress[exercise.id].solved }

    /// The first open exercise whose needs are met; nil when everything is solved.
    public var next: Exercise? {
        let open = catalogue.exercises.filter { !isSolved($0) }
        return open.first { $0.needs.allSatisfy { progress[$0].solved } } ?? open.first
    }
}
