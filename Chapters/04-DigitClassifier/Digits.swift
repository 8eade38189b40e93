// The digits of this chapter by class, as bytes and as floats.

import Datasets
import Tensors

/// The threes and sevens of one part, training or validation: [n, 28, 28] each.
struct Digits<Images> {
    let threes, sevens: Images
}

/// Stops the program if scores and targets differ in shape: they would be broadcast, and every score compared with every
/// target (section 4.11).
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
