import Chapter12
import Exercises12
import Layers
import Practice
import Solutions12
import Tensors

let thirdWord = Check(
    "12.5",
    answer(
        "thirdWordScores(_:embedding:hiddenWeight:hiddenBias:outputWeight:outputBias:)",
        Exercises12.thirdWordScores(_:embedding:hiddenWeight:hiddenBias:outputWeight:outputBias:),
        Solutions12.thirdWordScores(_:embedding:hiddenWeight:hiddenBias:outputWeight:outputBias:))
) { scores in
    var random = SplitMix64(seed: 1205)
    for (batch, vocabulary, size) in [(1, 3, 2), (4, 6, 5), (3, 2, 4)] {
        let model = LoopedModel(vocabulary: vocabulary, hidden: size, using: &random)
        let x = IntTensor(shape: [batch, 2], (0..<2 * batch).map { ($0 * 7 + 1) % vocabulary })
        let values = model.parameters.map { $0.value.detached().requiringGrad() }
        let found = try scores(x, values[0], values[1], values[2], values[3], values[4])
        try expectClose(found, model(x).detached())
        found.value.squared().sum().backward()
        model(x).squared().sum().backward()
        for (value, (name, parameter)) in zip(values, model.namedParameters) {
            try expectClose(
                found.its("gradient of \(name)") { _ in value.grad ?? .zeros(0) }, parameter.grad!, tolerance: 1e-4)
        }
    }
}
