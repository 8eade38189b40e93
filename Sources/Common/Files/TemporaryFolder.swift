// Files that nobody wants to keep: an example that is written to be read, generated pictures that are read like real
// ones.

import Foundation

/// A place for files that are gone with their last owner.
public final class TemporaryFolder: Sendable {
    /// It does not exist yet.
    public let url: URL
    private let place: URL

    /// - Parameter name: of the folder, for people.
    public init(_ name: String) {
        place = unfinishedPlace(in: FileManager.default.temporaryDirectory.resolvingSymlinksInPath())
        url = place.appending(path: name)
    }

    deinit { removeUnfinished(place) }
}

/// Calls `body` with a new folder, which is removed afterwards.
public func inTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = TemporaryFolder("files")
    try makeFolder(folder.url)
    return try withExtendedLifetime(folder) { try body(folder.url) }
}

extension URL {
    /// A text about files of this folder as its readers want it: "images/Bengal_7.jpg", without the place where the
    /// folder happens to be on this machine.
    public func shortening(_ text: String) -> String {
        text.replacing(path + "/", with: "").replacing(path, with: lastPathComponent)
    }
}
