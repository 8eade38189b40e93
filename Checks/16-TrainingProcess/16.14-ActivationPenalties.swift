import Exercises16
import Practice
import Solutions16
import Tensors

let activationPenalties = Check(
    "16.14",
    answer(
        "activationPenalties(raw:dropped:alpha:beta:)", Exercises16.activationPenalties(raw:dropped:alpha:beta:),
        Solutions16.activationPenalties(raw:dropped:alpha:beta:))
) { penalties in
    let (raw, dropped) = (Tensor([[[1, 2], [4, 2]]]), Tensor([[[1, 2], [3, 0]]]))
    try expectClose(penalties([raw], [dropped], 2, 0), Tensor(7))
    try expectClose(penalties([raw], [dropped], 0, 1), Tensor(4.5))
    try expectClose(penalties([raw], [dropped], 2, 1), Tensor(11.5))
    try expectClose(penalties([raw], [dropped], 0, 0), Tensor(0))

    let strange = Tensor.full(.nan, [1, 2, 2])
    try expectClose(penalties([strange, raw], [strange, dropped], 2, 1), Tensor(11.5))
    try expectClose(penalties([strange], [dropped], 2, 0), Tensor(7))
    try expectClose(penalties([raw], [strange], 0, 1), Tensor(4.5))
    try expectClose(penalties([strange], [strange], 0, 0), Tensor(0))
    // Several texts of one step each.
    let steps = Tensor([[[1, 2]], [[5, 6]], [[9, 9]]])
    try expectClose(penalties([steps], [steps], 0, 3), Tensor(0))
    try expectClose(penalties([steps], [steps], 1, 3), Tensor(38))

    var random = SplitMix64(seed: 1614)
    let numbers = Tensor.randn(3, 4, 2, using: &random)
    let tracked = numbers.requiringGrad()
    let found = try penalties([tracked], [tracked * 1], 0.5, 2)
    try expectEqual(found.its("shape", \.shape), [])
    try expectEqual(found.its("a gradient can go back") { $0.requiresGrad }, true)
    found.value.backward()
    try expectGradient(found.its("gradient") { _ in tracked.grad! }, of: "raw", at: numbers) { x in
        let differences = x[0..., 1...] - x[0..., ..<3]
        return 0.5 * (x * x).mean() + 2 * (differences * differences).mean()
    }
}
