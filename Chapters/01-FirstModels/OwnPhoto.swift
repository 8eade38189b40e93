// `swift run ch01 --image FILE`: an option that most chapters do not have.

import Common
import Foundation
import Notebook
import Vision

extension FirstModels {
    /// The photo that the reader named, or a folder of photos.
    @TaskLocal public static var ownPhoto: URL?

    public static let ownOptions = [
        "--image FILE: a photo, JPEG or PNG, or a folder of them: is it a cat, and what else is on it (section 1.3)?",
        glossaryOption, docOption,
    ]

    /// Runs the chapter as a program that also understands `--image FILE`. With a photo and no section, it runs the
    /// section that looks at it.
    public static func mainWithPhoto() {
        main(withFile: "--image", takesFolders: true, in: $ownPhoto, section: 3) { try check($0) }
    }

    /// Looks whether there is a photo to look at. What is wrong is said now, and not after a training.
    static func check(_ own: URL) throws {
        guard isFolder(own) else {
            _ = try Photo(own, atLeast: 32)
            return
        }
        let files = try photoFiles(in: own)
        var first: PhotoProblem?
        // The first one that can be read will do; the others are looked at when it is their turn.
        for file in files {
            guard let problem = VerifiedPhotos([file]).problems.first else { return }
            first = first ?? problem
        }
        throw PhotoProblem(
            own.path,
            "none of its \(counted(files.count, "photo")) can be read"
                + (first.map { ". The first problem: \($0)" } ?? ""), try: "a folder with JPEG or PNG images")
    }
}
