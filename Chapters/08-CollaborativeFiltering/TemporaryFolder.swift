// Some pages read files that have to be written first. They are no figures, and nobody wants to keep them.

import Foundation

/// Calls `body` with a new folder, which is removed afterwards.
func inTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let place = FileManager.default.temporaryDirectory.appending(path: "groundup-ch08-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    return try body(place)
}
