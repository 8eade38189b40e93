// Where this chapter's digits come from: the book's sample of MNIST if it is at hand, MNIST itself, or the generator.

import Datasets
import Foundation
import Tensors

/// The threes and sevens of one part, training or validation: [n, 28, 28] each.
struct Digits<Images> {
    let threes, sevens: Images
}

extension Digits<ByteTensor> {
    init(_ digits: LabelledDigits) { self.init(threes: digits.images(of: 3), sevens: digits.images(of: 7)) }
}

extension Digits<Tensor> {
    /// Bytes 0...255 as floats 0...1.
    init(_ bytes: Digits<ByteTensor>) {
        self.init(threes: Tensor(bytes.threes) / 255, sevens: Tensor(bytes.sevens) / 255)
    }
}

/// Finds the digits at once, but reads them only when a section asks.
struct DigitSource {
    /// What every table that rests on these digits has to name.
    let name: String
    /// The folder of the book's sample; nil if the digits come from elsewhere.
    let folder: URL?
    /// What a reader should know about the search.
    let notices: [String]
    let load: () throws -> DigitImages

    /// - Throws: `DatasetError` if data was found that cannot be read. It is never quietly replaced.
    init(_ locator: DataLocator, seed: UInt64) throws {
        let search = try locator.find("mnist_sample", "mnist")
        notices = search.notices
        switch search.found {
        case .some(let found) where found.name == "mnist_sample":
            (name, folder) = (found.name, found.folder)
            load = { try .mnistSample(found.folder) }
        case .some(let found):
            (name, folder) = (found.name, nil)
            load = { try .mnist(found.folder, only: [3, 7]) }
        case nil:
            (name, folder) = ("generated digits", nil)
            load = { .generated(seed: seed) }
        }
    }
}
