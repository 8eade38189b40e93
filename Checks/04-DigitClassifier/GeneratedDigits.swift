// The digits that judge the exercises on all ten digits.

import Datasets
import Practice
import Tensors

/// 200 images of every digit to learn from and 50 to judge by; labels in ascending order. Drawn when first asked for.
private let digits = DigitImages.generated(digits: Array(0...9), train: 200, valid: 50)
let (trainImages, trainLabels) = (Tensor(digits.train.images) / 255, IntTensor(digits.train.labels))
let (validImages, validLabels) = (Tensor(digits.valid.images) / 255, IntTensor(digits.valid.labels))

/// Expects a share of the answers for `validImages` to be right. The message names the digit with the most mistakes.
func expectAccuracy(of answers: Found<IntTensor>, atLeast bound: Float) throws {
    let right = zip(answers.value.scalars, validLabels.scalars).map { $0 == $1 }
    let accuracy = Float(right.count(where: \.self)) / Float(right.count)
    let worst = (0...9).min { a, b in share(of: a, right) < share(of: b, right) }!
    try expect(
        answers.its("share of right answers") { _ in accuracy }, "at least \(bound)",
        found: "\(accuracy); worst are the \(worst)s, with \(share(of: worst, right))"
    ) { $0 >= bound }
}

private func share(of digit: Int, _ right: [Bool]) -> Float {
    let range = digits.valid.indices(of: digit)
    return Float(right[range].count(where: \.self)) / Float(range.count)
}
