// Photos of bears in three folders, as in chapter 2, for the pages about "none of these".

import Common
import Datasets
import Foundation
import Vision

/// Photos that each show one of three kinds.
struct Bears: Sendable {
    /// The folder of the data set.
    let folder: URL
    /// All photos, and the kind that each of them shows.
    let files: [URL], kinds: [String]
    private let owner: TemporaryFolder?

    /// - Throws: `PhotoProblem`, which names the folder, if there are no photos of at least two kinds in its folders.
    init(dataSet folder: URL) throws {
        let found = try PhotoFolders(folder, hint: "such as grizzly and teddy")
        (self.folder, files, kinds, owner) = (folder, found.files, found.kinds, nil)
    }

    /// Dogs of three breeds, which have to stand in for bears.
    init(generated each: Int, size: Int) throws {
        let owner = TemporaryFolder("generated-dogs")
        let names = ["great_pyrenees", "newfoundland", "saint_bernard"]
        let breeds = PetBreed.all.filter { names.contains($0.name) }
        try PetFiles(perBreed: each, size: size, breeds: breeds).write(to: owner.url)
        let files = try photoFiles(in: owner.url)
        (self.owner, folder, self.files) = (owner, owner.url, files)
        kinds = try files.map(label(matching: #/(.+)_\d+\.jpg$/#))
    }
}
