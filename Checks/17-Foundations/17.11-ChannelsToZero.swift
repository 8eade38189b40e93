import Exercises17
import Practice
import Solutions17
import Tensors

let channelsToZero = Check(
    "17.11", answer("channelsToZero(_:)", Exercises17.channelsToZero(_:), Solutions17.channelsToZero(_:))
) { channelsToZero in
    try expectClose(channelsToZero(Tensor([[1, 5], [3, 5]])), Tensor([[-1, 0], [1, 0]]))
    // A constant channel of a thousand numbers, whose mean is rounded, beside one that is not constant.
    let ones: [Float] = (0..<1000).map { $0 < 500 ? -1 : 1 }
    for number: Float in [0.1, 0, -7.3, 1e-6] {
        let found = try channelsToZero(Tensor(shape: [1000, 2], ones.flatMap { [number, $0] }))
        let constant = found.its("channel of \(number)s") { $0[0..., 0].scalars }
        try expectEqual(constant, [Float](repeating: 0, count: 1000))
        try expectClose(found.its("channel of −1s and 1s") { $0[0..., 1].scalars }, ones)
    }
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
