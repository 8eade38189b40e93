import Exercises21
import Practice
import Solutions21
import Tensors

let tenCrops = Check(
    "21.6", answer("tenCrops(_:size:)", Exercises21.tenCrops(_:size:), Solutions21.tenCrops(_:size:))
) { tenCrops in
    let nine = Tensor([[[1, 2, 3], [4, 5, 6], [7, 8, 9]]])
    let corners = try tenCrops(nine, 1)
    try expectEqual(corners.its("shape") { $0.shape }, [10, 1, 1, 1])
    try expectClose(corners.its("numbers") { $0.scalars }, [1, 3, 7, 9, 5, 3, 1, 9, 7, 5])

    func expectCrops(_ x: Tensor, _ size: Int) throws {
        let (c, h, w) = (x.shape[0], x.shape[1], x.shape[2])
        let places = [(0, 0), (0, w - size), (h - size, 0), (h - size, w - size), ((h - size) / 2, (w - size) / 2)]
        var numbers: [Float] = []
        for isMirrored in [false, true] {
            for (top, left) in places {
                for channel in 0..<c {
                    for row in top..<top + size {
                        for column in left..<left + size {
                            numbers.append(x[channel, row, isMirrored ? w - 1 - column : column].item)
                        }
                    }
                }
            }
        }
        try expectClose(try tenCrops(x, size), Tensor(shape: [10, c, size, size], numbers))
    }
    try expectCrops(nine, 2)
    try expectCrops(nine, 3)
    var random = SplitMix64(seed: 216)
    try expectCrops(.randn(3, 7, 10, using: &random), 4)
    try expectCrops(.randn(2, 6, 5, using: &random), 5)
}
