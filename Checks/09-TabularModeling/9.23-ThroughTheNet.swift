import Exercises09
import Layers
import Practice
import Solutions09
import Tabular
import Tensors

let throughNet = Check(
    "9.23",
    answer("throughTheNet(_:_:)", Exercises09.throughTheNet(_:_:), Solutions09.throughTheNet(_:_:))
) { through in
    var random = SplitMix64(seed: 23)
    for (levels, numbers, range) in [
        ([4, 3], 2, 8...12), ([5], 0, nil), ([], 3, -1...1), ([2, 2, 2], 1, nil),
    ] as [([Int], Int, ClosedRange<Float>?)] {
        let plan = TabularPlan(levels: levels, numbers: numbers, layers: [6, 5], range: range)
        let model = TabularModel(plan, using: &random)
        let codes = levels.indices.map { NDArray([0, 1, levels[$0] - 1, 1]) }
        let categories = codes.isEmpty ? NDArray<Int>(repeating: 0, shape: [4, 0]) : NDArray.stack(codes, axis: 1)
        let batch = TabularBatch(categories, Tensor.randn(4, numbers, using: &random))
        // A step of training first, so that the norms have something to do.
        _ = model(batch)
        model.eval()
        try noGrad { try expectClose(through(model, batch), model(batch)) }
    }
}
