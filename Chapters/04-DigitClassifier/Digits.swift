// The digits of this chapter by class, as bytes and as floats.

import Common
import Datasets
import Notebook
import Tensors

/// The threes and sevens of one part, training or validation: [n, 28, 28] each.
struct Digits<Images> {
    let threes, sevens: Images
}

/// Stops the program if scores and targets differ in shape: they would be broadcast, and every score compared with
/// every target (section 4.11).
func requireEqualShapes(_ scores: Tensor, _ targets: Tensor, _ operation: String) {
    require(
        scores.shape == targets.shape, "\(operation) of \(scores.shape) and \(targets.shape)",
        "scores and targets differ in shape", try: "targets.unsqueezed(1)")
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

extension DigitClassifier {
    /// The digits, if the chapter can work with them: threes and sevens of 28 × 28 pixels in both parts. It compares
    /// the second three of the training images with all others, so there have to be at least two of each.
    func checked(_ digits: DigitImages) throws -> DigitImages {
        for (part, name, least) in [(digits.train, "training", 2), (digits.valid, "validation", 1)] {
            let counts = [3, 7].map { part.indices(of: $0).count }
            if part.images.shape.dropFirst() != [28, 28] || counts.min()! < least {
                let size = part.images.shape.dropFirst().map(String.init).joined(separator: " × ")
                throw DatasetError(
                    source.folder?.path ?? dataName,
                    "at least \(counted(least, "three")) and \(counted(least, "seven")) of 28 × 28 pixels were expected as "
                        + "\(name) images, and found were \(counted(counts[0], "three")) and "
                        + "\(counted(counts[1], "seven")) of \(size)",
                    try: "swift run data get mnist_sample")
            }
        }
        return digits
    }
}
