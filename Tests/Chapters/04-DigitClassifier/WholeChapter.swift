// Running the whole chapter takes a while, so the tests that look at it share one run.

import Chapter04
import Datasets
import Foundation
import Notebook
import Testing

/// Around a suite: the chapter, run once from the first section to the last. Its folders go when the suite is done.
struct WholeChapter: SuiteTrait, TestScoping {
    /// The run, inside the suite.
    @TaskLocal static var run: Run?
    /// Its options, for running a section again on the same data.
    @TaskLocal static var options = RunOptions()

    /// The data folder; nil writes one full of generated digits, so that no other data on this machine is found.
    let data: URL?

    func provideScope(
        for test: Test, testCase: Test.Case?, performing tests: @Sendable () async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "groundup-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        if data == nil { try DigitImages.generated().write(to: folder.appending(path: "mnist_sample")) }
        var options = RunOptions()
        options.dataFolder = data ?? folder
        let run = try Run.capture(DigitClassifier.self, options: options)
        try await Self.$options.withValue(options) { try await Self.$run.withValue(run, operation: tests) }
    }
}

extension SuiteTrait where Self == WholeChapter {
    /// The chapter on generated digits.
    static var wholeChapter: Self { WholeChapter(data: nil) }
    /// The chapter on the data of that folder.
    static func wholeChapter(on data: URL?) -> Self { WholeChapter(data: data) }
}

extension Run {
    /// The files of the figures of this run.
    var figureFiles: [URL] { outputs.compactMap(\.figureFile).map { figureFolder.appending(path: $0) } }
}

/// The folder of `$GROUNDUP_DATA`, if it holds the book's sample of MNIST.
let realData: URL? = ProcessInfo.processInfo.environment["GROUNDUP_DATA"].map { URL(fileURLWithPath: $0) }
    .flatMap { DataLocator(dataFolder: $0, environment: [:]).locate("mnist_sample") == nil ? nil : $0 }
