// Chapter 4 on data that it cannot work with: it says so at once, with the folder and what was expected.

import Chapter04
import ChapterSupport
import Datasets
import Figures
import Foundation
import Notebook
import TestSupport
import Testing

@Suite struct `Chapter 4 on odd data` {
    @Test(arguments: [
        (
            1, 4, 28,
            "at least 2 threes and 2 sevens of 28 × 28 pixels were expected as training images, and found were 1 three"
        ),
        (4, 1, 28, "found were 4 threes and 1 seven of 28 × 28"),
        (3, 3, 27, "found were 3 threes and 3 sevens of 27 × 27"),
    ])
    func `names the folder, and what it found there`(_ threes: Int, _ sevens: Int, _ side: Int, _ words: String) throws
    {
        try withFolder { folder in
            try writeDigits(threes: threes, sevens: sevens, side: side, to: folder)
            let error = #expect(throws: (any Error).self) {
                try ChapterRun(of: DigitClassifier.self, sections: [1], .data(in: folder, .quick))
            }
            let message = error.map { "\($0)" } ?? ""
            #expect(message.contains(words) && message.contains("mnist_sample"), "\(message)")
        }
    }

    /// 65 images leave a last batch of one, which batch norm cannot use.
    @Test func `trains the residual net on a number of images that leaves one over`() throws {
        try withFolder { folder in
            try writeDigits(threes: 257, sevens: 257, side: 28, to: folder)
            let run = try ChapterRun(of: DigitClassifier.self, sections: [16], .data(in: folder, .quick))
            #expect(run["resnet/accuracy"]?.isFinite == true)
        }
    }
}

/// A data set laid out as the book's, with grey images; two of each digit for validation.
private func writeDigits(threes: Int, sevens: Int, side: Int, to folder: URL) throws {
    for (part, digit, count) in [("train", 3, threes), ("train", 7, sevens), ("valid", 3, 2), ("valid", 7, 2)] {
        let place = folder.appending(path: "mnist_sample/\(part)/\(digit)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for number in 0..<count {
            let pixels = (0..<side * side).map { UInt8(($0 * (digit + number)) % 256) }
            try Raster(width: side, height: side, pixels: pixels).writePNG(to: place.appending(path: "\(number).png"))
        }
    }
}
