// `swift run ch06 --image FILE`: an option that most chapters do not have.

import Common
import Foundation
import Notebook
import Vision

extension OtherVisionProblems {
    /// The photo that the reader named.
    @TaskLocal public static var ownPhoto: URL?

    public static let ownOptions = [
        "--image FILE: a photo, JPEG or PNG: what is on it, and is there a bear (section 6.3)?"
    ]

    /// Runs the chapter as a program that also understands `--image FILE`. With a photo and no section, it runs the
    /// section that looks at it.
    public static func mainWithPhoto() {
        do {
            let (files, others) = try FileOptions("--image").taken(from: Array(CommandLine.arguments.dropFirst()))
            // What is wrong with a file is said now, and not after all that comes before.
            _ = try files["--image"].map { try Photo($0) }
            let runsAll = files.isEmpty || others.contains { $0.hasPrefix("--section") }
            $ownPhoto.withValue(files["--image"]) { main(runsAll ? others : others + ["--section", "3"]) }
        } catch {
            warn("ch06: \(sentence(for: error))")
            exit(64)
        }
    }
}
