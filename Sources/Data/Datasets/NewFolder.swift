// A folder of generated files is written whole or not at all.

import Common
import Foundation

/// Fills a new folder. What `body` writes goes to a place beside it, which takes its name when all is written.
/// - Throws: `DatasetError` when the folder holds something already, or a file cannot be written.
func writeNewFolder(_ folder: URL, _ body: (URL) throws -> Void) throws {
    let present = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    guard present.isEmpty else {
        throw DatasetError(folder.path, "is not empty", try: "the name of a new folder")
    }
    guard isFolder(folder) || !FileManager.default.fileExists(atPath: folder.path) else {
        throw DatasetError(folder.path, "is a file, and a folder belongs there", try: "the name of a new folder")
    }
    let parent = folder.deletingLastPathComponent()
    try makeFolder(parent)
    let temporary = unfinishedPlace(in: parent)
    try makeFolder(temporary, failing: { DatasetError(folder.path, $0.problem) })
    defer { removeUnfinished(temporary) }
    do {
        try body(temporary)
    } catch {
        // The system's words, where Foundation knows no more than that "the operation could not be completed".
        let code = ((error as? CocoaError)?.underlying as? POSIXError)?.code.rawValue
        let cause = code.map { reason($0) } ?? (error as? CocoaError)?.localizedDescription ?? "\(error)"
        throw DatasetError(folder.path, "cannot be written: \(cause)")
    }
    try moveIntoPlace(temporary, folder)
}
