import Chapter01
import Exercises01
import Practice
import Solutions01

let learnedOrGivenUp = Check(
    "1.2",
    answer(
        "learnedWeights(_:_:passes:)", Exercises01.learnedWeights(_:_:passes:), Solutions01.learnedWeights(_:_:passes:))
) { learnedWeights in
    let corners = [[0.0, 0], [0, 1], [1, 0], [1, 1]]
    for wanted in [[0, 1, 1, 1], [0, 0, 0, 1], [1, 1, 0, 1], [1, 1, 1, 1]] {
        var neuron = Perceptron(inputs: 2)
        let mistakes = neuron.learn(zip(corners, wanted).map { (inputs: $0, wanted: $1) }, passes: 50)
        try expectClose(
            learnedWeights(corners, wanted, 50).its("weights and bias") { $0 ?? [] }, neuron.weights + [neuron.bias])
        // Exactly as many passes as it needs are enough, one less is too few.
        try expect(learnedWeights(corners, wanted, mistakes.count), "weights") { $0 != nil }
        try expect(learnedWeights(corners, wanted, mistakes.count - 1), "nil") { $0 == nil }
    }
    try expect(learnedWeights(corners, [0, 1, 1, 0], 200), "nil: that is exclusive or") { $0 == nil }
    try expect(learnedWeights([], [], 5), "nil") { $0 == nil }
    try expectClose(
        learnedWeights([[2, -1, 0.5], [-1, 0, 3]], [0, 1], 10).its("weights and bias") { $0 ?? [] }, [-3, 1, 2.5, 0])
}
