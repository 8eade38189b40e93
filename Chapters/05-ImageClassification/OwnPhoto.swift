// `swift run ch05 --image FILE`: an option that the other chapters do not have.

import Common
import Foundation
import Notebook
import Vision

extension ImageClassification {
    /// The photo that the reader named.
    @TaskLocal public static var ownPhoto: URL?

    public static let ownOptions = [
        "--image FILE: a photo, JPEG or PNG: which breed is it, and which of ImageNet's classes (section 5.7)?"
    ]

    /// Runs the chapter as a program that also understands `--image FILE`. With a photo and no section, it runs the
    /// section that looks at it.
    public static func mainWithPhoto() {
        main(withFile: "--image", in: $ownPhoto, section: 7) { _ = try Photo($0) }
    }
}
