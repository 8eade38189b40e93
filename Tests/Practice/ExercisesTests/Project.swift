// What the tests of the exercises look at: the project itself.

import Board
import Foundation
import Practice

/// The root of the project, found from where this file is.
let root = (1...4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }

/// The exercises; a head that cannot be read stops the tests with its message.
let curriculum = Result { try Curriculum(root: root) }

/// Runs the checks that were built together with these tests: the programs are beside the bundle of the tests.
let checker: Checker = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    return Checker(root: root, programs: bundle?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL)
}()

/// The text of a file of the project.
func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
}

/// Whether the working copy has a stub that nobody has answered, as for every exercise in a fresh clone.
func isUntouched(_ exercise: Exercise) throws -> Bool { exercise.isStub(try text(of: exercise.stub)) }

/// The names in a folder of the project, without hidden ones.
func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        .filter { !$0.hasPrefix(".") }.sorted()
}
