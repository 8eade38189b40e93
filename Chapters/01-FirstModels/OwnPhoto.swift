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
        do {
            let (files, others) = try FileOptions("--image", takesFolders: true).taken(
                from: Array(CommandLine.arguments.dropFirst()))
            // What is wrong with a file is said now, and not after all that comes before.
            if let own = files["--image"] { _ = isFolder(own) ? Photo?.none : try Photo(own, atLeast: 32) }
            if let own = files["--image"], isFolder(own) { _ = try photoFiles(in: own) }
            let runsAll = files.isEmpty || others.contains { $0.hasPrefix("--section") }
            $ownPhoto.withValue(files["--image"]) { main(runsAll ? others : others + ["--section", "3"]) }
        } catch {
            warn("ch01: \(sentence(for: error))")
            exit(64)
        }
    }
}
