import Exercises04
import Practice
import Solutions04
import Tensors

let digitsByIdeal = Check(
    "4.41",
    answer(
        "digitsByIdeal(_:train:labels:)", Exercises04.digitsByIdeal(_:train:labels:),
        Solutions04.digitsByIdeal(_:train:labels:))
) { digitsByIdeal in
    // Dark images are sevens, light ones are threes; the ideals are 0.1 and 0.8.
    let images = Tensor([0.3, 0.6, 0.05]).reshaped(-1, 1, 1)
    let train = Tensor([0.9, 0, 0.2, 0.7]).reshaped(-1, 1, 1)
    let found = try digitsByIdeal(images, train, IntTensor([7, 3, 3, 7]))
    try expectEqual(found.its("shape", \.shape), [3])
    try expectEqual(found.its("digits", \.scalars), [3, 7, 3])

    let digits = TenDigits.generated
    let answers = try digitsByIdeal(digits.valid.images, digits.train.images, digits.train.labels)
    try digits.expectAccuracy(of: answers, atLeast: 0.7)
}
