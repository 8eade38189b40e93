// `swift run ch02 --export FILE` trains the classifier and writes it to a file; `--model FILE --photo FILE` reads it
// in a program that knows nothing of any training.

import Common
import Foundation
import Notebook
import Vision

extension ModelToProduction {
    static let exportHelp =
        "--export FILE: trains the classifier of section 2.4, and writes it to a file (section 2.5)."
    static let photoHelp = "--photo FILE --model FILE: what an exported classifier says of a photo (section 2.5)."

    /// The file that `--export` names, while the chapter runs for it.
    @TaskLocal static var exported: URL?

    /// - Parameter arguments: those of the command line without `--export`.
    static func export(_ arguments: [String]) throws {
        guard let name = arguments.first, !name.hasPrefix("-") else { throw Refusal("--export: name a file after it") }
        let file = URL(filePath: (name as NSString).expandingTildeInPath)
        try requireRoom(for: file)
        $exported.withValue(file) { Exporting.main(Array(arguments.dropFirst()) + ["--section", "1"]) }
    }

    /// - Throws: why nothing can be written there, before minutes of training are spent on it.
    private static func requireRoom(for file: URL) throws {
        let folder = file.deletingLastPathComponent()
        guard isFolder(folder) else { throw Refusal("--export: there is no folder \(folder.path)") }
        if isFolder(file) { throw Refusal("--export \(file.path): this is a folder; name a file in it") }
        guard FileManager.default.isWritableFile(atPath: folder.path) else {
            throw Refusal("--export: nothing may be written in \(folder.path)")
        }
    }

    /// - Parameter arguments: those of the command line without `--photo`.
    static func predictPhoto(_ arguments: [String]) throws {
        let (files, others) = try FileOptions("--model").taken(from: arguments)
        guard let model = files["--model"] else { throw Refusal("--photo: name an exported model, too: --model FILE") }
        guard others.count == 1 else { throw Refusal("--photo: name one photo after it") }
        let photo = URL(filePath: (others[0] as NSString).expandingTildeInPath)
        say(try spoken(photo, by: model))
    }

    /// What the model of a file says of a photo: the three answers, and the line of the book's application.
    static func spoken(_ photo: URL, by file: URL) throws -> String {
        let answers = try ThreeAnswers(PhotoModel<CategoryBlock>(file, architectures: smallBodies), photo)
        return "\(answers)\n\(answers.line)"
    }

    /// The architectures of the small nets, which are of this project and not known to every program.
    static let smallBodies = [4, 16].map { width in
        Architecture("small\(width)") { random in Vision.smallBody(width: width, using: &random) }
    }
}

/// A chapter of its own for the option `--export`: it trains, and writes the file.
final class Exporting: Chapter, Sendable {
    static let number = ModelToProduction.number
    static let title = "Exporting the classifier"
    static let isTool = true
    static let sections: [Section<Exporting>] = [.init("Export", Exporting.export)]

    let chapter: ModelToProduction

    init(_ run: Run) throws { chapter = try ModelToProduction(run) }

    func export() throws {
        guard let file = ModelToProduction.exported else { return }
        let learner = try chapter.trained
        try learner.export(to: file)
        show(file.path, "the classifier of \(chapter.dataName)")
        record("model/error-rate", Double(learner.learner.recorder.rows.last!.metrics[0]))
    }
}
