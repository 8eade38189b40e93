// A finished run of a chapter, for tests to look at. Running takes a while, so the tests that look at a run share it.

import Datasets
import Foundation
import Notebook
import Synchronization

import class Common.Once

/// What came out of a run.
public struct ChapterRun: Sendable {
    public let dataName: String
    public let outputs: [Output]
    public let records: [Record]
    public let prompts: [Prompt]
    public let guesses: [Guess]
    /// The figures by the names of their files.
    public let pictures: [String: Picture]
    /// The lines that a reader saw.
    public let transcript: [Substring]

    /// Runs a chapter, or some of its sections.
    /// - Throws: what the chapter throws.
    public init<ChapterType: Chapter>(
        of chapter: ChapterType.Type, sections: [Int] = [], _ options: RunOptions,
        guessing: (@Sendable (Prediction) -> String?)? = nil
    ) throws {
        let lines = Mutex("")
        let run = try Run.capture(
            chapter, sections: sections, options: options,
            console: .plain { text in lines.withLock { $0 += text } }, guessing: guessing)
        transcript = lines.withLock { $0.split(separator: "\n") }
        (dataName, outputs, records) = (run.dataName, run.outputs, run.records)
        (prompts, guesses) = (run.prompts, run.guesses)
        // The files are removed with the run, so they are read now.
        let names = Set(run.outputs.compactMap(\.figureFile))
        pictures = try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Picture(run.figureFolder.appending(path: $0))) })
    }

    /// The number recorded under `name`; nil when there is none.
    public subscript(name: String) -> Double? { records.first { $0.name == name }?.measured }
}

// MARK: Runs that tests share

extension ChapterRun {
    /// The whole chapter at the size of `--quick` on its stand-in, with every prediction answered correctly.
    public static func quick<ChapterType: Chapter>(of chapter: ChapterType.Type) throws -> ChapterRun {
        try shared("quick", chapter) { try ChapterRun(of: chapter, .standIn(.quick), guessing: \.exampleOfRight) }
    }

    /// The run of that name. The first test that asks for it makes it; the others get the same.
    public static func shared<ChapterType: Chapter>(
        _ name: String, _ chapter: ChapterType.Type, _ make: () throws -> ChapterRun
    ) throws -> ChapterRun {
        let key = "\(ChapterType.number) \(name)"
        let run = runs.withLock { runs in
            if runs[key] == nil { runs[key] = Once() }
            return runs[key]!
        }
        return try run.value { try make() }
    }

    private static let runs = Mutex<[String: Once<ChapterRun>]>([:])
}

extension RunOptions {
    /// On the chapter's stand-in, whatever data are on this machine.
    public static func standIn(_ size: RunSize, seed: UInt64 = 42) -> RunOptions {
        var options = RunOptions()
        (options.usesStandIn, options.size, options.seed) = (true, size, seed)
        return options
    }

    /// On the data sets in a folder.
    public static func data(in folder: URL?, _ size: RunSize = .usual) -> RunOptions {
        var options = RunOptions()
        (options.dataFolder, options.size) = (folder, size)
        return options
    }
}

/// The folder of `$GROUNDUP_DATA`, if it holds a data set of that name.
public func realData(_ name: String) -> URL? {
    guard let path = ProcessInfo.processInfo.environment["GROUNDUP_DATA"], !path.isEmpty else { return nil }
    let folder = URL(filePath: path)
    return DataLocator(dataFolder: folder, environment: [:]).locate(name) == nil ? nil : folder
}
