import Exercises04
import Practice
import Solutions04
import Tensors

let mnistLossV1 = Check(
    "4.21", answer("mnistLossV1(_:_:)", Exercises04.mnistLossV1(_:_:), Solutions04.mnistLossV1(_:_:))
) { mnistLossV1 in
    let examples: [(predictions: [Float], targets: [Float], loss: Float?)] = [
        ([0.9, 0.4, 0.2], [1, 0, 1], 0.43333334), ([0.9, 0.4, 0.8], [1, 0, 1], 0.23333333), ([0, 1], [0, 1], 0),
        ([0, 1], [1, 0], 1), ([0.3], [0], 0.3), ([0.9, 1.5, 0.2], [1, 1, 1], nil), ([-0.1], [0], nil),
        ([0.5, .nan], [0, 1], nil), ([0.5, 0.5, 0.5], [1, 0], nil), ([0.5], [1, 0], nil),
    ]
    for (predictions, targets, loss) in examples {
        let (p, t) = (Tensor(predictions), Tensor(targets))
        for (p, t) in [(p, t), (p.unsqueezed(1), t.unsqueezed(1)), (p, t.unsqueezed(1)), (p.unsqueezed(1), t)] {
            let found = try mnistLossV1(p, t).noting("shapes \(p.shape) and \(t.shape)")
            try expectClose(found.its("the number") { $0.map { $0.sum().item } }, loss)
            try expectEqual(found.its("shape") { $0?.shape }, loss.map { _ in [] })
        }
    }
    let tracked = try mnistLossV1(Tensor([0.5, 0.25]).requiringGrad(), Tensor([1, 0]))
    try expect(
        tracked.its("requiresGrad for tracked predictions") { $0?.requiresGrad == true },
        "true: the whole way from predictions to loss is made of tensors"
    ) { $0 }
}
