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
        main(withFile: "--image", in: $ownPhoto, section: 3) { _ = try Photo($0) }
    }
}
