import Exercises04
import Practice
import Solutions04
import Tensors

let isThree = Check(
    "4.9",
    answer(
        "isThree(_:three:seven:)", Exercises04.isThree(_:three:seven:), Solutions04.isThree(_:three:seven:)),
    answer(
        "accuracyOfIsThree(threes:sevens:three:seven:)",
        Exercises04.accuracyOfIsThree(threes:sevens:three:seven:),
        Solutions04.accuracyOfIsThree(threes:sevens:three:seven:))
) { isThree, accuracy in
    // Images of two pixels. The third is just between the two ideals.
    let (three, seven) = (Tensor([[1, 1]]), Tensor([[0, 0]]))
    let images = Tensor([[[0.9, 0.8]], [[0.1, 0.3]], [[0.5, 0.5]], [[1, 0.4]]])
    let answers = try isThree(images, three, seven)
    try expectEqual(answers.its("shape", \.shape), [4])
    try expectEqual(
        answers.its("answers (the third image is as far from both)", \.scalars), [true, false, false, true])
    let swapped = try isThree(images, seven, three)
    try expectEqual(swapped.its("answers", \.scalars), [false, true, false, false])
    try expectEqual(isThree(images[0], three, seven).noting("a single image").its("shape", \.shape), [])

    let threes = Tensor([[[0.9, 0.9]], [[0.6, 0.7]], [[0.4, 0.2]]])
    for (sevens, right7, all) in [(Tensor([[[0.3, 0.3]]]), Float(1), Float(0.75)), (images, 0.5, 4 / 7)] {
        let found = try accuracy(threes, sevens, three, seven)
        try expectClose(found.its("threes", \.threes), 2 / 3)
        try expectClose(found.its("sevens", \.sevens), right7)
        try expectClose(found.its("all (of all images, not of the two kinds)", \.all), all)
    }
}
