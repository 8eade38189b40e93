// The stand-in for MNIST: any number of digits, from a seed.
//
// Each image has its own random stream, made from the seed, the part (train or valid), the digit and the
// number of the image. So it does not matter in which order, or on how many threads, they are drawn,
// and the first thousand images are the same whether six thousand are asked for or ten thousand.

import Common
import Foundation
import Kernels
import PNGFormat
import Tensors

extension DigitImages {
    /// Generated digits in MNIST's shape; the origin is "generated digits".
    /// - Parameters:
    ///   - digits: which of 0...9.
    ///   - train: training images of each digit.
    ///   - valid: images of each digit for validation.
    ///   - seed: the same seed gives the same bytes, on every machine.
    public static func generated(
        digits: [Int] = [3, 7], train: Int = 6000, valid: Int = 1000, seed: UInt64 = 42
    ) -> DigitImages {
        DigitImages(
            origin: "generated digits",
            train: LabelledDigits(drawing: digits, each: train, seed: seed, part: 0),
            valid: LabelledDigits(drawing: digits, each: valid, seed: seed, part: 1))
    }
}

extension LabelledDigits {
    /// Draws `each` images of every digit, in parallel.
    init(drawing digits: [Int], each count: Int, seed: UInt64, part: UInt64) {
        let numbers = (0..<count).map { (number: $0, name: "\($0).png") }.sorted { inByteOrder($0.name, $1.name) }
        var truth: [GeneratedDigit] = []
        for digit in Set(digits).sorted() {
            for (number, _) in numbers {
                var random = SplitMix64(seed: seed, numbers: [part, UInt64(digit), UInt64(number)])
                truth.append(GeneratedDigit(digit, using: &random))
            }
        }
        images = ByteTensor(drawing: truth)
        labels = truth.map(\.digit)
        names = Set(digits).flatMap { _ in numbers.map(\.name) }
        self.truth = truth
        ignored = 0
    }

    /// Writes the images in the layout of the book's sample: `3/0.png`, `7/0.png` …
    /// - Throws: Foundation's error when a file cannot be written.
    func write(to folder: URL) throws {
        for digit in digits {
            try makeFolder(folder.appendingPathComponent("\(digit)"))
        }
        let pixels = images.scalars
        for i in 0..<count {
            let file = folder.appendingPathComponent("\(labels[i])/\(names[i])")
            let side = GeneratedDigit.side
            let image = Array(pixels[i * side * side..<(i + 1) * side * side])
            try encodedPNG(image, width: side, height: side, .grey).write(to: file)
        }
    }
}

extension DigitImages {
    /// Writes `train/3/0.png` … and `valid/3/0.png` … into a folder, which may not exist yet: what
    /// `DigitImages.pngFolders` reads back.
    /// - Throws: `DatasetError` when the folder holds something already, or a file cannot be written.
    public func write(to folder: URL) throws {
        try writeNewFolder(folder) { new in
            try train.write(to: new.appendingPathComponent("train"))
            try valid.write(to: new.appendingPathComponent("valid"))
        }
    }
}

extension ByteTensor {
    /// Draws the digits [n] → [n, 28, 28].
    public init(drawing digits: [GeneratedDigit]) {
        let side = GeneratedDigit.side
        self.init(shape: [digits.count, side, side]) { buffer in
            nonisolated(unsafe) let target = buffer
            parallelFor(digits.count, grain: 64) { block in
                for i in block {
                    _ = target[(i * side * side)...].update(fromContentsOf: digits[i].pixels())
                }
            }
        }
    }
}
