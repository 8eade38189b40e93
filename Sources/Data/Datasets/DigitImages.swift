// Images of digits with their labels, wherever they came from.
//
// The chapters ask for threes and sevens and should not care whether these are on the disk as 14,434
// PNG files, as MNIST's four IDX files, or nowhere at all and are generated. So every source gives the
// same thing in the same order: by digit, and within a digit by file name, in plain string order
// ("10.png" before "10000.png"). `threes[1]` is the same image in both real sources.

import Tensors

/// Digits for training, and digits for validation.
public struct DigitImages: Sendable {
    /// What every table that rests on these images has to name: "mnist_sample", "generated digits" …
    public let origin: String
    public let train: LabelledDigits
    public let valid: LabelledDigits

    public init(origin: String, train: LabelledDigits, valid: LabelledDigits) {
        self.origin = origin
        self.train = train
        self.valid = valid
    }
}

/// Images and labels, by digit and then by name.
public struct LabelledDigits: Sendable {
    /// Bytes, 0 = paper, 255 = ink [n, 28, 28].
    public let images: ByteTensor
    /// The digit of each image [n].
    public let labels: [Int]
    /// The file name of each image [n], or the name it would have.
    public let names: [String]
    /// How each image was made [n]; nil for real ones.
    public let truth: [GeneratedDigit]?
    /// How many files among the images were not images, and were skipped.
    public let ignored: Int

    public var count: Int { labels.count }

    /// The digits that occur, in ascending order.
    public var digits: [Int] { Set(labels).sorted() }

    /// All images of one digit [m, 28, 28]; if there are none, an empty tensor [0, 28, 28].
    public func images(of digit: Int) -> ByteTensor {
        let range = indices(of: digit)
        let pixels = images.shape[1] * images.shape[2]
        return ByteTensor(shape: [range.count] + images.shape[1...]) { target in
            images.withContiguous { all in
                _ = target.update(fromContentsOf: all[range.lowerBound * pixels..<range.upperBound * pixels])
            }
        }
    }

    /// The file names of one digit: `(#6131) [10.png, 10000.png, …]`.
    public func names(of digit: Int) -> Listing {
        Listing(folder: "\(digit)", names: Array(names[indices(of: digit)]))
    }

    /// Where a digit's images are: they follow one another.
    public func indices(of digit: Int) -> Range<Int> {
        guard let first = labels.firstIndex(of: digit), let last = labels.lastIndex(of: digit) else { return 0..<0 }
        return first..<last + 1
    }
}
