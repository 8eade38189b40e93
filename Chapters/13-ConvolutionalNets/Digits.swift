// The threes and sevens of sections 13.1 to 13.8: one three to look at closely, and a batch of validation images.

import Common
import Datasets
import Figures
import Notebook
import Tensors

extension ConvolutionalNets {
    /// Everything that was read: images, labels, names.
    var sample: DigitImages { get throws { try run.once { try checked(try sampleSource.contents) } } }

    /// The first 64 validation images, or all of them if there are fewer, as floats 0...1 [64, 1, 28, 28].
    var xb: Tensor {
        get throws {
            try run.once {
                let images = try sample.valid.images
                return (Tensor(images[0..<min(64, images.shape[0])]) / 255).unsqueezed(1)
            }
        }
    }

    /// The name of the three that the book looks at, 12.png; that of the first three if no file has this name.
    var threeName: String {
        get throws {
            let names = try sample.train.names(of: 3).names
            return names.contains("12.png") ? "12.png" : names[0]
        }
    }

    /// That three as bytes, 0 = paper, 255 = ink [28, 28]. (The book's `im3_t`.)
    var threeBytes: ByteTensor {
        get throws {
            let names = try sample.train.names(of: 3).names
            return try sample.train.images(of: 3)[names.firstIndex(of: try threeName)!]
        }
    }

    /// The same as floats, 0...255.
    var three: Tensor { get throws { Tensor(try threeBytes) } }

    /// Whether this run has the book's own three.
    var isBooksThree: Bool { get throws { try sampleSource.folder != nil && threeName == "12.png" } }

    /// A place at the top of a stroke. In the book's three it is the book's; in another one, the clearest there is.
    var placeAtTop: (row: Int, column: Int) {
        get throws { try isBooksThree ? (5, 7) : strongest { $0[2].sum() - $0[0].sum() } }
    }

    /// A place at the right side of a stroke, in the same way.
    var placeAtRight: (row: Int, column: Int) {
        get throws { try isBooksThree ? (8, 18) : strongest { $0[0..., 0].sum() - $0[0..., 2].sum() } }
    }

    /// Where the 3 × 3 window of the three gets the highest score.
    private func strongest(_ score: (Tensor) -> Tensor) throws -> (row: Int, column: Int) {
        let image = try three
        let places = (1..<27).flatMap { row in (1..<27).map { (row: row, column: $0) } }
        let scores = places.map { score(image[($0.row - 1)...($0.row + 1), ($0.column - 1)...($0.column + 1)]).item }
        return places[scores.firstIndex(of: scores.max()!)!]
    }

    /// The digits, if the chapter can work with them: threes and sevens of 28 × 28 pixels in both parts.
    private func checked(_ digits: DigitImages) throws -> DigitImages {
        for (part, name) in [(digits.train, "training"), (digits.valid, "validation")] {
            let counts = [3, 7].map { part.indices(of: $0).count }
            if part.images.shape.dropFirst() == [28, 28], counts.min()! > 0 { continue }
            let size = part.images.shape.dropFirst().map(String.init).joined(separator: " × ")
            throw DatasetError(
                sampleSource.folder?.path ?? sampleSource.name,
                "expected threes and sevens of 28 × 28 pixels as \(name) images, found \(counted(counts[0], "three")) "
                    + "and \(counted(counts[1], "seven")) of \(size)", try: "`swift run data get mnist_sample`")
        }
        return digits
    }
}
