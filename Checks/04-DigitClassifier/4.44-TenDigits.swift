import Exercises04
import Practice
import Solutions04
import Tensors

let learnedDigits = Check(
    "4.44",
    answer(
        "learnedDigits(_:_:using:)", changing(Exercises04.learnedDigits(_:_:using:)),
        changing(Solutions04.learnedDigits(_:_:using:)))
) { learnedDigits in
    let model = try learnedDigits(trainImages, trainLabels, Variable("random", SplitMix64(seed: 26)))
    let answers = model.its("its answers for 500 other images") { $0(validImages) }
    try expectEqual(answers.its("shape", \.shape), [500])
    try expectAccuracy(of: answers, atLeast: 0.85)
}
