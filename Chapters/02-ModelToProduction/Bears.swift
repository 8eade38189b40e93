// Photos of bears in a folder for each kind. How such folders are filled, and what is wrong with some of the files, is
// told on the pages of section 2.2.

import Common
import Datasets
import Foundation
import Vision

/// Whose photos a run is on. The book's come from a search that nobody can repeat, so no others are the same, whatever
/// their folder is called, and no difference from the book's numbers is shown.
struct OriginOfBears: DataOrigin {
    let name: String
    let bookName = "the photos of its own search"
    let notices: [String]
}

/// Photos, each in a folder that is called like what it shows.
struct Bears: Sendable {
    /// The folder of the data set.
    let folder: URL
    /// All files that are called photos, in the order of their paths, and the folder that each is in.
    let files: [URL], kinds: [String]
    /// What is wrong with the generated files that are not right, by their short names; empty where nobody knows.
    let faults: [String: BearFault]
    /// Removes generated files when nobody needs them any more.
    private let owner: TemporaryFolder?

    /// A folder of folders: the data set, or your own.
    /// - Throws: `PhotoProblem`, which names the folder, if there are no photos of at least two kinds in its folders.
    init(dataSet folder: URL) throws {
        let found = try PhotoFolders(folder, hint: "such as grizzly and teddy")
        (self.folder, files, kinds, faults, owner) = (folder, found.files, found.kinds, [:], nil)
    }

    /// Generated bears, with mistakes among them as a search would find them.
    /// - Parameters:
    ///   - perKind: how many files each folder has.
    ///   - size: the shorter side of each photo, in pixels.
    ///   - faults: how many files of each folder are not right; nil for ``usualFaults``.
    init(generated perKind: Int, size: Int, faults: [BearFault: Int]? = nil, seed: UInt64 = 42) throws {
        let owner = TemporaryFolder("generated-bears")
        let plan = try BearFiles(
            perKind: perKind, size: size, faults: faults ?? Self.usualFaults(among: perKind), seed: seed)
        try plan.write(to: owner.url)
        let found = try PhotoFolders(owner.url, hint: "such as grizzly and teddy")
        (folder, files, kinds) = (owner.url, found.files, found.kinds)
        (self.owner, self.faults) = (owner, plan.truth.compactMapValues { $0 })
    }

    /// About one file in ten is not right.
    static func usualFaults(among count: Int) -> [BearFault: Int] {
        [
            .wrongLabel: max(1, count / 30), .twoBears: max(1, count / 60), .noBear: max(1, count / 60),
            .broken: max(1, count / 60), .copy: max(1, count / 60), .smaller: max(1, count / 60),
        ]
    }

    /// A file as its readers know it: "black/00000007.jpg".
    func shortName(_ file: URL) -> String { folder.shortening(file.path) }

    /// A text without the place where the folder happens to be on this machine.
    func shortText(_ text: String) -> String { folder.shortening(text) }
}

/// "(#421) [a.jpg, b.jpg, …]": how many there are, and the first ten. (As the book's `L` prints itself.)
public func listing(_ items: [some Any], most: Int = 10) -> String {
    "(#\(items.count)) ["
        + (items.prefix(most).map { "\($0)" } + (items.count > most ? ["…"] : []))
        .joined(separator: ", ") + "]"
}

/// Bytes of a file as a photo.
func photo(of bytes: Data) throws -> Photo {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).jpg")
    try bytes.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try Photo(file)
}
