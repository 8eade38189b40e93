import Chapter12
import Exercises12
import Layers
import Practice
import Solutions12
import Tensors

let thirdWord = Check(
    "12.5",
    answer(
        "thirdWordScores(_:embedding:hidden:output:)", Exercises12.thirdWordScores(_:embedding:hidden:output:),
        Solutions12.thirdWordScores(_:embedding:hidden:output:))
) { scores in
    var random = SplitMix64(seed: 1205)
    for (batch, vocabulary, size) in [(1, 3, 2), (4, 6, 5), (3, 2, 4)] {
        let model = LoopedModel(vocabulary: vocabulary, hidden: size, using: &random)
        let x = IntTensor(shape: [batch, 2], (0..<2 * batch).map { ($0 * 7 + 1) % vocabulary })
        let values = model.parameters.map { $0.value.detached().requiringGrad() }
        let found = try scores(x, values[0], (weight: values[1], bias: values[2]), (weight: values[3], bias: values[4]))
        try expectClose(found, model(x).detached())
        found.value.squared().sum().backward()
        model(x).squared().sum().backward()
        for (value, (name, parameter)) in zip(values, model.namedParameters) {
            try expectClose(
                found.its("gradient of \(name)") { _ in value.grad ?? .zeros(0) }, parameter.grad!, tolerance: 1e-4)
        }
    }
}
