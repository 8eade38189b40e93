// The checks on further research, all ten digits: 4.24, 4.25 and 4.26.

import Datasets
import Exercises04
import Practice
import Solutions04
import Tensors
import Training

/// 200 images of every digit to learn from and 50 to judge by; labels in ascending order. Drawn when first asked for.
private let digits = DigitImages.generated(digits: Array(0...9), train: 200, valid: 50)
private let (trainImages, trainLabels) = (Tensor(digits.train.images) / 255, IntTensor(digits.train.labels))
private let (validImages, validLabels) = (Tensor(digits.valid.images) / 255, IntTensor(digits.valid.labels))

let digitsByIdeal = Check("4.24", Exercises04.digitsByIdeal, Solutions04.digitsByIdeal) { digitsByIdeal in
    // Dark images are sevens, light ones are threes; the ideals are 0.1 and 0.8.
    let train = Tensor([0.9, 0, 0.2, 0.7]).reshaped(-1, 1, 1)
    let call = "digitsByIdeal(images [0.3, 0.6, 0.05], train: [0.9, 0, 0.2, 0.7], labels: [7, 3, 3, 7])"
    let found = try asking(call) {
        try digitsByIdeal(Tensor([0.3, 0.6, 0.05]).reshaped(-1, 1, 1), train, IntTensor([7, 3, 3, 7]))
    }
    try expectEqual(found.shape, [3], "\(call), shape")
    try expectEqual(found.scalars, [3, 7, 3], call)

    let answers = try digitsByIdeal(validImages, trainImages, trainLabels)
    try expectAccuracy(of: answers, atLeast: 0.55, "digitsByIdeal for 500 generated digits")
}

let tenClassLoss = Check("4.25", Exercises04.tenClassLoss, Solutions04.tenClassLoss) { tenClassLoss in
    let examples: [([[Float]], [Int], Float)] = [
        ([[0, 0]], [1], 0.6931472), ([[0, 0, 0, 0, 0, 0, 0, 0, 0, 0]], [3], 2.3025851), ([[2, 0, 1]], [0], 0.40760597),
        ([[2, 0, 1]], [1], 2.407606), ([[2, 0, 1], [0, 3, 0]], [0, 1], 0.25126447),
        ([[1, 2], [3, 4]], [1, 0], 0.8132617),
        ([[1000, 0], [-1000, 0]], [0, 0], 500),
    ]
    for (scores, labels, loss) in examples {
        try expectEqual(
            tenClassLoss(Tensor(scores), IntTensor(labels)), Tensor(loss),
            "tenClassLoss(scores \(scores), labels \(labels))")
    }

    // The slope, as autograd finds it on the way that the answer took.
    let scores = Tensor([[2, 0, 1], [-1, 0.5, 3], [0, 0, 0.5]]).requiringGrad()
    let labels = IntTensor([0, 1, 2])
    let loss = try tenClassLoss(scores, labels)
    try expect(
        loss.requiresGrad, "tenClassLoss of tracked scores, requiresGrad",
        expected: "true: the whole way from scores to loss is made of tensors", found: "false")
    loss.backward()
    try expectGradient(scores.grad ?? .zeros(3, 3), of: "scores", at: scores, "tenClassLoss(…).backward()") {
        crossEntropy($0, labels)
    }
}

let learnedDigits = Check("4.26", Exercises04.learnedDigits, Solutions04.learnedDigits) { learnedDigits in
    var random = SplitMix64(seed: 26)
    let answers = try asking("learnedDigits(2000 images, …), called with 500 others") {
        try learnedDigits(trainImages, trainLabels, &random)(validImages)
    }
    try expectEqual(answers.shape, [500], "learnedDigits(2000 images, …), shape of the answers for 500 others")
    try expectAccuracy(of: answers, atLeast: 0.85, "learnedDigits(2000 images, …) for 500 others")
}

/// The message says which digits are the trouble.
private func expectAccuracy(of answers: IntTensor, atLeast bound: Float, _ given: String) throws {
    let right = zip(answers.scalars, validLabels.scalars).map { $0 == $1 }
    let accuracy = Float(right.count(where: \.self)) / Float(right.count)
    let worst = (0...9).min { a, b in share(of: a, right) < share(of: b, right) }!
    try expect(
        accuracy >= bound, "\(given), share of right answers", expected: "at least \(bound)",
        found: "\(accuracy); worst are the \(worst)s, with \(share(of: worst, right))")
}

private func share(of digit: Int, _ right: [Bool]) -> Float {
    let range = digits.valid.indices(of: digit)
    return Float(right[range].count(where: \.self)) / Float(range.count)
}
