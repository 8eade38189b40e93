// # Photos in folders, whose names say what is on them
//
//     bears/black/00000000.jpg   bears/grizzly/00000000.jpg   bears/teddy/00000000.jpg

import Foundation

/// The photos of a folder of folders. Nothing is opened yet.
public struct PhotoFolders: Sendable {
    public let folder: URL
    /// All photos, in the order of their paths, and the name of the folder that each of them is in.
    public let files: [URL], kinds: [String]

    /// - Parameter hint: what the folders could be called: "such as grizzly and teddy".
    /// - Throws: ``PhotoProblem``, which names the folder, if there are no photos of at least two kinds in it.
    public init(_ folder: URL, hint: String) throws {
        let files = try photoFiles(in: folder)
        let kinds = files.map(parentFolder)
        guard Set(kinds).count > 1 else {
            throw PhotoProblem(
                folder.path, "photos in folders of at least two kinds were expected, \(hint)",
                try: "a folder for each kind, with its photos in it")
        }
        (self.folder, self.files, self.kinds) = (folder, files, kinds)
    }
}
