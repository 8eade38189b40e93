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
    try withMadeFolder(parent) {
        let temporary = unfinishedPlace(in: parent)
        try makeFolder(temporary, failing: { DatasetError(folder.path, $0.problem) })
        defer { removeUnfinished(temporary) }
        do {
            try body(temporary)
        } catch {
            // The system's words, where Foundation knows no more than that "the operation could not be completed".
            let code = ((error as? CocoaError)?.underlying as? POSIXError)?.code
            let cause = code.map { reason($0.rawValue) } ?? (error as? CocoaError)?.localizedDescription ?? "\(error)"
            let isFull = code == .ENOSPC || code == .EDQUOT
            throw DatasetError(
                folder.path, "cannot be written: \(cause)",
                try: isFull ? "make room there, or use a folder on another disk" : nil)
        }
        try moveIntoPlace(temporary, folder)
    }
}

/// Makes a folder, and those above it, for `body` to write into. If that fails, those that are new and empty go again.
func withMadeFolder(_ folder: URL, _ body: () throws -> Void) throws {
    var (made, place) = ([URL](), folder.absoluteURL)
    while !isFolder(place), place.path != "/" {
        made.append(place)
        place = place.deletingLastPathComponent()
    }
    do {
        try makeFolder(folder)
        try body()
    } catch {
        // (This fails, as it should, where something else has been put into one of them.)
        for new in made { rmdir(new.path) }
        throw error
    }
}
