import Exercises04
import Practice
import Solutions04
import Tensors

private typealias Model = (Tensor) -> Tensor
private typealias Validate =
    @Sendable (@escaping Model, [(x: Tensor, y: Tensor)]) throws -> (ofBatches: Float, ofItems: Float)

let validateEpoch = Check(
    "4.33",
    answer(
        "validateEpoch(_:on:)", naming(Exercises04.validateEpoch(_:on:) as Validate),
        naming(Solutions04.validateEpoch(_:on:) as Validate))
) { validateEpoch in
    // The input is its own score.
    func batch(_ scores: [Float], _ targets: [Float]) -> (x: Tensor, y: Tensor) {
        (x: Tensor(scores).unsqueezed(1), y: Tensor(targets).unsqueezed(1))
    }
    let sets: [([(x: Tensor, y: Tensor)], ofBatches: Float, ofItems: Float)] = [
        ([batch([1, -1, -1, -1], [1, 1, 1, 1]), batch([2], [1])], 0.625, 0.4),
        ([batch([1, 2], [1, 0]), batch([-1, 3], [0, 1])], 0.75, 0.75), ([batch([1, -2, 3], [1, 1, 1])], 2 / 3, 2 / 3),
    ]
    for (batches, ofBatches, ofItems) in sets {
        let found = try validateEpoch(Named("{ $0 }") { $0 }, batches)
        try expectClose(found.its("ofBatches", \.ofBatches), ofBatches)
        try expectClose(found.its("ofItems", \.ofItems), ofItems)
    }

    // A model that calls everything a three, on the book's 1010 threes and then 1028 sevens, 256 at a time. The weight
    // is tracked, so that a recorded score would show.
    let y = Tensor.cat([.ones(1010, 1), .zeros(1028, 1)])
    let batches = stride(from: 0, to: 2038, by: 256).map { start in
        (x: Tensor.ones(min(256, 2038 - start), 1), y: y[start..<min(start + 256, 2038)])
    }
    let weight = Tensor([[1]]).requiringGrad()
    var recorded: [Bool] = []
    let model = Named<Model>("everything is a three") { x in
        let scores = x.matmul(weight)
        recorded.append(scores.requiresGrad)
        return scores
    }
    let found = try validateEpoch(model, batches)
    try expectEqual(found.its("number of calls of the model") { _ in recorded.count }, batches.count)
    try expectClose(found.its("ofBatches", \.ofBatches), 0.4931641)
    try expectClose(found.its("ofItems", \.ofItems), 1010 / 2038)
    try expect(
        found.its("scores that were recorded") { _ in recorded.count { $0 } }, "none: nothing is learned from them"
    ) { $0 == 0 }
}
