import Exercises13
import Layers
import Practice
import Solutions13
import Tensors

/// Calls its second convolution first, twice, and has one that it does not call.
private final class Crossed: Module, Layer {
    let first, second, unused: Conv2d

    init(using random: inout SplitMix64) {
        first = Conv2d(2, 3, kernel: 3, stride: 2, using: &random)
        second = Conv2d(2, 2, kernel: 3, padding: 1, using: &random)
        unused = Conv2d(1, 1, kernel: 1, using: &random)
    }

    func forward(_ x: Tensor) -> Tensor { first(second(second(x)).relu()) }
}

let mapsOnTheWay = Check(
    "13.11",
    answer(
        "mapsOnTheWay(through:from:)", naming(Exercises13.mapsOnTheWay(through:from:)),
        naming(Solutions13.mapsOnTheWay(through:from:)))
) { mapsOnTheWay in
    var random = SplitMix64(seed: 1311)
    let plain = Sequential(
        Conv2d(1, 4, kernel: 3, stride: 2, padding: 1, using: &random), ReLU(),
        Sequential(Conv2d(4, 8, kernel: 3, stride: 2, padding: 1, using: &random), ReLU()), Flatten(),
        Linear(8 * 7 * 7, 2, using: &random))
    let before = plain.stateDictionary.mapValues(\.scalars)
    let found = try mapsOnTheWay(Named("a Sequential", plain), .zeros(64, 1, 28, 28))
    try expectEqual(found, ["layers.0 [64, 4, 14, 14]", "layers.2.layers.0 [64, 8, 7, 7]"])
    let isUnchanged = plain.stateDictionary.mapValues(\.scalars) == before
    try expectEqual(found.its("the model is as it was") { _ in isUnchanged }, true)
    // Once more: what an earlier call has left behind would show.
    try expectEqual(
        try mapsOnTheWay(Named("the same again", plain), .zeros(1, 1, 28, 28)),
        ["layers.0 [1, 4, 14, 14]", "layers.2.layers.0 [1, 8, 7, 7]"])
    try expectEqual(
        try mapsOnTheWay(Named("second, second, first", Crossed(using: &random)), .zeros(1, 2, 9, 7)),
        ["second [1, 2, 9, 7]", "second [1, 2, 9, 7]", "first [1, 3, 4, 3]"])
    try expectEqual(try mapsOnTheWay(Named("Flatten()", Flatten()), .zeros(2, 3)), [])
}
