// Some files have to be on a disk to be read from it: generated pictures, the boat, a file that is broken on purpose.
// They are no figures, and nobody wants to keep them.

import Common
import Datasets
import Foundation

/// A folder for files that are needed while a chapter runs. It goes when this goes.
final class OwnFiles: Sendable {
    private let place = FileManager.default.temporaryDirectory.appending(path: "groundup-ch19-\(UUID().uuidString)")

    /// The folder, made if need be.
    func folder() throws -> URL {
        do {
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        } catch {
            throw DatasetError(place.path, "the folder cannot be made: \(error.localizedDescription)")
        }
        return place
    }

    deinit { removeAll(place) }
}
