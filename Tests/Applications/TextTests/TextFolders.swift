// Folders of files for the tests of texts.

import Foundation

/// Writes files of these bytes under their paths in a folder.
func write(_ files: [String: [UInt8]], to folder: URL) throws {
    for (path, bytes) in files {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }
}
