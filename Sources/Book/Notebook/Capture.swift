// A chapter in a test: run it silently, then look at what came out.
//
//     var options = RunOptions()
//     options.size = .quick
//     let run = try Run.capture(DigitClassifier.self, sections: [2], options: options)
//     #expect(run["pixel-similarity/accuracy"]! > 0.85)

import Foundation

extension Run {
    /// Runs a chapter, or some of its sections, and returns the run with its outputs and records.
    /// - Parameters:
    ///   - out: the folder of the figures; when nil, a temporary one that lives as long as the run does.
    ///   - console: what a reader would see, for tests that look at that.
    ///   - guessing: what is typed in answer to each prediction, as with `--predict`; nil asks none. `\.exampleOfRight`
    ///     answers everything right.
    /// - Throws: what the chapter throws, with the section it came from.
    public static func capture<ChapterType: Chapter>(
        _ chapter: ChapterType.Type, sections: [Int] = [], options: RunOptions = RunOptions(), out: URL? = nil,
        console: Console = .silent, guessing: (@Sendable (Prediction) -> String?)? = nil
    ) throws -> Run {
        let figures = out.map { FigureFolder(url: $0) } ?? .temporary()
        let run = Run(
            options, console: console, figures: figures, predictor: guessing.map { Predictor(answer: $0) })
        try run.perform(chapter, sections: sections)
        return run
    }
}

/// A folder that is removed when its last owner is gone.
final class TemporaryFolder: Sendable {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("groundup-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: url) }
}
