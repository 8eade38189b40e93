// The digits of this chapter by class, as bytes and as floats.

import Datasets
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
