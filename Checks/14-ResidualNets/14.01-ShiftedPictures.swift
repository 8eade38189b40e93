import Exercises14
import Practice
import Solutions14
import Tensors

let shiftedPictures = Check(
    "14.1",
    answer(
        "shifted(_:down:right:mirrored:)", Exercises14.shifted(_:down:right:mirrored:),
        Solutions14.shifted(_:down:right:mirrored:))
) { shifted in
    let small = Tensor([[1, 2], [3, 4]]).reshaped(1, 1, 2, 2)
    try expectClose(shifted(small, [1], [0], [false]), Tensor([[0, 0], [1, 2]]).reshaped(1, 1, 2, 2))
    // Mirrored first: the 1 is at the right then, and leaves the frame.
    try expectClose(shifted(small, [0], [1], [true]), Tensor([[0, 2], [0, 4]]).reshaped(1, 1, 2, 2))
    try expectEqual(shifted(.zeros(0, 3, 4, 5), [], [], []).its("shape", \.shape), [0, 3, 4, 5])
    var random = SplitMix64(seed: 1401)
    let moves = [
        (0, 0, false), (2, -1, true), (-3, 3, false), (0, 4, true), (5, 0, false), (-100, 7, false), (1, 1, true),
    ]
    for (channels, height, width) in [(3, 5, 4), (1, 1, 6), (2, 4, 4)] {
        let x = Tensor.randn(moves.count, channels, height, width, using: &random)
        let old = x.scalars
        var expected = [Float](repeating: 0, count: x.count)
        for (place, (down, right, isMirrored)) in moves.enumerated() {
            for channel in 0..<channels {
                for row in 0..<height {
                    for column in 0..<width {
                        let (from, across) = (row - down, column - right)
                        guard (0..<height).contains(from), (0..<width).contains(across) else { continue }
                        let source = isMirrored ? width - 1 - across : across
                        let plane = (place * channels + channel) * height
                        expected[(plane + row) * width + column] = old[(plane + from) * width + source]
                    }
                }
            }
        }
        try expectClose(
            shifted(x, moves.map(\.0), moves.map(\.1), moves.map(\.2)), Tensor(shape: x.shape, expected))
    }
}
