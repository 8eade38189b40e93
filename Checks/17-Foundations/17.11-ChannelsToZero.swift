import Exercises17
import Practice
import Solutions17
import Tensors

let channelsToZero = Check(
    "17.11", answer("channelsToZero(_:)", Exercises17.channelsToZero(_:), Solutions17.channelsToZero(_:))
) { channelsToZero in
    try expectClose(channelsToZero(Tensor([[1, 5], [3, 5]])), Tensor([[-1, 0], [1, 0]]))
    var random = SplitMix64(seed: 1711)
    // As many columns as channels, too, where a mean in the wrong place would fit.
    for shape in [[4, 3, 5, 6], [2, 3, 3, 3], [6, 2, 4], [5, 4], [3, 2, 2, 3, 2]] {
        let scales = Tensor.rand([shape[1]] + shape.dropFirst(2).map { _ in 1 }, low: 1, high: 9, using: &random)
        let images = Tensor.randn(shape, using: &random) * scales + scales
        let found = try channelsToZero(images)
        try expectEqual(found.its("shape", \.shape), shape)
        for channel in 0..<shape[1] {
            let numbers = found.its("numbers of channel \(channel)") { $0[0..., channel].scalars }.value
            let before = images[0..., channel].scalars.map { Double($0) }
            let mean = before.reduce(0, +) / Double(before.count)
            let squares = before.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
            let deviation = (squares / Double(before.count)).squareRoot()
            let expected = before.map { Float(($0 - mean) / deviation) }
            try expectClose(found.its("channel \(channel)") { _ in numbers }, expected, tolerance: 1e-4)
        }
    }
}
