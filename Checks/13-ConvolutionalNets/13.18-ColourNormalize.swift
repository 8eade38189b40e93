import Exercises13
import Practice
import Solutions13
import Tensors

let colourNormalize = Check(
    "13.18",
    answer("channelStatistics(_:)", Exercises13.channelStatistics(_:), Solutions13.channelStatistics(_:)),
    answer(
        "normalized(_:mean:deviation:)", Exercises13.normalized(_:mean:deviation:),
        Solutions13.normalized(_:mean:deviation:)),
    answer("undone(_:mean:deviation:)", Exercises13.undone(_:mean:deviation:), Solutions13.undone(_:mean:deviation:))
) { statistics, normalized, undone in
    // Two pictures of 1 × 2 pixels: red 1 2 3 6, green always 7, blue 0 0 0 2.
    let found = try statistics(Tensor(shape: [2, 3, 1, 2], [1, 2, 7, 7, 0, 0, 3, 6, 7, 7, 0, 2]))
    try expectClose(found.its("mean", \.mean), Tensor([3, 7, 0.5]))
    try expectClose(found.its("deviation", \.deviation), Tensor([2.160247, 1, 1]))
    // A small deviation is none the less one: 1/64 here, and none in the second channel.
    let faint = try statistics(Tensor(shape: [1, 2, 1, 3], [0.5, 0.515625, 0.53125, 0.25, 0.25, 0.25]))
    try expectClose(faint.its("deviation", \.deviation), Tensor([0.015625, 1]))

    let (mean, deviation) = (Tensor([3, 7, 0.5]), Tensor([2, 1, 4]))
    let (x, y) = (
        Tensor(shape: [1, 3, 1, 2], [3, 5, 7, 9, 0.5, 2.5]), Tensor(shape: [1, 3, 1, 2], [0, 1, 0, 2, 0, 0.5])
    )
    try expectClose(normalized(x, mean, deviation), y)
    try expectClose(normalized(x[0], mean, deviation).noting("a single picture"), y[0])
    try expectClose(undone(y, mean, deviation), x)
    try expectClose(undone(y[0], mean, deviation).noting("a single picture"), x[0])

    var random = SplitMix64(seed: 1318)
    let many = Tensor.randn(5, 4, 6, 3, using: &random) * Tensor([1, 2, 3, 4]).reshaped(4, 1, 1)
    let measured = try statistics(many).value
    let normal = try normalized(many, measured.mean, measured.deviation)
    try expectClose(normal.its("means of the channels") { $0.mean(axes: 0, 2, 3) }, .zeros(4))
    try expectClose(normal.its("deviations of the channels") { $0.std(axes: [0, 2, 3]) }, .ones(4))
}
